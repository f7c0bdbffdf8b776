"""Where the panels of the desk go: three columns when wide, a column and tabs when not; pure."""

from collections.abc import Callable
from dataclasses import dataclass

from pygame import Rect

Px = Callable[[float], int]
WIDE, HIGH = 1560, 1000  # units from which there are three columns
LEAST_ROOM = (1222, 664)  # units that every screen of the desk needs
LOW = 880  # units of height, below which the columns keep closer
BANNER, BAR, FOOT, GAP, TABS = 34, 84, 30, 10, 36


@dataclass(frozen=True)
class Places:
    """The place of everything, in pixels. With `tabbed`, form, assessment and side share one place."""

    banner: Rect
    bar: Rect
    foot: Rect
    conversation: Rect
    wrap_up: Rect
    form: Rect
    log: Rect
    assess: Rect
    grade: Rect
    side: Rect
    tabs: Rect
    tabbed: bool


def places(screen: Rect, scale: float, px: Px, wrapping: bool, desk: str, form_h: Callable[[int], int]) -> Places:
    """Places for a window at a scale. `wrapping` makes room for wrap-up; `desk` is incident or ticket; `form_h`
    says how high the form would be in a width."""
    wide = screen.w / scale >= WIDE and screen.h / scale >= HIGH
    gap = px(GAP)
    banner = Rect(screen.x, screen.y, screen.w, px(BANNER))
    bar = Rect(screen.x, banner.bottom, screen.w, px(BAR))
    foot = Rect(screen.x, screen.bottom - px(FOOT), screen.w, px(FOOT))
    top = bar.bottom + gap
    work = Rect(screen.x + gap, top, screen.w - 2 * gap, foot.y - px(4) - top)
    left = Rect(work.x, work.y, int(screen.w * (0.245 if wide else 0.33)), work.h)
    conversation, wrap_up = _left(left, px, wrapping)
    rest = Rect(left.right + gap, work.y, work.right - left.right - gap, work.h)
    arrange = _columns if wide else _tabbed
    form, log, assess, grade, side, tabs = arrange(rest, px, desk, form_h)
    return Places(banner, bar, foot, conversation, wrap_up, form, log, assess, grade, side, tabs, not wide)


def _left(left: Rect, px: Px, wrapping: bool) -> tuple[Rect, Rect]:
    height = px(34 + 3 * 42 + 4 + 38 + 12) if wrapping else 0
    gap = px(GAP) if wrapping else 0
    talk = Rect(left.x, left.y, left.w, left.h - height - gap)
    return talk, Rect(left.x, talk.bottom + gap, left.w, height)


def _columns(rest: Rect, px: Px, desk: str, form_h: Callable[[int], int]) -> tuple[Rect, Rect, Rect, Rect, Rect, Rect]:
    gap = px(GAP)
    middle = int(rest.w * 0.57)
    form = Rect(rest.x, rest.y, middle, min(rest.h - px(190), form_h(middle)))
    log = Rect(rest.x, form.bottom + gap, middle, rest.h - form.h - gap)
    x, width = rest.x + middle + gap, rest.w - middle - gap
    if desk == "incident":
        low = rest.h < px(LOW)  # the side page needs the room more than the rationale does
        assess = Rect(x, rest.y, width, px(250 if low else 266))
        grade = Rect(x, assess.bottom + gap, width, px(226 if low else 258))
        side_y = grade.bottom + gap
    else:
        assess = Rect(x, rest.y, width, px(34 + 10 * 36 + 12))
        grade = Rect(x, assess.bottom, width, 0)
        side_y = assess.bottom + gap
    side = Rect(x, side_y, width, rest.bottom - side_y)
    return form, log, assess, grade, side, Rect(x, rest.y, 0, 0)


def _tabbed(rest: Rect, px: Px, desk: str, form_h: Callable[[int], int]) -> tuple[Rect, Rect, Rect, Rect, Rect, Rect]:
    gap = px(GAP)
    tabs = Rect(rest.x, rest.y, rest.w, px(TABS))
    log_height = max(px(150), int(rest.h * 0.26))
    y = tabs.bottom + gap // 2
    body = Rect(rest.x, y, rest.w, rest.bottom - y - log_height - gap)
    log = Rect(rest.x, body.bottom + gap, rest.w, log_height)
    if desk != "incident":
        return body, log, body, Rect(body.right, body.y, 0, 0), body, tabs
    half = int(body.w * 0.61)
    assess = Rect(body.x, body.y, half, body.h)
    grade = Rect(body.x + half + gap, body.y, body.w - half - gap, body.h)
    return body, log, assess, grade, body, tabs
