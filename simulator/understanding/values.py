"""Values in words: what kinds there are, how each is written one way, and where they stand in an utterance."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from simulator.understanding.dates import ages, dates, times, times_written
from simulator.understanding.marks import marks, phone, postcode, registration
from simulator.understanding.normalise import plain, tidy
from simulator.understanding.places import addresses, names_a_street, written
from simulator.understanding.spoken import UNITS, figured, says_no_code, tokens
from simulator.understanding.wordlist import listed

TITLES = frozenset(listed("mr mrs miss ms mx dr doctor sir madam pc ps sgt sergeant inspector constable"))
_YES = frozenset(listed("yes y true correct right affirmative"))
_NO = frozenset(listed("no n false none negative nobody nothing neither not"))
_UNKNOWN = re.compile(
    r"\b(?:not known|unknown|do not know|not sure|unsure|no idea|cannot say|unclear|not asked|"
    r"nk)\b"
)
_A_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]*)*")
_HOUR_IN_WORDS = re.compile(r"midnight|noon|midday", re.IGNORECASE)


@dataclass(frozen=True)
class FoundValue:
    """A value said: its kind, its one written form, the words it was said in and where they stand."""

    kind: str
    value: str
    said: str
    start: int
    end: int


def name(text: str) -> str:
    """A name in capitals of its own, titles dropped, spelled letters joined: `mr s m y t h e` as `Smythe`."""
    out: list[str] = []
    letters = ""
    for token in tokens(tidy(text, 200).replace("-", " ")):
        word = token.text.strip("'")
        letter = token.code or (word.upper() if len(word) == 1 and not word.isascii() else "")
        if letter.isalpha() and len(letter) == 1 and (len(word) == 1 or letters):
            letters += letter
            continue
        if letters:
            out.append(letters)
            letters = ""
        if word and word[0].isalpha() and word not in TITLES:
            out.append(word)
    if letters:
        out.append(letters)
    joined = " ".join(out) if len(out) != 1 or len(text) < 2 else out[0]
    return _A_WORD.sub(lambda m: m.group().capitalize(), joined.lower())


def age(text: str) -> str:
    """Whole years, or the decade as `30s`; the words themselves where there is no figure."""
    said = figured(text)
    decade = re.search(r"\b([2-9]0)'?s\b|\b(twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b", said)
    if decade:
        tens = listed("twent thirt fort fift sixt sevent eight ninet")
        return decade.group(1) + "s" if decade.group(1) else f"{tens.index(decade.group(2)) + 2}0s"
    number = re.search(r"\d{1,3}", said)
    return str(int(number.group())) if number else plain(text)


def answer(text: str) -> str:
    """`yes`, `no` or `not known`; the words themselves where none of these is said."""
    said = plain(text)
    if _UNKNOWN.search(said):
        return "not known"
    first = said.split()[:1]
    if first and first[0] in _YES:
        return "yes"
    return "no" if first and first[0] in _NO else said


def date(text: str) -> str:
    """ISO date, `--03-02` without a year; the words themselves where no date is said."""
    found = dates(text)
    return found[0].value if found else plain(text)


def time(text: str) -> str:
    """24-hour time, `0210` too; the words themselves where no time is said."""
    found = times_written(text)
    return found[0].value.rstrip("?") if found else plain(text)


def number(text: str) -> int | None:
    """The first whole number said, spoken or in figures, or None: `there are two of them` is 2."""
    for token in tokens(text):
        if token.code.isdigit() and not token.ordinal and token.text != "oh":
            return int(token.code[:9])
        if token.text in UNITS:
            return UNITS[token.text]
    return None


_FORMS: dict[str, Callable[[str], str]] = {
    "name": name, "phone": phone, "date": date, "age": age, "postcode": postcode,
    "registration": registration, "place": written, "time": time, "answer": answer,
    "choice": lambda text: plain(text.replace("_", " ")), "text": figured,
}  # fmt: skip
KINDS = tuple(_FORMS)


@lru_cache(maxsize=4096)
def canonical(kind: str, text: str) -> str:
    """The one written form of a value of this kind, however it was said or typed; unknown kinds are text."""
    return _FORMS.get(kind, figured)(tidy(text))


@lru_cache(maxsize=2048)
def codes_said(text: str) -> tuple[FoundValue, ...]:
    """The telephone numbers, postcodes and registrations among all values, in the order said."""
    if says_no_code(text):
        return ()
    return tuple(
        FoundValue(mark.kind, mark.value, text[mark.start : mark.end], mark.start, mark.end) for mark in marks(text)
    )


@lru_cache(maxsize=2048)  # one clause is read by several
def extract(text: str) -> tuple[FoundValue, ...]:
    """All values that can be seen without knowing the scenario, in the order said, none overlapping."""
    if says_no_code(text) and not names_a_street(text) and not _HOUR_IN_WORDS.search(text):
        return ()  # nothing else is without a figure or a spelled letter
    found = [*codes_said(text)]

    def add(kind: str, value: str, start: int, end: int) -> None:
        if not any(start < other.end and other.start < end for other in found):
            found.append(FoundValue(kind, value, text[start:end], start, end))

    for place in addresses(text):
        add("place", written(place.text), place.start, place.end)
    for kind, search in (("date", dates), ("age", ages), ("time", times)):
        for spanned in search(text):
            add(kind, spanned.value.rstrip("?"), spanned.start, spanned.end)
    return tuple(sorted(found, key=lambda value: value.start))
