"""Addresses: their house number, street, town and postcode, found in words and compared part by part."""

import re
from dataclasses import dataclass
from functools import lru_cache

from simulator.understanding.marks import marks
from simulator.understanding.spoken import tokens
from simulator.understanding.wordlist import listed

TOWNS = listed("harrowmere quayford saltreach brindlemouth oxenhythe ravensholt kelbourne corvale")
STREETS = listed(
    "street road avenue lane close drive way court place crescent terrace gardens grove rise walk hill mews row "
    "square parade view green park wharf quay bank gate yard cottages house villas approach broadway wynd croft fold"
)
_SHORT = {
    "st": "street", "str": "street", "rd": "road", "ave": "avenue", "av": "avenue", "ln": "lane", "cl": "close",
    "dr": "drive", "ct": "court", "pl": "place", "cres": "crescent", "terr": "terrace", "ter": "terrace",
    "gdns": "gardens", "gr": "grove", "sq": "square", "apt": "flat", "apartment": "flat", "unit": "flat",
    "hse": "house",
}  # fmt: skip
_NOT_STREET = frozenset(
    listed(
        "the a an of in on at is it that this your my his her our are you and or to for number so yes no okay "
        "address house right by near off still living live lives from with i we do does was were be first line"
    )
)


@dataclass(frozen=True)
class Address:
    """An address in parts; any part may be empty. `words` are those of street and town, in order."""

    unit: str = ""
    number: str = ""
    words: tuple[str, ...] = ()
    town: str = ""
    postcode: str = ""

    @property
    def street(self) -> tuple[str, ...]:
        """The words without the town's."""
        return tuple(word for word in self.words if word not in self.town.split())


def _words(text: str) -> list[str]:
    out: list[str] = []
    for token in tokens(text):
        if not token.text[0].isalnum():
            continue
        word = _SHORT.get(token.text, token.text)
        single = token.code.isdigit() and len(token.code) == 1 and not token.ordinal
        if single and out and out[-1].isdigit() and len(out[-1]) < 4:
            out[-1] += token.code
        else:
            out.append(word)
    return out


def _is_number(word: str) -> bool:
    return re.fullmatch(r"0*\d{1,4}[a-z]?", word) is not None


@lru_cache(maxsize=1024)
def address(text: str) -> Address:
    """The parts of an address as written or said; the last comma part without a figure is its town."""
    text = text[:400]
    found = [mark for mark in marks(text) if mark.kind == "postcode"]
    code = found[-1].value if found else ""
    if found:
        text = text[: found[-1].start] + " " + text[found[-1].end :]
    parts = [part for part in text.split(",") if part.strip()]
    words = _words(text)
    town = next((word for word in words if word in TOWNS), "")
    if not town and len(parts) > 1:
        last = _words(parts[-1])
        if last and not any(any(c.isdigit() for c in word) or word in STREETS for word in last):
            town = " ".join(last)
    unit = number = ""
    rest: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word == "flat" and at + 1 < len(words) and not unit:
            unit, at = words[at + 1], at + 2
            continue
        if word == "number" and at + 1 < len(words) and _is_number(words[at + 1]):
            number, at = number or words[at + 1].lstrip("0"), at + 2
            continue
        if _is_number(word) and not number and (at + 1 < len(words) or len(words) == 1):
            number = word.lstrip("0")
        elif word not in ("in", "at", "on"):
            rest.append(word)
        at += 1
    return Address(unit, number, tuple(rest), town, code)


@dataclass(frozen=True)
class FoundAddress:
    """An address said within other words."""

    text: str
    start: int
    end: int


_NAMED = re.compile(
    rf"\b(?:at|on|in|from|off|that's|that is|it's|address is|meant)\s+"
    rf"((?:[A-Z][\w']+\s+){{1,2}}(?:{'|'.join(s.title() for s in STREETS)})"
    rf"(?:,?\s+(?:in\s+)?(?:{'|'.join(t.title() for t in TOWNS)}))?)\b"
)


def names_a_street(text: str) -> bool:
    """Whether a text names a street without a number: `on Alder Rise`."""
    return _NAMED.search(text) is not None


def addresses(text: str) -> tuple[FoundAddress, ...]:
    """Addresses such as `27 Alder Rise`, `Alder Rise, number 27` (and a town that follows), or `on Alder Rise`."""
    street_first = _street_first(text)
    covered = [(f.start, f.end) for f in street_first]
    numbered = (
        *street_first,
        *(f for f in _numbered(text) if not any(f.start < end and start < f.end for start, end in covered)),
    )
    named = [FoundAddress(m.group(1), m.start(1), m.end(1)) for m in _NAMED.finditer(text)]
    fresh = [f for f in named if not any(f.start < n.end and n.start < f.end for n in numbered)]
    return (*numbered, *fresh)


def _street_first(text: str) -> tuple[FoundAddress, ...]:
    """`Alder Rise, number twenty-seven, Quayford`: the street, perhaps its town, then the number by its name."""
    listed = [t for t in tokens(text) if t.text[0].isalnum()]
    found: list[FoundAddress] = []
    for at in range(2, len(listed) - 1):
        figures = listed[at + 1]
        if listed[at].text not in ("number", "no") or not figures.code.isdigit() or len(figures.code) > 4:
            continue
        end = at - 1
        end -= end > 0 and listed[end].text in TOWNS
        end -= end > 0 and listed[end].text == "in"
        if end < 1 or _SHORT.get(listed[end].text, listed[end].text) not in STREETS:
            continue
        first = end
        while first > 0 and end - first < 2 and _names_a_street(listed[first - 1].text):
            first -= 1
        last = at + 1
        while last + 1 < len(listed) and listed[last + 1].code.isdigit() and len(listed[last + 1].code) == 1:
            last += 1
        following = last + 1 + (last + 1 < len(listed) and listed[last + 1].text == "in")
        last = following if following < len(listed) and listed[following].text in TOWNS else last
        if first < end:
            found.append(
                FoundAddress(text[listed[first].start : listed[last].end], listed[first].start, listed[last].end)
            )
    return tuple(found)


def _names_a_street(word: str) -> bool:
    return word.partition("'")[0] not in _NOT_STREET and word not in TOWNS and word.replace("'", "").isalpha()


def _numbered(text: str) -> tuple[FoundAddress, ...]:
    listed = [t for t in tokens(text) if t.text[0].isalnum() or t.text == ","]
    found: list[FoundAddress] = []
    at = 0
    while at < len(listed):
        token = listed[at]
        if not (token.code.rstrip("ABCDEFGH").isdigit() and len(token.code) <= 4) or token.ordinal:
            at += 1
            continue
        after = at + 1
        while after < len(listed) and listed[after].code.isdigit() and len(listed[after].code) == 1:
            after += 1
        if after - at > 4:  # a row of figures is no house number
            at = after
            continue
        street = after
        while street < len(listed) and street - after < 4:
            word = _SHORT.get(listed[street].text, listed[street].text)
            if word in STREETS and street > after:
                # "14 Rope Walk Lane": the street ends with its last such word.
                street += street + 1 < len(listed) and listed[street + 1].text in STREETS
                break
            if word in _NOT_STREET or word == "," or (listed[street].code and not listed[street].weak):
                street = len(listed)
            street += 1
        if street >= len(listed) or street - after >= 4:
            at += 1
            continue
        last = street
        following = street + 1 + (street + 1 < len(listed) and listed[street + 1].text in (",", "in"))
        if following < len(listed) and listed[following].text in TOWNS:
            last = following
        start, end = token.start, listed[last].end
        found.append(FoundAddress(text[start:end], start, end))
        at = last + 1
    return tuple(found)


def written(text: str) -> str:
    """An address in one form: `27 Alder Rise, Quayford, WX4 7QD`."""
    parts = address(text)
    street = " ".join(word.capitalize() for word in parts.street)
    head = " ".join(filter(None, [f"Flat {parts.unit.upper()}," if parts.unit else "", parts.number, street]))
    return ", ".join(filter(None, [head, parts.town.title(), parts.postcode]))
