"""What nobody told is never agreed to; what was superseded is not repeated; a town asked for is named."""

from typing import Any

import pytest
from tests_support import scenario_of

from scenarios.scenario import Scenario
from simulator.answers.read_backs import NEVER_SAID
from simulator.caller import Line, Setting, reply
from simulator.heard import HeardIntent, HeardValue, Understood
from simulator.mind import Mind
from simulator.moments import Moments

OPENED = Mind("frightened", opened=True)


def with_facts(**facts: Any) -> Scenario:
    plain = scenario_of().model_dump(by_alias=True, mode="json")
    plain["facts"] |= facts
    return Scenario.model_validate(plain)


BAR = {
    "value": "yes, a crowbar", "kind": "text", "recorded_by": [["crowbar"]], "told_when": {"asked": ["ASK_WEAPON"]},
    "says": ["A crowbar. I saw it."], "corrects": ["No. A crowbar."],
}  # fmt: skip


def summed(words: str, intent: str = "LISTEN_SUMMARISE", values: tuple[HeardValue, ...] = ()) -> Understood:
    heard = HeardIntent(id=intent, confidence=0.9, span=words)
    return Understood(text=words, understood=True, intents=(heard,), values=values)


def answered(mind: Mind, heard: Understood, scenario: Scenario) -> Line:
    return reply(Setting(scenario, 1, Moments({"answered": 0})), mind, heard)


def test_a_weapon_they_never_named_is_put_right() -> None:
    line = answered(OPENED.having_told("bar"), summed("So you said they've got a shotgun."), with_facts(bar=BAR))
    assert line.text == "No. A crowbar." and line.corrects == "bar"


def test_what_was_never_told_is_not_agreed_to() -> None:
    line = answered(OPENED, summed("So you said they've got a shotgun."), with_facts(bar=BAR))
    assert line.text.startswith("No") and "crowbar" not in line.text and not line.tells


@pytest.mark.parametrize("words", ["So one of them has a crowbar.", "So there's no gun, you said."])
def test_a_summary_that_is_right_is_agreed_to(words: str) -> None:
    line = answered(OPENED.having_told("bar"), summed(words), with_facts(bar=BAR))
    assert line.text.startswith("Yes")


def test_a_place_read_back_that_agrees_with_nothing_is_refused() -> None:
    strange = HeardValue(kind="place", value="9 Linnet Way", said="Linnet Way, number nine")
    line = answered(
        OPENED.having_told("address"), summed("Linnet Way, number nine.", "READBACK", (strange,)), scenario_of()
    )
    assert line.text == "No. Four Mill Way."


def test_asked_for_the_town_of_a_place_that_was_told_they_name_the_town() -> None:
    line = answered(OPENED.having_told("address"), summed("Which town is that?", "ASK_LOCATION"), with_facts())
    town = scenario_of().facts["address"].value
    assert not isinstance(town, str) and line.text in (f"{town.town}.", f"It's {town.town}.")


def test_what_was_told_otherwise_since_is_not_repeated() -> None:
    inside = {
        "value": "yes", "kind": "answer", "field": "in_progress", "told_when": {"asked": ["ASK_SUSPECT_NOW"]},
        "says": ["They're inside."], "again": ["Still inside."],
    }  # fmt: skip
    gone = {"value": "no", "kind": "answer", "field": "in_progress", "told_when": {"asked": []}, "says": ["Gone."]}
    scenario = with_facts(inside=inside, gone=gone)
    mind = OPENED.having_told("inside")
    assert answered(mind, summed("Where are they?", "ASK_SUSPECT_NOW"), scenario).text == "Still inside."
    later = answered(mind.having_told("gone"), summed("Where are they?", "ASK_SUSPECT_NOW"), scenario)
    assert later.text == "Gone."


def test_a_name_that_is_not_theirs_is_denied_beside_a_place_that_is_wrong() -> None:
    line = answered(OPENED, summed("you're Miriam Adams?", "NEG_LEAD_DATA"), with_facts(bar=BAR))
    assert line.text in ("No. That's not my name.", "No, that's not me.")


def test_another_part_of_the_body_than_was_told_is_put_right() -> None:
    head = BAR | {"value": "head bleeding", "says": ["Her head's bleeding."], "corrects": ["No. Her head."]}
    line = answered(OPENED.having_told("head"), summed("So it's her leg that's bleeding."), with_facts(head=head))
    assert line.text == "No. Her head."


def test_what_is_told_before_a_question_of_its_own_is_no_claim() -> None:
    words = "There's a knife in the drawer, can you get to it?"
    line = answered(OPENED.having_told("bar"), summed(words, "ASK_CONTROL"), with_facts(bar=BAR))
    assert "crowbar" not in line.text and line.text not in NEVER_SAID
