"""What the officer was told stands in the console, in the evidence page and in the terminal, and says the same."""

import re

import pytest
from kept_calls import keep_rehearsed, rehearsed
from rich.console import Console
from starlette.testclient import TestClient

from commands.showing_told import show_told
from reports.console.app import create_app
from reports.evidence import evidence_html, evidence_of, evidence_pdf
from reports.pack.sheet import sheet_of
from reports.store import Store
from tests.reports.made import NOON, at_noon, keep, marking_of, short_call

# How long an answer of the call takes to say may move the minute by a second.
SUMMARY = re.compile(r"Of 13 facts known by 04:\d\d, 11 reached the attending officer; 1 is missing; 1 is wrong\.")


@pytest.fixture
def store(fresh_store: Store) -> Store:
    """A call whose officer was sent to the next street (00001), and one whose scenario cannot be read (00002)."""
    keep_rehearsed(fresh_store, script="trusts-the-map")
    fresh_store.add_marking(keep(fresh_store, short_call()), marking_of())
    return fresh_store


def test_the_console_shows_the_record_beside_what_was_known(store: Store) -> None:
    page = TestClient(create_app(store, at_noon), base_url="http://127.0.0.1").get("/calls/1").text
    section = page.partition('id="told"')[2].partition("</section>")[0]
    assert SUMMARY.search(section)
    assert section.index("Alder Close, Quayford") < section.index("27 Alder Rise, Quayford, WX4 7QD")
    assert 'href="#entry-' in section


def test_the_evidence_page_says_the_same_on_screen_and_in_print(store: Store) -> None:
    evidence = evidence_of(store, "1", NOON)
    assert SUMMARY.search(evidence_html(evidence))
    printed = sheet_of(evidence)["told"]
    assert SUMMARY.match(printed["summary"])
    assert printed["facts"][0] == {
        "label": "Incident address (safety)",
        "known": "27 Alder Rise, Quayford, WX4 7QD (00:16)",
        "told": "Alder Close, Quayford (Incident address 00:36)",
        "stands": "Wrong",
        "state": "wrong",
        "why": "Not what the caller said.",
    }
    assert evidence_pdf(evidence).startswith(b"%PDF-")


def test_a_call_whose_scenario_cannot_be_read_has_every_other_part(store: Store) -> None:
    evidence = evidence_of(store, "2", NOON)
    assert evidence.told is None
    html = evidence_html(evidence)
    assert "What the officer was told" not in html
    assert "Timeline" in html
    assert evidence_pdf(evidence).startswith(b"%PDF-")


def test_the_terminal_shows_it_too() -> None:
    console = Console(width=160)
    with console.capture() as printed:
        show_told(console, rehearsed("hiding-upstairs", "trusts-the-map").told())
    words = " ".join(printed.get().split())
    assert SUMMARY.search(words)
    assert "Incident address (safety)" in words
