"""Dates, times of day and ages: found in words, written one way (ISO date, 24-hour time, whole years)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from simulator.understanding.spoken import tokens
from simulator.understanding.wordlist import listed

_MONTHS = listed("january february march april may june july august september october november december")
_MONTH = {name: n for n, name in enumerate(_MONTHS, 1)} | {name[:3]: n for n, name in enumerate(_MONTHS, 1)}
_MONTH |= {"sept": 9}
_M = "|".join(sorted(_MONTH, key=len, reverse=True))
_YEAR = r"(?:\d{4}|(?:19|20) ?\d ?\d|\d ?\d)"
_SHORT_MONTHS = tuple(month[:3] for month in _MONTHS)
_HALVES = ("am", "pm", "a m", "p m")


@dataclass(frozen=True)
class _Form:
    """A way of saying a date, a time or an age: how many figures it has at least, and words of which it has one."""

    figures: int
    words: tuple[str, ...]
    pattern: re.Pattern[str]


_DATE_FORMS = (
    _Form(3, (), re.compile(r"\b(?P<y>\d{4}) ?- ?(?P<m>\d{1,2}) ?- ?(?P<d>\d{1,2})\b")),
    _Form(
        1,
        _SHORT_MONTHS,
        re.compile(rf"\b(?P<d>\d{{1,2}})(?: of)? (?P<name>{_M})\b(?: ?,? ?(?P<y>{_YEAR})\b)?"),
    ),
    _Form(
        1,
        _SHORT_MONTHS,
        re.compile(rf"\b(?P<name>{_M}) (?:the )?(?P<d>\d{{1,2}})\b(?!:)(?: ?,? ?(?P<y>{_YEAR})\b)?"),
    ),
    _Form(3, (), re.compile(rf"\b(?P<d>\d{{1,2}}) ?([/.-]) ?(?P<m>\d{{1,2}}) ?\2 ?(?P<y>{_YEAR})\b")),
    _Form(2, ("of the",), re.compile(rf"\b(?P<d>\d{{1,2}}) of the (?P<m>\d{{1,2}})(?: ?,? (?:of )?(?P<y>{_YEAR}))?\b")),
)
_TIME_FORMS = (
    _Form(
        2,
        (":", ".", "h"),
        re.compile(r"\b(?P<h>[01]?\d|2[0-3]) ?[:.h] ?(?P<min>[0-5]\d)(?: ?(?P<half>am|pm|a m|p m))?\b"),
    ),
    _Form(1, ("h",), re.compile(r"\b(?P<h4>[01]\d|2[0-3])(?P<m4>[0-5]\d) ?(?:hours|hrs|hr|h)\b")),
    _Form(
        1,
        ("past",),
        re.compile(r"\b(?P<past>\d{1,2}|quarter|half) (?:minutes )?past (?P<h>\d{1,2})\b(?: (?P<half>am|pm|a m|p m))?"),
    ),
    _Form(
        1,
        (" to ",),
        re.compile(r"\b(?P<to>\d{1,2}|quarter) (?:minutes )?to (?P<h>\d{1,2})\b(?: (?P<half>am|pm|a m|p m))?"),
    ),
    _Form(1, ("half",), re.compile(r"\bhalf (?P<h>\d{1,2})\b(?P<halfpast>)")),
    _Form(2, _HALVES, re.compile(r"\b(?P<h>\d{1,2}) (?P<min>[0-5]\d)(?: ?(?P<half>am|pm|a m|p m))\b")),
    _Form(2, (), re.compile(r"\b(?P<h>\d{1,2}) (?P<min>[0-5]\d)\b")),
    _Form(1, _HALVES, re.compile(r"\b(?P<h>\d{1,2}) ?(?P<half>am|pm|a m|p m)\b")),
    _Form(1, ("oclock",), re.compile(r"\b(?P<h>\d{1,2}) ?oclock\b")),
    _Form(0, ("midnight", "noon", "midday"), re.compile(r"\b(?P<word>midnight|noon|midday)\b")),
)
_FIGURES = re.compile(r"\d+")
# Four figures are a time only where nothing else can be meant, as in the field for it; not the year of a date.
_FOUR_FIGURES = re.compile(r"(?<![\w/.-])(?P<h4>[01]\d|2[0-3])(?P<m4>[0-5]\d)(?![\w/-]|\.\d)")
_PART_OF_DAY = re.compile(r"\b(?:in the |at |this )?(morning|afternoon|evening|night|tonight)\b")
_AGE_FORMS = (
    _Form(
        1,
        ("y",),
        re.compile(r"\b(?P<n>\d{1,3}) ?-? ?(?:years? ?-? ?old|yrs? old|year old|years of age|yo)\b"),
    ),
    _Form(1, ("age", "turned"), re.compile(r"\b(?:aged?|turned|age of) (?P<n>\d{1,3})\b")),
)


@dataclass(frozen=True)
class Spanned:
    """A value written one way and where it was said."""

    value: str
    start: int
    end: int


@dataclass(frozen=True)
class _Line:
    """The text with figures for numbers, and the way back to where each word was said."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    figures: int  # how many groups of them; most of what is said has none

    def found(self, forms: tuple[_Form, ...]) -> Iterator[re.Match[str]]:
        """What is said in these forms, form by form; one whose figures or words are not there is not looked for."""
        for form in forms:
            if self.figures >= form.figures and (not form.words or any(word in self.text for word in form.words)):
                yield from form.pattern.finditer(self.text)

    def back(self, start: int, end: int) -> tuple[int, int]:
        inside = [s for s, a, b in zip(self.spans, self.starts, self.ends, strict=True) if a < end and b > start]
        return (inside[0][0], inside[-1][1]) if inside else (0, 0)


@lru_cache(maxsize=512)
def _line(text: str) -> _Line:
    out, starts, ends, spans = "", [], [], []
    for token in tokens(
        text.replace("o'clock", "oclock").replace("o’clock", "oclock").replace("a.m.", "am").replace("p.m.", "pm")
    ):
        if not (token.text[0].isalnum() or token.text[0] in ":/.-"):
            continue
        out += " " if out else ""
        starts.append(len(out))
        out += token.text
        ends.append(len(out))
        spans.append((token.start, token.end))
    return _Line(out, tuple(starts), tuple(ends), tuple(spans), len(_FIGURES.findall(out)))


def _year(text: str | None, pivot: int = 30) -> int | None:
    if text is None:
        return None
    figures = text.replace(" ", "")
    if len(figures) == 4:
        return int(figures) if 1850 <= int(figures) <= 2100 else None
    number = int(figures)
    return (2000 if number <= pivot else 1900) + number


def dates(text: str) -> tuple[Spanned, ...]:
    """All dates said, day first: `1984-03-02`, or `--03-02` where no year was said."""
    line, found = _line(text), list[Spanned]()
    for match in line.found(_DATE_FORMS):
        parts = match.groupdict()
        month = _MONTH[parts["name"]] if parts.get("name") else int(parts["m"])
        day, year = int(parts["d"]), _year(parts.get("y"))
        start, end = line.back(match.start(), match.end())
        if not (1 <= day <= 31 and 1 <= month <= 12) or any(f.start < end and start < f.end for f in found):
            continue
        written = f"{year:04d}" if year else "-"
        found.append(Spanned(f"{written}-{month:02d}-{day:02d}", start, end))
    return tuple(sorted(found, key=lambda f: f.start))


def _clock(match: re.Match[str], after: str) -> str | None:
    parts = match.groupdict()
    if parts.get("word"):
        return "00:00" if parts["word"] == "midnight" else "12:00"
    if parts.get("h4"):
        return f"{parts['h4']}:{parts['m4']}"
    hour, minute = int(parts["h"]), int(parts.get("min") or 0)
    quarter = {"quarter": 15, "half": 30}
    if "halfpast" in parts:
        minute = 30
    if parts.get("past"):
        minute = quarter.get(parts["past"]) or int(parts["past"])
    if parts.get("to"):
        minute, hour = 60 - (quarter.get(parts["to"]) or int(parts["to"])), hour - 1 if hour else 23
        hour = 12 if hour == 0 else hour
    if hour > 23 or not 0 <= minute < 60:
        return None
    half = (parts.get("half") or "").replace(" ", "")
    part = _PART_OF_DAY.match(after)
    word = part.group(1) if part else ""
    late = half == "pm" or word in ("afternoon", "evening") or (word in ("night", "tonight") and hour >= 5)
    if late and hour < 12:
        hour += 12
    early = half == "am" or word == "morning" or (word == "night" and (hour < 5 or hour == 12))
    if early and hour == 12:
        hour = 0
    sure = bool(half or word or hour > 12 or hour == 0 or parts["h"].startswith("0"))
    return f"{hour:02d}:{minute:02d}" + ("" if sure else "?")


def times(text: str) -> tuple[Spanned, ...]:
    """All times of day said, `15:10`; with `?` at the end where morning or afternoon is not known."""
    line, found = _line(text), list[Spanned]()
    for match in line.found(_TIME_FORMS):
        value = _clock(match, line.text[match.end() :].lstrip())
        start, end = line.back(match.start(), match.end())
        if value is None or any(f.start < end and start < f.end for f in found):
            continue
        found.append(Spanned(value, start, end))
    return tuple(sorted(found, key=lambda f: f.start))


def times_written(text: str) -> tuple[Spanned, ...]:
    """All times where a time is looked for: as `times`, and as control rooms write them, `0210`."""
    if not _FIGURES.search(text):
        return times(text)
    days = dates(text)
    found = tuple(one for one in times(text) if not any(day.start < one.end and one.start < day.end for day in days))
    return found or tuple(
        Spanned(f"{match['h4']}:{match['m4']}", match.start(), match.end())
        for match in _FOUR_FIGURES.finditer(text)
        if not any(day.start < match.end() and match.start() < day.end for day in days)
    )


def ages(text: str) -> tuple[Spanned, ...]:
    """All ages said in whole years."""
    line, found = _line(text), list[Spanned]()
    for match in line.found(_AGE_FORMS):
        start, end = line.back(match.start(), match.end())
        if int(match["n"]) <= 120 and not any(f.start < end and start < f.end for f in found):
            found.append(Spanned(str(int(match["n"])), start, end))
    return tuple(sorted(found, key=lambda f: f.start))
