"""What is no longer so goes from a line that says how it is now: "they're still in" beside "they've gone". Pure."""

import re
from collections.abc import Sequence

from simulator.sentences import sentences_of_line

_WHO = r"\b(?P<who>they|he|she)"
_GONE = re.compile(
    rf"{_WHO}(?:'ve|'s| have| has)? (?:all |both )?(?:gone|left|run off|driven off|driven away|got away|cleared off)\b",
    re.IGNORECASE,
)
_STILL = re.compile(
    rf"{_WHO}(?:'re|'s| are| is)? (?:still|not gone)\b|^still (?:in|out|up|down|there|here|ringing|at)", re.IGNORECASE
)
_NOT_YET = re.compile(r"^not yet\s*[.!]$", re.IGNORECASE)


def as_it_is_now(parts: Sequence[str], *, danger_over: bool = False) -> tuple[str, ...]:
    """The parts of a line without what a later state in another of them rules out.

    Whoever has gone is not still here. Once the danger is over nobody adds "not yet" to "not hurt". Something always
    stays, and one author's line is left alone but for that.
    """
    gone = [{found["who"].lower() for found in _GONE.finditer(part)} for part in parts]
    kept = []
    for place, part in enumerate(parts):
        elsewhere = set().union(*(who for at, who in enumerate(gone) if at != place))
        sentences = sentences_of_line(part)
        left = tuple(
            one
            for number, one in enumerate(sentences)
            if not _ruled_out(one, elsewhere - gone[place]) and not (danger_over and number and _NOT_YET.match(one))
        )
        if left:
            kept.append(part if left == sentences else " ".join(left))
    return tuple(kept) or tuple(parts)


def _ruled_out(sentence: str, gone: set[str]) -> bool:
    found = _STILL.search(sentence)
    return found is not None and bool(gone) and (found["who"] or next(iter(gone))).lower() in gone
