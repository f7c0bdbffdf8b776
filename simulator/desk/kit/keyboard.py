"""What the keyboard does: text, composed text, shortcuts, and the way from field to field."""

from collections.abc import Callable

import pygame
from pygame.event import Event

from simulator.desk.kit.keys import ENTER, Chord, chord, ctrl, shift
from simulator.desk.kit.tooltip import Tips
from simulator.desk.kit.widget import Stage, Widget

_OF_THE_COMPOSER = frozenset(
    (
        pygame.K_RETURN,
        pygame.K_KP_ENTER,
        pygame.K_TAB,
        pygame.K_BACKSPACE,
        pygame.K_LEFT,
        pygame.K_RIGHT,
        pygame.K_UP,
        pygame.K_DOWN,
        pygame.K_ESCAPE,
        pygame.K_SPACE,
    )
)
"""Keys that belong to the input method while it composes."""


class Keyboard:
    """Takes the key events of a window to the widget that has the focus."""

    def __init__(self, ui: Stage, tips: Tips) -> None:
        self._ui = ui
        self._tips = tips
        self.shortcuts: dict[Chord, Callable[[], object]] = {}
        self.key_up: dict[int, Callable[[], object]] = {}
        self._held: set[int] = set()  # the keys that are down: what comes again of one is its repeat
        self._ctrl_pressed = False
        self._mover: int | None = None  # the key that is down and moved the focus: its own text is for no field

    def take(self, event: Event) -> bool:
        """Handle the event if it is one of the keyboard."""
        if event.type == pygame.TEXTINPUT:
            self._typed(event.text)
        elif event.type == pygame.TEXTEDITING:
            self._composing(event.text)
        elif event.type == pygame.KEYUP:
            self._up(event.key)
        elif event.type == pygame.KEYDOWN:
            before = self._ui.focus
            if not self._of_a_held_key(event):
                self._down(event)
            self._held.add(event.key)
            if self._ui.focus is not before:
                self._mover = event.key
            elif event.key != self._mover:
                self._mover = None
        else:
            return False
        return True

    def move(self, step: int) -> None:
        """Give the focus to the next widget in the order of Tab (step 1) or the one before (step -1)."""
        order = tab_order(self._ui)
        if not order:
            return
        if self._ui.focus in order:
            place = order.index(self._ui.focus)
        else:
            place = -1 if step > 0 else 0
        self._ui.set_focus(order[(place + step) % len(order)])

    def next_panel(self, step: int) -> None:
        """Give the focus to the first widget of the next panel."""
        ui = self._ui
        if not ui.root:
            return
        panels = [p for p in ui.root.find_all(lambda w: w.is_panel) if p.shown() and p.first_focusable()]
        if not panels:
            return
        inside = [number for number, panel in enumerate(panels) if panel.contains(ui.focus)]
        # of panels within panels the innermost is the one the user is in
        place = inside[-1] if inside else (-1 if step > 0 else 0)
        ui.set_focus(panels[(place + step) % len(panels)].first_focusable())

    def _typed(self, text: str) -> None:
        ui = self._ui
        self._tips.hide()
        if self._ctrl_pressed or self._mover is not None:
            return  # X11 makes text of Ctrl with a digit or a sign, and Space that presses a button is no space
        if ui.focus and ui.focus.accepts_text:
            ui.compose = ""
            ui.focus.on_text(text)

    def _composing(self, text: str) -> None:
        ui = self._ui
        if ui.focus and ui.focus.accepts_text:
            ui.compose = text
            ui.focus.invalidate()

    def _of_a_held_key(self, event: Event) -> bool:
        """Whether this only repeats a key that does something once: a shortcut, or Enter and Space on a button.

        Keys repeat while a slow machine is busy with the first press, however shortly they were pressed.
        """
        if event.key not in self._held:
            return False
        presses = event.key in (*ENTER, pygame.K_SPACE) and not (self._ui.focus and self._ui.focus.accepts_text)
        return presses or chord(event) in self.shortcuts

    def _up(self, key: int) -> None:
        self._held.discard(key)
        self._ctrl_pressed = False
        if key == self._mover:
            self._mover = None
        act = self.key_up.get(key)
        if act:
            act()

    def _down(self, event: Event) -> None:
        ui = self._ui
        self._ctrl_pressed = ctrl(event) and event.key not in (pygame.K_LCTRL, pygame.K_RCTRL)
        if ui.compose and event.key in _OF_THE_COMPOSER:
            return
        if event.key == pygame.K_ESCAPE and self._tips.shown:
            self._tips.hide()
            return
        self._tips.hide()
        top = ui.overlays[-1] if ui.overlays else None
        if top and top.modal:
            self._down_in_modal(event, top)
            return
        if top and top.on_key(event):
            return
        act = self.shortcuts.get(chord(event))
        if act:
            act()
        elif not (ui.focus and ui.focus.on_key(event)):
            self._walk(event)

    def _down_in_modal(self, event: Event, top: Widget) -> None:
        focus = self._ui.focus
        if top.contains(focus) and focus is not top and focus and focus.on_key(event):
            return
        if not top.on_key(event) and event.key == pygame.K_TAB:
            self.move(-1 if shift(event) else 1)

    def _walk(self, event: Event) -> None:
        if event.key == pygame.K_TAB and not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            self.move(-1 if shift(event) else 1)
        elif event.key == pygame.K_F6:
            self.next_panel(-1 if shift(event) else 1)


def tab_order(ui: Stage) -> list[Widget]:
    """The widgets that Tab goes through: those of the modal box on top, else those of the whole window."""
    top = ui.overlays[-1] if ui.overlays and ui.overlays[-1].modal else ui.root
    return list(top.focusables()) if top else []
