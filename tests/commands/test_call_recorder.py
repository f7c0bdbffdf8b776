"""A contact at the desk is recorded beside the results: in step with its journal, through trouble, said on screen."""

import errno
import os
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from audio.recording import read_sound
from audio.sound import RATE_HZ, Samples, Sound
from audio.tape_file import TrackFile
from audio.telephone import SilentTelephone, Telephone
from commands.assembling import compiled, load_policy, started
from commands.call_recorder import is_recorded
from commands.kept_call import KeptCall
from reports.store import Store
from scenarios.policy import Recording
from simulator import actions as a
from simulator import events as e
from simulator.clock import ScriptClock
from simulator.desk.control import Control
from simulator.desk.scripted import DAY
from simulator.journal import of_kind
from tests.audio.listening import HummingVoice, WritingPlayer

ALIGNED_MS = 50  # issue 4: aligned with the journal within 50 ms
SOON_S = 10.0


class Sitting:
    """One contact at the desk, without a window: a hum for a voice, and time that is moved by hand."""

    def __init__(self, store: Store, recorded: bool = True) -> None:
        scenario, policy = compiled("locked-out-member"), load_policy()
        start = started(scenario, policy, trainee="T1", mode="practice", seed=1, source="desk")
        self.store = store
        self.live = KeptCall(store, scenario, policy, start, recorded)
        self.clock = ScriptClock()
        self.player = WritingPlayer()
        self.telephone = Telephone(HummingVoice(seconds=0.3), self.player)
        self.control = Control(self.live, self.clock, self.telephone, lambda: DAY)
        self.control.begin()

    def at(self, ms: int) -> None:
        """Time goes on to here as at a desk that ticks forty times a second; what the caller says begins to sound."""
        while self.clock.now_ms() < ms:
            self.clock.move_to(min(ms, self.clock.now_ms() + 25))
            self.control.tick()
            self._sounded()

    def _sounded(self) -> None:
        wanted = sum(isinstance(entry.event, e.CallerSaid | e.OperatorSaid) for entry in self.live.entries)
        until = time.monotonic() + SOON_S
        while sum(self.player.told.count((how, 0)) for how in ("play", "repeat")) < wanted:
            assert time.monotonic() < until, "the line never sounded"
            time.sleep(0.005)

    def written(self, ms: int) -> None:
        """Wait until the tape has written what sounded until then."""
        until = time.monotonic() + SOON_S
        while not any(
            path.stat().st_size >= 44 + 2 * RATE_HZ * ms // 1000
            for path in self.store.recordings.spool.glob("*.caller.*.wav")
        ):
            assert time.monotonic() < until, "the tape does not write"
            time.sleep(0.02)

    def close(self) -> None:
        self.live.leave()
        self.telephone.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "results.sqlite") as opened:
        yield opened


@pytest.fixture
def sitting(store: Store) -> Iterator[Sitting]:
    made = Sitting(store)
    yield made
    made.close()


def answered(sitting: Sitting) -> None:
    sitting.at(2_000)
    sitting.control.do(a.Answer())
    sitting.at(15_000)


def kept(store: Store, sitting: Sitting) -> dict[str, e.RecordingKept]:
    return {one.track: one for _, one in of_kind(store.journal(sitting.live.call_id), e.RecordingKept)}


def begins_ms(sound: Sound, near_ms: float) -> float:
    """When the hum nearest to a moment begins."""
    loud = np.flatnonzero(np.abs(sound.samples) > 0.06) * 1000 / sound.rate
    begins = loud[np.insert(np.diff(loud) > 100, 0, True)]
    return float(begins[np.abs(begins - near_ms).argmin()])


def test_every_line_of_the_caller_lies_within_fifty_milliseconds_of_its_entry(store: Store, sitting: Sitting) -> None:
    answered(sitting)
    sitting.control.say("Can I take your full name please?")
    sitting.at(40_000)
    sitting.control.clear()
    sitting.control.finish()
    track = kept(store, sitting)["caller"]
    sound = read_sound(store.recordings.path(track.digest, track.codec))
    said = [entry.t_ms for entry, _ in of_kind(store.journal(sitting.live.call_id), e.CallerSaid)]
    assert len(said) >= 2
    for t_ms in said:
        assert track.began_ms + begins_ms(sound, t_ms - track.began_ms) == pytest.approx(t_ms, abs=ALIGNED_MS)
    assert (track.began_ms, track.began_ms + track.lasts_ms) == pytest.approx((2_000, 40_000), abs=ALIGNED_MS)


def test_the_journal_names_the_tracks_before_the_run_is_closed_and_verify_finds_them(
    store: Store, sitting: Sitting
) -> None:
    answered(sitting)
    tape = sitting.control.tape
    assert tape is not None
    tape.hear(np.full(16_000, 0.4, dtype=np.float32), 16_000, 9_000.0, fresh=True)
    sitting.control.clear()
    assert sitting.control.tape is None
    sitting.control.finish()
    entries = [entry.event.kind for entry in store.journal(sitting.live.call_id)]
    assert entries[-3:] == ["recording_kept", "recording_kept", "contact_closed"]
    tracks = kept(store, sitting)
    assert tracks["caller"].lasts_ms == tracks["handler"].lasts_ms
    handler = read_sound(store.recordings.path(tracks["handler"].digest, tracks["handler"].codec))
    assert tracks["handler"].began_ms + begins_ms(handler, 7_000) == pytest.approx(9_000, abs=ALIGNED_MS)
    assert store.verify().holds
    assert list(store.recordings.spool.iterdir()) == []


def test_a_run_that_is_stopped_keeps_its_sound(store: Store, sitting: Sitting) -> None:
    answered(sitting)
    sitting.control.stop()
    assert [entry.event.kind for entry in store.journal(sitting.live.call_id)][-2:] == ["recording_kept", "stopped"]


def test_a_call_that_is_never_answered_leaves_no_sound(store: Store, sitting: Sitting) -> None:
    sitting.at(1_000)
    sitting.control.stop()
    assert kept(store, sitting) == {}
    assert not store.recordings.folder.exists()


def test_a_full_disk_is_said_at_once_and_the_call_goes_on(
    store: Store, sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = TrackFile.put

    def put(self: TrackFile, at: int, samples: Samples) -> None:
        if at + len(samples) > 14 * RATE_HZ:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(self, at, samples)

    monkeypatch.setattr(TrackFile, "put", put)
    answered(sitting)
    sitting.written(9_000)
    until = time.monotonic() + SOON_S
    while not sitting.control.view.unrecorded:
        assert time.monotonic() < until, "the trainee is not told"
        sitting.at(sitting.clock.now_ms() + 500)
        time.sleep(0.02)
    assert "No space left" in sitting.control.view.notice and "The call goes on" in sitting.control.view.notice
    sitting.control.say("Can I take your full name please?")
    sitting.at(sitting.clock.now_ms() + 15_000)
    assert sitting.control.view.captions[-1].who == "caller"
    sitting.control.clear()
    sitting.control.finish()
    assert sitting.control.view.line.state == "closed"
    assert kept(store, sitting)["caller"].lasts_ms > 5_000
    assert len(list(of_kind(store.journal(sitting.live.call_id), e.RecordingLost))) == 1
    assert store.verify().holds


def test_a_microphone_that_goes_away_is_said_and_the_callers_side_goes_on(store: Store, sitting: Sitting) -> None:
    answered(sitting)
    tape = sitting.control.tape
    assert tape is not None
    tape.lost("handler", "the microphone was unplugged")
    sitting.at(16_000)
    assert "the microphone was unplugged" in sitting.control.view.notice
    sitting.control.clear()
    sitting.control.finish()
    assert list(kept(store, sitting)) == ["caller"]


def test_without_sound_nothing_is_recorded_and_nothing_fails(store: Store) -> None:
    sitting = Sitting(store)
    sitting.telephone.close()
    sitting.control = Control(sitting.live, sitting.clock, SilentTelephone(), lambda: DAY)
    sitting.control.do(a.Answer())
    sitting.clock.move_to(5_000)
    sitting.control.stop()
    assert kept(store, sitting) == {}
    sitting.live.leave()


def test_a_run_that_is_not_to_be_recorded_has_no_tape(store: Store) -> None:
    sitting = Sitting(store, recorded=False)
    answered(sitting)
    assert not sitting.control.recorded
    assert sitting.control.tape is None
    sitting.control.stop()
    sitting.close()
    assert not store.recordings.folder.exists()


@pytest.mark.parametrize(
    ("mode", "rules", "chosen", "recorded"),
    [
        ("assessment", Recording(), False, True),
        ("assessment", Recording(assessment="never"), True, False),
        ("practice", Recording(), False, False),
        ("practice", Recording(), True, True),
        ("practice", Recording(practice="never"), True, False),
        ("practice", Recording(practice="always"), False, True),
    ],
)
def test_the_policy_decides_and_leaves_practice_to_the_trainee(
    mode: e.Mode, rules: Recording, chosen: bool, recorded: bool
) -> None:
    policy = load_policy().policy.model_copy(update={"recording": rules})
    assert is_recorded(policy, mode, chosen) is recorded
