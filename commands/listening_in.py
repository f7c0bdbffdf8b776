"""Readies the ears for one call while the phone rings, so that the first words are heard as quickly as later ones."""

import threading

from scenarios.scenario import Scenario
from simulator.answers.truth import as_asked
from simulator.mind import Mind
from simulator.setting import situation
from simulator.understanding.situation import Understanding

A_QUESTION = "Hello, is somebody else there with you?"  # meets the call's topics and its yes-or-no questions


def listen_in(understanding: Understanding, scenario: Scenario) -> threading.Thread:
    """Has a question understood once in the background; returns at once.

    Nothing comes of it, nor of any trouble: the trainee's own words meet it again.
    """

    def hear() -> None:
        try:
            heard = understanding.understand(A_QUESTION, situation(scenario, Mind(scenario.caller.mood.starts), ()))
            as_asked(heard, scenario.facts, understanding.alike)
        except Exception:
            return

    thread = threading.Thread(target=hear, name="listening in", daemon=True)
    thread.start()
    return thread
