"""A question of several that brought nothing: which one it was, and whether they ask back for it. Pure."""

import re
from collections.abc import Collection, Sequence
from zlib import crc32

from scenarios.scenario import Caller
from simulator.answers.worth import HARDLY_A_TOPIC, questions
from simulator.heard import HeardIntent, Understood
from simulator.mind import Mind
from simulator.understanding.cutting.question_begins import asks_by_itself
from simulator.understanding.question_words import LEAD_IN, OPENLY, SUBJECT
from simulator.understanding.wordlist import listed

DEFAULT = ("And what was the other thing?", "Sorry, what else was it?")
MOST_TIMES = 1  # in a call; who could not hear it once seldom hears it the second time, and then it only annoys
EVERY = 3  # lines of theirs between two of it
SOONER_OR_LATER = 3  # of so many chances one is let go, by seed
FEWEST_WORDS = 3
MISHEARD = 0.6  # how surely at most something that asks nothing was heard in a question
FEWEST_TELLING = 1  # "is there, um" and "what are you" are beginnings that were taken back
# Asked to go along, to wait or to hear, which a word answers.
_OF_THE_LINE = re.compile(
    r"\b(?:will|would|can|could|do) you (?:do that|wait|hold|hear me|understand|mind|stay)\b"
    r"|\bis (?:that|there) (?:all right|okay|it|all|the lot|everything|another|any more|anything (?:else|after))\b"
    r"|\b(?:can|may|could) i\b",
    re.IGNORECASE,
)
# Where a question of its own stands: at the very beginning, behind a full stop, or joined to the one before by "and".
# Behind a bare comma or "or" it puts the question before it in other words.
_OF_ITS_OWN = re.compile(
    r"(?:^|[.?!;:\u2014\u2026]|\b(?:and|also|plus|then|but)\b[\s,]*(?:(?:um+|er+|uh|so|please|sorry)\b[\s,]*)*)\s*$",
    re.IGNORECASE,
)
_BEGINS_ON = re.compile(r"\W*(?:and|also|plus|but)\b", re.IGNORECASE)
_TELLS_NOTHING = frozenset(
    listed(
        "a an the is are was were am be been it its it's he she they them him her his their this that that's there "
        "i me my we us you your to of in on at by for from with and or so then just do does did have has had can "
        "could would will what who where when why how which whose um er uh please sorry"
    )
)

_OR_ENDS = re.compile(r"\bor\s+$", re.IGNORECASE)
_OR_BEGINS = re.compile(r"\W*or\b", re.IGNORECASE)
_WORDS = re.compile(r"[\w']+")
_OF_THAT = re.compile(r"\b(?:it|that|this|there|one|ones|they|them)\b", re.IGNORECASE)
_OF_WHOM = re.compile(rf"{LEAD_IN}(?:who|why|where|when|how many)\b", re.IGNORECASE)
# "When you rang before," and "where a person lives is theirs to share" are no questions; "I mean" asks the same anew.
_A_TIME = re.compile(rf"{LEAD_IN}(?:when|where|what|how|who) (?:{SUBJECT})\b", re.IGNORECASE)
_ASKS_OPENLY = re.compile(rf"{LEAD_IN}(?:{OPENLY})\b", re.IGNORECASE)
_SENTENCES = re.compile(r"[.?!;]")
_ENDS = re.compile(r"[.?!;]")
_ANEW = re.compile(r"\bi mean\b", re.IGNORECASE)
# "Can you go and put the chain on?" bids.
_BIDS = re.compile(rf"{LEAD_IN}(?:can|could|will|would) you\b", re.IGNORECASE)


def missed(heard: Understood, worth: Sequence[HeardIntent]) -> tuple[str, ...]:
    """The clauses that plainly ask and brought nothing, beside others that were understood; none where nothing was.

    They are what the hearing says it could not hear, and every question that it heard too faintly to be answered;
    `worth` is what was answered.
    """
    if not heard.understood or any(not one.span for one in heard.intents):
        return ()
    faint = [one for one in heard.intents if _too_faint(one, worth)]
    caught = {one.span for one in heard.intents if one not in faint} | {one.said or one.value for one in heard.values}
    lost = [*heard.unheard, *(one.span for one in faint if one.span not in caught)] if caught else []
    if not any(questions(one) for one in worth if one.asks) and any(one.asks for one in worth):
        # What was answered may have been their way of asking: "find the note. What time does it say?"
        lost = [one for one in lost if not _OF_THAT.search(one) and _OF_WHOM.match(one)]
    lost = [one for one in lost if _is_asked(one, heard.text)]
    apart = (one for one in lost if _plainly_asks(one) and _of_its_own(one, heard.text))
    return tuple(dict.fromkeys(one for one in apart if not _of_a_choice(one, heard.text, caught)))


def _is_asked(clause: str, text: str) -> bool:
    """Whether the sentence that it stands in asks, where the words are written with their marks."""
    after = text.partition(clause)[2] if not clause.rstrip().endswith("?") else "?"
    ends = _ENDS.search(after)
    marked = "?" in text
    return not (marked and ends is not None and ends.group() != "?") and not _ANEW.search(after)


def _of_its_own(clause: str, text: str) -> bool:
    """Whether it is a question of its own, and not the one beside it begun anew or put in other words."""
    telling = _telling(clause)
    before = text.partition(clause)[0]
    stands = _BEGINS_ON.match(clause) is not None or _OF_ITS_OWN.search(before) is not None
    return (stands or _asks_openly_of_another(clause, before)) and len(telling) >= FEWEST_TELLING


def _asks_openly_of_another(clause: str, before: str) -> bool:
    """Whether it asks openly behind one that did not, and shares no word with it: "..., how high up are you?"."""
    first = _SENTENCES.split(before)[-1]
    openly = _ASKS_OPENLY.match(clause.strip()) is not None and _ASKS_OPENLY.match(first.strip()) is None
    return openly and before.rstrip().endswith(",") and not _telling(clause) & _telling(first)


def _telling(words: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(words.lower())) - _TELLS_NOTHING


def _of_a_choice(clause: str, text: str, caught: Collection[str]) -> bool:
    """Whether it is one side of a choice whose other side was heard: "is it pouring, or has it slowed?"."""
    before, _, after = text.partition(clause)
    if _OR_ENDS.search(before):
        return any(_bare(before.rpartition("or")[0]).endswith(_bare(one)) for one in caught if one)
    if _OR_BEGINS.match(after):
        return any(_bare(after.partition("or")[2]).startswith(_bare(one)) for one in caught if one)
    return False


def _bare(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))


def _too_faint(intent: HeardIntent, worth: Sequence[HeardIntent]) -> bool:
    """Whether it asks and was passed over, too faintly heard beside a plain question.

    So does what was hardly heard as something that asks nothing: "was everything off?" as a goodbye.
    """
    passed = intent not in worth and all(one.span != intent.span for one in worth)
    misheard = not intent.asks and intent.confidence < MISHEARD and asks_by_itself(intent.span.strip())
    return (intent.asks or misheard) and passed and not intent.beside and intent.confidence < HARDLY_A_TOPIC


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


def _plainly_asks(clause: str) -> bool:
    words = clause.split()
    asks = asks_by_itself(clause) and not _A_TIME.match(clause) and not _BIDS.match(clause)
    return len(words) >= FEWEST_WORDS and asks and not _OF_THE_LINE.search(clause)
