"""What the ledger shows of a fact that is recorded in part: its own words, and never a note of something else."""

import pytest
from tape import LIBRARY, journal

from scenarios.catalogue import load_policy
from scoring.marking import ledger

CALL = "3 answer\n30 twist they-leave tells=van: They've gone. A van. Dark blue.\n"


def recorded(note: str) -> str | None:
    scenario = LIBRARY.get("hiding-upstairs").for_seed(1)
    lines = ledger(scenario, load_policy().policy, journal(scenario, f"{CALL}40 note facts: {note}"))
    return next(line.recorded for line in lines if line.fact == "van")


@pytest.mark.parametrize(
    "note", ["Caller wears a blue jumper.", "Blue lights asked for. Officers on way.", "Mother asleep."]
)
def test_a_colour_alone_is_no_record_of_a_vehicle(note: str) -> None:
    assert recorded(note) is None


def test_of_a_long_note_only_the_sentence_that_says_it_is_shown() -> None:
    assert recorded("Mother asleep downstairs. They went off in a van. Crowbar seen.") == "They went off in a van."


def test_a_whole_record_is_shown_whole() -> None:
    assert recorded("They went off in a blue van. Crowbar seen.") == "They went off in a blue van. Crowbar seen."
