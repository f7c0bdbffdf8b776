"""What calls there are, and whose turn it is."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.catalogue import (
    Catalogue,
    UnknownPolicy,
    UnknownScenario,
    contact_number,
    load_policy,
    load_world,
    whose_turn,
)  # fmt: skip
from scenarios.problems import ProblemsFound


@pytest.fixture
def shelf(tmp_path: Path, small: str) -> Path:
    """A library of one scenario with one rehearsal."""
    folder = tmp_path / "calls" / "small-call"
    (folder / "rehearsals").mkdir(parents=True)
    (folder / "scenario.yaml").write_text(small, encoding="utf-8")
    (folder / "rehearsals" / "strong.yaml").write_text("scenario: small-call\ndo: [answer]\n", encoding="utf-8")
    return tmp_path / "calls"


def test_a_catalogue_finds_scenarios_and_their_rehearsals(shelf: Path) -> None:
    catalogue = Catalogue(shelf)
    assert catalogue.ids() == ("small-call",)
    assert catalogue.get("small-call") is catalogue.get("small-call")
    assert [path.name for path in catalogue.rehearsals("small-call")] == ["strong.yaml"]


@pytest.mark.parametrize("wanted", ["smal-call", "../calls/small-call", "/etc", "", "small-call/../small-call"])
def test_an_unknown_id_is_refused_by_name(shelf: Path, wanted: str) -> None:
    with pytest.raises(UnknownScenario, match="there is no scenario"):
        Catalogue(shelf).get(wanted)


def test_an_id_that_is_nearly_right_is_answered_with_what_was_meant(shelf: Path) -> None:
    with pytest.raises(UnknownScenario, match="Did you mean `small-call`"):
        Catalogue(shelf).get("smal-call")


def test_a_faulty_scenario_is_refused_with_its_problems(shelf: Path) -> None:
    (shelf / "small-call" / "scenario.yaml").write_text("id: x\n", encoding="utf-8")
    with pytest.raises(ProblemsFound, match="M01"):
        Catalogue(shelf).get("small-call")


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert Catalogue(tmp_path).ids() == () and Catalogue(tmp_path / "none").ids() == ()


def test_the_library_has_the_first_calls() -> None:
    assert {"hiding-upstairs", "ex-after-an-address", "locked-out-member"} <= set(Catalogue().ids())


def test_the_policy_and_the_world_load() -> None:
    loaded, world = load_policy(), load_world()
    assert loaded.policy.id == "harrowmere" and len(loaded.fingerprint) == 64
    assert len({row.id for rows in world.values() for row in rows}) == sum(map(len, world.values())) >= 40


def test_a_world_row_concerns_nobody_unless_it_says_so() -> None:
    assert not any(row.party for rows in load_world().values() for row in rows)


def test_an_unknown_policy_is_refused_by_name() -> None:
    with pytest.raises(UnknownPolicy, match="Did you mean `harrowmere`"):
        load_policy("harowmere")


def test_a_contact_number_tells_nothing_and_stays_the_same() -> None:
    number = contact_number("f" * 64, 1)
    assert number == contact_number("f" * 64, 1) != contact_number("f" * 64, 2)
    assert number.startswith("C") and number[1:].isdigit() and len(number) == 7


def test_twenty_draws_show_no_repeat_before_the_pool_is_used() -> None:
    pool, seen = [f"call-{n}" for n in range(20)], []
    for _ in range(40):
        seen.append(whose_turn(pool, seen))
    assert sorted(seen[:20]) == sorted(pool) and seen[20:] == seen[:20]


@given(st.lists(st.sampled_from("abcde"), max_size=30))
def test_whose_turn_it_is_was_seen_no_later_than_any_other(seen: list[str]) -> None:
    turn, last = whose_turn("abcde", seen), {name: n for n, name in enumerate(seen)}
    assert all(last.get(turn, -1) <= last.get(other, -1) for other in "abcde")
    assert Counter(seen)[turn] == 0 or set(seen) == set("abcde")


def test_no_pool_has_no_turn() -> None:
    with pytest.raises(ValueError, match="no scenario"):
        whose_turn([], ["a"])
