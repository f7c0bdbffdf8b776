"""The locked screen, which lies over the whole desk until it is unlocked."""

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from simulator.desk.kit.popup import Popup
from simulator.desk.kit.widget import Stage


class Locked(Popup):
    """Covers the whole window until Enter. The call goes on."""

    modal = True
    role = "dialog"
    ground = "bar"

    def __init__(self, ui: Stage) -> None:
        super().__init__(ui, "Screen locked")

    def place(self, screen: Rect) -> None:
        """All of the window."""
        self.rect = Rect(screen)

    def draw(self, surface: Surface) -> None:
        """Paint nothing that can be read but how to unlock."""
        ui, box = self.ui, self.rect
        surface.fill(ui.c["bar"], box)
        ui.icon(surface, "lock", box.centerx, box.centery - ui.px(50), 44, "on_bar")
        ui.text(surface, "Screen locked", box.centerx, box.centery, 24, "on_bar", "bold", align="center", h=ui.px(36))
        words = "Enter unlocks it. A caller on the line is still there."
        ui.text(surface, words, box.centerx, box.centery + ui.px(40), 16, "on_bar2", align="center", h=ui.px(28))

    def on_key(self, event: Event) -> bool:
        """Unlock."""
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            self.ui.close_overlay(self)
        return True
