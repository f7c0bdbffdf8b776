"""`rehearse --record`: tracks that can be played and match the journal within 50 ms (issue 4, Recording, Show)."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from audio.recording import read_sound
from audio.sound import Sound
from commands import rehearsal_sound
from commands.record_rehearsals import STORE, record
from commands.rehearsal_sound import NoVoices, Voices
from reports.recordings import digest_of
from reports.store import Store
from simulator.journal import from_lines
from tests.audio.listening import HummingVoice
from tests.commands.conftest import Run
from tests.support.kept_calls import rehearsed

ALIGNED_MS = 50


class Hums(Voices):
    """Two hums for voices."""

    def __init__(self, cannot: tuple[str, ...] = ()) -> None:
        self.caller = HummingVoice(seconds=0.4, cannot=cannot)
        self.handler = HummingVoice(seconds=0.4)  # type: ignore[assignment]


def onset_ms(sound: Sound, near_s: float, quiet: float) -> float:
    """When something louder than `quiet` begins around a moment, in ms from that moment."""
    first = max(0, round((near_s - 0.2) * sound.rate))
    loud = np.flatnonzero(np.abs(sound.samples[first : round((near_s + 0.3) * sound.rate)]) > quiet)
    assert loud.size, f"nothing is heard at {near_s} s"
    return (first + int(loud[0])) * 1000 / sound.rate - near_s * 1000


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A rehearsal's sound, said by hums."""
    with Store.open(tmp_path / STORE) as store:
        folder = record(rehearsed("locked-out-member", "weak"), tmp_path, Hums(), store).folder
    assert folder is not None
    return folder


def test_every_utterance_is_heard_within_fifty_milliseconds_of_its_entry(written: Path) -> None:
    told = json.loads((written / "tracks.json").read_text(encoding="utf-8"))
    sounds = {track["side"]: read_sound(written / track["file"]) for track in told["tracks"]}
    journal = from_lines((written / "journal.jsonl").read_text(encoding="utf-8"))
    said = [place for place in told["entries"] if "side" in place]
    assert {place["side"] for place in said} == {"caller", "handler"}
    for place in said:
        entry = journal[place["n"] - 1]
        begins_ms = entry.t_ms - getattr(entry.event, "spoken_ms", 0)
        assert place["at_s"] * 1000 + told["began_ms"] == pytest.approx(begins_ms, abs=1)
        quiet = 0.06 if place["side"] == "caller" else 0.0
        assert abs(onset_ms(sounds[place["side"]], place["at_s"], quiet)) <= ALIGNED_MS
        assert abs(onset_ms(sounds["mixed"], place["at_s"], 0.06)) <= ALIGNED_MS


def test_what_is_written_is_named_by_its_digest_and_equally_long(written: Path) -> None:
    told = json.loads((written / "tracks.json").read_text(encoding="utf-8"))
    for track in told["tracks"]:
        assert track["sha256"] == digest_of(written / track["file"])
        assert read_sound(written / track["file"]).seconds == pytest.approx(told["seconds"], abs=0.001)
    journal = from_lines((written / "journal.jsonl").read_text(encoding="utf-8"))
    assert [place["n"] for place in told["entries"]] == [entry.n for entry in journal]
    places = [place["at_s"] for place in told["entries"] if place["at_s"] is not None]
    assert max(places) <= told["seconds"]


def test_the_call_is_kept_with_its_sound_for_the_console(written: Path) -> None:
    with Store.open(written.parent / STORE) as store:
        (call,) = store.calls()
        assert call.outcome == rehearsed("locked-out-member", "weak").marking.outcome
        assert store.verify().holds


def test_a_line_that_cannot_be_said_is_told_and_the_rest_is_written(tmp_path: Path) -> None:
    played = rehearsed("locked-out-member", "weak")
    unsayable = next(e.event.text for e in played.journal if e.event.kind == "caller_said")  # type: ignore[union-attr]
    with Store.open(tmp_path / STORE) as store:
        done = record(played, tmp_path, Hums(cannot=(unsayable,)), store)
    assert len(done.unsaid) == 1 and unsayable in done.unsaid[0]
    assert done.folder is not None and (done.folder / "tracks.json").is_file()


def test_the_same_rehearsal_sounds_the_same_twice(written: Path, tmp_path: Path) -> None:
    shutil.copytree(written, tmp_path / "first")
    with Store.open(tmp_path / STORE) as store:
        record(rehearsed("locked-out-member", "weak"), tmp_path, Hums(), store)
    for name in ("tracks.json", "journal.jsonl"):
        assert (written / name).read_bytes() == (tmp_path / "first" / name).read_bytes()


def test_a_machine_without_voices_says_so_and_still_rehearses(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> Voices:
        raise NoVoices("No voice speaks here: no engine was found.")

    monkeypatch.setattr(rehearsal_sound, "Voices", none)
    done = run("rehearse", "locked-out-member", "--brief", "--record", tmp_path / "out")
    assert done.status == 1
    assert "No sound was written. No voice speaks here: no engine was found." in done.err
    assert "as expected" in done.out


@pytest.mark.speech
def test_with_the_voice_of_this_machine_the_tracks_match_the_journal_too(tmp_path: Path) -> None:
    try:
        voices = Voices()
    except NoVoices as why:
        pytest.skip(str(why))
    with Store.open(tmp_path / STORE) as store:
        done = record(rehearsed("hiding-upstairs", "weak"), tmp_path, voices, store)
    voices.close()
    assert done.folder is not None and not done.unsaid
    told = json.loads((done.folder / "tracks.json").read_text(encoding="utf-8"))
    files = {track["side"]: track["file"] for track in told["tracks"]}
    handler = read_sound(done.folder / files["handler"])
    said = [place for place in told["entries"] if place.get("side") == "handler"]
    assert said
    for place in said:
        assert abs(onset_ms(handler, place["at_s"], 0.003)) <= ALIGNED_MS
