"""A value beside the truth: right, near or wrong, and the slip by its name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.understanding.compare import compare, same
from simulator.understanding.factvalues import placed_values
from simulator.understanding.situation import KnownFact, Situation
from simulator.understanding.values import KINDS

REFERENCE = KnownFact("reference", "text", "HM/000417/26", told=True)
DEADLINE = KnownFact("deadline", "time", "15:30", told=True)
HOME = "27 Alder Rise, Quayford, WX4 7QD"


@pytest.mark.parametrize(
    ("kind", "recorded", "truth", "agreement", "how"),
    [
        ("place", "27 alder rise quayford WX4 7QD", HOME, "right", "form"),
        ("place", "27 Alder Rise", HOME, "right", "form"),
        ("place", "72 Alder Rise, Quayford", HOME, "wrong", "transposed"),
        ("place", "29 Alder Rise", HOME, "wrong", "one_letter"),
        ("place", "27 Elder Rise, Quayford", HOME, "near", "one_letter"),
        ("place", "27 Turn Walk", "27 Tern Walk", "near", "homophone"),
        ("place", "Alder Rise", HOME, "near", "partial"),
        ("place", "17 Alder Close", HOME, "wrong", "different"),
        ("place", "Alder Rise, number twenty-seven, Quayford", HOME, "right", "form"),
        ("place", "14 rope walk lane in salt reach", "14 Ropewalk Lane, Saltreach", "right", "form"),
        ("place", "twenty to mill fold", "22 Mill Fold, Kelbourne", "near", "homophone"),
        ("place", "27 Alder Rise, Saltreach", HOME, "wrong", "different"),
        ("place", "27 Alder Rise, WX4 7DQ", HOME, "near", "transposed"),
        ("place", "22 Mill Fold", "22 Mill Fold, Kelbourne, KX5 1ND", "right", "form"),
        ("name", "Marsh, Ellen", "Ellen Marsh", "right", "form"),
        ("name", "Mrs Ellen Marsh", "Ellen Marsh", "right", "form"),
        ("name", "Kathryn Doyle", "Catherine Doyle", "near", "homophone"),
        ("name", "Helen Marsh", "Ellen Marsh", "near", "one_letter"),
        ("name", "Ellen", "Ellen Marsh", "near", "partial"),
        ("name", "John Smith", "Ellen Marsh", "wrong", "different"),
        ("phone", "07700 900282", "07700 900822", "near", "transposed"),
        ("phone", "07700 90082", "07700 900822", "near", "one_letter"),
        ("phone", "+447700900822", "07700 900822", "right", "form"),
        ("registration", "WX24", "WX24 ???", "right", "form"),
        ("registration", "WX24 QTI", "WX24 ???", "wrong", "different"),
        ("registration", "WX24 Q", "WX24 Q??", "right", "form"),
        ("registration", "XW24", "WX24", "near", "transposed"),
        ("registration", "WS24 QTI", "WX24 QTI", "near", "homophone"),
        ("postcode", "WX4 7QB", "WX4 7QD", "near", "homophone"),
        ("postcode", "WX4", "WX4 7QD", "near", "partial"),
        ("date", "3 March 1984", "1984-03-03", "right", "form"),
        ("date", "03/04/1984", "4 March 1984", "near", "transposed"),
        ("date", "3 March 1948", "3 March 1984", "near", "transposed"),
        ("date", "9 June 1971", "3 March 1984", "wrong", "different"),
        ("time", "3:10", "15:10", "right", "form"),
        ("time", "15.20", "15:10", "near", "one_letter"),
        ("age", "43", "34", "near", "transposed"),
        ("age", "thirty", "13", "near", "homophone"),
        ("age", "30s", "34", "near", "partial"),
        ("text", "white transit van", "White van", "right", "form"),
        ("answer", "no", "yes, a crowbar", "wrong", "different"),
        ("answer", "Yes, one saw a crowbar", "yes", "right", "form"),
        ("choice", "third_party", "third party", "right", "form"),
    ],
)
def test_a_record_agrees_with_the_truth_in_its_own_way(
    kind: str, recorded: str, truth: str, agreement: str, how: str
) -> None:
    found = compare(kind, recorded, truth)
    assert (found.agreement, found.how) == (agreement, how)


def test_another_right_form_is_right() -> None:
    assert not same("name", "Nell Marsh", "Ellen Marsh")
    assert same("name", "Nell Marsh", "Ellen Marsh", ("Nell Marsh",))


def test_an_empty_record_is_never_right() -> None:
    assert {compare(kind, "  ", "27 Alder Rise").agreement for kind in KINDS} == {"wrong"}


@given(st.sampled_from(KINDS), st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_compared(kind: str, recorded: str, truth: str) -> None:
    assert compare(kind, recorded, truth).agreement in ("right", "near", "wrong")


@given(st.sampled_from(KINDS), st.text(min_size=1, max_size=40).filter(lambda text: text.strip() != ""))
def test_the_truth_itself_is_always_right(kind: str, truth: str) -> None:
    assert compare(kind, truth, truth).agreement == "right"


@pytest.mark.parametrize(
    ("said", "agreement"),
    [
        ("That's HM four one seven of twenty-six, yes?", "right"),
        ("reference H M four one seven stroke twenty six", "right"),
        ("HM four seven one of twenty-six?", "wrong"),
    ],
)
def test_a_reference_as_people_say_it_is_set_beside_the_whole_number(said: str, agreement: str) -> None:
    (placed,) = placed_values(said, Situation(facts=(REFERENCE,)))
    assert placed.comparison is not None and placed.comparison.agreement == agreement


@pytest.mark.parametrize(("said", "right"), [("half past three, correct?", True), ("half past four, correct?", False)])
def test_a_time_said_without_its_half_of_the_day_agrees_with_either(said: str, right: bool) -> None:
    (placed,) = placed_values(said, Situation(facts=(DEADLINE,)))
    assert placed.right is right
