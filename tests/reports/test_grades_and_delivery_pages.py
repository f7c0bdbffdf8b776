"""Grade timeline, tellings and delivery stand in the console, the evidence page and the debrief, and say the same."""

import pytest
from kept_calls import keep_rehearsed
from starlette.testclient import TestClient

from commands.debriefing import debrief_of
from reports.console.app import create_app
from reports.evidence import evidence_html, evidence_of, evidence_pdf
from reports.kept import kept_policy, kept_scenario
from reports.pack.sheet import sheet_of
from reports.store import Store
from simulator.desk.debrief_rows import note_rows
from tests.reports.made import NOON, at_noon


@pytest.fixture
def store(fresh_store: Store) -> Store:
    """A call in which the place was taken from the map."""
    keep_rehearsed(fresh_store, script="trusts-the-map")
    return fresh_store


def test_the_console_shows_each_grade_with_what_called_for_it(store: Store) -> None:
    page = TestClient(create_app(store, at_noon), base_url="http://127.0.0.1").get("/calls/1").text
    section = page.partition('id="grades"')[2].partition("</section>")[0]
    assert "Immediate" in section and "s allowed" in section and "In progress (inside now)" in section
    assert "Time to the greeting" in page.partition('id="delivery"')[2].partition("</section>")[0]


def test_the_evidence_page_shows_the_same_on_screen_and_in_print(store: Store) -> None:
    evidence = evidence_of(store, "1", NOON)
    assert evidence.grades is not None and evidence.delivery is not None
    html, sheet = evidence_html(evidence), sheet_of(evidence)
    assert evidence.grades.summary in html and sheet["grades"]["summary"] == evidence.grades.summary
    assert [list(pair) for pair in evidence.delivery.lines] == sheet["delivery"]
    assert all(value in html for _, value in evidence.delivery.lines)
    assert evidence_pdf(evidence).startswith(b"%PDF-")


def test_the_debrief_shows_grades_and_delivery_and_calls_neither_a_mark(store: Store) -> None:
    call = store.call("1")
    marking = store.markings(call.call_id)[-1].marking
    scenario, policy = kept_scenario(store, call), kept_policy(store, call).policy
    debrief = debrief_of(scenario, policy, store.journal(call.call_id), marking, "00001")
    rows, details, shown = note_rows(debrief)
    assert rows[0].text.startswith("Immediate at 00:") and "Rationale:" in details[0][1] and shown[0]
    assert any(row.text.startswith("Share of the talk") for row in rows)
    assert len(debrief.marks) == len(marking.marks)
