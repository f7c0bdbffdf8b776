"""The results file is newer, foreign, damaged, locked, full or read-only: each command says so, and nothing is lost."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reports.console.serve import open_for_review
from reports.problems import problem
from reports.store import Store
from simulator.events import Interrupted
from tests.reports.made import keep, short_call, started_by

ROOT = Path(__file__).resolve().parents[2]
READING = ("verify", "evidence 1", "evidence Nobody", "doctor")
WRITING = ("train", "approve hiding-upstairs --by A --reason R --retire", "review --no-browser")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A results file with one call."""
    file = tmp_path / "results.sqlite"
    with Store.open(file) as store:
        keep(store, short_call())
    return file


def changed(file: Path, pragma: str) -> None:
    connection = sqlite3.connect(file)
    connection.execute(f"pragma {pragma}")
    connection.close()


@pytest.mark.parametrize("command", READING + WRITING)
def test_a_file_from_a_newer_version_is_left_as_it_is(run: Any, kept: Path, command: str) -> None:
    changed(kept, "user_version = 9000")
    before = kept.read_bytes()
    done = run(*command.split(), "--store", kept)
    assert done.status == 1
    assert "newer version of First Contact" in done.said and "Nothing was changed" in done.said
    assert kept.read_bytes() == before


@pytest.mark.parametrize("command", READING + WRITING)
@pytest.mark.parametrize("content", [b"Dear diary,\n" * 500, b"\0" * 9_000], ids=["text", "zeros"])
def test_a_file_that_is_no_results_file_is_left_as_it_is(
    run: Any, tmp_path: Path, command: str, content: bytes
) -> None:
    file = tmp_path / "diary.txt"
    file.write_bytes(content)
    done = run(*command.split(), "--store", file)
    assert done.status == 1
    assert "is not a First Contact results file" in done.said or "is damaged" in done.said
    assert file.read_bytes() == content


@pytest.mark.parametrize("command", ["verify", "evidence 1", "train"])
def test_a_file_cut_short_or_scribbled_over_says_so(run: Any, kept: Path, command: str) -> None:
    whole = kept.read_bytes()
    for damaged in (whole[: len(whole) // 3], whole[:4096] + b"\xa5" * (len(whole) - 4096)):
        kept.write_bytes(damaged)
        done = run(*command.split(), "--store", kept)
        assert done.status == 1
        assert "damaged" in done.said or "not a First Contact results file" in done.said


@pytest.mark.parametrize("command", READING[:3])
def test_a_file_that_is_not_there_is_not_made_by_looking_for_it(run: Any, tmp_path: Path, command: str) -> None:
    file = tmp_path / "no" / "such" / "results.sqlite"
    done = run(*command.split(), "--store", file)
    assert done.status == 1
    assert "There is no results file" in done.said
    assert not file.parent.exists()


def test_a_results_path_in_a_folder_that_is_not_there_yet_is_made(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder with spaces" / "résultats 😀.sqlite"
    assert run("train", "--store", file).status == 0
    assert run("verify", "--store", file).status == 0
    assert file.with_name("contact-00001.pdf").read_bytes().startswith(b"%PDF")


def test_doctor_goes_on_after_a_results_path_that_no_disk_can_hold(run: Any, tmp_path: Path) -> None:
    done = run("doctor", "--store", tmp_path / ("x" * 3_000) / "results.sqlite")
    assert done.status == 1
    assert "cannot be used" in done.said and "Calls" in done.said and "Disk" in done.said


def test_a_file_in_the_folders_place_is_said(run: Any, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    done = run("train", "--store", tmp_path / "taken" / "results.sqlite")
    assert done.status == 1
    assert "cannot be written" in done.said and "--store" in done.said


Meddle = Callable[[Store], object]


@pytest.fixture
def opened_then(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Meddle], None]]:
    """Does something to every results file that is opened for writing."""
    opened = Store.open.__func__  # type: ignore[attr-defined]

    def meddling(meddle: Meddle) -> None:
        def open_and_meddle(cls: type[Store], *args: Any, **more: Any) -> Store:
            store: Store = opened(cls, *args, **more)
            if not store.read_only:
                meddle(store)
            return store

        monkeypatch.setattr(Store, "open", classmethod(open_and_meddle))

    yield meddling
    monkeypatch.undo()


def room_for(pages: int) -> Meddle:
    """A disk with room for so many pages more, as SQLite itself keeps to it."""

    def fill(store: Store) -> None:
        connection = store._db.conn
        used = connection.execute("pragma page_count").fetchone()[0]
        connection.execute(f"pragma max_page_count = {used + pages}")

    return fill


def read_only_now(store: Store) -> None:
    """A disk that refuses from now on."""
    store._db.conn.execute("pragma query_only = on")


FULL = (WRITING[0], room_for(0), "is full")
READ_ONLY = [(command, read_only_now, "cannot be written") for command in WRITING[:2]]


@pytest.mark.parametrize(("command", "meddle", "told"), [FULL, *READ_ONLY])
def test_a_disk_that_is_full_or_read_only_is_said_before_anything_is_begun(
    run: Any, kept: Path, opened_then: Callable[[Meddle], None], command: str, meddle: Meddle, told: str
) -> None:
    opened_then(meddle)
    done = run(*command.split(), "--store", kept)
    assert done.status == 1
    assert told in done.said
    with Store.open(kept, read_only=True) as store:
        assert store.count() == 1 and store.verify().holds


def test_a_disk_that_fills_up_in_mid_call_interrupts_it_and_what_was_shown_is_kept(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DESIGN 4: an append that fails ends the call as interrupted and says so."""
    file = tmp_path / "results.sqlite"
    begin = Store.open_call

    def begin_on_a_small_disk(self: Store, *args: Any, **more: Any) -> Any:
        writer = begin(self, *args, **more)
        room_for(6)(self)
        return writer

    monkeypatch.setattr(Store, "open_call", begin_on_a_small_disk)
    done = run("train", "--store", file)
    assert done.status == 1
    assert "The call was interrupted." in done.said and "is full" in done.said
    shown = [int(line.split()[0]) for line in done.out.splitlines() if line[:4].strip().isdigit()]
    monkeypatch.undo()
    with Store.open(file) as store:
        (call,) = store.calls()
        *before, end = store.journal(call.call_id)
        assert isinstance(end.event, Interrupted)
        assert call.state == "interrupted"
        assert len(before) > 5 and max(shown) <= len(before) + 1  # the last line shown says that it was interrupted
        assert store.verify().holds


@pytest.mark.parametrize("command", WRITING[:2])
def test_a_file_that_another_program_holds_is_said_and_reading_goes_on(
    run: Any, kept: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reports.connecting.PATIENCE_S", 0.05)
    greedy = sqlite3.connect(kept, isolation_level=None)
    greedy.execute("begin immediate")
    try:
        done = run(*command.split(), "--store", kept)
        assert done.status == 1
        assert "being written by another program" in done.said and "try again" in done.said
        assert run("verify", "--store", kept).status == 0
    finally:
        greedy.close()
    assert run(*command.split(), "--store", kept).status == 0


@pytest.mark.parametrize("trouble", ["full", "held", "read-only"])
def test_results_that_cannot_be_written_now_can_still_be_reviewed(
    kept: Path, trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reports.connecting.PATIENCE_S", 0.05)
    with Store.open(kept) as store:
        store.open_call(started_by("Ann"), "text")._lease.release()  # type: ignore[union-attr]  # cut off
    greedy = sqlite3.connect(kept, isolation_level=None)
    if trouble == "held":
        greedy.execute("begin immediate")
    else:
        pragma = "max_page_count = 1" if trouble == "full" else "query_only = on"
        connected = sqlite3.connect

        def refusing(*args: Any, **more: Any) -> sqlite3.Connection:
            connection = connected(*args, **more)
            connection.execute(f"pragma {pragma}")
            return connection

        monkeypatch.setattr("reports.connecting.sqlite3.connect", refusing)
        if trouble == "full":
            monkeypatch.setattr("reports.store.Store.mark_interrupted", _no_room)
    with open_for_review(kept) as store:
        assert store.read_only
        assert [call.contact for call in store.calls()] == ["00002", "00001"]
    greedy.close()


def _no_room(store: Store) -> None:
    raise problem("full", store.path)


def test_two_programs_keep_their_calls_in_one_file_at_the_same_time(run: Any, kept: Path, own_folders: Path) -> None:
    """A second process on the same store: both work."""
    with Store.open(kept) as mine, mine.open_call(started_by("Ann"), "text") as writer:
        writer.append(short_call("Ann")[0])
        child = subprocess.run(
            [sys.executable, str(ROOT / "run_sim.py"), "train", "--store", str(kept)],
            cwd=own_folders.parent,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert child.returncode == 0, child.stderr
        assert "Traceback" not in child.stderr and "cut off" not in child.stdout
        for entry in short_call("Ann")[1:]:
            writer.append(entry)
    with Store.open(kept) as store:
        assert store.found_interrupted == ()
        assert [call.state for call in store.calls()] == ["ended"] * 3
        assert store.verify().holds


def test_an_evidence_page_that_cannot_be_written_is_said(run: Any, kept: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    for option in ("--html", "--pdf"):
        done = run("evidence", "1", "--store", kept, option, tmp_path / "taken" / "page")
        assert done.status == 1
        assert "cannot be used" in done.said
        long = run("evidence", "1", "--store", kept, option, tmp_path / ("x" * 3_000))
        assert long.status == 1 and len(long.err) < 500


@pytest.mark.parametrize("who", ["x" * 100_000, "Zoë 😀 ي", "caf\udce9", "%", "' or 1=1 --"])
def test_whoever_is_asked_for_and_is_not_there_is_told_with_those_who_are(run: Any, kept: Path, who: str) -> None:
    done = run("evidence", who, "--store", kept)
    assert done.status == 1
    assert "Trainees: A. Trainee" in done.said and len(done.err) < 400


def test_names_that_no_file_can_hold_are_kept_with_question_marks(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "results.sqlite"
    done = run("approve", "hiding-upstairs", "--by", "caf\udce9", "--reason", "R\udcff", "--retire", "--store", file)
    assert done.status == 0, done.err
    with Store.open(file) as store:
        assert [(one.author, one.reason) for one in store.approvals()] == [("caf?", "R?")]


def test_a_copy_of_the_file_alone_says_what_the_file_says(run: Any, kept: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    shutil.copyfile(kept, copy)
    assert "1 calls and" in run("verify", "--store", copy).said
