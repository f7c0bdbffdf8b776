"""Every kind of caller in every style has settings an engine can use, and no two styles are the same."""

from typing import get_args

import pytest

from audio.styles import GREATEST_RATE, KINDS, LEAST_RATE, STYLES, manner_of
from scenarios.scenario import Voice


def _choices(field: str) -> tuple[str, ...]:
    return get_args(Voice.model_fields[field].annotation)


def test_every_kind_a_scenario_may_name_has_a_voice() -> None:
    assert set(_choices("kind")) | {"operator"} == set(KINDS)


def test_every_style_a_scenario_may_name_is_known() -> None:
    assert set(_choices("style")) == set(STYLES)


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_styles_of_one_kind_are_the_same(kind: str) -> None:
    assert len({manner_of(kind, style) for style in STYLES}) == len(STYLES)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("style", STYLES)
def test_settings_stay_within_what_an_engine_can_do(kind: str, style: str) -> None:
    manner = manner_of(kind, style)
    assert LEAST_RATE <= manner.rate <= GREATEST_RATE
    assert 0 <= manner.pitch <= 100
    assert 0 <= manner.range_ <= 100
    assert -30 <= manner.level_db <= -12


def test_a_kind_or_style_from_nowhere_is_spoken_all_the_same() -> None:
    assert manner_of("robot", "opera") == manner_of("woman", "neutral")


def test_a_hurried_pace_never_passes_the_engine() -> None:
    assert manner_of("woman", "panic").at_pace(9).rate == GREATEST_RATE
    assert manner_of("woman", "drunk").at_pace(0.1).rate == LEAST_RATE
