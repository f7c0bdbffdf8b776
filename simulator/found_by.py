"""Why a look-up listed a record, in words, where the list itself does not show it; pure."""

import re
from collections.abc import Iterable

from scenarios.scenario import Row
from simulator.record_match import match, places_asked, words

FILED = "filed under it"
_TYPED = re.compile(r"[a-z0-9]+")


def found_by(row: Row, query: str, system: str) -> str:
    """The words of the query that found a record and where on it they stand, or on which of them alone it agrees.
    Empty where its title and cells show it. Only words that were typed are said: nothing of an unopened record is."""
    asked, wanted = words(query), places_asked(query, system)
    missing = _whole_pieces(query, wanted - match(row, query, system).agreeing)
    agreeing = match(row, query, system).agreeing - missing
    if missing:
        agreed, not_found = (
            ", ".join(_as_typed(query, run) for run in _runs(places, wanted)) for places in (agreeing, missing)
        )
        return f"{agreed} only, not {not_found}" if agreed else ""
    seen = Row(id="", title=row.title, cells=row.cells)
    unseen = list(_runs(agreeing - match(seen, query, system).agreeing, wanted))
    return ", ".join(f"{_as_typed(query, run)} ({_where(row, [asked[n] for n in run])})" for run in unseen)


def _where(row: Row, said: list[str]) -> str:
    """What the part of a record is called that holds these words."""
    text = " ".join(said)
    for label, part in (*row.details.items(), ("party", row.about)):
        if match(Row(id="", title="", details={label: part}), text, "").agreeing >= set(range(len(said))):
            return label.replace("_", " ")
    return FILED


def _runs(places: Iterable[int], wanted: frozenset[int]) -> list[list[int]]:
    """Places that follow on one another, taken together; those with nothing that was asked for are left out."""
    runs: list[list[int]] = []
    for n in sorted(places):
        if runs and runs[-1][-1] == n - 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return [run for run in runs if wanted & set(run)]


def _whole_pieces(query: str, places: frozenset[int]) -> frozenset[int]:
    """The places with those that are typed in one piece with them: of `M-204816` the letter alone says nothing."""
    ends = [len(words(query[: gap.start()])) for gap in re.finditer(r"\s+|$", query)]
    pieces = [range(start, end) for start, end in zip([0, *ends], ends, strict=False)]
    return frozenset(n for piece in pieces if places & set(piece) for n in piece)


def _as_typed(query: str, run: list[int]) -> str:
    lowered = query.lower()
    typed = query if len(query) == len(lowered) else lowered  # some letters are longer in lower case
    spans = [found.span() for found in _TYPED.finditer(lowered)]
    return typed[spans[run[0]][0] : spans[run[-1]][1]]
