"""Every word of a page can be read in a narrow window and on paper: cells carry their headings, sheets are served."""

import re

import pytest
from kept_calls import keep_rehearsed
from starlette.testclient import TestClient

from reports.console.app import create_app
from reports.evidence import evidence_html, evidence_of
from reports.store import Store
from tests.reports.made import NOON, at_noon


@pytest.fixture
def browser(fresh_store: Store) -> TestClient:
    """A browser at the console, with one marked call."""
    keep_rehearsed(fresh_store, script="trusts-the-map")
    return TestClient(create_app(fresh_store, at_noon), base_url="http://127.0.0.1")


def unlabelled(html: str) -> list[str]:
    """Cells under a heading that a stacked table would show without it."""
    return [
        cell
        for table in re.findall(r'<table class="[^"]*stack".*?</table>', html, re.S)
        for cell in re.findall(r"<td[^>]*>", table.partition("<tbody>")[2])
        if "data-label" not in cell
    ]


def test_a_table_that_is_stacked_names_each_cell(browser: TestClient) -> None:
    page = browser.get("/calls/1").text
    assert page.count(' stack"') >= 4 and unlabelled(page) == []


def test_each_label_is_the_heading_of_its_column(browser: TestClient) -> None:
    page = browser.get("/calls/1").text
    for table in re.findall(r'<table class="[^"]*stack".*?</table>', page, re.S):
        heads = re.findall(r'<th scope="col">(.*?)</th>', table)
        for row in re.findall(r"<tr.*?</tr>", table.partition("<tbody>")[2], re.S):
            assert re.findall(r'data-label="(.*?)"', row) == heads[1:]


@pytest.mark.parametrize(("sheet", "media"), [("narrow", "screen"), ("print", "print")])
def test_the_sheets_for_narrow_windows_and_for_paper_are_served(browser: TestClient, sheet: str, media: str) -> None:
    assert f'href="/static/{sheet}.css" media="{media}"' in browser.get("/calls/1").text
    assert browser.get(f"/static/{sheet}.css").status_code == 200


def test_what_is_folded_away_is_named_on_paper_too(fresh_store: Store) -> None:
    keep_rehearsed(fresh_store, "a-large-order", "weak")
    page = TestClient(create_app(fresh_store, at_noon), base_url="http://127.0.0.1").get("/calls/1").text
    assert re.search(r'not applicable in this run: <span class="mono">[A-Z]\d\d', page)


def test_the_evidence_page_names_each_cell_of_its_ledger(fresh_store: Store) -> None:
    keep_rehearsed(fresh_store, script="trusts-the-map")
    html = evidence_html(evidence_of(fresh_store, "1", NOON))
    ledger = html.partition("<h2>Ledger</h2>")[2].partition("</table>")[0]
    row = re.findall(r"<tr.*?</tr>", ledger.partition("<tbody>")[2], re.S)[0]
    assert re.findall(r'data-label="(.*?)"', row) == ["True", "Told", "Recorded", "Why they differ"]
