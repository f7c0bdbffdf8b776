"""Spoken words: the same marks as typed ones, and what the recogniser was unsure of never costs a mark."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_calls import INTRUDER, POLICY
from tape import journal, one_mark

from scenarios.scenario import MarkingChoice
from scoring.detectors.table import DETECTORS
from scoring.marking import mark
from scoring.outcome import Marking
from simulator.events import HandlerSaid
from simulator.heard import HeardWord, Recognised
from simulator.journal import Entry, Journal

CALL = """
3 answer
5 say OPEN_GREET ASK_LOCATION: Police emergency, what's the address of the emergency?
6 caller tells=inside,address mood=frightened: Help, they are inside
14 say READBACK ~address/told/right: Twenty-seven Alder Rise
20 record location: 27 Alder Rise, Quayford
24 grade immediate
30 say ASK_WEAPON: Have they got anything in their hands?
31 caller tells=crowbar
36 record weapon: yes, crowbar
40 say NEG_JARGON: We'll get a DSU to your twenty
44 say NEG_RUDE_BLAME: Do stop moaning
50 caller question=how-long
90 twist help-comes release
100 end caller
120 finish
"""
EVERY = INTRUDER.model_copy(update={"marking": tuple(MarkingChoice(point=point) for point in DETECTORS)})
NOT_FOR_TYPED = {"M18"}  # pace is of the voice


def spoken(heard: list[Recognised | None]) -> Journal:
    """The call with its utterances spoken, the first heard like this, the second like that."""
    each = iter(heard)

    def said(entry: Entry) -> Entry:
        if not isinstance(entry.event, HandlerSaid):
            return entry
        return entry.model_copy(
            update={"event": entry.event.model_copy(update={"source": "spoken", "recognised": next(each, None)})}
        )

    return tuple(map(said, journal(INTRUDER, CALL)))


def verdicts(found: Marking) -> dict[str, str]:
    return {one.point: one.verdict for one in found.marks if one.point not in NOT_FOR_TYPED}


def heard(confidence: float, **more: object) -> Recognised:
    return Recognised.model_validate({"heard": "words", "engine": "test", "confidence": confidence, **more})


def test_typed_and_surely_heard_words_earn_the_same_marks() -> None:
    typed = verdicts(mark(EVERY, POLICY, journal(INTRUDER, CALL)))
    assert verdicts(mark(EVERY, POLICY, spoken([heard(0.95)] * 5))) == typed
    assert verdicts(mark(EVERY, POLICY, spoken([None] * 5))) == typed


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(st.none(), st.floats(0, 1).map(heard)), min_size=5, max_size=5))
def test_doubt_never_costs_a_mark(each: list[Recognised | None]) -> None:
    sure, doubted = verdicts(mark(EVERY, POLICY, spoken([]))), verdicts(mark(EVERY, POLICY, spoken(each)))
    changed = {point: (sure[point], doubted[point]) for point in sure if sure[point] != doubted[point]}
    assert all(was in ("not_met", "partly") and now == "for_assessor" for was, now in changed.values()), changed


@pytest.mark.parametrize(
    ("how", "verdict"),
    [
        (heard(0.95), "not_met"),
        (heard(0.4), "for_assessor"),
        (heard(0.4, corrected=True), "not_met"),
        (heard(0.9, low_reliability=True), "for_assessor"),
        (
            heard(0.8, words=(HeardWord(word="a", probability=0.1), HeardWord(word="b", probability=0.9))),
            "for_assessor",
        ),
    ],
)
def test_a_point_lost_in_words_is_for_the_assessor_where_the_recogniser_was_unsure_of_them(
    how: Recognised, verdict: str
) -> None:
    alone = INTRUDER.model_copy(update={"marking": (MarkingChoice(point="M06"),)})
    found = mark(alone, POLICY, spoken([None, None, None, how])).marks[0]
    assert found.verdict == verdict
    assert ("unsure of ‘We'll get a DSU" in found.because) == (verdict == "for_assessor")


def test_something_missed_is_for_the_assessor_where_unsure_words_may_have_been_it() -> None:
    unsure = "3 answer\n10 say by=spoken heard=0.3: what is is\n60 end handler"
    assert one_mark(INTRUDER, POLICY, "V01", unsure).verdict == "for_assessor"
    assert one_mark(INTRUDER, POLICY, "V01", unsure.replace("0.3", "0.9")).verdict == "not_met"


def test_a_recorded_deed_stays_certain() -> None:
    script = "3 answer\n8 caller tells=address\n10 say by=spoken heard=0.1: mm\n20 record location: 72 Alder Rise"
    assert one_mark(INTRUDER, POLICY, "A01", script).verdict == "not_met"
    assert one_mark(INTRUDER, POLICY, "V03", script + "\n60 end handler").decisive
