"""Questions asked once more for what had been told."""

import re

from scoring.as_spelled import asks_what_is_now
from scoring.matching import content_words
from scoring.reading import Reading
from scoring.speech import Turn
from simulator.heard import HeardIntent

HOW_IT_STANDS = ("ASK_SUSPECT_NOW", "ASK_SAFE_NOW")  # questions that are asked afresh as things go on
SAME_WORDS = 0.7  # of the longer question's words: the same question
_OF_THE_CALLER = ("ASK_LOCATION", "ASK_PERSON_DETAILS", "ASK_CALLBACK")
_ASKS_ONCE_MORE = re.compile(
    r"\bwhere are (?:you|ye)\b|\bwhere is (?:this|it happening)\b|\bwhat(?:'?s| is) (?:the|your) (?:full "
    r")?(?:address|name|"
    r"number)\b|\byour (?:own |full )?(?:name|number|address)\b|\bwho am i (?:speaking|talking)\b"
    r"|^\W*(?:name|address|number)\W*$",
    re.I,
)


def asked_again(reading: Reading) -> list[Turn]:
    """Turns that ask in the same words as an earlier one, or once more for the caller's place, name or number, for
    what had been told well before, and bring out nothing new. To read back, and to ask how it stands now, repeats
    nothing."""
    since = reading.answered_ms
    again = (turn for turn in reading.turns if _repeats(reading, turn))
    return [turn for turn in again if turn.began_ms <= since or not asks_what_is_now(turn)]


def _repeats(reading: Reading, turn: Turn) -> bool:
    reads_back = any(value.standing == "told" for value in turn.said.values)
    line = reading.line_after(turn.n)
    brought = line.event.facts if line is not None else ()
    if reads_back or any(turn.n < told.n and told.event.fact in brought for told in reading.told_facts):
        return False
    return any(_for_what_was_told(reading, turn, heard) for heard in turn.said.intents)


def _for_what_was_told(reading: Reading, turn: Turn, heard: HeardIntent) -> bool:
    if heard.id in HOW_IT_STANDS or not heard.id.startswith("ASK_"):
        return False
    told = [reading.told(name) for name in reading.brought_out_by(heard)]
    if not told or not all(one is not None and one.t_ms + 5_000 < turn.began_ms for one in told):
        return False
    if heard.id in _OF_THE_CALLER and _ASKS_ONCE_MORE.search(heard.span or turn.said.text):
        return True
    own = content_words(heard.span or turn.said.text)
    earlier = (one for one in reading.turns if one.number < turn.number)
    alike = (content_words(h.span or one.said.text) for one in earlier for h in one.said.intents if h.id == heard.id)
    return any(own and len(own & words) >= SAME_WORDS * max(len(own), len(words)) for words in alike)
