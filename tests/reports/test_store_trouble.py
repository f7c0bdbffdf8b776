"""When the file, the disk or another program is in the way, the store says so plainly and loses nothing."""

import os
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
from itertools import takewhile
from pathlib import Path

import pytest

from reports.problems import StoreProblem
from reports.schema import SCHEMA_VERSION
from reports.store import Store
from simulator.events import CallStarted, Interrupted, Noted
from simulator.journal import Entry
from simulator.run import JournalNotKept
from tests.reports.made import at_noon, keep, short_call, started_by

ROOT = Path(__file__).parents[2]

WRITING_CHILD = """
    import sys
    from pathlib import Path
    from reports.store import Store
    from simulator.events import Noted
    from simulator.journal import Entry
    from tests.reports.made import started_by

    store = Store.open(Path(sys.argv[1]))
    writer = store.open_call(started_by(), "text")
    writer.append(Entry(n=1, t_ms=0, event=started_by()))
    for n in range(2, 100_000):
        writer.append(Entry(n=n, t_ms=n * 10, event=Noted(section="facts", text=f"line {n}")))
        print(n, flush=True)
        if n == 40:
            sys.stdin.readline()
"""


def child(script: str, *words: str) -> "subprocess.Popen[str]":
    """A Python process of its own, in the repository's folder."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script), *words],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def read_to(process: "subprocess.Popen[str]", wanted: str) -> None:
    """Wait until a child has printed a line."""
    assert process.stdout is not None
    for line in process.stdout:
        if line.strip() == wanted:
            return
    pytest.fail(process.stderr.read() if process.stderr else "the child ended early")


@pytest.mark.parametrize("waiting", [True, False], ids=["while it waits", "while it writes"])
def test_killing_the_writer_loses_no_acknowledged_entry(store_path: Path, waiting: bool) -> None:
    """Issue 2 point 9: kill -9 at any moment loses no entry shown; the call is found and marked interrupted."""
    process = child(WRITING_CHILD, str(store_path))
    try:
        read_to(process, "40")
        with Store.open(store_path) as store:
            assert store.found_interrupted == ()
            assert store.calls()[0].state == "open"
        if not waiting:
            assert process.stdin is not None
            process.stdin.write("\n")
            process.stdin.flush()
            read_to(process, "90")
    finally:
        process.kill()
        rest, _ = process.communicate()
    acknowledged = max([int(line) for line in rest.split() if line.isdigit()], default=40 if waiting else 90)
    with Store.open(store_path) as store:
        (call_id,) = store.found_interrupted
        journal = store.journal(call_id)
        *before, end = journal
        assert isinstance(end.event, Interrupted)
        assert len(before) >= acknowledged
        assert [entry.n for entry in journal] == list(range(1, len(journal) + 1))
        assert store.call(call_id).state == "interrupted"
        assert store.verify().holds
    with Store.open(store_path) as store:
        assert store.found_interrupted == ()


def test_a_call_killed_before_its_first_entry_still_begins_with_its_start(fresh_store: Store) -> None:
    writer = fresh_store.open_call(started_by(), "text")
    assert writer._lease is not None
    writer._lease.release()  # as the operating system does when a process dies
    assert fresh_store.mark_interrupted() == (writer.call_id,)
    start, end = fresh_store.journal(writer.call_id)
    assert isinstance(start.event, CallStarted)
    assert isinstance(end.event, Interrupted)
    assert fresh_store.verify().holds


def test_a_call_that_is_being_written_is_left_alone(store_path: Path) -> None:
    with Store.open(store_path) as first, first.open_call(started_by(), "text") as writer:
        writer.append(short_call()[0])
        with Store.open(store_path) as second:
            assert second.found_interrupted == ()
            assert second.mark_interrupted() == ()
        writer.append(short_call()[1])
        assert len(first.journal(writer.call_id)) == 2


def test_two_programs_write_their_own_calls_into_one_file(store_path: Path) -> None:
    with Store.open(store_path) as one, Store.open(store_path) as two:
        a, b = one.open_call(started_by("Ann"), "text"), two.open_call(started_by("Ben"), "text")
        for first, second in zip(short_call("Ann"), short_call("Ben"), strict=True):
            a.append(first)
            b.append(second)
        a.close(), b.close()
        assert [call.number for call in one.calls()] == [2, 1]
        assert one.verify().holds
        assert two.journal(a.call_id) == short_call("Ann")


def test_a_long_lock_by_another_program_is_named_and_reading_goes_on(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reports.connecting.PATIENCE_S", 0.05)
    with Store.open(store_path) as store, store.open_call(started_by(), "text") as writer:
        monkeypatch.setattr("reports.store._holder", lambda: "First Contact, process 7 on DESK-2")
        other = store.open_call(started_by(), "text")
        monkeypatch.undo()
        greedy = sqlite3.connect(store_path, isolation_level=None)
        greedy.execute("begin immediate")
        with pytest.raises(StoreProblem, match="process 7 on DESK-2") as caught:
            writer.append(short_call()[0])
        assert caught.value.trouble == "locked"
        assert store.journal(writer.call_id) == ()
        greedy.execute("rollback")
        greedy.close()
        writer.append(short_call()[0])
        assert len(store.journal(writer.call_id)) == 1
        other.close()


def test_a_full_disk_is_said_and_the_call_goes_on_once_there_is_room(fresh_store: Store) -> None:
    writer = fresh_store.open_call(started_by(), "text")
    connection = fresh_store._db.conn
    pages = connection.execute("pragma page_count").fetchone()[0]
    connection.execute(f"pragma max_page_count = {pages + 2}")
    kept = 0
    with pytest.raises(StoreProblem, match="full") as caught:
        for n in range(1, 200):
            writer.append(Entry(n=n, t_ms=n, event=Noted(section="facts", text="x" * 3_000)))
            kept = n
    assert caught.value.trouble == "full"
    assert len(fresh_store.journal(writer.call_id)) == kept
    connection.execute("pragma max_page_count = 1000000")
    writer.append(Entry(n=kept + 1, t_ms=kept + 1, event=Noted(section="facts", text="there is room again")))
    writer.close()
    assert fresh_store.verify().holds


def test_a_call_that_could_not_be_kept_ends_as_interrupted_with_the_reason(fresh_store: Store) -> None:
    """DESIGN 4: an append that fails ends the call as interrupted and says so."""
    writer = fresh_store.open_call(started_by(), "text")
    connection = fresh_store._db.conn
    connection.execute(f"pragma max_page_count = {connection.execute('pragma page_count').fetchone()[0]}")
    with pytest.raises(JournalNotKept, match="full"):
        for n in range(1, 200):
            writer.keep(Entry(n=n, t_ms=n, event=Noted(section="facts", text="x" * 3_000)))
    connection.execute("pragma max_page_count = 1000000")
    writer.close()
    end = fresh_store.journal(writer.call_id)[-1].event
    assert isinstance(end, Interrupted)
    assert "full" in end.because
    assert fresh_store.call(writer.call_id).state == "interrupted"


def test_closing_the_program_in_the_middle_of_a_call_ends_it_as_interrupted(fresh_store: Store) -> None:
    with fresh_store.open_call(started_by(), "text") as writer:
        writer.append(short_call()[0])
    end = fresh_store.journal(writer.call_id)[-1].event
    assert isinstance(end, Interrupted)
    assert "closed before" in end.because
    assert fresh_store.mark_interrupted() == ()


def test_a_file_from_a_newer_version_is_left_untouched(store_path: Path) -> None:
    with Store.open(store_path) as store:
        keep(store, short_call())
    connection = sqlite3.connect(store_path)
    connection.execute(f"pragma user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = store_path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(StoreProblem, match="newer version") as caught:
            Store.open(store_path, read_only=read_only)
        assert caught.value.trouble == "newer"
    assert store_path.read_bytes() == before


@pytest.mark.parametrize("content", [b"Dear diary,\n" * 200, b"\x00" * 4096, b"SQLite format 3\x00 and no more"])
def test_a_file_that_is_no_results_file_is_left_untouched(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "diary.txt"
    file.write_bytes(content)
    with pytest.raises(StoreProblem) as caught:
        Store.open(file)
    assert caught.value.trouble in ("not_ours", "damaged")
    assert file.read_bytes() == content


def test_another_programs_database_is_left_untouched(tmp_path: Path) -> None:
    file = tmp_path / "other.sqlite"
    connection = sqlite3.connect(file)
    connection.execute("create table recipes (name text)")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(StoreProblem, match="not a First Contact results file"):
        Store.open(file)
    assert file.read_bytes() == before


def test_a_missing_file_is_not_made_by_reading(store_path: Path) -> None:
    for how in ({"read_only": True}, {"create": False}):
        with pytest.raises(StoreProblem, match="no results file"):
            Store.open(store_path, **how)
    assert not store_path.exists()


def test_a_folder_in_the_files_place_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem, match="cannot be written"):
        Store.open(tmp_path)


def test_a_file_in_the_folders_place_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    with pytest.raises(StoreProblem, match="cannot be written"):
        Store.open(tmp_path / "taken" / "results.sqlite")


def test_a_store_opened_to_read_refuses_to_write(store_path: Path) -> None:
    with Store.open(store_path, now=at_noon) as store:
        call_id = keep(store, short_call())
    with Store.open(store_path, read_only=True) as store:
        assert store.journal(call_id) == short_call()
        with pytest.raises(StoreProblem, match="cannot be written"):
            store.open_call(started_by(), "text")


READING_CHILD = """
    import os
    import sys
    from pathlib import Path
    from reports.problems import StoreProblem
    from reports.store import Store

    path = Path(sys.argv[1])
    if os.geteuid() == 0:
        os.seteuid(65534)
    try:
        Store.open(path)
        print("could write")
    except StoreProblem as problem:
        print(problem.trouble)
    with Store.open(path, read_only=True) as store:
        print(store.count(), store.verify().holds)
"""


@pytest.mark.skipif(os.name != "posix", reason="folder rights are set with chmod here")
def test_a_read_only_folder_can_be_read_and_says_that_it_cannot_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with Store.open(folder / "results.sqlite") as store:
        keep(store, short_call())
    (folder / "results.sqlite").chmod(0o444)
    folder.chmod(0o555)
    if os.geteuid() == 0:  # rights do not bind the superuser, so the child becomes somebody else
        for above in takewhile(lambda one: one != Path(tempfile.gettempdir()), (tmp_path, *tmp_path.parents[:3])):
            above.chmod(0o755)
    try:
        done = subprocess.run(
            [sys.executable, "-B", "-c", textwrap.dedent(READING_CHILD), str(folder / "results.sqlite")],
            cwd=ROOT,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    finally:
        folder.chmod(0o755)
    assert done.stdout.split() == ["read_only", "1", "True"], done.stderr
