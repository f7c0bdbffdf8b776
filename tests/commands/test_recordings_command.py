"""`recordings`: what sound is kept of whom and until when; nothing is deleted without saying who and why."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reports.store import Store
from simulator.events import RecordingKept
from tests.commands.conftest import Run
from tests.reports.made import journal_of, keep, short_call

LONG_AGO, LATELY = datetime(2019, 5, 1, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def results(tmp_path: Path) -> Path:
    """Contact 00001 of 2019 with sound, 00002 of this year with sound, 00003 without."""
    path = tmp_path / "results.sqlite"
    for at, trainee in ((LONG_AGO, "Ann"), (LATELY, "Ben")):
        with Store.open(path, now=lambda at=at: at) as store:  # type: ignore[misc]
            spooled = store.recordings.spool / f"{trainee}.flac"
            spooled.parent.mkdir(parents=True, exist_ok=True)
            spooled.write_bytes(trainee.encode() * 500_000)
            digest = store.recordings.take(spooled, "flac")
            kept = RecordingKept(track="caller", digest=digest, codec="flac", began_ms=0, lasts_ms=1)
            *before, end = (entry.event for entry in short_call(trainee))
            keep(store, journal_of(*before, kept, end))
    with Store.open(path) as store:
        keep(store, short_call("Cat"))
    return path


def sounds(results: Path) -> list[str]:
    with Store.open(results) as store:
        return [store.recordings.path(k.digest, k.codec).read_bytes()[:3].decode() for k in _there(store)]


def _there(store: Store) -> list[RecordingKept]:
    named = [e.event for c in store.calls() for e in store.journal(c.call_id) if isinstance(e.event, RecordingKept)]
    return [one for one in named if store.recordings.path(one.digest, one.codec).is_file()]


def test_it_lists_what_is_kept_of_whom_and_until_when(run: Run, results: Path) -> None:
    out = run("recordings", "--store", results).out
    assert "00001" in out and "Ann" in out and "01 May 2022 (over)" in out and "1.5" in out
    assert "00002" in out and "01 Nov 2029" in out
    assert "Cat" not in out
    due = run("recordings", "--store", results, "--due").out
    assert "Ann" in due and "Ben" not in due


def test_what_is_due_is_deleted_and_nothing_else(run: Run, results: Path) -> None:
    done = run("recordings", "--store", results, "--due", "--delete", "--by", "C. Quality", "--because", "over")
    assert done.status == 0 and "Contact 00001: 1 of its tracks deleted." in done.out
    assert sounds(results) == ["Ben"]
    assert run("verify", "--store", results).status == 0
    again = run("recordings", "--store", results, "--due", "--delete", "--by", "C. Quality", "--because", "over")
    assert "There is nothing to delete." in again.out


def test_one_contact_is_deleted_by_its_number(run: Run, results: Path) -> None:
    run("recordings", "--store", results, "2", "--delete", "--by", "C. Quality", "--because", "asked for")
    assert sounds(results) == ["Ann"]


@pytest.mark.parametrize(
    "words", [("--delete",), ("--due", "--delete"), ("--due", "--delete", "--by", "X"), ("9", "--delete")]
)
def test_a_deletion_that_does_not_say_what_who_and_why_deletes_nothing(
    run: Run, results: Path, words: tuple[str, ...]
) -> None:
    assert run("recordings", "--store", results, *words).status == 2
    assert sounds(results) == ["Ben", "Ann"]


def test_an_unknown_contact_is_said(run: Run, results: Path) -> None:
    done = run("recordings", "--store", results, "77", "--delete", "--by", "X", "--because", "Y")
    assert done.status == 1 and "There is no contact 77" in done.err


def test_sound_that_no_journal_names_is_listed(run: Run, results: Path) -> None:
    stray = results.parent / "recordings" / "spool" / "gone.caller.0.wav"
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"RIFF")
    assert f"Named by no journal: {stray}" in run("recordings", "--store", results).out
