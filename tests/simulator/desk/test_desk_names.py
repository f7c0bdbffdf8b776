"""The words of one desk: choices, and what is said of a value that is none."""

import pytest
from tests_support import POLICY

from simulator.desk.names import Names


@pytest.mark.parametrize("desk", ["incident", "ticket"])
def test_nothing_is_said_of_a_choice_that_the_window_offers(desk: str) -> None:
    names = Names.of(POLICY, desk)  # type: ignore[arg-type]
    offered = [(field, choice) for field in names.fields() for choice in names.field_choices(field)]
    assert offered and not any(names.beside_the_choices(field, choice.upper()) for field, choice in offered)


def test_of_a_value_near_no_choice_only_the_choices_are_said() -> None:
    names = Names.of(POLICY, "ticket")
    said = names.beside_the_choices(names.words.fields["ticket"]["role"], "qqq")
    assert said.endswith("Colleague, Not known.") and "nearest" not in said
