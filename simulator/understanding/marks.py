"""Telephone numbers, postcodes and registrations: found in words, written one way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from simulator.understanding.spoken import Run, codes, digits, runs

_PHONE = re.compile(r"(?:\+44|0044|0)\d{8,11}")
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9O][A-Z0-9]?[0-9O][A-Z]{2}")
_REGISTRATION = re.compile(
    r"[A-Z]{2}[0-9O]{2}[A-Z]{3}|[A-Z][0-9]{1,3}[A-Z]{3}|[A-Z]{3}[0-9]{1,3}[A-Z]|[A-Z?]{2}[0-9?]{2}[A-Z?]{1,3}"
)
_SHORTEST = 5  # characters of the shortest of them all
_NO_NOUGHT = re.compile(r"(?:44)?0?([1237]\d{9})")  # typed without its nought, or its country's plus
_UNKNOWN_WORDS = re.compile(r"\b(?:something|blank|unknown|dont know|not known)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Mark:
    """A number, postcode or registration found, and where it was said."""

    kind: str
    value: str
    start: int
    end: int


def phone(text: str) -> str:
    """National form without spaces: `+44 7700 900822`, `7700 900822`, `oh seven seven...` all as `07700900822`."""
    found = digits(text)
    for prefix in ("+44", "0044"):
        if found.startswith(prefix):
            return "0" + found.removeprefix(prefix).removeprefix("0")
    whole = _NO_NOUGHT.fullmatch(found)
    return f"0{whole.group(1)}" if whole else found.lstrip("+")


def postcode(text: str) -> str:
    """Upper case with the space before the last three: `w x four, seven q d` as `WX4 7QD`."""
    code = codes(text).replace("?", "")
    if len(code) < 5:
        return code
    head, tail = code[:-3], code[-3:]
    tail = tail[0].replace("O", "0") + tail[1:].replace("0", "O")
    figure = 2 if len(head) > 2 or head[1:2].isalpha() else 1
    head = head[:figure].replace("0", "O") + head[figure:].replace("O", "0")
    return f"{head} {tail}"


def registration(text: str) -> str:
    """Upper case, one space in the current style; `?` for each character not known."""
    blanked = _UNKNOWN_WORDS.sub("?", text)
    code = re.sub(r"[^A-Z0-9?]", "", re.sub(r"[*_.…]", "?", codes(re.sub(r"[*_…]", "?", blanked))))
    match = re.fullmatch(r"([A-Z?]{2})([0-9O?]{2})([A-Z0?]{1,3})", code)
    if match and match.group(3) != "0":
        head, middle, tail = match.groups()
        return f"{head}{middle.replace('O', '0')} {tail.replace('0', 'O')}"
    return code


def _matches(run: Run, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(run.text):
        match = pattern.search(run.text, at)
        if match is None:
            return
        if match.start() in run.starts and match.end() in run.ends:
            yield match.start(), match.end()
            at = match.end()
        else:
            at = match.start() + 1


_WRITTEN = {"phone": phone, "postcode": postcode, "registration": registration}


def _candidates(run: Run) -> Iterator[tuple[int, int, str]]:
    for kind, pattern in (("phone", _PHONE), ("postcode", _POSTCODE), ("registration", _REGISTRATION)):
        for start, end in _matches(run, pattern):
            if kind != "registration" or run.text[start:end].count("?") <= 3:
                yield start, end, kind


def marks(text: str) -> tuple[Mark, ...]:
    """All telephone numbers, postcodes and registrations said in the text, in order; the longer reading wins."""
    found: list[Mark] = []
    for run in runs(text):
        if run.strong == 0 or len(run.text) < _SHORTEST:
            continue
        taken: list[tuple[int, int]] = []
        twice = run.text[: len(run.text) // 2] * 2 == run.text  # a value, and then letter by letter
        for start, end, kind in sorted(
            _candidates(run), key=lambda c: (not (twice and 2 * (c[1] - c[0]) == len(run.text)), c[0] - c[1], c[0])
        ):
            if not any(start < b and a < end for a, b in taken):
                taken.append((start, end))
                found.append(Mark(kind, _WRITTEN[kind](run.text[start:end]), *run.span(start, end)))
    return tuple(sorted(found, key=lambda mark: mark.start))
