"""A question of several that brought nothing: which one it was, and whether they ask back for it. Pure."""

import re
from collections.abc import Sequence
from zlib import crc32

from scenarios.scenario import Caller
from simulator.heard import HeardIntent, Understood
from simulator.mind import Mind
from simulator.understanding.wordlist import listed
from simulator.worth import CLEAR, asks, questions

DEFAULT = ("And what was the other thing?", "Sorry, what else was it?")
MOST_TIMES = 3  # in a call; afterwards they answer what they caught
EVERY = 3  # lines of theirs between two of it
SOONER_OR_LATER = 3  # of so many chances one is let go, by seed
FEWEST_WORDS = 3
COVERED = 0.5  # of its telling words in what was heard, a clause was heard
_SENTENCE = re.compile(r"[^.?!;:]+[.?!;:]*")
_VERB = (
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)(?:n't)? "
    r"(?:you|he|she|it|they|there|we|anyone|anybody|someone|somebody|the|your|his|her|their|that|this|any)"
)
_OPEN = r"(?:who|what|where|when|why|how|which|whose)(?:'s|'re|'d)?"
_NEXT = re.compile(rf"(?:,? (?:and|or|but)|,)(?: then| also| so)? (?=(?:{_OPEN}|{_VERB})\b)", re.IGNORECASE)
_ASKS = re.compile(rf"^(?:(?:and|so|but|now|then|okay|right|um|er)[ ,]+)*(?:{_OPEN}|{_VERB})\b", re.IGNORECASE)
# Asked to go along, to wait or to hear, which a word answers.
_OF_THE_LINE = re.compile(
    r"\b(?:will|would|can|could|do) you (?:do that|wait|hold|hear me|understand|mind|stay)\b"
    r"|\bis that (?:all right|okay)\b|\b(?:can|may|could) i\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_EMPTY = frozenset(
    listed(
        "a an the and or but so then now um er like just please is are was were do does did has have had can could "
        "will would you your he she it they there his her their that this of to in on at for with me i my we any"
    )
)


def missed(heard: Understood, worth: Sequence[HeardIntent]) -> tuple[str, ...]:
    """The clauses that plainly ask and brought nothing, beside others that were understood; none where nothing was.

    `worth` is what of it was answered: a question heard too faintly for that was not caught either. What the hearing
    itself says it left out goes first; where it does not say, a clause counts whose words are in nothing heard.
    """
    caught = [one for one in heard.intents if one in worth or one.beside or not asks(one) or one.confidence >= CLEAR]
    spans = [one.span for one in caught if one.span] + [one.said or one.value for one in heard.values]
    if not heard.understood or not spans or any(not one.span for one in heard.intents):
        return ()
    if not any(questions(one) for one in worth if asks(one)) and any(map(asks, worth)):
        return ()  # what was answered may have been their way of asking: "find the note. What time does it say?"
    if heard.unheard:
        return tuple(clause for clause in heard.unheard if _plainly_asks(clause))
    known = [_telling(span) for span in spans]
    return tuple(
        clause
        for sentence in map(str.strip, _SENTENCE.findall(heard.text))
        if sentence.endswith("?") or _ASKS.match(sentence)
        for clause in _clauses(sentence)
        if _plainly_asks(clause) and not any(_covers(words, _telling(clause)) for words in known)
    )


def asks_back(caller: Caller, mind: Mind, seed: int) -> tuple[str, ...]:
    """The lines with which they ask for a part that they did not catch; none where they let it go.

    Nobody asks back who may not speak, nor every time, nor again at once; `seed` decides which they let go.
    """
    if mind.answers_by != "speech" or not caller.can_speak_freely:
        return ()
    times, last = mind.count("asks_back"), mind.asked_back_at
    if times >= MOST_TIMES or mind.lines - last < EVERY:
        return ()
    if crc32(f"{seed}:asks back:{mind.lines}".encode()) % SOONER_OR_LATER == 0:
        return ()
    return caller.asks_back or DEFAULT


def _clauses(sentence: str) -> list[str]:
    """The sentence parted where another question begins; the last keeps its mark."""
    parts = [part.strip() for part in _NEXT.split(sentence) if part.strip()]
    ends = sentence.rstrip().endswith("?")
    return [part if part.endswith("?") or not ends else f"{part}?" for part in parts]


def _plainly_asks(clause: str) -> bool:
    words = clause.split()
    return len(words) >= FEWEST_WORDS and _ASKS.match(clause) is not None and not _OF_THE_LINE.search(clause)


def _telling(words: str) -> frozenset[str]:
    return frozenset(_WORD.findall(words.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))) - _EMPTY


def _covers(heard: frozenset[str], clause: frozenset[str]) -> bool:
    """Whether what was heard is most of the clause, or lies in it: of one long question only the core is heard."""
    both = heard & clause
    return not clause or len(both) / len(clause) >= COVERED or (len(both) > 1 and len(both) / len(heard) >= COVERED)
