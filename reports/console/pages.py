"""What each page of the console shows, gathered from the store as plain data."""

from collections.abc import Iterable, Mapping
from typing import Any, get_args
from urllib.parse import urlencode

from markupsafe import Markup

from reports.evidence_data import Evidence
from reports.judgement import POINT_VERDICTS, RUN_VERDICTS, StandingPoint
from reports.labels import OUTCOMES
from reports.peaks import peaks_of
from reports.recordings import Recordings
from reports.sound_strip import COLUMNS, Wave, sound_strip
from reports.store import Store
from reports.stored import CallFilter
from scenarios.scenario import Frozen
from scenarios.vocabulary.words import Dimension
from simulator.events import Mode

PER_PAGE = 25


class Group(Frozen):
    """The points of one dimension: those that count in this run, and those that do not."""

    dimension: Dimension
    points: tuple[StandingPoint, ...]
    idle: tuple[StandingPoint, ...]


def wanted_of(query: Mapping[str, str]) -> CallFilter:
    """The filter that a query string asks for; what it does not know counts as any."""
    outcome, mode = query.get("outcome", ""), query.get("mode", "")
    return CallFilter.model_validate(
        {
            "trainee": query.get("trainee") or None,
            "outcome": outcome if outcome in OUTCOMES or outcome == "unmarked" else None,
            "mode": mode if mode in get_args(Mode) else None,
            "evidence_only": query.get("evidence") == "1",
        }
    )


def page_of(query: Mapping[str, str]) -> int:
    """The page asked for, from 1."""
    text = query.get("page", "1")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 8 else 1


def calls_page(store: Store, query: Mapping[str, str]) -> dict[str, Any]:
    """The list of calls, filtered and paged."""
    wanted, asked = wanted_of(query), page_of(query)
    total = store.count(wanted)
    pages = max(1, -(-total // PER_PAGE))
    page = min(asked, pages)
    kept = {name: query[name] for name in ("trainee", "outcome", "mode", "evidence") if query.get(name)}
    return {
        "calls": store.calls(wanted, limit=PER_PAGE, offset=(page - 1) * PER_PAGE),
        "total": total,
        "everything": store.count(),
        "waiting": store.count(CallFilter(outcome="referred")),
        "trainees": store.trainees(),
        "wanted": wanted,
        "page": page,
        "pages": pages,
        "link_to": lambda number: "/?" + urlencode({**kept, "page": number}),
    }


def call_page(evidence: Evidence, query: Mapping[str, str], recordings: Recordings) -> dict[str, Any]:
    """One call: everything the evidence holds, grouped for reading, with one mark's entries lit where asked."""
    standing = evidence.standing
    point = standing.points.get(query.get("mark", "")) if standing else None
    return {
        "strip": strip_of(evidence, recordings),
        "evidence": evidence,
        "call": evidence.call,
        "profiles": evidence.profiles,
        "groups": groups(standing.points.values()) if standing else (),
        "lit": frozenset(point.mark.shown_by) if point else frozenset(),
        "lit_point": point,
        "judged": query.get("judged", ""),
        "point_verdicts": POINT_VERDICTS,
        "run_verdicts": RUN_VERDICTS[:2],
    }


def strip_of(evidence: Evidence, recordings: Recordings) -> Markup | None:
    """The sound as a picture; None where there is none, or where this computer cannot read its form."""
    waves = []
    for track in evidence.sound.playable:
        peaks = peaks_of(recordings.path(track.digest, track.codec), COLUMNS)
        if peaks:
            waves.append(Wave(side=track.side, began_ms=track.began_ms, lasts_ms=track.lasts_ms, peaks=peaks))
    points = evidence.standing.points.values() if evidence.standing else ()
    silences = evidence.delivery.silences if evidence.delivery else ()
    return sound_strip(waves, evidence.rows, points, silences) if waves else None


def groups(points: Iterable[StandingPoint]) -> tuple[Group, ...]:
    """Points by dimension, in the order of the dimensions."""
    every = tuple(points)
    made = []
    for dimension in get_args(Dimension):
        own = [point for point in every if point.mark.dimension == dimension]
        idle = [point for point in own if point.verdict == "not_applicable" and point.judgement is None]
        if own:
            counting = tuple(point for point in own if point not in idle)
            made.append(Group(dimension=dimension, points=counting, idle=tuple(idle)))
    return tuple(made)
