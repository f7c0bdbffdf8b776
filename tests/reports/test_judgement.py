"""An assessor's word counts, needs a reason, and never wipes out what stood before."""

import pytest
from pydantic import ValidationError

from reports.judgement import objections, standing
from tests.reports.made import judged, mark, marking_of

REFERRED = marking_of(
    mark("V06", "for_assessor", "critical"), mark("V01", "met"), outcome="referred", referred=("V06",)
)


@pytest.mark.parametrize("reason", ["", "   ", "\n\t"])
def test_a_judgement_needs_a_reason(reason: str) -> None:
    with pytest.raises(ValidationError):
        judged("V01", "met", reason)


def test_a_judgement_needs_an_author() -> None:
    with pytest.raises(ValidationError):
        judged("V01", "met", author=" ")


def test_a_judgement_needs_a_time_with_its_zone() -> None:
    with pytest.raises(ValidationError):
        judged("V01", "met", at="2026-11-21T12:00:00")


@pytest.mark.parametrize(("point", "verdict"), [("V01", "referred"), (None, "partly"), (None, "stopped")])
def test_a_verdict_fits_what_is_judged(point: str | None, verdict: str) -> None:
    with pytest.raises(ValidationError):
        judged(point, verdict)


def test_without_judgements_the_marking_stands() -> None:
    now = standing(REFERRED, ())
    assert (now.outcome, now.judgement, now.unsettled) == ("referred", None, ("V06",))


def test_the_newest_judgement_of_a_point_counts_and_the_older_is_kept() -> None:
    first, second = judged("V06", "not_met", "No check heard."), judged("V06", "met", "Heard it at 00:41.")
    point = standing(REFERRED, (first, second)).points["V06"]
    assert point.verdict == "met"
    assert point.judgement == second
    assert point.earlier == (first,)
    assert point.mark.verdict == "for_assessor"


def test_a_referred_run_cannot_be_settled_before_its_points() -> None:
    assert "V06" in objections(judged(None, "met"), REFERRED, ())[0]
    assert objections(judged(None, "met"), REFERRED, (judged("V06", "met"),)) == ()


def test_a_failed_run_may_be_confirmed_while_points_wait() -> None:
    failed = marking_of(mark("C01", "for_assessor", "critical"), outcome="not_met", referred=("C01",))
    assert objections(judged(None, "not_met"), failed, ()) == ()
    assert "C01" in objections(judged(None, "met"), failed, ())[0]


def test_a_confirmed_critical_fails_the_run_whatever_the_rest() -> None:
    confirmed = (judged("V06", "not_met"),)
    assert "V06" in objections(judged(None, "met"), REFERRED, confirmed)[0]
    assert objections(judged(None, "not_met"), REFERRED, confirmed) == ()


def test_an_assessor_may_overturn_a_failed_run_once_the_critical_point_is_judged_otherwise() -> None:
    failed = marking_of(mark("A01", "not_met", "critical"), outcome="not_met")
    assert objections(judged(None, "met"), failed, ()) != ()
    overturned = (judged("A01", "met", "The gazetteer shows both spellings."),)
    assert objections(judged(None, "met"), failed, overturned) == ()


def test_a_stopped_run_has_no_other_outcome() -> None:
    assert objections(judged(None, "not_met"), marking_of(outcome="stopped"), ()) != ()


def test_a_point_that_the_run_does_not_use_cannot_be_judged() -> None:
    assert "Z99" in objections(judged("Z99", "met"), REFERRED, ())[0]


def test_a_point_judged_after_the_outcome_is_pointed_out() -> None:
    order = (judged("V06", "met"), judged(None, "met"), judged("V01", "not_met"))
    now = standing(REFERRED, order)
    assert now.outcome == "met"
    assert now.judged_since
