"""Data held against a model: plain words for what does not fit."""

from pydantic import Field, field_validator

from scenarios.scenario import Frozen, Place, Scenario
from scenarios.shape import choices_at, keys_known, shaped


class Box(Frozen):
    """A model with one of each kind of trouble."""

    size: int = Field(default=1, ge=0, le=9)
    what: str | Place = ""
    label: str = ""

    @field_validator("label")
    @classmethod
    def _no_shouting(cls, label: str) -> str:
        if label.isupper():
            raise ValueError("it shouts.")
        return label


def told(data: object) -> list[tuple[tuple[str | int, ...], str]]:
    """The places and codes of what does not fit a box."""
    return [(fault.where, fault.code) for fault in shaped(Box, data)[1]]


def test_what_fits_becomes_the_model() -> None:
    assert shaped(Box, {"size": 3}) == (Box(size=3), ())


def test_a_rule_that_has_no_plain_words_of_its_own_is_quoted() -> None:
    (fault,) = shaped(Box, {"label": "HA"})[1]
    assert (fault.code, fault.said()[0]) == ("M13", "`label` cannot be read: it shouts")


def test_of_a_value_that_may_be_text_or_a_block_only_the_nearest_trouble_is_told() -> None:
    assert told({"what": {"line": "a", "twon": "b"}}) == [(("what", "twon"), "M02")]
    assert told({"what": 5}) == [(("what",), "M03")]
    assert told({"what": ["a"]}) == [(("what",), "M15")]


def test_a_range_says_its_end() -> None:
    (low,), (high,) = shaped(Box, {"size": -1})[1], shaped(Box, {"size": 10})[1]
    assert (low.said()[1], high.said()[1]) == ("The least is 0.", "The most is 9.")


def test_the_keys_and_choices_of_a_place_are_known() -> None:
    assert keys_known(Scenario, ("plan", "length")) == ("from", "to")
    assert "told_when" in keys_known(Scenario, ("facts", "any"))
    assert "marking" in keys_known(Scenario, ())
    assert choices_at(Scenario, ("channel", "kind")) == ("999", "101", "desk_phone")
    assert choices_at(Scenario, ("title",)) == () == keys_known(Scenario, ("nothing", "here"))
