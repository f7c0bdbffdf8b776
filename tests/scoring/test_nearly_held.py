"""Slips of hand and ear in free text: named where they stand, and never taken for somebody else's name or house."""

import pytest

from scoring.nearly_held import nearly_held


@pytest.mark.parametrize(
    ("kind", "text", "truth", "how"),
    [
        ("name", "Caller Ellen March, crying", "Ellen Marsh", "homophone"),
        ("name", "caller is helen marsh", "Ellen Marsh", "one_letter"),
        ("place", "Units to 72 Alder Rise, Quayford", "27 Alder Rise, Quayford", "transposed"),
        ("place", "attend seventy two alder rise", "27 Alder Rise", "transposed"),
        ("date", "DOB 13/04/1988", "14/03/1988", None),
        ("date", "DOB 14/03/1989", "14/03/1988", "one_letter"),
        ("postcode", "WX4 7DQ", "WX4 7QD", "transposed"),
        ("registration", "van EP32 QB?", "EP23 QB?", "transposed"),
    ],
)
def test_a_slip_in_a_note_is_named(kind: str, text: str, truth: str, how: str | None) -> None:
    found = nearly_held(kind, text, truth)
    assert (found.how if found else None) == how


@pytest.mark.parametrize(
    ("kind", "text", "truth"),
    [
        ("name", "Caller Olive Green", "Ellen Marsh"),
        ("name", "Ellen called", "Ellen"),
        ("place", "27 Alder Close", "27 Alder Rise"),
        ("place", "Alder Rise, house unknown", "27 Alder Rise"),
        ("time", "at 14:10", "02:10"),
    ],
)
def test_something_else_is_no_slip(kind: str, text: str, truth: str) -> None:
    assert nearly_held(kind, text, truth) is None


def test_what_was_heard_of_somebody_else_is_no_slip() -> None:
    heard = ("My sister Helen Marsh is on her way.", "They live at number 29 Alder Rise.")
    assert nearly_held("name", "sister Helen Marsh coming", "Ellen Marsh", heard=heard) is None
    assert nearly_held("place", "neighbours at 29 Alder Rise", "27 Alder Rise", heard=heard) is None
    assert nearly_held("name", "caller Ellen March", "Ellen Marsh", heard=heard) is not None
