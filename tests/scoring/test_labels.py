"""What people read for a fact is plain: its field's label, or its own name, and never an id said twice."""

import pytest

from commands.assembling import compiled, parts
from scenarios.scenario import Scenario
from scoring.fact_sheets import fact_sheets
from scoring.wording import label


def surfaces() -> list[Scenario]:
    return [surface for call in parts().catalogue.ids() for surface in compiled(call).surfaces]


def test_a_fact_alone_in_its_field_is_called_as_the_field() -> None:
    intruder = compiled("hiding-upstairs").for_seed(1)
    assert label(intruder, "name") == "Caller name" and label(intruder, "crowbar") == "Weapon"


def test_facts_that_share_a_field_are_told_apart() -> None:
    intruder = compiled("hiding-upstairs").for_seed(1)
    assert label(intruder, "parent") == "Vulnerable person (parent in the house)"
    assert label(intruder, "inside_now") != label(intruder, "gone")


def test_a_fact_without_a_field_goes_by_the_name_that_its_author_gave() -> None:
    assert (
        label(compiled("ex-after-an-address").for_seed(1), "subject_dob") == "Date of birth of the person asked about"
    )


@pytest.mark.parametrize("surface", surfaces(), ids=lambda one: one.id)
def test_no_two_facts_of_a_call_have_one_label_and_none_is_an_id(surface: Scenario) -> None:
    labels = [sheet.label for sheet in fact_sheets(surface).values()]
    assert len(set(labels)) == len(labels)
    assert not any("_" in words or "dob" in words for words in labels)
