"""Sound beside the results file: kept by its content, named by the journal, checked by verify (issue 4, Recording)."""

import hashlib
import signal
import subprocess
import sys
import wave
from pathlib import Path

import pytest

from reports.recordings import Recordings, without_journal
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
    assert fresh_store.verify().holds


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
from pathlib import Path
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
