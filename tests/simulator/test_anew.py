"""A frozen value with some fields changed is what `dataclasses.replace` makes of it."""

import dataclasses

import pytest

from simulator import due, incident, mind
from simulator.anew import replace
from simulator.answers import turn

VALUES = (due.Line(answered_ms=3), incident.Incident(), mind.Mind("calm", 4))


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_it_is_what_the_library_makes(value: object) -> None:
    first = dataclasses.fields(value)[0].name  # type: ignore[arg-type]
    changed = replace(value, **{first: "else"})
    assert changed == dataclasses.replace(value, **{first: "else"})  # type: ignore[type-var]
    assert changed != value
    assert type(changed) is type(value)


def test_the_first_value_stays_as_it_was() -> None:
    before = turn.Line("Hello.", mind.Mind("calm"))
    assert replace(before, text="Bye.").text == "Bye."
    assert before.text == "Hello."


def test_a_field_that_there_is_not_is_refused() -> None:
    with pytest.raises(TypeError, match="Mind has no moood"):
        replace(mind.Mind("calm"), moood="cross")


@pytest.mark.parametrize("kind", [due.Line, incident.Incident, mind.Mind, turn.Line])
def test_its_kinds_work_nothing_out_when_they_are_made(kind: type) -> None:
    assert not hasattr(kind, "__post_init__")
    assert not hasattr(kind, "__slots__")
