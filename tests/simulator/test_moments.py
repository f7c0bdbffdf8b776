"""When a trigger is ready."""

from hypothesis import given
from hypothesis import strategies as st

from scenarios.scenario import When
from simulator.moments import Moments


def when(**plain: object) -> When:
    return When.model_validate(plain)


ANSWERED = Moments({"answered": 1_000})


def test_a_trigger_waits_for_its_moment() -> None:
    after = when(after="10s", since="address")
    assert ANSWERED.ready_at(after) is None
    assert ANSWERED.with_moment("address", 5_000).ready_at(after) == 15_000


def test_or_by_brings_it_without_its_moment_and_the_earlier_of_the_two_counts() -> None:
    after = when(after="90s", since="address", or_by="3m")
    assert ANSWERED.ready_at(after) == 181_000
    assert ANSWERED.with_moment("address", 20_000).ready_at(after) == 110_000


def test_what_it_needs_must_have_come_and_it_is_never_earlier_than_that() -> None:
    after = when(since="answered", needs=["graded"])
    assert ANSWERED.ready_at(after) is None
    assert ANSWERED.with_moment("graded", 60_000).ready_at(after) == 60_000


def test_what_prevents_it_prevents_it_for_good() -> None:
    assert ANSWERED.with_moment("refused", 3_000).ready_at(when(unless=["refused"])) is None


def test_only_the_first_time_of_a_moment_counts() -> None:
    assert ANSWERED.with_moment("answered", 9_000) == ANSWERED


@given(st.lists(st.tuples(st.integers(0, 50_000), st.integers(0, 20_000)), max_size=6))
def test_time_given_back_after_the_moment_is_added_and_time_before_it_is_not(grants: list[tuple[int, int]]) -> None:
    moments = Moments({"answered": 1_000, "address": 20_000})
    for at, much in grants:
        moments = moments.with_time_given_back(at, much)
    expected = 30_000 + sum(much for at, much in grants if at > 20_000)
    assert moments.ready_at(when(after="10s", since="address")) == expected
