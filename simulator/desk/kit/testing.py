"""Drives a window in tests: real events, a clock that only moves when told, no screen and no waiting."""

import os
from collections.abc import Callable
from typing import Generic, TypeVar

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame
from pygame.event import Event

from simulator.desk.kit.ui import UI
from simulator.desk.kit.widget import Widget

Built = TypeVar("Built")


class FakeClock:
    """A clock in seconds that only moves when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Driver(Generic[Built]):
    """Types, presses and clicks in a window, and lets its clock run. `built` is what was put into the window."""

    def __init__(self, ui: UI, clock: FakeClock, built: Built) -> None:
        self.ui = ui
        self.built = built
        self.clock = clock
        pygame.event.clear()
        ui.step()

    def __getitem__(self, name: str) -> Widget:
        return self.ui.by_name(name)

    def key(self, key: int, mod: int = 0, char: str = "") -> None:
        """Press a key and let it go; `char` is the character it makes."""
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(Event(kind, key=key, mod=mod, unicode=char, scancode=0))
        self.ui.step()

    def ctrl(self, key: int) -> None:
        """Press a key with Ctrl."""
        self.key(key, pygame.KMOD_LCTRL)

    def letter(self, char: str) -> None:
        """Press the key of a letter where no text is typed."""
        self.key(ord(char.lower()), 0, char)

    def type(self, text: str) -> None:
        """Type text, character by character."""
        for char in text:
            pygame.event.post(Event(pygame.TEXTINPUT, text=char))
            self.ui.step()

    def compose(self, text: str) -> None:
        """What an input method shows while it composes."""
        pygame.event.post(Event(pygame.TEXTEDITING, text=text, start=0, length=len(text)))
        self.ui.step()

    def click(self, target: str | Widget | tuple[int, int], times: int = 1, button: int = 1) -> None:
        """Press and let go of a mouse button on a widget or a point."""
        pos = self.at(target)
        for _ in range(times):
            for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
                pygame.event.post(Event(kind, pos=pos, button=button))
                self.ui.step()

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press at a point, move to another, let go."""
        pygame.event.post(Event(pygame.MOUSEBUTTONDOWN, pos=start, button=1))
        self.ui.step()
        pygame.event.post(Event(pygame.MOUSEMOTION, pos=end, rel=(0, 0), buttons=(1, 0, 0)))
        self.ui.step()
        pygame.event.post(Event(pygame.MOUSEBUTTONUP, pos=end, button=1))
        self.ui.step()

    def hover(self, target: str | Widget | tuple[int, int]) -> None:
        """Move the mouse there."""
        pos = self.at(target)
        pygame.event.post(Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0)))
        self.ui.step()

    def wheel(self, target: str | Widget | tuple[int, int], notches: int) -> None:
        """Turn the wheel there; up is positive."""
        self.hover(target)
        pygame.event.post(Event(pygame.MOUSEWHEEL, x=0, y=notches, flipped=False))
        self.ui.step()

    def tick(self, seconds: float) -> None:
        """Let time pass."""
        self.clock.now += seconds
        self.ui.step()

    def resize(self, size: tuple[int, int]) -> None:
        """Change the window's size."""
        pygame.display.set_mode(size, pygame.RESIZABLE)
        pygame.event.post(Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1]))
        self.ui.step()

    def at(self, target: str | Widget | tuple[int, int]) -> tuple[int, int]:
        """The middle of a widget, or the point itself."""
        if isinstance(target, tuple):
            return target
        widget = self.ui.by_name(target) if isinstance(target, str) else target
        return widget.rect.center


def driving(
    build: Callable[[UI], Built], size: tuple[int, int] = (1920, 1080), theme: str = "day", scale: float = 1.0
) -> Driver[Built]:
    """A window with what `build` puts into it, ready to be driven."""
    clock = FakeClock()
    ui = UI(size, "test", theme, scale, clock=clock)
    return Driver(ui, clock, build(ui))
