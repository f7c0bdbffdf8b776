"""The evidence of a call: principles, criteria, questions, provenance; and its page on screen and paper."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from reports.criteria_shown import criteria_shown
from reports.evidence import evidence_html, evidence_of, evidence_pdf, write_evidence
from reports.evidence_data import Evidence
from reports.judgement import standing
from reports.pack.glyphs import printable, shown_by_fonts
from reports.pack.page import content_policy
from reports.questions import questions_owed
from reports.store import Store
from scenarios.vocabulary.criteria import criteria
from simulator import events as e
from tests.reports.made import NOON, at_noon, journal_of, judged, keep, mark, marking_of, short_call, started_by

HOSTILE = '<script>alert(1)</script> #eval("1") *bold* $x$ @ref <b> {{ 7 * 7 }} \\ \' " & é Ж 🆘 मदद \x07 \u202e end'
SCENARIO = Path(__file__).parents[2] / "scenarios" / "calls" / "hiding-upstairs" / "scenario.yaml"


def evidence(store: Store, trainee: str = "A. Trainee", text: str = "id: x", **changes: object) -> Evidence:
    call_id = keep(store, short_call(trainee, **changes), text)
    store.add_marking(call_id, marking_of(mark("V01", criteria=("03-3.6", "03-1.6")), mark("A01", "not_met")))
    return evidence_of(store, call_id, NOON)


def shown(*marks: object, planned: tuple[str, ...] = (), spoken: bool = True) -> dict[str, str]:
    return {c.code: c.shown for c in criteria_shown(planned, standing(marking_of(*marks), ()), spoken)}


def test_a_criterion_that_asks_for_an_explanation_is_never_ticked() -> None:
    """EVIDENCE 0 and handbook 4.7.5: knowledge is asked for, whatever was done in the run."""
    explaining = [code for code, criterion in criteria().items() if criterion.shows == "K"]
    found = shown(mark("V01", "met", criteria=tuple(explaining)))
    assert set(found) == set(explaining)
    assert set(found.values()) == {"question_owed"}


def test_a_criterion_is_shown_by_points_that_are_met_and_names_their_entries() -> None:
    marks = (mark("V01", criteria=("03-3.6",), shown_by=(4, 9)), mark("V05", criteria=("03-3.6",), shown_by=(2,)))
    (line,) = criteria_shown((), standing(marking_of(*marks), ()), spoken=False)
    assert (line.shown, line.points, line.shown_by) == ("shown", ("V01", "V05"), (2, 4, 9))


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        (["met", "not_met"], "in_part"),
        (["partly"], "in_part"),
        (["not_met"], "not_shown"),
        (["for_assessor"], "waits"),
        (["met", "not_applicable"], "shown"),
    ],
)
def test_mixed_points_show_a_criterion_only_in_part(verdicts: list[str], expected: str) -> None:
    marks = [mark(f"V0{n}", verdict, criteria=("03-3.6",)) for n, verdict in enumerate(verdicts, start=1)]
    assert shown(*marks) == {"03-3.6": expected}


def test_a_planned_criterion_that_nothing_bears_on_is_not_shown() -> None:
    assert shown(mark(criteria=()), planned=("03-2.6",)) == {"03-2.6": "not_shown"}


def test_what_needs_the_workplace_is_never_claimed() -> None:
    assert shown(mark(criteria=("02-2.3", "04-1.2"))) == {"02-2.3": "elsewhere", "04-1.2": "in_part"}


def test_clear_speech_is_not_shown_by_typing() -> None:
    assert shown(mark(criteria=("02-1.1",)), spoken=False) == {"02-1.1": "not_shown"}
    assert shown(mark(criteria=("02-1.1",)), spoken=True) == {"02-1.1": "shown"}


def test_a_judgement_changes_what_a_criterion_shows() -> None:
    marking = marking_of(mark("V01", "not_met", criteria=("03-3.6",)))
    (line,) = criteria_shown((), standing(marking, [judged("V01", "met")]), spoken=True)
    assert line.shown == "shown"


def test_changing_a_grade_owes_the_questions_about_upgrading_and_downgrading() -> None:
    journal = journal_of(started_by(), e.Graded(grade="priority"), e.Graded(grade="immediate", previous="priority"))
    owed = {code for question in questions_owed((), journal, marking_of()) for code in question.criteria}
    assert {"03-1.6", "03-1.7"} <= owed


def test_the_plans_own_question_is_not_asked_twice() -> None:
    journal = journal_of(started_by(), e.Graded(grade="priority"), e.Graded(grade="immediate", previous="priority"))
    owed = questions_owed(("Why did the grade rise? (03-1.6, 03-1.7)",), journal, marking_of())
    assert sum("03-1.6" in question.text or "03-1.6" in question.criteria for question in owed) == 1


def test_every_knowledge_criterion_has_its_question() -> None:
    assert [c.id for c in criteria().values() if c.shows == "K" and not c.question] == []


def test_the_five_principles_are_there_with_what_the_run_recorded(fresh_store: Store) -> None:
    """Handbook 4.7.6."""
    found = evidence(fresh_store, text=SCENARIO.read_text(encoding="utf-8"))
    said = {p.number: " ".join(p.shown) for p in found.principles}
    assert list(said) == [1, 2, 3, 4, 5]
    assert "999" in said[1]
    assert "contact 00001 only" in said[2]
    assert "Outside the planned 02:00 to 08:00" in said[3]
    assert "f" * 64 in said[4]
    assert "surface 1 of 2" in said[5]


def test_a_scenario_text_that_cannot_be_read_any_more_hides_nothing_else(fresh_store: Store) -> None:
    html = evidence_html(evidence(fresh_store, text="not: [a scenario"))
    assert "cannot be read by this version" in html
    assert "Twenty-seven Alder Rise" in html


def test_an_unapproved_run_is_stamped_on_screen_and_paper(fresh_store: Store, tmp_path: Path) -> None:
    """DESIGN 4: practice, not evidence, everywhere."""
    found = evidence(fresh_store, mode="assessment", approved=False)
    assert "Practice, not evidence." in evidence_html(found)
    if shutil.which("pdftotext"):
        assert printed(evidence_pdf(found), tmp_path).count("Practice, not evidence") >= 2


def test_an_approved_assessment_carries_no_stamp(fresh_store: Store) -> None:
    assert "Practice, not evidence" not in evidence_html(evidence(fresh_store, mode="assessment", approved=True))


def test_the_page_needs_nothing_from_outside(fresh_store: Store) -> None:
    html = evidence_html(evidence(fresh_store))
    assert re.findall(r"(?:src|href)\s*=\s*\"(?!#)[^\"]*|url\((?!data:)[^)]*|@import", html) == []
    assert "<script" not in html


def test_the_policy_under_which_the_page_is_shown_names_its_own_style(fresh_store: Store) -> None:
    policy = content_policy(evidence_html(evidence(fresh_store)))
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy


def test_nothing_that_people_typed_becomes_markup(fresh_store: Store) -> None:
    journal = journal_of(
        started_by(HOSTILE, adjustments=(HOSTILE,)),
        e.HandlerSaid(text=HOSTILE, began_ms=0, spoken_ms=1),
        e.FieldRecorded(field=HOSTILE, value=HOSTILE, previous=HOSTILE, because=HOSTILE),
        e.LookedUp(system=HOSTILE, query=HOSTILE, reason=HOSTILE, rows=(HOSTILE,)),
        e.HandedOver(to=HOSTILE, text=HOSTILE),
        e.ContactClosed(),
    )
    call_id = keep(fresh_store, journal)
    fresh_store.add_marking(call_id, marking_of(mark(because=HOSTILE, text=HOSTILE)))
    fresh_store.add_judgement(call_id, judged("V01", "not_met", HOSTILE, author=HOSTILE))
    found = evidence_of(fresh_store, call_id, NOON)
    html = evidence_html(found)
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html
    assert "{{ 7 * 7 }}" in html
    assert evidence_pdf(found).startswith(b"%PDF-")


def test_a_hundred_thousand_characters_in_a_field_lose_nothing_on_screen_and_still_print(fresh_store: Store) -> None:
    long = "x" * 99_990 + " the end"
    journal = journal_of(started_by(), e.FieldRecorded(field="description", value=long), e.ContactClosed())
    call_id = keep(fresh_store, journal)
    found = evidence_of(fresh_store, call_id, NOON)
    assert long in evidence_html(found)
    assert evidence_pdf(found).startswith(b"%PDF-")


def printed(pdf: bytes, folder: Path) -> str:
    """The words of a PDF, as pdftotext finds them."""
    (folder / "page.pdf").write_bytes(pdf)
    command = ["pdftotext", "-enc", "UTF-8", "-layout", str(folder / "page.pdf"), "-"]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_the_printed_page_says_what_the_screen_says(fresh_store: Store, tmp_path: Path) -> None:
    text = printed(evidence_pdf(evidence(fresh_store, HOSTILE[:60])), tmp_path)
    for words in ("<script>alert(1)</script>", "Incident address: 27 Alder Rise", "Not met", "03-3.6", "Page 1 of"):
        assert words in text
    assert evidence_of(fresh_store, "1", NOON).call.head[:16] in text.replace("\n", "")


def test_the_same_evidence_gives_the_same_bytes(fresh_store: Store) -> None:
    found = evidence(fresh_store)
    assert evidence_pdf(found) == evidence_pdf(found)


def test_a_call_without_marks_still_has_its_page(fresh_store: Store) -> None:
    call_id = keep(fresh_store, (*short_call()[:3],))
    found = evidence_of(fresh_store, call_id, NOON)
    assert found.outcome == "Not marked"
    assert "Interrupted" in evidence_html(found) or "interrupted" in evidence_html(found)
    assert evidence_pdf(found).startswith(b"%PDF-")


def test_files_are_written_where_they_are_asked_for(fresh_store: Store, tmp_path: Path) -> None:
    call_id = keep(fresh_store, short_call())
    pdf, html = tmp_path / "new" / "page.pdf", tmp_path / "new" / "page.html"
    write_evidence(fresh_store, call_id, pdf=pdf, html=html, now=at_noon)
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert html.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("text", "printed_as"),
    [
        ("plain\ntext", "plain\ntext"),
        ("help 🆘", "help [squared sos]"),
        ("🆘🆘🆘", "[squared sos, 3 times]"),
        ("\x07", "[control 07]"),
        ("a\u202eb", "a[right-to-left override]b"),
        ("मदद now", "[3 devanagari letters: see the HTML page] now"),
        ("a\u200db", "ab"),
    ],
)
def test_what_the_fonts_lack_is_named(text: str, printed_as: str) -> None:
    assert printable(text, frozenset(map(ord, "abcdefghijklmnopqrstuvwxyz"))) == printed_as


def test_long_words_can_break_and_long_texts_are_cut_with_a_note() -> None:
    letters = frozenset(map(ord, "x"))
    assert "\u200b" in printable("x" * 100, letters)
    assert printable("x " * 5_000, letters).endswith("[4,000 more characters: see the HTML page]")


def test_the_fonts_show_the_letters_of_this_country() -> None:
    assert set(map(ord, "AZaz09£€éüñŵŷ–’“”…?!@#&/()")) <= shown_by_fonts()
