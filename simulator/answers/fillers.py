"""The words that begin a line now and then: "Well," and the like. By seed, seldom, never twice running."""

from collections.abc import Sequence
from zlib import crc32

from simulator.anew import replace
from simulator.answers.wording import choose
from simulator.mind import Mind

ONE_IN = 4
FEWEST_WORDS = 4  # a shorter answer is given straight
# Words that lose their capital when something is said before them; names and "I" keep theirs.
_LOWERED = frozenset(
    {
        "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
        "eighty", "ninety", "oh", "double", "half", "quarter",
        "the", "a", "an", "it", "it's", "its", "there", "there's", "they", "they're", "he", "he's", "she", "she's",
        "we", "we're", "my", "his", "her", "our", "no", "yes", "one", "two", "three", "that", "that's", "this", "some",
        "thank", "they've", "you", "you're",
        "just", "only", "about", "at", "in", "on", "up", "down", "not", "what", "when", "if", "so", "and", "but",
    }
)  # fmt: skip


def with_filler(text: str, fillers: Sequence[str], mind: Mind, seed: int) -> tuple[str, Mind]:
    """The line, perhaps begun with one of the fillers, and the mind that remembers it."""
    if not fillers or len(text.split()) < FEWEST_WORDS or mind.lines - mind.filler_at < 2:
        return text, mind
    if crc32(f"{seed}:filler:{mind.lines}".encode()) % ONE_IN:
        return text, mind
    filler = choose(fillers, seed, "filler", mind.count("filler"))
    if not goes_before(filler, text):
        return text, mind
    return begun_with(filler, text), replace(mind.having_said("filler"), filler_at=mind.lines)


def begun_with(filler: str, text: str) -> str:
    """The text begun with some words; its first word loses its capital after a comma, where it is no name."""
    filler = filler.strip()
    head, space, rest = text.partition(" ")
    if filler[-1] not in ".?!" and _bare(head) in _LOWERED:
        return f"{filler} {head[0].lower()}{head[1:]}{space}{rest}"
    return f"{filler} {text}"


def goes_before(filler: str, text: str) -> bool:
    """Whether the text can follow: not the same word again, and after a comma no word that would look like a name."""
    head = text.partition(" ")[0]
    if _bare(head) == _bare(filler.split()[0]) or _bare(head) in ("yes", "no"):
        return False
    return filler.strip()[-1] in ".?!" or _bare(head) in _LOWERED or head.partition("'")[0].strip(".,") == "I"


def _bare(word: str) -> str:
    return word.lower().partition("-")[0].strip(".,?!")
