"""Waits for something to happen: looks often while somebody works, seldom enough else to leave the processor idle."""

from collections.abc import Callable
from time import monotonic, sleep

import pygame
from pygame.event import Event

# pygame.event.wait looks every millisecond for ever, which alone keeps a slow processor 2 % busy.
AT_WORK_S, AT_REST_S = 0.001, 0.006
REST_AFTER_S = 2.0


class Waiting:
    """One window's waiting. `clock` and `rest` are the computer's; tests give their own."""

    def __init__(self, clock: Callable[[], float] = monotonic, rest: Callable[[float], object] = sleep) -> None:
        self._clock, self._rest = clock, rest
        self._last = clock()

    def next_events(self, most_ms: int) -> list[Event]:
        """All that waits in the queue, as soon as anything does; nothing after `most_ms`, at once for 0."""
        # Not pygame.event.peek: pygame 2.6 frees what a posted event carries while it looks, and crashes later.
        now = self._clock()
        until = now + most_ms / 1000
        while not (events := pygame.event.get()):
            now = self._clock()
            if now >= until:
                return []
            look_again = AT_WORK_S if now - self._last < REST_AFTER_S else AT_REST_S
            self._rest(min(until - now, look_again))
        self._last = self._clock()
        return events
