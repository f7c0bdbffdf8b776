"""The assessor's console: its pages, its form, and that it listens to nobody else."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from reports.console.app import create_app
from reports.console.serve import HOST, bound, open_for_review
from reports.store import Store
from simulator import events as e
from tests.reports.made import at_noon, journal_of, judged, keep, mark, marking_of, short_call, started_by

HERE = "http://127.0.0.1"
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> {{ 7*7 }} \u202e"
REFERRED = marking_of(
    mark("V06", "for_assessor", "critical"), mark("V01"), mark("C07", "not_applicable"),
    outcome="referred", referred=("V06",),
)  # fmt: skip


@pytest.fixture
def store(fresh_store: Store) -> Store:
    """A file with a referred run (00001), a practice run that was not marked (00002) and a stopped one (00003)."""
    first = keep(fresh_store, short_call("Ann", mode="assessment", approved=True))
    fresh_store.add_marking(first, REFERRED)
    keep(fresh_store, short_call("Ben"))
    keep(fresh_store, (*short_call("Cat")[:4], *_stop(5)))
    return fresh_store


def _stop(n: int) -> tuple[object, ...]:
    from simulator.journal import Entry

    return (Entry(n=n, t_ms=30_000, event=e.Stopped()),)


@pytest.fixture
def browser(store: Store) -> Iterator[TestClient]:
    """A browser at the console, on this computer."""
    with TestClient(create_app(store, at_noon), base_url=HERE) as client:
        yield client


def token_in(html: str) -> str:
    found = re.search(r'name="token" value="([0-9a-f]+)"', html)
    assert found
    return found[1]


def send(browser: TestClient, contact: str = "00001", **fields: str) -> object:
    """Fill in the form that the page shows and send it."""
    token = token_in(browser.get(f"/calls/{contact}").text)
    form = {"token": token, "reason": "I listened to it.", "author": "B. Assessor", "role": "assessor"} | fields
    return browser.post(f"/calls/{contact}/judgements", data=form, follow_redirects=False)


def test_the_list_shows_every_call_by_its_neutral_number(browser: TestClient) -> None:
    html = browser.get("/").text
    assert "3 calls" in html
    for words in ("00001", "Ann", "Referred to the assessor", "1 run waits", "Practice, not evidence", "Stopped"):
        assert words in html
    assert "hiding-upstairs" not in html


@pytest.mark.parametrize(
    ("query", "found"),
    [("trainee=Ann", 1), ("outcome=referred", 1), ("outcome=unmarked", 2), ("mode=practice", 2), ("evidence=1", 1),
     ("outcome=nonsense&mode=nonsense", 3), ("trainee=Nobody", 0)],
)  # fmt: skip
def test_the_list_is_filtered(browser: TestClient, query: str, found: int) -> None:
    html = browser.get(f"/?{query}").text
    assert f"{found} call" in html
    assert html.count('scope="row"') == found


@pytest.mark.parametrize("page", ["0", "-1", "99999999999", "x", "²", "2"])
def test_any_page_number_gives_a_page(browser: TestClient, page: str) -> None:
    assert browser.get("/", params={"page": page}).status_code == 200


def test_a_call_shows_timeline_marks_ledger_and_where_they_come_from(browser: TestClient) -> None:
    html = browser.get("/calls/00001").text
    for words in ("Twenty-seven Alder Rise", "For the assessor", "The location was asked for",
                  "27 Alder Rise, Quayford", "f" * 64, "not applicable in this run", "Critical"):  # fmt: skip
        assert words in html
    assert all(f'id="entry-{n}"' in html for n in range(1, 12))


def test_clicking_a_mark_lights_its_entries_with_and_without_javascript(browser: TestClient) -> None:
    whole = browser.get("/calls/00001", params={"mark": "V01"}).text
    part = browser.get(
        "/calls/00001", params={"mark": "V01"}, headers={"HX-Request": "true", "HX-Target": "timeline"}
    ).text
    for html in (whole, part):
        lit = re.findall(r'<tr id="entry-(\d+)" class="[^"]* lit"', html)
        assert lit == ["4"]
    assert part.lstrip().startswith("<section")
    assert "<html" not in part


def test_a_judgement_is_stored_with_author_reason_and_time(browser: TestClient, store: Store) -> None:
    response = send(browser, point="V06", verdict="met", reason="Both items were asked for at 00:41.")
    assert response.status_code == 303
    assert response.headers["location"] == "/calls/00001?judged=V06#mark-V06"
    (stored,) = store.judgements("1")
    judgement = stored.judgement
    assert (judgement.author, judgement.reason, judgement.at) == (
        "B. Assessor", "Both items were asked for at 00:41.", at_noon(),
    )  # fmt: skip
    html = browser.get("/calls/00001").text
    assert "judged by <bdi>B. Assessor</bdi>" in html
    assert 'value="B. Assessor"' in html


@pytest.mark.parametrize(
    ("change", "words"),
    [({"reason": "  "}, "Give the reason"), ({"author": ""}, "Give your name"),
     ({"verdict": "splendid"}, "Choose a"), ({"reason": "x" * 4001}, "up to 4,000"),
     ({"role": "king"}, "Choose your role"), ({"point": "Z99"}, "not a marking")],
)  # fmt: skip
def test_an_incomplete_judgement_is_not_stored_and_what_was_typed_is_kept(
    browser: TestClient, store: Store, change: dict[str, str], words: str
) -> None:
    response = send(browser, **({"point": "V06", "verdict": "met", "reason": "Mine."} | change))
    assert response.status_code == 422
    assert words in response.text
    assert store.judgements("1") == ()
    if change.get("author") == "":
        assert "Mine." in response.text


def test_a_referred_run_gets_its_outcome_once_its_points_are_settled(browser: TestClient, store: Store) -> None:
    early = send(browser, verdict="met")
    assert early.status_code == 422
    assert "First judge the points that wait for an assessor: V06" in early.text
    send(browser, point="V06", verdict="met")
    assert send(browser, verdict="met", reason="All settled.").status_code == 303
    assert store.call("1").outcome == "met"
    assert store.call("1").automatic == "referred"
    html = browser.get("/calls/00001").text
    assert "Automatic: referred to the assessor" in html


def test_a_second_judgement_stands_beside_the_first(browser: TestClient, store: Store) -> None:
    send(browser, point="V01", verdict="not_met", reason="First look.")
    send(browser, point="V01", verdict="met", reason="Second look.")
    assert [s.judgement.reason for s in store.judgements("1")] == ["First look.", "Second look."]
    html = browser.get("/calls/00001").text
    assert "First look." in html
    assert "Second look." in html


def test_a_form_without_its_token_is_refused(browser: TestClient, store: Store) -> None:
    token_in(browser.get("/calls/00001").text)
    form = {"point": "V06", "verdict": "met", "reason": "r", "author": "a"}
    for token in ("", "0" * 64):
        response = browser.post("/calls/00001/judgements", data=form | {"token": token}, follow_redirects=False)
        assert response.status_code == 403
        assert "Nothing was stored" in response.text
    assert store.judgements("1") == ()


def test_another_browsers_token_is_refused(browser: TestClient, store: Store) -> None:
    token = token_in(browser.get("/calls/00001").text)
    browser.cookies.clear()
    form = {"point": "V06", "verdict": "met", "reason": "r", "author": "a", "token": token}
    assert browser.post("/calls/00001/judgements", data=form).status_code == 403
    assert store.judgements("1") == ()


@pytest.mark.parametrize("headers", [
    {"origin": "https://evil.example"}, {"origin": "null"}, {"origin": "http://127.0.0.1:9"},
    {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"},
])  # fmt: skip
def test_a_form_from_another_page_is_refused(browser: TestClient, store: Store, headers: dict[str, str]) -> None:
    token = token_in(browser.get("/calls/00001").text)
    form = {"point": "V06", "verdict": "met", "reason": "r", "author": "a", "token": token}
    response = browser.post("/calls/00001/judgements", data=form, headers=headers, follow_redirects=False)
    assert response.status_code == 403
    assert store.judgements("1") == ()


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8765", "", "192.168.0.7"])
def test_another_name_for_this_computer_is_refused(browser: TestClient, host: str) -> None:
    """DNS rebinding: a page elsewhere that points its own name at 127.0.0.1 reads nothing."""
    response = browser.get("/", headers={"host": host})
    assert response.status_code == 403
    assert "Ann" not in response.text


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765", "localhost"])
def test_its_own_names_are_answered(browser: TestClient, host: str) -> None:
    assert browser.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/calls/00001", "/verify", "/calls/00001/evidence", "/calls/9", "/nowhere"])
def test_every_page_carries_the_strict_headers(browser: TestClient, path: str) -> None:
    headers = browser.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy or "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/calls/00001", "/verify"])
def test_no_page_carries_script_or_style_of_its_own(browser: TestClient, path: str) -> None:
    html = browser.get(path).text
    assert re.findall(r"<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=|javascript:", html) == []
    assert re.findall(r'(?:src|href)="(?:https?:)?//', html) == []


def test_nothing_that_people_typed_becomes_markup(browser: TestClient, store: Store) -> None:
    journal = journal_of(
        started_by(HOSTILE, adjustments=(HOSTILE,)),
        e.HandlerSaid(text=HOSTILE, began_ms=0, spoken_ms=1),
        e.CallerSaid(text=HOSTILE, lasts_ms=1),
        e.FieldRecorded(field=HOSTILE, value=HOSTILE, previous=HOSTILE, because=HOSTILE),
        e.LookedUp(system=HOSTILE, query=HOSTILE, reason=HOSTILE, rows=(HOSTILE,)),
        e.ContactClosed(),
    )
    call_id = keep(store, journal)
    store.add_marking(call_id, marking_of(mark(because=HOSTILE, text=HOSTILE)))
    store.add_judgement(call_id, judged("V01", "not_met", HOSTILE, author=HOSTILE))
    contact = store.call(call_id).contact
    for path in ("/", f"/calls/{contact}", f"/calls/{contact}?mark=V01", f"/calls/{contact}/evidence"):
        html = browser.get(path).text
        assert "<script>alert" not in html
        assert "<img" not in html
        assert "&lt;script&gt;" in html


def test_a_hostile_query_is_only_text(browser: TestClient) -> None:
    for path in ("/?trainee=" + HOSTILE, "/calls/00001?mark=" + HOSTILE, "/calls/" + HOSTILE.replace("/", "")):
        assert "<script>alert" not in browser.get(path).text


@pytest.mark.parametrize("path", ["/calls/9", "/calls/x", "/nowhere", "/static/../app.py", "/static/fonts/passwd"])
def test_what_is_not_there_is_said_kindly(browser: TestClient, path: str) -> None:
    response = browser.get(path)
    assert response.status_code == 404
    assert "All calls" in response.text
    assert "Traceback" not in response.text


def test_a_mistake_of_the_console_shows_no_traceback(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("reports.console.app.calls_page", broken)
    with TestClient(create_app(store), base_url=HERE, raise_server_exceptions=False) as client:
        response = client.get("/")
    assert response.status_code == 500
    assert "secret detail" not in response.text
    assert "nothing was changed" in response.text


def test_evidence_is_shown_saved_and_printed(browser: TestClient) -> None:
    assert "five principles" in browser.get("/calls/00001/evidence").text
    saved = browser.get("/calls/00001/evidence?save=1")
    assert 'filename="evidence-00001-ann.html"' in saved.headers["content-disposition"]
    pdf = browser.get("/calls/00001/evidence.pdf")
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF-")


def test_the_seals_are_checked_on_their_page(browser: TestClient) -> None:
    assert "Every seal holds" in browser.get("/verify").text


def test_an_empty_file_says_what_to_do_next(store_path: Path) -> None:
    with Store.open(store_path) as empty, TestClient(create_app(empty), base_url=HERE) as client:
        assert "No calls yet" in client.get("/").text


def test_a_file_that_can_only_be_read_offers_no_form(store: Store) -> None:
    path = store.path
    store.close()
    with (
        Store.open(path, read_only=True) as reading,
        TestClient(create_app(reading), base_url=HERE, raise_server_exceptions=False) as client,
    ):
        html = client.get("/calls/00001").text
        assert "<form" not in html
        assert "read only" in html


def test_a_stopped_run_has_nothing_to_decide(browser: TestClient, store: Store) -> None:
    store.add_marking(store.call("3").call_id, marking_of(outcome="stopped"))
    html = browser.get("/calls/00003").text
    assert "never counts against" in html
    assert send(browser, "00003", verdict="not_met").status_code == 422
    assert store.judgements("3") == ()


def test_a_form_that_is_too_long_is_refused(browser: TestClient, store: Store) -> None:
    response = send(browser, point="V06", verdict="met", reason="x" * 70_000)
    assert response.status_code == 403
    assert "too long" in response.text
    assert store.judgements("1") == ()


def test_every_page_has_language_title_heading_and_skip_link(browser: TestClient) -> None:
    for path in ("/", "/calls/00001", "/calls/00002", "/verify", "/calls/9"):
        html = browser.get(path).text
        assert '<html lang="en-GB">' in html
        assert html.count("<h1") == 1
        assert 'class="skip" href="#main"' in html
        assert re.search(r"<title>[^<]+ · First Contact</title>", html)


def test_every_field_of_a_form_has_its_label(browser: TestClient) -> None:
    html = browser.get("/calls/00001").text
    outside = re.sub(r"<label.*?</label>", "", html, flags=re.S)
    assert re.findall(r"<(?:select|textarea|input(?![^>]*type=\"hidden\"))[^>]*>", outside) == []


def test_it_listens_on_this_computer_only_and_gives_way_when_a_port_is_taken() -> None:
    with bound(0) as first:
        first.listen()
        with bound(first.getsockname()[1]) as second:
            assert first.getsockname()[0] == second.getsockname()[0] == HOST == "127.0.0.1"
            assert first.getsockname()[1] != second.getsockname()[1]


SERVING_CHILD = """
import sys
from pathlib import Path
from reports.console.serve import serve
serve(Path(sys.argv[1]), 0, open_browser=False)
"""


def test_a_served_console_answers_and_says_where(store_path: Path) -> None:
    with Store.open(store_path) as store:
        keep(store, short_call("Ann"))
    process = subprocess.Popen(
        [sys.executable, "-u", "-c", SERVING_CHILD, str(store_path)],
        cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        assert process.stdout is not None
        address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert address
        assert "Ann" in httpx.get(address[0], timeout=20).text
    finally:
        process.kill()
        process.communicate()


def test_review_opens_for_writing_where_it_can(store_path: Path) -> None:
    Store.open(store_path).close()
    with open_for_review(store_path) as opened:
        assert not opened.read_only
