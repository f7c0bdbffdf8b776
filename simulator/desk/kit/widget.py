"""What every widget is: a named rectangle in a tree, and the stage it stands on."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from simulator.desk.kit.clipboard import Clipboard
from simulator.desk.kit.draw import focus_ring
from simulator.desk.kit.pen import Pen
from simulator.desk.kit.timers import Clock, Timer

RING = 3
"""Width of the focus ring in units."""


class Stage(Pen, ABC):
    """What a widget may use of the window it is in."""

    root: "Widget | None"
    focus: "Widget | None"
    hover: "Widget | None"
    capture: "Widget | None"
    overlays: "list[Widget]"
    mouse: tuple[int, int]
    click_count: int
    compose: str
    clip: Clipboard
    clock: Clock

    @abstractmethod
    def invalidate(self, rect: Rect) -> None:
        """Paint this part of the window again."""

    @abstractmethod
    def set_focus(self, widget: "Widget | None", select: bool = True) -> None:
        """Give the keyboard to a widget; `select` selects what is in a field."""

    @abstractmethod
    def open_overlay(self, overlay: "Widget") -> None:
        """Show something over everything."""

    @abstractmethod
    def close_overlay(self, overlay: "Widget") -> None:
        """Take it away again."""

    @abstractmethod
    def close_overlays(self) -> None:
        """Take all away that can be closed by pressing beside it."""

    @abstractmethod
    def relayout(self) -> None:
        """Lay everything out again before the next painting."""

    @abstractmethod
    def notice(self, message: str) -> None:
        """Tell the user something in passing."""

    @abstractmethod
    def every(self, seconds: float, act: Callable[[], object]) -> Timer:
        """Do something again and again."""

    @abstractmethod
    def after(self, seconds: float, act: Callable[[], object]) -> Timer:
        """Do something once, later."""


class Widget:
    """A rectangle that paints itself, holds others, and answers to mouse and keys. Its name is what tests
    and screen readers call it by."""

    focusable = False
    accepts_text = False
    modal = False
    is_panel = False
    ring = True
    role = "group"
    cursor = pygame.SYSTEM_CURSOR_ARROW

    def __init__(self, ui: Stage, name: str = "", *, tooltip: str = "") -> None:
        self.ui = ui
        self.name = name
        self.tooltip = tooltip
        self.rect = Rect(0, 0, 0, 0)
        self.children: list[Widget] = []
        self.parent: Widget | None = None
        self.visible = True
        self.enabled = True
        self.shortened: tuple[str, ...] = ()
        """What was cut short when this was last drawn."""

    # the tree

    def add(self, *widgets: "Widget") -> None:
        """Put widgets into this one; the order is the order of Tab and of painting."""
        for widget in widgets:
            widget.parent = self
            self.children.append(widget)

    def clear(self) -> None:
        """Take all widgets out."""
        if self.ui.focus and self.contains(self.ui.focus) and self.ui.focus is not self:
            self.ui.set_focus(None)
        for child in self.children:
            child.parent = None
        self.children.clear()
        self.invalidate()

    def walk(self) -> Iterator["Widget"]:
        """This widget and all in it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find_all(self, wanted: "Callable[[Widget], bool]") -> "list[Widget]":
        """All widgets in here that are wanted, this one first."""
        return [widget for widget in self.walk() if wanted(widget)]

    def contains(self, widget: "Widget | None") -> bool:
        """Whether the widget is this one or in it."""
        while widget is not None:
            if widget is self:
                return True
            widget = widget.parent
        return False

    def shown(self) -> bool:
        """Whether this and all around it are visible."""
        widget: Widget | None = self
        while widget is not None:
            if not widget.visible:
                return False
            widget = widget.parent
        return True

    def focusables(self) -> Iterator["Widget"]:
        """The widgets that Tab reaches, in its order."""
        if not self.visible:
            return
        if self.focusable and self.enabled:
            yield self
        for child in self.children:
            yield from child.focusables()

    def first_focusable(self) -> "Widget | None":
        """The first that Tab reaches, or None."""
        return next(self.focusables(), None)

    def reveal(self) -> None:
        """Scroll whatever holds this until it is seen."""
        around = self.parent
        while around is not None:
            around.reveal_child(self)
            around = around.parent

    def reveal_child(self, child: "Widget") -> None:
        """Scroll until the child is seen; only what scrolls does anything."""

    # the place

    def layout(self, rect: Rect) -> None:
        """Take this place in the window (pixels) and place all that is inside."""
        self.rect = Rect(rect)

    def hit(self, pos: tuple[int, int]) -> "Widget | None":
        """The widget on top at a point of the window."""
        if not self.visible or not self.rect.collidepoint(pos):
            return None
        for child in reversed(self.children):
            found = child.hit(pos)
            if found:
                return found
        return self

    # painting

    def invalidate(self) -> None:
        """Paint this again, its focus ring included."""
        grown = 2 * self.ui.px(2 * RING)
        self.ui.invalidate(self.rect.inflate(grown, grown))

    def paint(self, surface: Surface, clip: Rect) -> None:
        """Draw this and all inside, if any of it lies in the clip."""
        if not self.visible or not self.rect.inflate(16, 16).colliderect(clip):
            return
        self.ui.cut = []
        self.draw(surface)
        self.shortened = tuple(self.ui.cut)
        for child in self.children:
            child.paint(surface, clip)
        if self.ui.focus is self and self.ring:
            self.draw_ring(surface)

    def draw(self, surface: Surface) -> None:
        """Draw this alone."""

    def draw_ring(self, surface: Surface) -> None:
        """Draw the focus ring."""
        ui = self.ui
        focus_ring(surface, self.rect, ui.px(5), ui.c["focus"], ui.c["focus_in"], ui.px(RING))

    def tip_at(self, pos: tuple[int, int]) -> str:
        """What the tooltip at a point says: its own words, else what was cut short."""
        return self.tooltip or "\n".join(self.shortened)

    def focus_tip(self) -> str:
        """What the tooltip says when the keyboard has stayed here."""
        return self.tip_at(self.rect.center)

    # events; a handler of keys and of the wheel says whether it was for it

    def on_focus(self, select: bool = True) -> None:
        """The keyboard has come here."""

    def on_blur(self) -> None:
        """The keyboard has gone elsewhere."""

    def on_press(self, event: Event, clicks: int) -> None:
        """The left button went down here, for the first, second or third time in a row."""

    def on_release(self, event: Event) -> None:
        """The left button that went down here has come up, here or elsewhere."""

    def on_mouse_move(self, event: Event) -> None:
        """The mouse moved over this, or anywhere while the button that went down here is held."""

    def on_mouse_leave(self) -> None:
        """The mouse has gone elsewhere."""

    def on_wheel(self, event: Event) -> bool:
        """The wheel was turned."""
        return False

    def on_key(self, event: Event) -> bool:
        """A key went down."""
        return False

    def on_text(self, text: str) -> None:
        """Text was typed."""

    def caret_rect(self) -> Rect | None:
        """Where the caret blinks, if this has one."""
        return None
