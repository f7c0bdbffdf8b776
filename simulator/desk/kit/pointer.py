"""What the mouse does: presses, clicks in a row, dragging, hovering, the wheel."""

import contextlib

import pygame
from pygame.event import Event

from simulator.desk.kit.tooltip import Tips
from simulator.desk.kit.widget import Stage, Widget

DOUBLE_CLICK_S = 0.4
DOUBLE_CLICK_PX = 6


class Pointer:
    """Takes the mouse events of a window to the widgets they are meant for."""

    def __init__(self, ui: Stage, tips: Tips) -> None:
        self._ui = ui
        self._tips = tips
        self._last_press = -1.0
        self._last_pos = (0, 0)

    def take(self, event: Event) -> bool:
        """Handle the event if it is one of the mouse."""
        if event.type == pygame.MOUSEMOTION:
            self._moved(event)
        elif event.type == pygame.MOUSEBUTTONDOWN:
            self._pressed(event)
        elif event.type == pygame.MOUSEBUTTONUP:
            self._released(event)
        elif event.type == pygame.MOUSEWHEEL:
            self._turned(event)
        else:
            return False
        return True

    def hit(self, pos: tuple[int, int]) -> Widget | None:
        """The widget on top at a point; nothing behind a modal box."""
        ui = self._ui
        for overlay in reversed(ui.overlays):
            found = overlay.hit(pos)
            if found or overlay.modal:
                return found
        return ui.root.hit(pos) if ui.root else None

    def _moved(self, event: Event) -> None:
        ui = self._ui
        ui.mouse = event.pos
        target = ui.capture or self.hit(event.pos)
        if target is not ui.hover:
            self._enter(target)
        if target:
            target.on_mouse_move(event)
        if not ui.capture:
            self._tips.hovering(target)

    def _enter(self, target: Widget | None) -> None:
        ui = self._ui
        left, ui.hover = ui.hover, target
        if left:
            left.on_mouse_leave()
            left.invalidate()
        if target:
            target.invalidate()
        cursor = target.cursor if target and target.enabled else pygame.SYSTEM_CURSOR_ARROW
        with contextlib.suppress(pygame.error):  # some drivers have no cursors
            pygame.mouse.set_cursor(cursor)

    def _pressed(self, event: Event) -> None:
        ui = self._ui
        ui.mouse = event.pos
        self._tips.hide()
        if event.button in (4, 5):
            return
        top = ui.overlays[-1] if ui.overlays else None
        if top and not top.modal and not top.rect.collidepoint(event.pos):
            ui.close_overlays()
            return
        if event.button != 1:
            return
        ui.click_count = self._count(event.pos)
        target = self.hit(event.pos)
        if target and target.enabled:
            if target.focusable:
                ui.set_focus(target, select=False)
            ui.capture = target
            target.on_press(event, ui.click_count)

    def _released(self, event: Event) -> None:
        ui = self._ui
        ui.mouse = event.pos
        if event.button == 1 and ui.capture:
            target, ui.capture = ui.capture, None
            target.on_release(event)

    def _turned(self, event: Event) -> None:
        self._tips.hide()
        widget = self.hit(self._ui.mouse)
        while widget is not None:
            if widget.on_wheel(event):
                return
            widget = widget.parent

    def _count(self, pos: tuple[int, int]) -> int:
        now = self._ui.clock()
        near = abs(pos[0] - self._last_pos[0]) + abs(pos[1] - self._last_pos[1]) < DOUBLE_CLICK_PX
        again = near and self._last_press >= 0 and now - self._last_press < DOUBLE_CLICK_S
        self._last_press, self._last_pos = now, pos
        return self._ui.click_count % 3 + 1 if again else 1
