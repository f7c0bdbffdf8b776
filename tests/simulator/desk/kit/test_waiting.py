"""The loop sleeps until something happens, wakes for it, and gets all of it."""

import os
import threading

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
import pytest

from simulator.desk.kit.waiting import AT_REST_S, AT_WORK_S, REST_AFTER_S, Waiting

KEY = pygame.event.Event(pygame.TEXTINPUT, text="a")


@pytest.fixture(autouse=True)
def queue() -> None:
    pygame.display.init()
    pygame.display.set_mode((64, 64))
    pygame.event.clear()


def test_what_waits_already_is_not_waited_for() -> None:
    pygame.event.post(KEY)
    assert [event.text for event in Waiting().next_events(60_000) if event.type == KEY.type] == ["a"]


def test_nothing_is_waited_for_no_longer_than_asked() -> None:
    waiting = Waiting()
    assert waiting.next_events(0) == [] == waiting.next_events(5)


def test_what_another_thread_brings_wakes_it_and_arrives_whole() -> None:
    """pygame.event.peek loses what a posted event carries."""
    own = pygame.event.custom_type()

    def bring() -> None:
        for n in range(300):
            pygame.event.post(pygame.event.Event(own, n=n))

    bringer = threading.Timer(0.02, bring)
    bringer.start()
    came: list[int] = []
    waiting = Waiting()
    while len(came) < 300:
        came += [event.n for event in waiting.next_events(60_000) if event.type == own]
    bringer.join()
    assert came == list(range(300))


def test_it_looks_often_while_somebody_works_and_seldom_once_they_rest() -> None:
    now, rests = [100.0], list[float]()

    def rest(seconds: float) -> None:
        now[0] += seconds
        rests.append(seconds)

    waiting = Waiting(lambda: now[0], rest)
    pygame.event.post(KEY)
    waiting.next_events(10)
    waiting.next_events(int(REST_AFTER_S * 1000) + 500)
    assert rests[0] == AT_WORK_S
    assert rests[-2] == pytest.approx(AT_REST_S) and sum(rests) == pytest.approx(REST_AFTER_S + 0.5)
