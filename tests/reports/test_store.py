"""The results file gives back what it was given, and only ever adds."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.problems import StoreProblem
from reports.store import Store
from reports.stored import CallFilter
from simulator.events import (
    AgencyRequested,
    CallerSaid,
    FieldRecorded,
    HandlerSaid,
    Interrupted,
    LookedUp,
    Noted,
    Stopped,
)
from simulator.heard import HeardIntent
from simulator.journal import Entry
from tests.reports.made import NOON, at_noon, journal_of, judged, keep, mark, marking_of, short_call, started_by

WORDS = st.text(max_size=60)
EVENTS = st.one_of(
    st.builds(Noted, section=WORDS, text=WORDS),
    st.builds(FieldRecorded, field=WORDS, value=WORDS, previous=st.none() | WORDS),
    st.builds(CallerSaid, text=WORDS, lasts_ms=st.integers(0, 10**6), facts=st.lists(WORDS).map(tuple)),
    st.builds(LookedUp, system=WORDS, query=WORDS, reason=st.none() | WORDS),
    st.builds(AgencyRequested, agency=WORDS),
    st.builds(
        HandlerSaid,
        text=WORDS,
        began_ms=st.integers(0, 10**9),
        spoken_ms=st.integers(0, 10**6),
        intents=st.lists(
            st.builds(HeardIntent, id=WORDS, confidence=st.floats(0, 1), slot=st.none() | WORDS), max_size=3
        ).map(tuple),
    ),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events=st.lists(EVENTS, max_size=6), step_ms=st.integers(0, 10**6))
def test_a_journal_comes_back_as_it_was_written(fresh_store: Store, events: list[object], step_ms: int) -> None:
    journal = journal_of(started_by(), *events, step_ms=step_ms)
    assert fresh_store.journal(keep(fresh_store, journal))[: len(journal)] == journal
    assert fresh_store.verify().holds


def test_text_in_any_script_with_control_characters_comes_back(fresh_store: Store) -> None:
    text = "मदद कीजिए 🆘 مساعدة \x00\x07\u202e <script>alert(1)</script> '; drop table calls; --"
    journal = journal_of(started_by(text), Noted(section="facts", text=text * 200))
    call = fresh_store.call(keep(fresh_store, journal))
    assert call.started.trainee == text
    assert fresh_store.journal(call.call_id)[: len(journal)] == journal


def test_a_stored_call_tells_what_the_list_needs(fresh_store: Store) -> None:
    call = fresh_store.call(keep(fresh_store, short_call()))
    assert (call.contact, call.state, call.length_ms, call.entries) == ("00001", "ended", 40_000, 11)
    assert (call.opened_at, call.outcome, call.attempt) == (at_noon(), None, 1)
    assert call.stamp == "practice, not evidence"


def test_only_an_approved_assessment_is_evidence(fresh_store: Store) -> None:
    """DESIGN 4: a run whose scenario is not approved is stamped everywhere."""
    cases = [("practice", True), ("assessment", False), ("assessment", True)]
    ids = [keep(fresh_store, short_call(mode=mode, approved=approved)) for mode, approved in cases]
    assert [fresh_store.call(i).stamp for i in ids] == [
        "practice, not evidence",
        "practice, not evidence",
        "evidence",
    ]
    assert [c.call_id for c in fresh_store.calls(CallFilter(evidence_only=True))] == [ids[2]]


def test_entries_come_in_order_or_not_at_all(fresh_store: Store) -> None:
    journal = short_call()
    with fresh_store.open_call(started_by(), "text") as writer:
        writer.append(journal[0])
        with pytest.raises(ValueError, match="cannot follow"):
            writer.append(journal[2])
        writer.append(journal[1])
    assert fresh_store.journal(writer.call_id)[:2] == journal[:2]


@pytest.mark.parametrize("table", ["entries", "markings", "judgements", "texts", "calls"])
@pytest.mark.parametrize("deed", ["update {0} set hash = 'x'", "delete from {0}", "replace"])
def test_nothing_that_was_stored_can_be_changed(fresh_store: Store, table: str, deed: str) -> None:
    call_id = keep(fresh_store, short_call())
    fresh_store.add_marking(call_id, marking_of())
    fresh_store.add_judgement(call_id, judged("V01", "met"))
    column = "sha256" if table == "texts" else "hash"
    statement = deed.format(table).replace("hash", column)
    if deed == "replace":
        statement = f"insert or replace into {table} select * from {table}"
    connection = sqlite3.connect(fresh_store.path)
    connection.execute("pragma recursive_triggers = on")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()


def test_a_second_marking_stands_beside_the_first(fresh_store: Store) -> None:
    call_id = keep(fresh_store, short_call())
    assert fresh_store.add_marking(call_id, marking_of(outcome="not_met")) == 1
    assert fresh_store.add_marking(call_id, marking_of(outcome="met")) == 2
    runs = fresh_store.markings(call_id)
    assert [(m.run, m.marking.outcome, m.entries) for m in runs] == [(1, "not_met", 11), (2, "met", 11)]
    assert runs[0].head == fresh_store.call(call_id).head
    assert fresh_store.call(call_id).automatic == "met"
    assert fresh_store.last_marking(call_id) == runs[-1]


def test_a_call_that_was_never_marked_has_no_last_marking(fresh_store: Store) -> None:
    assert fresh_store.last_marking(keep(fresh_store, short_call())) is None


def test_a_judgement_changes_the_outcome_and_keeps_the_automatic_one(fresh_store: Store) -> None:
    call_id = keep(fresh_store, short_call())
    fresh_store.add_marking(call_id, marking_of(mark("V06", "for_assessor"), outcome="referred", referred=("V06",)))
    fresh_store.add_judgement(call_id, judged("V06", "met"))
    fresh_store.add_judgement(call_id, judged(None, "met", "Checked both items at 01:10."))
    call = fresh_store.call(call_id)
    assert (call.automatic, call.outcome, call.judged) == ("referred", "met", True)
    assert [j.judgement.point for j in fresh_store.judgements(call_id)] == ["V06", None]


def test_the_list_is_filtered_paged_and_newest_first(fresh_store: Store) -> None:
    ids = [keep(fresh_store, short_call(trainee)) for trainee in ("Ann", "Ben", "Ann", "Ann")]
    fresh_store.add_marking(ids[0], marking_of(outcome="referred"))
    of_ann = CallFilter(trainee="Ann")
    assert [c.call_id for c in fresh_store.calls(of_ann)] == [ids[3], ids[2], ids[0]]
    assert [c.call_id for c in fresh_store.calls(of_ann, limit=1, offset=1)] == [ids[2]]
    assert fresh_store.count(of_ann) == 3
    assert [c.number for c in fresh_store.calls(CallFilter(outcome="referred"))] == [1]
    assert fresh_store.count(CallFilter(outcome="unmarked")) == 3
    assert fresh_store.trainees() == ("Ann", "Ben")
    assert [c.attempt for c in fresh_store.calls(of_ann)] == [3, 2, 1]


def test_a_call_is_found_by_its_contact_number(fresh_store: Store) -> None:
    call_id = keep(fresh_store, short_call())
    assert fresh_store.call("00001").call_id == fresh_store.call("1").call_id == call_id


def test_a_contact_number_is_enough_to_add_a_marking_and_a_judgement(fresh_store: Store) -> None:
    call_id = keep(fresh_store, short_call())
    fresh_store.add_marking("1", marking_of())
    fresh_store.add_judgement("00001", judged("V01", "not_met"))
    assert (len(fresh_store.markings(call_id)), len(fresh_store.judgements(call_id))) == (1, 1)
    assert fresh_store.call(call_id).judged
    assert fresh_store.verify().holds


@pytest.mark.parametrize("wanted", ["2", "", "x' or 1=1 --", "²", "9" * 40])
def test_an_unknown_call_is_said_plainly(fresh_store: Store, wanted: str) -> None:
    keep(fresh_store, short_call())
    with pytest.raises(StoreProblem, match="no contact") as caught:
        fresh_store.journal(wanted)
    assert caught.value.trouble == "unknown_call"


def test_the_texts_are_kept_once_under_their_fingerprints_as_first_written(fresh_store: Store) -> None:
    """A fingerprint is of the meaning: a comment added to the file must not keep the next call from being taken."""
    for text, policy in (
        ("the text", "the policy"),
        ("the text", "the policy"),
        ("the text # why", "the policy # why"),
    ):
        with fresh_store.open_call(started_by(), text, policy) as writer:
            writer.append(short_call()[0])
    assert fresh_store.scenario_text("f" * 64) == "the text"
    assert fresh_store.policy_text("a" * 64) == "the policy"
    assert fresh_store.verify().holds
    with pytest.raises(StoreProblem, match="No scenario"):
        fresh_store.scenario_text("0" * 64)


@pytest.mark.parametrize("event", [Stopped(), Interrupted(because="The disk was full.")])
def test_what_ended_a_call_first_stands(fresh_store: Store, event: Stopped | Interrupted) -> None:
    journal = (*short_call()[:4], Entry(n=5, t_ms=17_000, event=event))
    assert fresh_store.call(keep(fresh_store, journal)).state == event.kind


def test_results_survive_closing_and_opening(store_path: Path) -> None:
    with Store.open(store_path) as store:
        call_id = keep(store, short_call())
        store.add_marking(call_id, marking_of())
    assert not store_path.with_name(store_path.name + "-wal").exists()
    with Store.open(store_path, create=False) as store:
        assert store.found_interrupted == ()
        assert store.journal(call_id) == short_call()
        assert store.markings(call_id)[0].marking == marking_of()


def test_a_wall_clock_that_jumps_back_changes_no_order(store_path: Path) -> None:
    times = iter([NOON + timedelta(days=1), NOON, NOON - timedelta(days=400)])
    with Store.open(store_path, now=lambda: next(times)) as store:
        ids = [keep(store, short_call()) for _ in range(3)]
        assert [call.call_id for call in store.calls()] == ids[::-1]
        assert store.verify().holds
