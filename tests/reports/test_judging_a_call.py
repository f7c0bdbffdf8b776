"""An assessor judges a whole call in one go: each judgement leads to the next, and nothing is asked for twice."""

import re

import pytest
from starlette.testclient import TestClient

from reports.console.app import create_app
from reports.store import Store
from tests.reports.made import at_noon, keep, mark, marking_of, short_call

MARKS = [mark("R02", "for_assessor", dimension="risk"), mark("V01"), mark("V06", "for_assessor", "critical")]


@pytest.fixture
def browser(fresh_store: Store) -> TestClient:
    """A browser at a run with two points that wait for an assessor."""
    kept = keep(fresh_store, short_call("Ann", mode="assessment", approved=True))
    fresh_store.add_marking(kept, marking_of(*MARKS, outcome="referred", referred=("R02", "V06")))
    return TestClient(create_app(fresh_store, at_noon), base_url="http://127.0.0.1")


def judge(browser: TestClient, point: str = "", **more: str) -> str:
    """Judge and see the page that follows."""
    token = re.search(r'name="token" value="([0-9a-f]+)"', browser.get("/calls/1").text)
    assert token
    form = {"token": token[1], "verdict": "met", "reason": "Heard it.", "author": "B. Assessor", "role": "assessor"}
    answer = browser.post("/calls/1/judgements", data=form | {"point": point} | more)
    assert answer.status_code == 200
    return answer.text


def stored(page: str) -> str:
    found = re.search(r'<p class="stored".*?</p>', page, re.S)
    return found[0] if found else ""


def test_a_judgement_leads_to_the_next_point_down_the_page_and_then_round(browser: TestClient) -> None:
    after = stored(judge(browser, "V06"))
    assert 'href="#mark-R02"' in after and "(1 left)" in after


def test_a_point_that_did_not_wait_leads_to_the_first_that_does(browser: TestClient) -> None:
    assert 'href="#mark-V06"' in stored(judge(browser, "V01"))


def test_the_last_point_leads_to_the_decision_and_that_to_the_other_runs(browser: TestClient) -> None:
    judge(browser, "V06")
    assert 'class="judge-link" href="#decision"' in stored(judge(browser, "R02"))
    assert 'href="/?outcome=referred"' in stored(judge(browser))


def test_name_and_role_are_asked_for_once(browser: TestClient) -> None:
    page = judge(browser, "V06", role="iqa", author="C. Assurer")
    forms = page.count('class="judge"')
    assert forms > 2 and page.count('value="C. Assurer"') == forms == page.count('<option value="iqa" selected>')


def test_each_form_says_how_the_point_stands(browser: TestClient) -> None:
    assert "(it stands as for the assessor)" in browser.get("/calls/1").text
    assert "(it stands as met)" in judge(browser, "V06")


@pytest.mark.parametrize("query", ["judged=Z99", "judged=V06", "judged=run", "judged=<b>"])
def test_nothing_is_called_stored_that_was_not(browser: TestClient, query: str) -> None:
    assert stored(browser.get(f"/calls/1?{query}").text) == ""
