"""Sound beside the results file: kept by its content, named by the journal, checked by verify (issue 4, Recording)."""

import hashlib
import signal
import sqlite3
import subprocess
import sys
import wave
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reports.deletion import due_on
from reports.recordings import Recordings, without_journal
from reports.sound_shown import sound_of
from reports.store import Store
from simulator.events import Interrupted, RecordingKept, RecordingLost
from simulator.journal import of_kind
from tests.reports.made import at_noon, journal_of, keep, short_call


def spooled(folder: Path, name: str = "call.caller.0.wav", seconds: float = 1.5) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    with wave.open(str(folder / name), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8_000)
        file.writeframes(b"\1\2" * round(8_000 * seconds))
    return folder / name


def kept_in(store: Store) -> RecordingKept:
    file = spooled(store.recordings.spool)
    digest = store.recordings.take(file, "wav")
    return RecordingKept(track="caller", digest=digest, codec="wav", began_ms=0, lasts_ms=1_500)


def recorded_call(store: Store) -> RecordingKept:
    kept = kept_in(store)
    *before, end = (entry.event for entry in short_call())
    keep(store, journal_of(*before, kept, end))
    return kept


def test_a_track_lies_under_the_sha256_of_its_bytes(tmp_path: Path) -> None:
    recordings = Recordings(tmp_path / "recordings")
    file = spooled(recordings.spool)
    whole = file.read_bytes()
    digest = recordings.take(file, "wav")
    assert digest == hashlib.sha256(whole).hexdigest()
    path = tmp_path / "recordings" / digest[:2] / f"{digest[2:]}.wav"
    assert path == recordings.path(digest, "wav")
    assert path.read_bytes() == whole
    assert not file.exists()


def test_a_file_that_cannot_be_moved_in_stays_where_it_is(tmp_path: Path) -> None:
    file = spooled(tmp_path / "spool")
    (tmp_path / "recordings").write_text("in the way", encoding="utf-8")
    with pytest.raises(OSError):
        Recordings(tmp_path / "recordings").take(file, "wav")
    assert file.is_file()


def test_verify_finds_every_recording_whole(fresh_store: Store) -> None:
    recorded_call(fresh_store)
    found = fresh_store.verify()
    assert found.holds and found.recordings == 1


def test_verify_names_a_recording_that_is_missing(fresh_store: Store) -> None:
    kept = recorded_call(fresh_store)
    fresh_store.recordings.path(kept.digest, kept.codec).unlink()
    (fault,) = fresh_store.verify().broken
    assert (fault.what, str(fault)) == (
        "recording",
        f"contact 00001: the recording of the caller's side ({kept.digest[:12]}, wav) is missing",
    )


def test_verify_names_a_recording_of_which_one_byte_was_changed(fresh_store: Store) -> None:
    kept = recorded_call(fresh_store)
    path = fresh_store.recordings.path(kept.digest, kept.codec)
    path.write_bytes(path.read_bytes()[:-1] + b"\7")
    assert str(fresh_store.verify().broken[0]).endswith("was changed later")


def test_a_lost_recording_is_no_fault_of_the_file(fresh_store: Store) -> None:
    *before, end = (entry.event for entry in short_call())
    keep(fresh_store, journal_of(*before, RecordingLost(track="both", because="No space left on device"), end))
    assert fresh_store.verify().holds


def test_a_file_that_no_journal_names_is_found(fresh_store: Store) -> None:
    kept = kept_in(fresh_store)
    stray = fresh_store.recordings.path(kept.digest, "wav")
    assert without_journal(fresh_store.recordings, []) == (stray,)
    assert without_journal(fresh_store.recordings, [kept.digest]) == ()


DYING = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from reports.sound_shown import sound_of
from reports.store import Store
from tests.reports.made import at_noon, short_call
from tests.reports.test_recordings import spooled
store = Store.open(Path(sys.argv[1]), now=at_noon)
journal = short_call()
writer = store.open_call(journal[0].event, "id: hiding-upstairs\\n", None)
for entry in journal[:4]:
    writer.append(entry)
spooled(store.recordings.spool, f"{writer.call_id}.caller.900.wav")
(store.recordings.spool / f"{writer.call_id}.handler.900.wav").write_bytes(b"RIFF" + bytes(60))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_what_a_killed_program_had_spooled_is_named_before_the_call_ends_as_interrupted(store_path: Path) -> None:
    subprocess.run([sys.executable, "-c", DYING, str(store_path)], check=False, cwd=Path(__file__).parents[2])
    with Store.open(store_path, now=at_noon) as store:
        (call_id,) = store.found_interrupted
        journal = store.journal(call_id)
        ((_, kept),) = of_kind(journal, RecordingKept)
        assert (kept.track, kept.codec, kept.began_ms, kept.lasts_ms) == ("caller", "wav", 900, 1_500)
        ((_, lost),) = of_kind(journal, RecordingLost)
        assert lost.track == "handler"
        assert isinstance(journal[-1].event, Interrupted)
        assert store.verify().holds
    with Store.open(store_path, now=at_noon) as store:
        assert store.found_interrupted == ()
        assert len(store.journal(call_id)) == len(journal)


def test_deleting_a_calls_sound_is_on_record_and_its_journal_stays_whole(fresh_store: Store) -> None:
    kept = recorded_call(fresh_store)
    before = fresh_store.journal("1")
    (track,) = fresh_store.delete_recordings("00001", "C. Quality", "three years are over")
    assert track == kept
    assert not fresh_store.recordings.path(kept.digest, "wav").exists()
    assert fresh_store.journal("1") == before
    (deletion,) = fresh_store.deletions("1")
    assert (deletion.digest, deletion.author, deletion.reason) == (kept.digest, "C. Quality", "three years are over")
    assert fresh_store.verify().holds
    (shown,) = sound_of(before, fresh_store.recordings, fresh_store.deletions("1")).tracks
    assert shown.stands == "deleted" and "deleted 21 Nov 2026, 12:00 UTC by C. Quality" in shown.words


def test_deleting_again_adds_nothing_and_takes_a_file_that_was_left(fresh_store: Store) -> None:
    kept = recorded_call(fresh_store)
    path = fresh_store.recordings.path(kept.digest, "wav")
    whole = path.read_bytes()
    fresh_store.delete_recordings("1", "C. Quality", "over")
    path.write_bytes(whole)  # as after a power cut between the note and the deed
    fresh_store.delete_recordings("1", "C. Quality", "over")
    assert len(fresh_store.deletions("1")) == 1 and not path.exists()


def test_the_same_sound_of_another_call_stays(fresh_store: Store) -> None:
    first, second = recorded_call(fresh_store), recorded_call(fresh_store)
    assert first.digest == second.digest
    fresh_store.delete_recordings("1", "C. Quality", "over")
    assert fresh_store.recordings.path(second.digest, "wav").is_file()
    assert fresh_store.verify().holds
    fresh_store.delete_recordings("2", "C. Quality", "over")
    assert not fresh_store.recordings.path(second.digest, "wav").exists()


@pytest.mark.parametrize(("author", "reason"), [("", "over"), ("C. Quality", "  ")])
def test_nothing_is_deleted_without_a_name_and_a_reason(fresh_store: Store, author: str, reason: str) -> None:
    kept = recorded_call(fresh_store)
    with pytest.raises(ValueError):
        fresh_store.delete_recordings("1", author, reason)
    assert fresh_store.recordings.path(kept.digest, "wav").is_file()


def test_a_deletion_that_was_changed_later_is_named(store_path: Path) -> None:
    with Store.open(store_path, now=at_noon) as store:
        recorded_call(store)
        store.delete_recordings("1", "C. Quality", "over")
    connection = sqlite3.connect(store_path)
    with pytest.raises(sqlite3.Error, match="append-only"):
        connection.execute("delete from deletions")
    connection.execute("drop trigger deletions_no_update")
    connection.execute("update deletions set sheet = replace(sheet, 'Quality', 'Nobody')")
    connection.commit()
    connection.close()
    with Store.open(store_path, read_only=True) as store:
        assert [fault.what for fault in store.verify().broken] == ["deletion"]


def test_a_file_of_before_there_were_deletions_is_read_as_it_is(store_path: Path) -> None:
    with Store.open(store_path, now=at_noon) as store:
        recorded_call(store)
    connection = sqlite3.connect(store_path)
    connection.execute("drop table deletions")
    connection.execute("pragma user_version = 3")
    connection.execute("delete from _sqlite_migrations where name like 'm004%'")
    connection.commit()
    connection.close()
    with Store.open(store_path, read_only=True) as store:
        assert store.deletions("1") == () and store.verify().holds
    with Store.open(store_path, now=at_noon) as store:
        assert store.delete_recordings("1", "C. Quality", "over") and store.verify().holds


@pytest.mark.parametrize(
    ("opened", "due"), [("2026-11-21", "2029-11-21"), ("2028-02-29", "2031-02-28"), ("2028-02-28", "2031-02-28")]
)
def test_what_is_kept_for_three_years_is_due_on_the_same_day(opened: str, due: str) -> None:
    day = datetime.fromisoformat(opened).replace(tzinfo=UTC)
    assert due_on(day, 3) == datetime.fromisoformat(due).replace(tzinfo=UTC)
