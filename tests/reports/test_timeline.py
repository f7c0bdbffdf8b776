"""Every event has its row, in words for people."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.labels import CAUSES, OUTCOMES, VERDICTS, entry_spans
from reports.timeline import timeline
from scoring.outcome import Cause, Outcome, Verdict
from simulator import events as e
from simulator.heard import HeardIntent
from simulator.journal import Entry
from tests.reports.made import journal_of, short_call

KINDS = get_args(get_args(e.Event)[0])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(deadline=None, max_examples=25)
@given(data=st.data())
def test_any_event_of_every_kind_gives_one_row(kind: type, data: st.DataObject) -> None:
    event = data.draw(st.from_type(kind))
    (row,) = timeline([Entry(n=7, t_ms=65_000, event=event)])
    assert (row.n, row.clock, row.kind) == (7, "01:05", event.kind)
    assert row.what or getattr(event, "text", "") == "" or getattr(event, "because", "") == ""


def test_no_entry_is_left_out() -> None:
    journal = short_call()
    assert [row.n for row in timeline(journal)] == [entry.n for entry in journal]


def test_a_row_says_who_and_what() -> None:
    rows = {row.kind: row for row in timeline(short_call())}
    assert (rows["caller_said"].who, rows["caller_said"].what) == (
        "Caller",
        "Twenty-seven Alder Rise. Please hurry.",
    )
    assert rows["field_recorded"].what == "Incident address: 27 Alder Rise, Quayford"
    assert rows["looked_up"].what == "Gazetteer: alder rise"
    assert rows["looked_up"].detail == "reason: live incident; 1 found: r1"
    assert (rows["graded"].what, rows["graded"].tone) == ("Graded Immediate", "strong")


def test_what_was_understood_is_said_in_words_not_codes() -> None:
    said = e.HandlerSaid(
        text="Where are you?", began_ms=0, spoken_ms=900, intents=(HeardIntent(id="ASK_LOCATION", confidence=0.9),)
    )
    (row,) = timeline(journal_of(said))
    assert "ASK_LOCATION" not in row.detail
    assert row.detail.startswith("understood as: ")


def test_a_correction_keeps_what_stood_before() -> None:
    (row,) = timeline(journal_of(e.FieldRecorded(field="name", value="Ellen", previous="Elen", because="spelled")))
    assert row.what == "Caller name corrected: Ellen"
    assert row.detail == "was: Elen; spelled"


@pytest.mark.parametrize(("words", "of"), [(VERDICTS, Verdict), (OUTCOMES, Outcome), (CAUSES, Cause)])
def test_every_verdict_outcome_and_cause_has_its_words(words: dict[str, str], of: object) -> None:
    assert set(words) == set(get_args(of))


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((), ""),
        ((4,), "4"),
        ((9, 7, 8, 4, 4), "4, 7–9"),
        (tuple(range(1, 60, 2)), "1, 3, 5, 7, 9, 11, 13, 15 and 22 more"),
    ],
)
def test_many_entries_are_said_in_few_words(numbers: tuple[int, ...], words: str) -> None:
    assert entry_spans(numbers) == words


def test_somebody_else_on_the_line_has_their_own_name() -> None:
    said = [
        e.CallerSaid(text="a", lasts_ms=1),
        e.CallerSaid(text="b", lasts_ms=1, speaker="mum"),
        e.CallerSaid(text="c", lasts_ms=1, speaker="mum", shown_as="Mother of the caller"),
        e.CallerSaid(text="d", lasts_ms=1, speaker="relay"),
    ]
    rows = timeline([Entry(n=n + 1, t_ms=n, event=event) for n, event in enumerate(said)])
    assert [row.who for row in rows] == ["Caller", "Mum", "Mother of the caller", "Relay assistant, for the caller"]


def test_a_fact_told_goes_by_the_name_that_the_ledger_gives_it_and_says_once_that_it_was_a_part() -> None:
    told = e.FactTold(fact="where_hiding", value="upstairs", how="asked", standing="partial")
    (row,) = timeline(journal_of(told), {"where_hiding": "Access and hazards"})
    assert row.what == "Told. Access and hazards: upstairs" and row.detail.count("part") == 1
    (bare,) = timeline(journal_of(told))
    assert bare.what == "Told. Where hiding: upstairs"
