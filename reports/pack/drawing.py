"""The timeline as a drawing: one lane for each who, speech as bars, deeds as marks; made by hand, no library."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from reports.timeline import LANES, Lane, Row
from simulator.journal import clock

_SHOWN: tuple[Lane, ...] = ("caller", "handler", "log", "look_up", "decision", "line")
_LEFT, _WIDTH, _LANE, _TOP = 78, 1000, 22, 8
_STEPS_S = (5, 10, 15, 30, 60, 120, 300, 600, 1800)


def timeline_drawing(rows: Sequence[Row], highlighted: frozenset[int] = frozenset(), links: bool = False) -> Markup:
    """An SVG of the rows, 1000 units wide; `links` makes each mark lead to `#entry-n`.

    The table beside it says the same in words, so the drawing has one short name for screen readers.
    """
    until = max([row.t_ms + row.lasts_ms for row in rows] or [0]) or 1000
    height = _TOP + _LANE * len(_SHOWN) + 22
    role = "group" if links else "img"
    parts = [
        f'<svg class="drawing" viewBox="0 0 {_WIDTH} {height}" role="{role}"'
        f' aria-label="The call as a drawing, {clock(until)} long. The table of entries says the same in words.">'
    ]
    parts += [_lane(lane, number) for number, lane in enumerate(_SHOWN)]
    parts += _ticks(until, height)
    parts += [_row(row, until, row.n in highlighted, links) for row in rows if row.lane in _SHOWN]
    return Markup("".join(parts) + "</svg>")


def _x(t_ms: float, until: int) -> float:
    return round(_LEFT + (_WIDTH - _LEFT - 8) * max(0.0, t_ms) / until, 1)


def _lane(lane: Lane, number: int) -> str:
    y = _TOP + number * _LANE
    return (
        f'<text class="d-name" x="0" y="{y + 15}">{LANES[lane]}</text>'
        f'<line class="d-lane" x1="{_LEFT}" x2="{_WIDTH}" y1="{y + 11}" y2="{y + 11}"/>'
    )


def _ticks(until: int, height: int) -> list[str]:
    step = next((s for s in _STEPS_S if until / 1000 / s <= 12), _STEPS_S[-1]) * 1000
    made = []
    for t_ms in range(0, until + 1, step):
        x = _x(t_ms, until)
        made.append(
            f'<line class="d-tick" x1="{x}" x2="{x}" y1="{_TOP}" y2="{height - 18}"/>'
            f'<text class="d-time" x="{x}" y="{height - 4}" text-anchor="middle">{clock(t_ms)}</text>'
        )
    return made


def _row(row: Row, until: int, lit: bool, links: bool) -> str:
    y = _TOP + _SHOWN.index(row.lane) * _LANE
    name = f"d-{row.lane}" + (" d-lit" if lit else "") + (" d-alert" if row.tone == "alert" else "")
    begins = row.begins_ms
    if row.lasts_ms:
        width = max(2.0, round(_x(begins + row.lasts_ms, until) - _x(begins, until), 1))
        shape = f'<rect class="{name}" x="{_x(begins, until)}" y="{y + 4}" width="{width}" height="14" rx="2"/>'
    else:
        shape = f'<circle class="{name}" cx="{_x(begins, until)}" cy="{y + 11}" r="4.5"/>'
    titled = f"<g><title>{escape(row.clock)} {escape(row.who)}: {escape(row.what[:120])}</title>{shape}</g>"
    return f'<a href="#entry-{row.n}" tabindex="-1">{titled}</a>' if links else titled
