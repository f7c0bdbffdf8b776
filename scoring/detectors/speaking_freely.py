"""How a caller who cannot speak freely was given another way to answer, by words or by an answer without speech."""

import re

from scoring.happenings import Happened, Instant
from scoring.hard_words import rude_turns
from scoring.matching import says
from scoring.reading import Reading
from scoring.speech import Turn
from simulator.answers.yes_or_no import closed_clauses
from simulator.events import CallerSaid

WAYS = ("ASK_SAFE_TO_TALK", "AGREE_CODEWORD")
WANTED = "yes or no, taps, a word agreed, leave to whisper or to play a part"
# Words that give another way to answer, whatever else they were heard as.
_OTHER_WAY = (
    "you cannot speak", "you can't speak", "you cannot talk", "you can't talk", "ye cannae speak",
    "ye cannae talk", "you cannae speak", "you cannae talk", "you free to speak", "you free to talk",
    "you able to speak", "you able to talk", "hard to talk", "hard to speak", "hard for you to",
    "just a yes", "a yes or a no", "a yes will do",
    "whisper", "whispering", "keep your voice down", "keep your voice low", "as quiet as you like",
    "as quietly as you can", "as quietly as you like", "as softly as you can", "as softly as you like",
    "as quietly as you need", "as quiet as you need", "as softly as you need", "as low as you need",
    "speak softly", "talk softly", "speak quietly", "talk quietly", "just say yes", "say yes or no", "yes or no",
    "only yes", "tap once", "tap twice", "tap the phone", "give me a tap", "cough", "press a key", "press any key",
    "press five", "no need to speak", "no need to talk", "without speaking", "without talking", "not have to speak",
    "not have to talk", "don't have to speak", "don't have to talk", "don't need to speak", "don't need to talk",
    "you needn't speak", "pizza words", "food words", "order words", "pretend you're ordering",
    "as if you were ordering", "as if you're ordering", "play along", "keep ordering", "carry on ordering",
)  # fmt: skip
# Asking for a louder voice is the opposite, even where it names the whisper.
_LOUDER = re.compile(
    r"\b(?:speak up|louder|(?:stop|no|without|don'?t|do not)\W+(?:the\W+)?whisper\w*|can'?t hear you whisper\w*)\b",
    re.IGNORECASE,
)


_BLAMES = re.compile(r"\b(?:wasting (?:my|our|police) time|time ?waster|not domino'?s|prank|joke)\b", re.IGNORECASE)


def other_way(reading: Reading) -> Turn | None:
    """The first words that gave the caller another way to answer; asking for a louder voice is none, nor is a rude
    word, nor what was said before the caller had spoken, unless it gives leave to speak low outright."""
    first = reading.caller_lines[0].n if reading.caller_lines else 0
    rude = {turn.number for turn in rude_turns(reading)} | {
        t.number for t in reading.turns if _BLAMES.search(t.said.text)
    }
    meant = {turn.number for turn in reading.speech.said(*WAYS)}
    return next(
        (
            turn
            for turn in reading.turns
            if (turn.number in meant or _plays_along(reading, turn) or _says_a_way(turn))
            and not _LOUDER.search(turn.said.text)
            and turn.number not in rude
            and (turn.n > first or _AS_LOW_AS.search(turn.said.text))
        ),
        None,
    )


def _says_a_way(turn: Turn) -> bool:
    return not turn.crowded and (says(turn.said.text, _OTHER_WAY) or _LOW_VOICE.search(turn.said.text) is not None)


_AS_LOW_AS = re.compile(
    r"\bas (?:quiet(?:ly)?|soft(?:ly)?|low) as (?:you|ye) (?:need|like|want|can|have)\b|\b(?:you|ye) can whisper\b",
    re.I,
)
_LOW_VOICE = re.compile(
    r"\b(?:pretend|make out|make believe|act like|act as if|talk to me like|speak to me like)\b[^.?!]{0,25}"
    r"\b(?:i'?m|i am|it'?s|you'?re|you are|your)\b|\bkeep(?:ing)? (?:your|yer) voice\b[^.?!,]{0,20}\b(?:down|"
    r"low|quiet|soft)\b",
    re.I,
)


def _plays_along(reading: Reading, turn: Turn) -> bool:
    """Whether the handler speaks in the part that the caller plays: `where do you want the food taking?`."""
    playing = reading.scenario.caller.answers_by == "front"
    return playing and not turn.crowded and "?" in turn.said.text and _IN_THE_PART.search(turn.said.text) is not None


_IN_THE_PART = re.compile(
    r"\b(?:want|like|fancy|send|bring|deliver\w*|order)\b[^.?!]{0,30}\b(?:pizzas?|food|order|deliver\w*|"
    r"toppings?|taking|"
    r"bringing|sent|large|small|sides?)\b",
    re.IGNORECASE,
)


def asked_if_heard(reading: Reading) -> Turn | None:
    """The first words that ask whether the caller can be heard: a closed question, and no other way to answer."""
    return next((turn for turn in reading.turns if not turn.crowded and says(turn.said.text, _HEARD)), None)


_HEARD = (
    "can they hear you", "can he hear you", "can she hear you", "could they hear you", "would they hear you",
    "would he hear you", "can anyone hear you", "can anybody hear you",
)  # fmt: skip


def answered_otherwise(reading: Reading, cue: Instant) -> Turn | None:
    """The first words after a cue that the caller answered without saying it outright: by taps, or in the part they
    play, with a fact. A closed question so answered is itself the other way."""
    for line in reading.caller_lines:
        asked = next((turn for turn in reversed(reading.turns) if turn.n < line.n), None)
        blames = asked is not None and _BLAMES.search(asked.said.text) is not None
        closed = asked is not None and not blames and asked.n > cue.n and closed_clauses(asked.said.text)
        if closed and _without_saying(reading, line):
            return asked
    return None


def _without_saying(reading: Reading, line: Happened[CallerSaid]) -> bool:
    if line.event.speaker != "caller" or not line.event.answers:
        return False
    playing = reading.scenario.caller.answers_by != "speech"
    return line.event.manner == "taps" or (playing and bool(line.event.facts))
