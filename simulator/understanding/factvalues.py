"""Values in an utterance set beside the scenario's facts: which fact each concerns, and how it agrees."""

import re
from dataclasses import dataclass
from functools import lru_cache

from simulator.understanding.compare import FIGURE_WORDS, Comparison, compare
from simulator.understanding.normalise import plain
from simulator.understanding.places import address
from simulator.understanding.situation import KnownFact, Situation
from simulator.understanding.spoken import Token, runs, tokens
from simulator.understanding.values import FoundValue, canonical, extract
from simulator.understanding.wordlist import listed as listed_words

_OTHER_WAY = (("before", "after"), ("left", "right"), ("before", "past"), ("north", "south"), ("east", "west"))
_RANK = {"right": 0, "near": 1, "wrong": 2}
_MOST_FACTS = 80
_REFERENCE = re.compile(r"[A-Za-z]{0,3}[-/ ]?\d{4,}(?:/\d{2,4})?")
_SMALL = frozenset(("the", "a", "in", "at", "on", "number", "is", "so"))  # no street begins with these
_NOBODYS_NAME = frozenset(listed_words("that this the then there thanks thank is and so did do now can have right yes"))
_LONGEST_MARK = 24  # characters; a longer row of letters and figures is no number, postcode or registration


@dataclass(frozen=True)
class Placed:
    """A value found, the fact it concerns if any, and how it agrees with it."""

    found: FoundValue
    fact: KnownFact | None = None
    comparison: Comparison | None = None

    @property
    def right(self) -> bool:
        """Whether it is the fact's value."""
        return self.comparison is not None and self.comparison.agreement == "right"


def _best(found: FoundValue, facts: tuple[KnownFact, ...]) -> Placed:
    """The fact of its kind that the value agrees with best; told facts first where equal."""
    best = Placed(found)
    for fact in facts:
        if fact.kind != found.kind:
            continue
        # "Half past three" may be either of the day's; the words still say so.
        value = found.said if fact.kind == "time" else found.value
        agreed = compare(fact.kind, value, fact.value, fact.forms)
        close = agreed.agreement != "wrong" or agreed.how in ("transposed", "one_letter", "homophone")
        if not close:
            continue
        old = best.comparison
        better = old is None or (_RANK[agreed.agreement], not fact.told) < (
            _RANK[old.agreement],
            not (best.fact and best.fact.told),
        )
        if better:
            best = Placed(found, fact, agreed)
    return best


def _windows(listed: tuple[Token, ...], sizes: set[int]) -> list[tuple[int, int]]:
    return [(at, at + size) for size in sorted(sizes, reverse=True) for at in range(len(listed) - size + 1)]


def _said(kind: str, text: str, listed: tuple[Token, ...], start: int, end: int, value: str) -> FoundValue:
    a, b = listed[start].start, listed[end - 1].end
    return FoundValue(kind, value, text[a:b], a, b)


def _name_in(text: str, listed: tuple[Token, ...], fact: KnownFact) -> Placed | None:
    """A full name said, right or nearly; a first name alone is a way to address someone, not a value."""
    parts = len(canonical("name", fact.value).split())
    if parts < 2:
        return None
    best: Placed | None = None
    for start, end in _windows(listed, {parts, parts + 1}):
        said = text[listed[start].start : listed[end - 1].end]
        if len(said) > 60:
            continue
        agreed = compare("name", said, fact.value, fact.forms)
        if agreed.agreement == "wrong" or agreed.how == "partial":
            continue
        if agreed.agreement == "near" and _NOBODYS_NAME & {token.text for token in listed[start:end]}:
            continue  # "Bryony, that is lovely" does not name Bryony Tait
        placed = Placed(_said("name", text, listed, start, end, canonical("name", said)), fact, agreed)
        if best is None or best.comparison is None or _RANK[agreed.agreement] < _RANK[best.comparison.agreement]:
            best = placed
    return best


def _place_in(text: str, listed: tuple[Token, ...], fact: KnownFact) -> Placed | None:
    """The fact's street said, with the number before it where there is one."""
    street = address(fact.value).street
    if not (address(fact.value).number or address(fact.value).postcode):
        return _place_on_a_road(text, fact)
    if not street:
        return None
    for start, last in _windows(listed, {len(street), len(street) + 1}):
        words = " ".join(token.text for token in listed[start:last])
        named = compare("name", words, " ".join(street))
        if named.agreement == "wrong" or named.how == "partial" or words.split()[0] in _SMALL:
            continue
        first = start
        while first > 0 and listed[first - 1].code.rstrip("ABCDEF").isdigit() and not listed[first - 1].ordinal:
            first -= 1
        if first == start > 1 and listed[start - 1].text in FIGURE_WORDS and listed[start - 2].code[1:] == "0":
            first -= 2
        found = _said("place", text, listed, first, _rest_of_place(listed, last, fact), "")
        value = canonical("place", found.said)
        agreed = compare("place", found.said, fact.value, fact.forms)
        return Placed(FoundValue("place", value, found.said, found.start, found.end), fact, agreed)
    return None


def _place_on_a_road(text: str, fact: KnownFact) -> Placed | None:
    """A place with no number, by its road: right unless a side or direction is said the other way round."""
    said, true = plain(text).split(), plain(" ".join((fact.value, *fact.forms))).split()
    road = plain(fact.value).split()[:2]
    if not fact.told or len(road) < 2 or " ".join(road) not in " ".join(said):
        return None
    turned = any(
        (one in said and other in true and one not in true) or (other in said and one in true and other not in true)
        for one, other in _OTHER_WAY
    )
    agreed = Comparison("near", "partial") if turned else Comparison("right", "form")
    value = text.strip() if turned else fact.value
    return Placed(FoundValue("place", value, text, 0, len(text)), fact, agreed)


def _rest_of_place(listed: tuple[Token, ...], last: int, fact: KnownFact) -> int:
    """Where a place ends whose street ended at `last`: after its town and the number that some say last."""
    town = address(fact.value).town.split()
    for _ in range(2):
        said = [token.text for token in listed[last : last + 1 + len(town)]]
        inside = said[:1] == ["in"]
        if town and said[inside : inside + len(town)] == town:
            last += len(town) + inside
        figures = last + (last < len(listed) and listed[last].text in ("number", "no"))
        if figures > last and figures < len(listed) and listed[figures].code.isdigit():
            last = figures + 1
            while last < len(listed) and listed[last].code.isdigit() and len(listed[last].code) == 1:
                last += 1
    return last


def _mark_in(text: str, fact: KnownFact) -> Placed | None:
    """A part of a registration, postcode or number that agrees with the fact's known part."""
    for run in runs(text):
        least = 4 if fact.kind == "phone" else 3
        if not least <= len(run.text) <= _LONGEST_MARK or not run.strong or not any(c.isdigit() for c in run.text):
            continue
        agreed = compare(fact.kind, run.text, fact.value, fact.forms)
        if agreed.agreement == "wrong":
            continue
        start, end = run.span(0, len(run.text))
        value = canonical(fact.kind, run.text)
        return Placed(FoundValue(fact.kind, value, text[start:end], start, end), fact, agreed)
    return None


def is_reference(fact: KnownFact) -> bool:
    """Whether the fact is a number by which somebody is known: `M-204816`."""
    return fact.kind == "text" and _REFERENCE.fullmatch(fact.value.strip()) is not None


def _reference_in(text: str, fact: KnownFact) -> Placed | None:
    """The whole number of a member, a card or a crime, however it was spelled out."""
    wanted = re.sub(r"[^A-Z0-9]", "", fact.value.upper())
    figures = re.sub(r"[^0-9]", "", wanted)
    for run in runs(text):
        at = run.text.find(wanted)
        size = len(wanted)
        if at < 0 and len(figures) >= 5:
            at, size = run.text.find(figures), len(figures)
        if at >= 0:
            start, end = run.span(at, at + size)
            exact = compare("text", fact.value, fact.value, fact.forms)
            return Placed(FoundValue("text", fact.value, text[start:end], start, end), fact, exact)
    return _short_reference(text, fact) or _other_reference(text, fact)


def _short_reference(text: str, fact: KnownFact) -> Placed | None:
    """A number with a year as people say it, `HM four one seven of twenty-six` for `HM/000417/26`, or another such."""
    groups = re.findall(r"\d+", fact.value)
    if len(groups) != 2:
        return None
    number, year = groups[0].lstrip("0"), groups[1]
    said = [(run, re.sub(r"\D", "", run.text)) for run in runs(text)]
    said = [(run, figures) for run, figures in said if figures]
    for at, (run, figures) in enumerate(said):
        last, after = said[at + 1] if at + 1 < len(said) else (run, "")
        both = figures + after if after else figures
        short = both.lstrip("0")
        if len(short) != len(number + year) or not short.endswith(year):
            continue
        start, end = run.span(0, len(run.text))[0], last.span(0, len(last.text))[1]
        found = short.removesuffix(year)
        if found == number:
            agreed = compare("text", fact.value, fact.value, fact.forms)
            return Placed(FoundValue("text", fact.value, text[start:end], start, end), fact, agreed)
        other = fact.value.replace(groups[0], found.zfill(len(groups[0])))
        return Placed(FoundValue("text", other, text[start:end], start, end), fact, Comparison("wrong", "different"))
    return None


def _other_reference(text: str, fact: KnownFact) -> Placed | None:
    """A number of the same make as the fact's that is another: `M-211970` for `M-204816`."""
    make = re.sub(r"[^A-Z0-9]", "", fact.value.upper())
    letters, figures = re.sub(r"[^A-Z]", "", make), re.sub(r"[^0-9]", "", make)
    other = re.search(rf"\b{letters}[- ]?\d{{{len(figures)}}}\b", text, re.IGNORECASE) if letters else None
    if other is None:
        return None
    found = FoundValue("text", other.group(0), other.group(0), other.start(), other.end())
    return Placed(found, fact, Comparison("wrong", "different"))


def _text_in(text: str, fact: KnownFact) -> Placed | None:
    """A short told fact in free words, all of them said."""
    if not fact.told or not 1 <= len(fact.value.split()) <= 6:
        return None
    agreed = compare("text", text, fact.value, fact.forms)
    return (
        Placed(FoundValue("text", fact.value, text, 0, len(text)), fact, agreed)
        if agreed.agreement == "right"
        else None
    )


def _fact_led(text: str, facts: tuple[KnownFact, ...]) -> list[Placed]:
    return [placed for fact in facts if (placed := _led_by(text, fact)) is not None]


@lru_cache(maxsize=16_384)  # robots say the same words of the same facts, told and untold, in thousands of calls
def _led_by(text: str, fact: KnownFact) -> Placed | None:
    if fact.kind == "name":
        return _name_in(text, _listed(text), fact)
    if fact.kind == "place":
        return _place_in(text, _listed(text), fact)
    if fact.kind in ("registration", "postcode", "phone"):
        return _mark_in(text, fact)
    if is_reference(fact):
        return _reference_in(text, fact)
    return _text_in(text, fact) if fact.kind == "text" else None


@lru_cache(maxsize=1024)
def _listed(text: str) -> tuple[Token, ...]:
    return tuple(token for token in tokens(text) if token.text[0].isalnum())[:120]


def placed_values(text: str, situation: Situation) -> tuple[Placed, ...]:
    """All values said, each beside the fact it concerns; where two readings overlap the better one stands."""
    facts = situation.facts[:_MOST_FACTS]
    offered = [_best(found, facts) for found in extract(text)]
    led = _fact_led(text, facts)

    def rank(placed: Placed) -> tuple[int, int, bool]:
        agreed = placed.comparison
        told = bool(placed.fact and placed.fact.told)
        return (_RANK[agreed.agreement] if agreed else 3, placed.found.start - placed.found.end, not told)

    chosen: list[Placed] = []
    for placed in sorted([*offered, *led], key=rank):
        found = placed.found
        free_text = found.kind == "text"
        overlaps = any(
            found.start < other.found.end and other.found.start < found.end
            for other in chosen
            if (other.found.kind == "text") == free_text and other.found.kind != "text"
        )
        again = any(other.fact == placed.fact for other in chosen) if placed.fact else False
        if not overlaps and not again:
            chosen.append(placed)
    return tuple(sorted(chosen, key=lambda placed: placed.found.start))
