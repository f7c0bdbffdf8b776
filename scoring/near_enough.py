"""Values that differ and say the same: an age or a time, more of a place, a reference."""

import re
from functools import lru_cache

from scenarios.scenario import Fact
from scoring.matching import content_words, shared, words_of
from simulator.understanding.values import canonical

IN_A_ROW = 6  # words of somebody else's in a row are no accident
LEAST_OF_A_PLACE = 3  # words that carry something; fewer do not make out a stretch of road


def within_tolerance(kind: str, recorded: str, truth: str, fact: Fact) -> bool:
    told, true = canonical(kind, recorded), canonical(kind, truth)
    if kind == "age" and told.isdigit() and true.isdigit():
        return abs(int(told) - int(true)) <= fact.tolerance_years
    if kind == "age" and fact.tolerance_years >= 5 and true.isdigit() and told[:-1].isdigit():
        return int(told[:-1]) // 10 == int(true) // 10
    if kind == "time":
        minutes = [_minutes(value) for value in (told, true)]
        if None not in minutes:
            apart = abs((minutes[0] or 0) - (minutes[1] or 0)) % 1440
            return min(apart, 1440 - apart) <= fact.tolerance_min
    return False


def more_of_a_place(recorded: str, truth: str) -> bool:
    """Whether a record of a place without a number says all of it and more: how far along, on which side."""
    numbered = any(mark.isdigit() for mark in truth.split(",")[0])
    return not numbered and len(content_words(truth)) >= LEAST_OF_A_PLACE and shared(recorded, truth) >= 1


def keeps_the_words(note: str, told: str) -> bool:
    """Whether a note holds six words in a row of what was told, and half of all its words: it quotes it."""
    runs = _runs(told)
    if not runs:
        return False  # most facts are told in fewer words
    own = words_of(note)
    return any(run in own for run in runs)


@lru_cache(maxsize=4096)  # each is held against every note of every call
def _runs(told: str) -> tuple[str, ...]:
    """The runs of words of which one shows that a note quotes what was told."""
    wanted = words_of(told).split()
    length = max(IN_A_ROW, (len(wanted) + 1) // 2)
    return tuple(f" {' '.join(wanted[start : start + length])} " for start in range(len(wanted) - length + 1))


def same_reference(recorded: str, truth: str) -> bool:
    """Whether two references have the same letters and the same numbers, noughts in front left out."""
    return bool(_parts(truth)) and _parts(recorded) == _parts(truth)


def _parts(reference: str) -> list[str]:
    return [part.lstrip("0") for part in re.findall(r"[a-z]+|\d+", reference.lower())]


def _minutes(value: str) -> int | None:
    hours, _, rest = value.rstrip("?").partition(":")
    return int(hours) * 60 + int(rest) if hours.isdigit() and rest.isdigit() else None
