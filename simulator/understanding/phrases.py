"""Whether a phrase of the scenario was said, however inflected, and whether it was denied or only supposed."""

import re
from dataclasses import dataclass
from functools import lru_cache

from simulator.understanding.normalise import plain
from simulator.understanding.spoken import figured
from simulator.understanding.wordlist import listed

_PERSON = frozenset(
    listed(
        "she he they her him them wife husband ex partner girlfriend boyfriend missus mother daughter son lady "
        "man woman"
    )
)
_BE = frozenset(listed("is has are have was were had been be am"))
_SMALL = frozenset(
    listed(
        "the a an is are was were be been being it its to of in on at and or do does did has have had that this "
        "there with "
        "for by just now then so very really can could would will shall should may you your i me my we us our "
        "not please up"
    )
)
_GUARD = re.compile(
    r"\b(?:cannot|could not|can not|not able|unable|will not|would not|not going to|do not|does not|did not|not "
    r"allowed|"
    r"not permitted|whether|if|even if|neither|nor|deny|never|not in a position|no comment|refuse|rather not|not say|"
    r"not something|not at liberty|imagine|suppose|hope|you think|you said|you say|you saying|you mentioned|you told|"
    r"you have (?:just |already )?(?:said|told)|who told you|"
    r"you believe|makes you|why|what if|asking)\b"
)
_SUPPOSED = re.compile(
    r"\b(?:whether|if|even if|you think|you said|you say|you saying|you mentioned|you told|you believe|makes "
    r"you|why|asking|you have (?:just |already )?(?:said|told)|who told you)\b"
)
_GUARD_AFTER = re.compile(
    r"\b(?:is not something|not something i|i cannot|we cannot|i can not|i am not able|i would not|or not)\b"
)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A rough stem: moved, moving, moves all as mov; persons and forms of be and have as one."""
    if word in _PERSON:
        return "PERSON"
    if word in _BE:  # she's moved: is or has
        return "BE"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > 3 else word


@lru_cache(maxsize=4096)
def stems(text: str) -> tuple[str, ...]:
    """The stems of the plain words, numbers as figures."""
    return tuple(stem(word) for word in figured(plain(text)).split())


@dataclass(frozen=True)
class Said:
    """Where in the clause's words a phrase was said: from `start` to before `end`."""

    start: int
    end: int


def _close(one: str, other: str) -> bool:
    return one == other or (len(one) > 4 and len(other) > 4 and (one.startswith(other) or other.startswith(one)))


def _in_order(wanted: list[str], said: tuple[str, ...], gap: int) -> Said | None:
    """The wanted stems in order, with at most `gap` other words between two of them."""
    for first, word in enumerate(said):
        if not _close(word, wanted[0]):
            continue
        at = first
        for want in wanted[1:]:
            following = [n for n in range(at + 1, min(len(said), at + 2 + gap)) if _close(said[n], want)]
            if not following:
                break
            at = following[0]
        else:
            return Said(first, at + 1)
    return None


@lru_cache(maxsize=4096)
def _content(phrase: str) -> tuple[str, ...]:
    """The words that carry the phrase; all of them where fewer than three do."""
    small = {stem(word) for word in _SMALL} | {"PERSON"}
    carrying = tuple(s for s in stems(phrase) if s not in small)
    return carrying if len(carrying) >= 3 else stems(phrase)


def said(phrase: str, text: str) -> Said | None:
    """Where the phrase was said in the text, in order and loosely; None where it was not."""
    wanted = list(_content(phrase))
    if not wanted:
        return None
    whole = len(wanted) == len(stems(phrase))
    return _in_order(wanted, stems(text), 2 if whole else 3)


def _before(text: str, found: Said) -> str:
    """The words before, since the last `but`."""
    before = " ".join(figured(plain(text)).split()[: found.start])
    return re.split(r"\bbut\b", before)[-1]


def guarded(text: str, found: Said) -> bool:
    """Whether what was said was refused, denied, asked or only supposed."""
    after = re.split(r"\bbut\b", " ".join(figured(plain(text)).split()[found.end :]))[0]
    return bool(_GUARD.search(_before(text, found)) or _GUARD_AFTER.search(after))


def supposed(text: str, found: Said) -> bool:
    """Whether it was named only as what might be, or as what the other person says."""
    return bool(_SUPPOSED.search(_before(text, found)))
