"""Hands over the small call of tests/support, ringing or live."""

from collections.abc import Callable
from typing import Any

import pytest
from tests_support import POLICY, WORLD, WordUnderstanding, scenario_of, started_of

from scenarios.policy import Policy
from scenarios.scenario import Scenario
from simulator import actions
from simulator.call import Call


@pytest.fixture
def small() -> Scenario:
    """The small scenario."""
    return scenario_of()


@pytest.fixture
def policy() -> Policy:
    """The small policy."""
    return POLICY


@pytest.fixture
def make_call() -> Callable[..., Call]:
    """Hands over a call on the small scenario that has not begun; changes go to the scenario or the start."""

    def make(start: dict[str, Any] | None = None, keep: Any = None, **changes: Any) -> Call:
        return Call(scenario_of(**changes), POLICY, started_of(**(start or {})), WordUnderstanding(), WORLD, keep)

    return make


@pytest.fixture
def live(make_call: Callable[..., Call]) -> Callable[..., Call]:
    """Hands over a call on the small scenario, answered after two seconds of ringing."""

    def make(**changes: Any) -> Call:
        call = make_call(**changes)
        call.begin()
        call.do(actions.Answer(), 2_000)
        return call

    return make
