"""The loop sleeps until something happens, wakes for it, and gets all of it."""

import os
import threading

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
import pytest

from simulator.desk.kit.waiting import next_events

KEY = pygame.event.Event(pygame.TEXTINPUT, text="a")


@pytest.fixture(autouse=True)
def queue() -> None:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    pygame.event.clear()


def test_what_waits_already_is_not_waited_for() -> None:
    pygame.event.post(KEY)
    assert [event.text for event in next_events(60_000) if event.type == KEY.type] == ["a"]


def test_nothing_is_waited_for_no_longer_than_asked() -> None:
    assert next_events(0) == [] == next_events(5)


def test_what_another_thread_brings_wakes_it_and_arrives_whole() -> None:
    """pygame.event.peek loses what a posted event carries."""
    own = pygame.event.custom_type()

    def bring() -> None:
        for n in range(300):
            pygame.event.post(pygame.event.Event(own, n=n))

    bringer = threading.Timer(0.02, bring)
    bringer.start()
    came: list[int] = []
    while len(came) < 300:
        came += [event.n for event in next_events(60_000) if event.type == own]
    bringer.join()
    assert came == list(range(300))
