"""Durations: text with a unit in YAML, whole milliseconds in memory."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from scenarios.scenario import When, milliseconds
from scenarios.shape import WRITTEN


@pytest.mark.parametrize(
    ("text", "ms"), [("20s", 20_000), ("2m", 120_000), ("1m30s", 90_000), ("0.5s", 500), ("1.5m", 90_000), ("0s", 0)]
)
def test_a_duration_is_read_with_its_unit(text: str, ms: int) -> None:
    assert milliseconds(text) == ms


@pytest.mark.parametrize(
    "value", ["", "20", "s", "m", "-5s", "1h", "20 seconds", "7h", "999999m", 20, 1.5, True, None, "1s2m"]
)
def test_anything_else_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="duration"):
        milliseconds(value)


@given(st.integers(0, 6 * 3_600_000))
def test_a_duration_comes_back_from_json(ms: int) -> None:
    when = When(after=ms)
    assert When.model_validate_json(when.model_dump_json()) == when


def test_a_number_written_by_a_person_needs_its_unit() -> None:
    assert When.model_validate({"after": 90_000}).after == 90_000
    with pytest.raises(ValidationError, match="needs its unit"):
        When.model_validate({"after": 90}, context=WRITTEN)
