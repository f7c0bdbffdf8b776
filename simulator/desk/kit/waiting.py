"""Waits for something to happen: looks often enough for a quick typist, seldom enough to leave the processor idle."""

from time import monotonic, sleep

import pygame

LOOK_EVERY_S = 0.004  # pygame.event.wait looks every 1 ms, which alone keeps a slow processor 2 % busy


def wait_for_event(most_ms: int) -> bool:
    """Return as soon as an event waits in the queue, or after `most_ms`; says whether one waits."""
    until = monotonic() + most_ms / 1000
    while not pygame.event.peek():
        left = until - monotonic()
        if left <= 0:
            return False
        sleep(min(left, LOOK_EVERY_S))
    return True
