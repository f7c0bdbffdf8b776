"""A call's sound as a picture: both sides, where they spoke over one another, where nobody spoke, and the marks."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup, escape

from reports.judgement import StandingPoint
from reports.labels import VERDICTS
from reports.peaks import Peaks
from reports.sound_shown import SIDES, Side
from reports.timeline import Row
from scenarios.scenario import Frozen
from scoring.delivery import Silence
from simulator.journal import clock

LEFT, WIDTH, RIGHT = 78, 1000, 8  # the same time scale as the drawing of the timeline
COLUMNS = 600
_LANE, _TOP, _MARKS = 44, 6, 20
_NAMES: dict[Side, str] = {"caller": "Caller", "handler": "Trainee"}
_OF_LANE: dict[str, Side] = {"caller": "caller", "handler": "handler"}
_DRAWN = ("not_met", "for_assessor", "partly", "met")


class Wave(Frozen):
    """One side's sound as drawn: its loudness along its length, and where it lies in the call's time (ms)."""

    side: Side
    began_ms: int
    lasts_ms: int
    peaks: Peaks


class Span(Frozen):
    """A stretch of the call, in ms."""

    begins: int
    ends: int


def sound_strip(
    waves: Sequence[Wave], rows: Sequence[Row], points: Iterable[StandingPoint], silences: Iterable[Silence] = ()
) -> Markup:
    """An SVG, 1000 units wide, over the time that the drawing of the timeline covers.

    What it shows stands in words elsewhere on the page: the entries, the marks and the measures of delivery.
    """
    until = whole_ms(rows)
    height = _TOP + 2 * _LANE + _MARKS + 4
    parts = [
        f'<svg class="strip" viewBox="0 0 {WIDTH} {height}" role="img" data-left="{LEFT}"'
        f' data-right="{WIDTH - RIGHT}" data-until="{until}"'
        f' aria-label="The sound of the call, {clock(until)} long: who was heard when, and where marks rest.">'
    ]
    quiet = (Span(begins=one.t_ms, ends=one.t_ms + one.lasted_ms) for one in silences)
    parts += [_band(span, until, "s-quiet", f"Nobody speaks for {_s(span)}") for span in quiet]
    for number, side in enumerate(SIDES):
        y = _TOP + number * _LANE + _LANE // 2
        parts.append(f'<text class="d-name" x="0" y="{y + 4}">{_NAMES[side]}</text>')
        parts.append(f'<line class="d-lane" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>')
        parts += [_wave(wave, y, until) for wave in waves if wave.side == side]
        if not any(wave.side == side for wave in waves):
            parts += [_typed(row, y, until) for row in rows if _OF_LANE.get(row.lane) == side and row.lasts_ms]
    parts += [_band(span, until, "s-over", f"Both speak for {_s(span)}") for span in talked_over(rows)]
    parts += _marks(points, {row.n: row for row in rows}, until, _TOP + 2 * _LANE + 6)
    parts.append(f'<line class="s-head" x1="{LEFT}" x2="{LEFT}" y1="0" y2="{height}"/>')
    return Markup("".join(parts) + "</svg>")


def whole_ms(rows: Sequence[Row]) -> int:
    """How long the call is as drawn."""
    return max([row.t_ms + row.lasts_ms for row in rows] or [0]) or 1000


def talked_over(rows: Sequence[Row]) -> tuple[Span, ...]:
    """Where both sides are heard at once. What is told with the handler's words began when those words began."""
    said = {row.t_ms: row.begins_ms for row in rows if row.kind == "handler_said"}
    over = [row for row in rows if row.kind == "talked_over" and row.lasts_ms]
    return tuple(
        Span(begins=said.get(row.t_ms, row.t_ms), ends=said.get(row.t_ms, row.t_ms) + row.lasts_ms) for row in over
    )


def _x(t_ms: float, until: int) -> float:
    return round(LEFT + (WIDTH - LEFT - RIGHT) * max(0.0, t_ms) / until, 1)


def _s(span: Span) -> str:
    return f"{(span.ends - span.begins) / 1000:.1f} s"


def _band(span: Span, until: int, name: str, words: str) -> str:
    x = _x(span.begins, until)
    width = max(1.5, _x(span.ends, until) - x)
    return (
        f'<rect class="{name}" x="{x}" y="{_TOP}" width="{width:.1f}" height="{2 * _LANE}">'
        f"<title>{words}, from {clock(span.begins)}</title></rect>"
    )


def _wave(wave: Wave, y: int, until: int) -> str:
    if not wave.peaks:
        return ""
    loudest = max(max(wave.peaks), 0.05)
    step = wave.lasts_ms / len(wave.peaks)
    tops = [
        (_x(wave.began_ms + step * n, until), peak / loudest * (_LANE / 2 - 2)) for n, peak in enumerate(wave.peaks)
    ]
    above = " ".join(f"{x},{y - max(0.4, peak):.1f}" for x, peak in tops)
    below = " ".join(f"{x},{y + max(0.4, peak):.1f}" for x, peak in reversed(tops))
    return f'<polygon class="s-{wave.side}" points="{above} {below}"/>'


def _typed(row: Row, y: int, until: int) -> str:
    x = _x(row.begins_ms, until)
    width = max(2.0, _x(row.begins_ms + row.lasts_ms, until) - x)
    return (
        f'<rect class="s-typed" x="{x}" y="{y - 5}" width="{width:.1f}" height="10">'
        f"<title>Not recorded: {escape(row.what[:120])}</title></rect>"
    )


def _marks(points: Iterable[StandingPoint], rows: dict[int, Row], until: int, y: int) -> Iterator[str]:
    placed = [(rows[min(p.mark.shown_by)], p) for p in points if p.mark.shown_by and min(p.mark.shown_by) in rows]
    # Those that were lost lie on top, since they are what an assessor looks for.
    for row, point in sorted(placed, key=lambda one: -_DRAWN.index(one[1].verdict) if one[1].verdict in _DRAWN else -9):
        if point.verdict in _DRAWN:
            x = _x(row.begins_ms, until)
            words = f"{point.mark.point}, {VERDICTS[point.verdict].lower()}, {row.clock}: {point.mark.text}"
            yield (
                f'<a href="#mark-{escape(point.mark.point)}" tabindex="-1"><g><title>{escape(words)}</title>'
                f'<path class="s-mark s-{point.verdict}" d="M{x} {y}l5 9h-10z"/></g></a>'
            )
