"""Templates with everything escaped, and the few words and shapes that all pages share."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports.criteria_shown import SHOWN
from reports.judgement import ROLES
from reports.labels import (
    CAUSES,
    OUTCOMES,
    STANDS,
    STATES,
    TELLINGS,
    VERDICTS,
    WHY_SIMULATED,
    entry_spans,
    field_label,
    level_label,
    points_named,
)
from reports.pack.drawing import timeline_drawing
from reports.wall import for_people
from simulator.journal import clock

HERE = Path(__file__).parent

# Drawn on a 16 by 16 grid; the word beside each carries the meaning, so they are hidden from screen readers.
_ICONS: Mapping[str, str] = {
    "met": '<path d="M3 8.5l3.2 3.2L13 4.8"/>',
    "partly": '<circle cx="8" cy="8" r="5.2"/><path d="M8 2.8a5.2 5.2 0 0 1 0 10.4z" fill="currentColor"/>',
    "not_met": '<path d="M4 4l8 8M12 4l-8 8"/>',
    "for_assessor": '<path d="M4 14V2.5h8.5l-2 3 2 3H4"/>',
    "not_applicable": '<path d="M4 8h8"/>',
    "waived": '<circle cx="8" cy="8" r="5.2"/><path d="M4.5 11.5l7-7"/>',
    "referred": '<path d="M4 14V2.5h8.5l-2 3 2 3H4"/>',
    "interrupted": '<path d="M9.2 1.8L4.2 9h3.4l-1 5.2 5.2-7.4H8.2z"/>',
    "stopped": '<rect x="4" y="4" width="8" height="8"/>',
    "unmarked": '<circle cx="8" cy="8" r="5.2"/>',
    "open": '<circle cx="8" cy="8" r="5.2"/><path d="M8 5v3.2l2.2 1.6"/>',
    "shown": '<path d="M3 8.5l3.2 3.2L13 4.8"/>',
    "in_part": '<circle cx="8" cy="8" r="5.2"/><path d="M8 2.8a5.2 5.2 0 0 1 0 10.4z" fill="currentColor"/>',
    "not_shown": '<path d="M4 8h8"/>',
    "waits": '<path d="M4 14V2.5h8.5l-2 3 2 3H4"/>',
    "question_owed": '<path d="M5.4 6a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.1.8-1.1 1.6M8 12.6v.6"/>',
    "elsewhere": '<path d="M4 12l8-8M6 4h6v6"/>',
    "right": '<path d="M3 8.5l3.2 3.2L13 4.8"/>',
    "late": '<circle cx="8" cy="8" r="5.2"/><path d="M8 5v3.2l2.2 1.6"/>',
    "missing": '<rect x="3.5" y="3.5" width="9" height="9" stroke-dasharray="2.6 2"/>',
    "wrong": '<path d="M4 4l8 8M12 4l-8 8"/>',
    "unsourced": '<path d="M5.4 6a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.1.8-1.1 1.6M8 12.6v.6"/>',
    "after": '<path d="M3 8h9M8.5 4.5L12 8l-3.5 3.5"/>',
    "not_known": '<circle cx="8" cy="8" r="5.2"/>',
    "lock": '<rect x="3.5" y="7" width="9" height="6.5"/><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2"/>',
}


def icon(name: str) -> Markup:
    """A small drawing that goes beside a word."""
    drawing = _ICONS.get(name, _ICONS["unmarked"])
    return Markup(
        '<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none"'
        f' stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">{drawing}</svg>'
    )


def bar(share: float, needed: float) -> Markup:
    """A bar for a share of 0 to 1, with a line where it is needed."""
    filled, line = (max(0.0, min(1.0, value)) * 100 for value in (share, needed))
    state = "reached" if share >= needed else "short"
    return Markup(
        f'<svg class="bar {state}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="bar-ground" width="100" height="10"/><rect class="bar-share" width="{filled:.1f}" height="10"/>'
        f'<rect class="bar-needed" x="{line:.1f}" y="0" width="0.8" height="10"/></svg>'
    )


@cache
def environment() -> Environment:
    """The one Jinja environment: autoescape on, an unknown name is an error."""
    made = Environment(
        loader=ChoiceLoader([FileSystemLoader(HERE / "console" / "templates"), FileSystemLoader(HERE / "pack")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        icon=icon,
        bar=bar,
        drawing=timeline_drawing,
        VERDICTS=VERDICTS,
        OUTCOMES=OUTCOMES,
        STATES=STATES,
        STANDS=STANDS,
        TELLINGS=TELLINGS,
        CAUSES=CAUSES,
        SHOWN=SHOWN,
        ROLES=ROLES,
        WHY=WHY_SIMULATED,
    )
    made.filters.update(clock=clock, when=for_people, readable=level_label, field=field_label, spans=entry_spans)
    made.filters.update(points_named=points_named)
    return made


def rendered(template: str, **values: Any) -> str:
    """A template filled in."""
    return environment().get_template(template).render(**values)
