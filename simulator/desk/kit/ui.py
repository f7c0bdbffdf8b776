"""The window: what is in it, what is damaged, who has the focus, and the loop that sleeps until something happens."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pygame
from pygame import Rect
from pygame.event import Event

from simulator.desk.kit.clipboard import Clipboard
from simulator.desk.kit.damage import Damage
from simulator.desk.kit.faces import FOLDER, Faces
from simulator.desk.kit.keyboard import Keyboard, tab_order
from simulator.desk.kit.keys import Chord
from simulator.desk.kit.pointer import Pointer
from simulator.desk.kit.popup import Popup
from simulator.desk.kit.timers import Clock, Timer, Timers
from simulator.desk.kit.tokens import palette
from simulator.desk.kit.tooltip import Tips
from simulator.desk.kit.waiting import Waiting
from simulator.desk.kit.widget import Stage, Widget
from simulator.desk.kit.window_icon import window_icon

BLINK_S = 0.53
LONGEST_WAIT_MS = 500
LEAST_USER_SCALE, MOST_USER_SCALE = 0.8, 2.0
KEY_REPEAT_MS = (380, 28)
_SHOWN_AGAIN = ("WINDOWEXPOSED", "WINDOWRESTORED", "WINDOWSHOWN")


class UI(Stage):
    """One window of widgets. `size` is in pixels, `theme` day, night or contrast, `scale` the text size
    (0.8 to 2). `clock` tells seconds, for the caret, double clicks and
    timers only; tests give their own."""

    def __init__(
        self,
        size: tuple[int, int] = (1920, 1080),
        title: str = "",
        theme: str = "day",
        scale: float = 1.0,
        *,
        resizable: bool = True,
        clock: Clock = monotonic,
        fonts: Path = FOLDER,
    ) -> None:
        # not pygame.init(): that would open the sound device and the joysticks too
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_caption(title)
        pygame.display.set_icon(window_icon())
        screen = pygame.display.set_mode(size, pygame.RESIZABLE if resizable else 0)
        pygame.key.set_repeat(*KEY_REPEAT_MS)
        # Always on: what is typed faster than the focus moves waits in the queue, and SDL makes text of it as it comes.
        pygame.key.start_text_input()
        self.notices: list[str] = []
        """What was told before anybody listened; `on_notice` gets what comes after."""
        self.on_notice: Callable[[str], object] | None = None
        super().__init__(screen, theme, _within(scale), Faces(fonts, self.notice))
        self.root = None
        self.focus = None
        self.hover = None
        self.capture = None
        self.overlays = []
        self.mouse = (-1, -1)
        self.click_count = 0
        self.compose = ""
        self.clip = Clipboard()
        self.clock = clock
        self.running = True
        self.on_layout: Callable[[], object] | None = None
        self.on_quit: Callable[[], bool] | None = None
        """Asked when the window is to close; it closes if the answer is yes or nobody is there to ask."""
        self.damage = Damage()
        self.timers = Timers(clock)
        self._waiting = Waiting()
        self.tips = Tips(self)
        self._pointer = Pointer(self, self.tips)
        self._keyboard = Keyboard(self, self.tips)
        self._stale = True
        self._blink: Timer | None = None
        self._focus_before: list[tuple[Widget, Widget | None]] = []
        self._called = pygame.event.custom_type()

    # what callers may set or read

    @property
    def shortcuts(self) -> dict[Chord, Callable[[], object]]:
        """What a key with its modifiers does anywhere in the window: (key, ctrl, alt, shift) to act."""
        return self._keyboard.shortcuts

    @property
    def key_up(self) -> dict[int, Callable[[], object]]:
        """What letting go of a key does."""
        return self._keyboard.key_up

    def set_theme(self, name: str) -> None:
        """Change the colours: day, night or contrast."""
        self.c = palette(name)
        self.theme_name = name
        self.relayout()

    def set_user_scale(self, scale: float) -> None:
        """Change the text size; it is kept within 0.8 and 2."""
        self.user_scale = _within(scale)
        self.rescale()
        self.fonts.forget()
        self.relayout()

    def notice(self, message: str) -> None:
        """Tell the user something in passing."""
        if self.on_notice:
            self.on_notice(message)
        else:
            self.notices.append(message)

    # layout and painting

    def relayout(self) -> None:
        """Lay everything out again before the next event or painting."""
        self._stale = True
        self.damage.add_all()

    def settle(self) -> None:
        """Lay everything out now if that is due."""
        if not self._stale:
            return
        self._stale = False
        self.close_overlays()
        self.tips.hide()
        screen = self.screen.get_rect()
        if self.root:
            self.root.layout(screen)
        if self.on_layout:
            self.on_layout()
        for overlay in self.overlays:
            if isinstance(overlay, Popup):
                overlay.place(screen)
        if self.focus:
            self.focus.reveal()
        self.damage.add_all()

    def invalidate(self, rect: Rect) -> None:
        """Paint this part of the window again."""
        self.damage.add(rect, self.screen.get_rect())

    def paint(self) -> bool:
        """Paint what is damaged and show it; says whether there was anything."""
        if not self.damage:
            return False
        screen = self.screen
        whole = self.damage.everything
        rects = self.damage.take(screen.get_rect())
        for rect in rects:
            screen.set_clip(rect)
            screen.fill(self.c["canvas"], rect)
            for layer in (self.root, *self.overlays, self.tips.shown):
                if layer:
                    layer.paint(screen, rect)
        screen.set_clip(None)
        if whole:
            pygame.display.flip()
        else:
            pygame.display.update(rects)
        return True

    # focus

    def set_focus(self, widget: Widget | None, select: bool = True) -> None:
        """Give the keyboard to a widget; `select` selects what is in a field."""
        if widget is self.focus:
            return
        before, self.focus = self.focus, widget
        if self.compose:  # what an input method holds was meant for the field that is left
            pygame.key.stop_text_input()
            pygame.key.start_text_input()
        self.compose = ""
        if before:
            before.on_blur()
            before.invalidate()
        if self.focus is not widget:
            return  # what it did on leaving gave the keyboard to another
        if widget:
            widget.on_focus(select)
            widget.invalidate()
            widget.reveal()
        self._blink_from_now()
        self.tips.focused(widget)

    def move_focus(self, step: int) -> None:
        """To the next widget in the order of Tab (1) or the one before (-1)."""
        self._keyboard.move(step)

    def next_panel(self, step: int) -> None:
        """To the first widget of the next panel (1) or the one before (-1)."""
        self._keyboard.next_panel(step)

    def tab_list(self) -> list[Widget]:
        """The widgets that Tab goes through, in order."""
        return tab_order(self)

    def by_name(self, name: str) -> Widget:
        """The widget of that name, those on top first; raises LookupError when there is none."""
        for layer in (*reversed(self.overlays), self.root):
            for widget in layer.walk() if layer else ():
                if widget.name == name:
                    return widget
        raise LookupError(f"no widget is named {name!r}")

    # what is on top

    def open_overlay(self, overlay: Widget) -> None:
        """Show something over everything; a modal one takes the keyboard until it is closed."""
        self.settle()
        self.tips.hide()
        if isinstance(overlay, Popup):
            overlay.place(self.screen.get_rect())
        self.overlays.append(overlay)
        overlay.invalidate()
        if overlay.modal:
            self.damage.add_all()
            self._focus_before.append((overlay, self.focus))
            self.capture = None
            self.set_focus(overlay.first_focusable())

    def close_overlay(self, overlay: Widget) -> None:
        """Take it away; after a modal one the keyboard goes back to where it was."""
        if overlay not in self.overlays:
            return
        self.overlays.remove(overlay)
        if overlay.modal:
            self.damage.add_all()
        overlay.invalidate()
        if self.hover and overlay.contains(self.hover):
            self.hover = None
        for kept, focus in self._focus_before:
            if kept is overlay:
                self.set_focus(focus if focus and focus.shown() else None)
        self._focus_before = [pair for pair in self._focus_before if pair[0] is not overlay]

    def close_overlays(self) -> None:
        """Take all away that can be closed by pressing beside it."""
        for overlay in [kept for kept in self.overlays if not kept.modal]:
            self.close_overlay(overlay)

    # time

    def every(self, seconds: float, act: Callable[[], object]) -> Timer:
        """Do something again and again."""
        return self.timers.every(seconds, act)

    def after(self, seconds: float, act: Callable[[], object]) -> Timer:
        """Do something once, later."""
        return self.timers.after(seconds, act)

    def call_soon(self, act: Callable[[], object]) -> None:
        """Do something in the loop, at once; may be called from any thread, and wakes the loop."""
        pygame.event.post(Event(self._called, act=act))

    # events

    def dispatch(self, event: Event) -> None:
        """Handle one event."""
        if event.type == pygame.VIDEORESIZE:
            self.screen = pygame.display.get_surface() or self.screen
            self.rescale()
            self.relayout()
            return
        self.settle()
        if self._pointer.take(event) or self._keyboard.take(event):
            return
        if event.type == pygame.QUIT:
            self.running = self.on_quit is not None and not self.on_quit()
        elif event.type == self._called:
            event.act()
        elif event.type in _shown_again():
            self.damage.add_all()

    def step(self, wait_ms: int = 0) -> bool:
        """Handle what has happened, waiting up to `wait_ms` for it, and paint; says whether it painted."""
        for event in _without_needless_motion(self._events(wait_ms)):
            self.dispatch(event)
        self.timers.fire()
        self.settle()
        return self.paint()

    def run(self, hook: Callable[[], object] | None = None) -> None:
        """Go on until the window is closed; `hook` is called after each turn."""
        self.step()
        while self.running:
            next_in = self.timers.next_in()
            wait = LONGEST_WAIT_MS if next_in is None else min(LONGEST_WAIT_MS, int(next_in * 1000) + 1)
            self.step(wait)
            if hook:
                hook()

    def _events(self, wait_ms: int) -> list[Event]:
        return self._waiting.next_events(0 if self.damage else wait_ms)

    def _blink_from_now(self) -> None:
        if self._blink:
            self._blink.cancel()
            self._blink = None
        if self.focus and self.focus.accepts_text:
            self._blink = self.every(BLINK_S, self._blinked)

    def _blinked(self) -> None:
        caret = self.focus.caret_rect() if self.focus else None
        if caret:
            self.invalidate(caret.inflate(4, 4))


def _within(scale: float) -> float:
    return max(LEAST_USER_SCALE, min(MOST_USER_SCALE, round(scale, 2)))


def _shown_again() -> tuple[int, ...]:
    return tuple(getattr(pygame, name) for name in _SHOWN_AGAIN if hasattr(pygame, name))


def _without_needless_motion(events: list[Event]) -> list[Event]:
    """The events, without each movement of the mouse that another one follows at once."""
    followed_by = [*events[1:], None]
    return [
        event
        for event, after in zip(events, followed_by, strict=False)
        if not (event.type == pygame.MOUSEMOTION and after and after.type == pygame.MOUSEMOTION)
    ]
