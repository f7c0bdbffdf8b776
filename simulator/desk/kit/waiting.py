"""Waits for something to happen: looks often enough for a quick typist, seldom enough to leave the processor idle."""

from time import monotonic, sleep

import pygame
from pygame.event import Event

LOOK_EVERY_S = 0.004  # pygame.event.wait looks every 1 ms, which alone keeps a slow processor 2 % busy


def next_events(most_ms: int) -> list[Event]:
    """All that waits in the queue, as soon as anything does; nothing after `most_ms`, at once for 0."""
    # pygame.event.peek would do, but pygame 2.6 frees what a posted event carries while it looks, and crashes later.
    until = monotonic() + most_ms / 1000
    while not (events := pygame.event.get()):
        left = until - monotonic()
        if left <= 0:
            break
        sleep(min(left, LOOK_EVERY_S))
    return events
