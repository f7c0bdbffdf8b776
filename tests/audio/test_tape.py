"""A tape keeps both sides where they were heard: clock, drift, a full disk, a kill (issue 4, Recording)."""

import errno
import math
import os
import signal
import subprocess
import sys
import time
import wave
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio.player import Track
from audio.sound import RATE_HZ, Samples, Sound, read_wav
from audio.tape import LAG_MS, Lost, Spooled, Tape, spool_name
from audio.tape_drift import Placing
from audio.tape_file import TrackFile
from audio.tape_mix import Mixdown
from audio.tape_tap import TappedPlayer
from tests.audio.listening import WritingPlayer, hum

ALIGNED_MS = 50  # the clause
MICROPHONE_HZ = 16_000


class HandClock:
    """A call's time that moves only when told to."""

    def __init__(self, now_ms: float = 0.0) -> None:
        self.now = now_ms

    def __call__(self) -> float:
        return self.now


def click(rate: int = RATE_HZ, strength: float = 0.8) -> Sound:
    return Sound(np.full(rate // 200, strength, dtype=np.float32), rate)


def onsets_ms(sound: Sound, threshold: float = 0.3, apart_ms: float = 100.0) -> list[float]:
    """When something loud begins, in ms from the first sample."""
    found: list[float] = []
    last = -math.inf
    for at in np.flatnonzero(np.abs(sound.samples) > threshold):
        ms = float(at) * 1000 / sound.rate
        if ms - last > apart_ms:
            found.append(ms)
        last = ms
    return found


def track(spooled: tuple[Spooled, ...], side: str) -> Sound:
    return read_wav(next(one.path for one in spooled if one.side == side))


def test_what_is_played_lies_where_it_was_played(tmp_path: Path) -> None:
    clock = HandClock(3_000)
    tape = Tape(tmp_path, "c", clock)
    for at in (3_250, 4_000, 7_777):
        clock.now = at
        tape.play(Track.VOICE, click())
    clock.now = 9_000
    done = tape.close()
    assert [(one.side, one.began_ms) for one in done] == [("caller", 3_000)]
    assert done[0].lasts_ms == pytest.approx(6_000, abs=2)
    assert onsets_ms(track(done, "caller")) == pytest.approx([250, 1_000, 4_777], abs=1)


def test_both_sides_are_tracks_of_their_own_and_equally_long(tmp_path: Path) -> None:
    clock = HandClock()
    tape = Tape(tmp_path, "c", clock)
    tape.play(Track.VOICE, click())
    tape.hear(click(MICROPHONE_HZ).samples, MICROPHONE_HZ, 1_500.0, fresh=True)
    clock.now = 4_000
    caller, handler = tape.close()
    assert (caller.side, handler.side) == ("caller", "handler")
    assert caller.lasts_ms == handler.lasts_ms == 4_000
    assert onsets_ms(read_wav(caller.path)) == pytest.approx([0], abs=1)
    assert onsets_ms(read_wav(handler.path)) == pytest.approx([1_500], abs=1)


def test_a_call_that_was_typed_has_no_handlers_track(tmp_path: Path) -> None:
    clock = HandClock()
    tape = Tape(tmp_path, "c", clock)
    tape.play(Track.VOICE, click())
    clock.now = 1_000
    assert [one.side for one in tape.close()] == ["caller"]


def test_a_tape_that_heard_nothing_leaves_nothing(tmp_path: Path) -> None:
    clock = HandClock()
    tape = Tape(tmp_path, "c", clock)
    clock.now = 60_000
    assert tape.close() == ()
    assert list(tmp_path.iterdir()) == []


def test_what_was_silenced_is_silent_on_the_tape(tmp_path: Path) -> None:
    clock = HandClock()
    tape = Tape(tmp_path, "c", clock)
    tape.play(Track.LINE, hum(0.5, strength=0.5), repeat=True)
    clock.now = 2_000
    tape.stop(None)
    clock.now = 4_000
    heard = track(tape.close(), "caller")
    loud, silent = heard.samples[: 2 * RATE_HZ], heard.samples[2 * RATE_HZ + 2 :]
    assert np.abs(loud).max() > 0.4
    assert np.abs(silent).max() == 0


def test_a_headset_turned_down_changes_nothing_but_ducking_does(tmp_path: Path) -> None:
    clock = HandClock()
    tape = Tape(tmp_path, "c", clock)
    player = TappedPlayer(WritingPlayer())
    for one in Track:
        player.set_level(one, 0.1)
    player.tape = tape
    player.play(hum(1.0, strength=0.5), Track.VOICE)
    clock.now = 2_000
    player.play(hum(1.0, strength=0.5), Track.BACKGROUND)
    clock.now = 2_500
    player.set_level(Track.BACKGROUND, 0.05)
    clock.now = 3_000
    player.stop()
    heard = track(tape.close(), "caller").samples
    assert np.abs(heard[:RATE_HZ]).max() == pytest.approx(0.5, abs=0.01)
    ducked = heard[round(2.5 * RATE_HZ) + 1 : 3 * RATE_HZ]
    assert np.abs(ducked).max() == pytest.approx(0.25, abs=0.01)


def test_a_device_that_goes_away_is_told_once_and_the_rest_is_kept(tmp_path: Path) -> None:
    class Deaf(WritingPlayer):
        trouble = "The sound device stopped working."

        def play(self, sound: Sound, track: Track, repeat: bool = False) -> bool:
            return super().play(sound, track, repeat) and len(self.sounds) < 2

    clock = HandClock()
    tape = Tape(tmp_path, "c", clock)
    player = TappedPlayer(Deaf())
    player.tape = tape
    player.play(click(), Track.VOICE)
    clock.now = 1_000
    _written(tape, clock)
    player.play(click(), Track.VOICE)
    player.play(click(), Track.VOICE)
    assert tape.losses() == (Lost("caller", "The sound device stopped working."),)
    assert tape.losses() == ()
    assert onsets_ms(track(tape.close(), "caller")) == pytest.approx([0], abs=1)


def test_what_nobody_foresaw_ends_the_recording_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Mixdown, begin: int, end: int) -> Samples:
        raise ZeroDivisionError("a maker's mistake")

    monkeypatch.setattr(Mixdown, "block", broken)
    clock = HandClock()
    tape = Tape(tmp_path, "c", clock)
    tape.play(Track.VOICE, click())
    clock.now = 2_000
    assert tape.close() == ()
    assert tape.losses() == (Lost("caller", "ZeroDivisionError: a maker's mistake"),)


def test_a_microphone_that_comes_back_is_recorded_again(tmp_path: Path) -> None:
    clock = HandClock()
    tape = Tape(tmp_path, "c", clock)
    tape.hear(click(MICROPHONE_HZ).samples, MICROPHONE_HZ, 500.0, fresh=True)
    tape.lost("handler", "unplugged")
    tape.lost("handler", "unplugged")
    assert tape.losses() == (Lost("handler", "unplugged"),)
    tape.hear(click(MICROPHONE_HZ).samples, MICROPHONE_HZ, 2_000.0, fresh=True)
    tape.lost("handler", "unplugged again")
    assert tape.losses() == (Lost("handler", "unplugged again"),)
    clock.now = 3_000
    assert onsets_ms(track(tape.close(), "handler")) == pytest.approx([500, 2_000], abs=1)


def _written(tape: Tape, clock: HandClock) -> None:
    """Let the tape's thread catch up with the clock."""
    wanted = (clock.now - LAG_MS - tape.began_ms) * RATE_HZ / 1000
    while tape._written < wanted - 1:
        time.sleep(0.02)


def test_a_full_disk_ends_the_recording_with_what_was_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, room = TrackFile.put, 30_000

    def put(self: TrackFile, at: int, samples: Samples) -> None:
        if at + len(samples) > room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(self, at, samples)

    monkeypatch.setattr(TrackFile, "put", put)
    clock = HandClock()
    tape = Tape(tmp_path, "c", clock)
    tape.play(Track.VOICE, click())
    clock.now = 1_000
    _written(tape, clock)
    tape.play(Track.VOICE, click())
    clock.now = 3_000
    _written(tape, clock)
    tape.play(Track.VOICE, click())
    assert tape.losses() == (Lost("caller", os.strerror(errno.ENOSPC)),)
    (kept,) = tape.close()
    assert onsets_ms(read_wav(kept.path)) == pytest.approx([0], abs=1)


def test_a_folder_that_cannot_be_made_loses_the_recording_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "spool").write_text("a file in the way", encoding="utf-8")
    clock = HandClock()
    tape = Tape(tmp_path / "spool", "c", clock)
    tape.play(Track.VOICE, click())
    tape.hear(click(MICROPHONE_HZ).samples, MICROPHONE_HZ, 100.0)
    clock.now = 2_000
    assert tape.close() == ()
    assert {one.side for one in tape.losses()} == {"caller", "handler"}


@settings(deadline=None)
@given(
    drift_ppm=st.floats(-400, 400),
    late_ms=st.lists(st.floats(0, 30), min_size=1, max_size=40),
    chunk_ms=st.sampled_from([10, 20, 32, 64]),
)
def test_a_microphone_whose_clock_drifts_stays_within_fifty_milliseconds(
    drift_ppm: float, late_ms: list[float], chunk_ms: int
) -> None:
    """A minute and a half of talking; each chunk is told somewhat late, as a busy computer does."""
    true_rate = MICROPHONE_HZ * (1 + drift_ppm / 1e6)
    count = MICROPHONE_HZ * chunk_ms // 1000
    placing = Placing(MICROPHONE_HZ)
    for number in range(90_000 // chunk_ms):
        truly_ms = number * count * 1000 / true_rate
        place = placing.place(truly_ms + late_ms[number % len(late_ms)], count)
        off = (place.at - place.left_out) * 1000 / MICROPHONE_HZ - truly_ms
        assert abs(off) <= ALIGNED_MS


@given(chunks=st.lists(st.tuples(st.floats(0, 5_000), st.integers(1, 4_000), st.booleans()), max_size=60))
def test_a_microphones_samples_never_lie_upon_one_another(chunks: list[tuple[float, int, bool]]) -> None:
    placing, free = Placing(MICROPHONE_HZ), 0
    for at_ms, count, fresh in chunks:
        place = placing.place(at_ms, count, fresh)
        assert place.at >= free
        assert 0 <= place.left_out <= count
        free = place.at + count - place.left_out


@given(st.lists(st.integers(1, 3_000), min_size=1, max_size=30), st.integers(1, 2_000))
def test_the_mix_is_the_same_however_it_is_cut_into_blocks(cuts: list[int], loop: int) -> None:
    def mixdown() -> Mixdown:
        chance = np.random.default_rng(1)
        mix = Mixdown()
        mix.play(0, Sound(chance.uniform(-0.3, 0.3, 900).astype(np.float32)), 100)
        mix.play(1, Sound(chance.uniform(-0.3, 0.3, loop).astype(np.float32)), 50, repeat=True)
        mix.level(1, 0.5, 700)
        mix.level(0, 1.0, 0)
        mix.play(0, Sound(chance.uniform(-0.3, 0.3, 500).astype(np.float32)), 600)
        mix.stop(1, 2_000)
        return mix

    until = sum(cuts)
    whole = mixdown().block(0, until)
    cut, at, parts = mixdown(), 0, []
    for count in cuts:
        parts.append(cut.block(at, at + count))
        at += count
    assert np.array_equal(np.concatenate(parts), whole)


def test_a_spool_file_is_whole_after_every_write(tmp_path: Path) -> None:
    file = TrackFile(tmp_path / "t.wav", RATE_HZ)
    assert _frames(tmp_path / "t.wav") == 0
    for count in (10, 500, 20_000):
        file.put(count, np.full(5, 0.5, dtype=np.float32))
        assert _frames(tmp_path / "t.wav") == count + 5
    file.put(0, np.full(5, 0.5, dtype=np.float32))
    assert _frames(tmp_path / "t.wav") == file.count == 20_005
    file.close()


def _frames(path: Path) -> int:
    with wave.open(str(path), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE_HZ)
        assert path.stat().st_size == 44 + 2 * file.getnframes()
        return file.getnframes()


RECORDING = """
import sys, time
from pathlib import Path
import numpy as np
from audio.sound import Sound
from audio.tape import Tape
began = time.monotonic()
tape = Tape(Path(sys.argv[1]), "call", lambda: (time.monotonic() - began) * 1000)
tape.play(0, Sound(np.full(22_050, 0.5, dtype=np.float32)), repeat=True)
tape.hear(np.full(8_000, 0.5, dtype=np.float32), 16_000, 0.0)
print("recording", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_a_kill_leaves_what_was_recorded_before(tmp_path: Path) -> None:
    program = subprocess.Popen([sys.executable, "-c", RECORDING, str(tmp_path)], stdout=subprocess.PIPE)
    try:
        assert program.stdout is not None
        program.stdout.readline()
        caller = tmp_path / spool_name("call", "caller", 0)
        until = time.monotonic() + 20
        while not (caller.is_file() and caller.stat().st_size > 40_000):
            assert time.monotonic() < until, "nothing was spooled"
            time.sleep(0.05)
    finally:
        program.send_signal(signal.SIGKILL)
        program.wait()
        if program.stdout is not None:
            program.stdout.close()
    kept = read_wav(caller)
    assert kept.seconds > 0.9
    assert np.all(kept.samples[RATE_HZ // 20 :] > 0.4)
    assert math.isclose(read_wav(tmp_path / spool_name("call", "handler", 0)).seconds, 0.5, abs_tol=0.01)
