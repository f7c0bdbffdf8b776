"""Results files of every format that was ever released can still be read, in full; these files are kept forever."""

import shutil
from pathlib import Path

import pytest

from reports.evidence import evidence_html, evidence_of
from reports.store import Store
from simulator.journal import from_lines
from tests.reports.made import NOON

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture(params=sorted(GOLDEN.glob("results-format-*.db")), ids=lambda path: path.stem)
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of one of the kept files."""
    return Path(shutil.copy(request.param, tmp_path / request.param.name))


def test_there_is_a_file_of_the_first_format() -> None:
    assert (GOLDEN / "results-format-1.db").is_file()


def test_every_event_that_was_ever_written_is_still_understood(golden: Path) -> None:
    lines = (GOLDEN / golden.name).with_suffix(".jsonl").read_text(encoding="utf-8")
    with Store.open(golden) as store:
        assert store.journal("1") == from_lines(lines)


def test_its_seals_still_hold(golden: Path) -> None:
    for read_only in (True, False):
        with Store.open(golden, read_only=read_only) as store:
            assert store.verify().broken == ()


def test_its_calls_say_what_they_said(golden: Path) -> None:
    with Store.open(golden) as store:
        said = [(call.started.trainee, call.state, call.automatic, call.outcome) for call in store.calls()]
        assert said == [
            ("Sian Rees", "interrupted", None, None),
            ("Tom Okafor", "stopped", None, None),
            ("Priya Nair", "ended", "met", "met"),
        ]
        assert [m.marking.outcome for m in store.markings("1")] == ["referred", "met"]
        assert [j.judgement.verdict for j in store.judgements("1")] == ["met", "met"]


def test_its_evidence_page_can_still_be_made(golden: Path) -> None:
    with Store.open(golden) as store:
        html = evidence_html(evidence_of(store, "1", NOON))
    assert "Twenty-seven Alder Rise" in html
    assert "All settled." in html
