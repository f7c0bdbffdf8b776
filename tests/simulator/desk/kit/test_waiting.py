"""The loop sleeps until something happens, and wakes for it."""

import os
import threading

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
import pytest

from simulator.desk.kit.waiting import wait_for_event

KEY = pygame.event.Event(pygame.TEXTINPUT, text="a")


@pytest.fixture(autouse=True)
def queue() -> None:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    pygame.event.clear()


def test_what_waits_already_is_not_waited_for_and_stays_in_the_queue() -> None:
    pygame.event.post(KEY)
    assert wait_for_event(60_000)
    assert [event.type for event in pygame.event.get()] == [pygame.TEXTINPUT]


def test_nothing_is_waited_for_no_longer_than_asked() -> None:
    assert not wait_for_event(5)


def test_what_another_thread_brings_wakes_it() -> None:
    typist = threading.Timer(0.02, pygame.event.post, (KEY,))
    typist.start()
    assert wait_for_event(60_000)
    typist.join()
