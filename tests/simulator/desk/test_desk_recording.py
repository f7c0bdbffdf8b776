"""The desk asks whether practice is recorded, says that a call is, and says at once when it no longer is (issue 4)."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from desk_driver import Desk, desk_of

from audio.tape import NowMs, Spooled, Tape
from simulator import actions as a
from simulator.desk.banner import LOST, RECORDED
from simulator.desk.kit.label import said
from simulator.desk.ports import RecordingRule
from simulator.desk.scripted import ScriptedCall
from simulator.desk.start import StartScreen


class SpoolingRecorder:
    """Records for real into a folder; keeps every track under the same digest, unless it is told to fail."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.spooled: tuple[Spooled, ...] = ()
        self.fails = False

    def open_tape(self, now_ms: NowMs) -> Tape:
        return Tape(self.folder, "call", now_ms)

    def keep(self, tape: Tape) -> tuple[a.KeepRecording | a.LoseRecording, ...]:
        self.spooled = tape.close()
        if self.fails:
            raise ZeroDivisionError("a maker's mistake")
        return (a.KeepRecording(track="caller", digest="d" * 64, codec="flac", began_ms=2_000, lasts_ms=9),)


@pytest.fixture
def recorder(tmp_path: Path) -> SpoolingRecorder:
    return SpoolingRecorder(tmp_path / "spool")


@pytest.fixture
def recorded(recorder: SpoolingRecorder) -> Desk:
    """A desk whose calls are recorded; the call is answered."""
    desk = desk_of()
    make: Callable[..., ScriptedCall] = desk.session._make  # type: ignore[assignment]

    def with_recorder(choice: object) -> ScriptedCall:
        call = make(choice)
        call.recorder = recorder
        return call

    desk.session._make = with_recorder
    return desk.answered()


def start_screen(rule: RecordingRule) -> tuple[Desk, StartScreen]:
    desk = desk_of()
    desk.session.rule = rule
    desk.app.show_start()
    screen = desk.ui.root
    assert isinstance(screen, StartScreen)
    return desk, screen


@pytest.mark.parametrize("wanted", [True, False])
def test_who_practises_chooses_and_the_choice_is_remembered(wanted: bool) -> None:
    desk, screen = start_screen("choice")
    assert screen.record.visible and not screen.record.value
    screen.record.value = wanted
    screen.start()
    assert desk.session.choices[0].record is wanted
    assert desk.app.settings.record is wanted


@pytest.mark.parametrize("rule", ["always", "never"])
def test_where_the_policy_decides_nothing_is_asked(rule: RecordingRule) -> None:
    desk, screen = start_screen(rule)
    assert not screen.record.visible
    assert ("recorded" in said(screen.says.text)) is (rule == "always")
    screen.start()
    assert desk.session.choices[0].record is False


def test_a_call_that_is_recorded_says_so_and_one_that_is_not_does_not(recorded: Desk, desk: Desk) -> None:
    assert recorded.screen.banner.recorded and not desk.screen.banner.recorded
    assert RECORDED == "This call is recorded."


def test_the_tape_runs_from_answering_to_clearing(recorded: Desk, recorder: SpoolingRecorder) -> None:
    tape = recorded.screen.control.tape
    assert tape is not None and tape.began_ms == 2_000
    recorded.screen.control.clear()
    assert recorded.screen.control.tape is None
    recorded.screen.control.finish()
    assert len(recorded.done(a.KeepRecording)) == 1
    assert [type(action) for action in recorded.call.done[-2:]] == [a.KeepRecording, a.FinishWrapUp]


def test_a_loss_is_shown_at_once_and_stays_on_the_strip(recorded: Desk) -> None:
    tape = recorded.screen.control.tape
    assert tape is not None
    tape.lost("caller", "The sound device stopped working.")
    recorded.at(5_000)
    assert recorded.done(a.LoseRecording) == [
        a.LoseRecording(track="caller", because="The sound device stopped working.")
    ]
    assert recorded.screen.footer.notice.startswith("The caller's voice is not recorded any more: The sound device")
    assert recorded.screen.view.unrecorded and recorded.screen.banner.view.unrecorded
    assert LOST == "Not all of this call is recorded."
    recorded.at(60_000)
    assert recorded.screen.view.unrecorded and recorded.screen.control.view.line.state == "connected"


def test_a_recording_that_cannot_be_kept_never_holds_up_the_end(recorded: Desk, recorder: SpoolingRecorder) -> None:
    recorder.fails = True
    recorded.screen.control.clear()
    recorded.screen.control.finish()
    (lost,) = recorded.done(a.LoseRecording)
    assert "a maker's mistake" in lost.because
    assert recorded.done(a.FinishWrapUp)


def test_leaving_in_the_middle_keeps_what_was_recorded(recorded: Desk) -> None:
    recorded.app.close()
    assert len(recorded.done(a.KeepRecording)) == 1
    assert recorded.screen.control.tape is None


def test_the_strip_is_painted_with_and_without_the_words(recorded: Desk) -> None:
    def painted() -> bytes:
        surface, banner = pygame.Surface(recorded.ui.screen.get_size()), recorded.screen.banner
        banner.draw(surface)
        return surface.subsurface(banner.rect).copy().get_buffer().raw

    before = painted()
    tape = recorded.screen.control.tape
    assert tape is not None
    tape.lost("handler", "gone")
    recorded.at(4_000)
    lost = painted()
    recorded.screen.banner.recorded = False
    assert len({before, lost, painted()}) == 3
