"""Hands over desks that are driven headless."""

import pytest
from desk_driver import DEBRIEF, LOG_ROW, POLICY, Desk, desk_of

from scenarios.policy import Policy
from scenarios.scenario import Row
from simulator.desk.ports import Debrief


@pytest.fixture
def policy() -> Policy:
    """The policy of the scripted calls."""
    return POLICY


@pytest.fixture
def log_row() -> Row:
    """The one previous log."""
    return LOG_ROW


@pytest.fixture
def debrief() -> Debrief:
    """What a scripted practice run is shown at its end."""
    return DEBRIEF


@pytest.fixture
def desk() -> Desk:
    """An incident desk, the call answered at two seconds."""
    return desk_of().answered()


@pytest.fixture
def ticket() -> Desk:
    """A contact-centre desk, the call answered at two seconds."""
    return desk_of(desk="ticket").answered()
