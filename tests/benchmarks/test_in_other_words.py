"""Deeds in other words: every row stands in its rehearsal, no wording is in both halves, words reach marking."""

import pytest

from benchmarks import in_other_words
from benchmarks.in_other_words import DATA, Deed, Wording, marked, wordings

WORKED_ON, KEPT_BACK = (tuple(wordings(DATA / half)) for half in ("worked_on", "kept_back"))


def test_no_wording_that_is_kept_back_may_be_looked_at() -> None:
    assert {one.say for one in KEPT_BACK}.isdisjoint(one.say for one in WORKED_ON)


def test_both_halves_hold_words_that_earn_and_near_misses_for_each_deed() -> None:
    def deeds(rows: tuple[Wording, ...], *, met: bool) -> set[Deed]:
        return {one.deed for one in rows if (one.expected == "met") is met}

    assert deeds(WORKED_ON, met=True) == deeds(KEPT_BACK, met=True)
    assert deeds(WORKED_ON, met=False) == deeds(KEPT_BACK, met=False)
    assert {one.expected for one in (*WORKED_ON, *KEPT_BACK)} == {"met", "partly", "not_met"}


@pytest.mark.parametrize(("say", "verdict"), [("What would you like us to do?", "met"), ("Right you are.", "not_met")])
def test_the_words_stand_in_the_place_of_the_deed_and_are_marked(say: str, verdict: str) -> None:
    deed = next(one.deed for one in WORKED_ON if one.deed.point == "M21")
    assert marked(Wording(deed, say, "met")).verdict == verdict


def test_a_sentence_that_the_rehearsal_does_not_have_is_named() -> None:
    with pytest.raises(ValueError, match="Good morning, all"):
        marked(Wording(Deed("hiding-upstairs", "M01", "Good morning, all."), "Hello.", "met"))


def test_every_deed_stands_in_its_strong_rehearsal() -> None:
    for deed in {one.deed for one in WORKED_ON}:
        said = [getattr(step, "text", "") for step in in_other_words.strong(deed.call).rehearsal.steps]
        assert any(deed.instead_of in text for text in said), deed
