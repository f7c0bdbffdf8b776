"""A01 to A23: single values and the record as a whole; met, not met, and an edge."""

import pytest
from small_calls import INTRUDER, POLICY
from tape import one_mark

HEARD = "3 answer\n5 say ASK_LOCATION\n6 caller tells=address\n"


def test_the_essential_facts_are_weighed_by_share() -> None:
    both = HEARD + "8 caller tells=postcode\n12 record location: 27 Alder Rise\n14 record postcode: WX4 7QD"
    assert one_mark(INTRUDER, POLICY, "A14", both).verdict == "met"
    one = HEARD + "8 caller tells=postcode\n12 record location: 27 Alder Rise"
    assert one_mark(INTRUDER, POLICY, "A14", one).share == pytest.approx(0.5)
    assert one_mark(INTRUDER, POLICY, "A14", "3 answer\n6 caller: Help\n60 end handler").verdict == "not_met"


def test_typing_beyond_speaking_is_given_back_to_a_deadline() -> None:
    slow = HEARD + "100 say ASK_INJURY allowance=80\n104 record location: 27 Alder Rise"
    assert one_mark(INTRUDER, POLICY, "A13", slow).verdict == "met"


def test_a_place_recorded_as_the_caller_wrongly_gave_it_is_for_the_assessor() -> None:
    facts = {
        **INTRUDER.facts,
        "address": INTRUDER.facts["address"].model_copy(update={"told_as": "29 Alder Rise, Quayford"}),
    }
    mistaken = INTRUDER.model_copy(update={"facts": facts})
    found = one_mark(mistaken, POLICY, "A01", HEARD + "12 record location: 29 Alder Rise, Quayford")
    assert found.verdict == "for_assessor"


def test_a_filled_in_partial_says_what_was_told() -> None:
    found = one_mark(
        INTRUDER, POLICY, "A06", "3 answer\n6 caller tells=registration\n9 record registration: EP23 QBX", partial=True
    )
    assert found.verdict == "not_met"
    assert "EP23 QB?" in found.because
