"""The trainee is heard: key, words, times; whatever goes wrong, the reason is told and typing goes on."""

import queue
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from types import TracebackType

import numpy as np
import pytest

from audio.hearing import (
    DeafHearing,
    Hearing,
    HearingEvent,
    MicrophoneLost,
    NothingHeard,
    Offer,
    SpeechBegan,
    SpeechEnded,
    WordsHeard,
)
from audio.hearing_live import NO_SOUND, NO_WORDS, TOO_SHORT, LiveHearing, Parts, when_said
from audio.recogniser import BLOCK, RATE_HZ, Heard, NoRecogniser, RecogniserFailed, WordHeard

BLOCK_S = BLOCK / RATE_HZ
HELLO = Heard("hello there", "test", (WordHeard("hello", 0.9, 0.5, 0.8), WordHeard("there", 0.7, 0.9, 1.2)))
PATIENCE_S = 5.0


class Tape:
    """A microphone whose blocks the test gives, at the test's own time."""

    def __init__(self) -> None:
        self.blocks: queue.Queue[bytes | None] = queue.Queue()
        self.taken: queue.Queue[None] = queue.Queue()
        self.stream = self
        self.latency_s = 0.0
        self.now = 100.0
        self.opened = 0
        self.devices: list[str] = []
        self.refuses = ""

    def __call__(self, device: str) -> "Tape":
        self.devices.append(device)
        return self

    def __enter__(self) -> "Tape":
        if self.refuses:
            raise OSError(self.refuses)
        self.opened += 1
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

    def read(self, size: int) -> bytes:
        self.taken.put(None)
        block = self.blocks.get()
        if block is None:
            raise OSError("The microphone went away.")
        self.now += BLOCK_S
        return block

    def give(self, seconds: float, amplitude: int = 8_000) -> None:
        """So much sound is heard, and dealt with."""
        self.taken.get(timeout=PATIENCE_S)
        for _ in range(round(seconds / BLOCK_S)):
            self.blocks.put(np.full(BLOCK, amplitude, "<i2").tobytes())
            self.taken.get(timeout=PATIENCE_S)
        self.taken.put(None)


class Words:
    """A recogniser that hears what the test says."""

    def __init__(self, *answers: Heard | str) -> None:
        self.answers = list(answers)
        self.given: list[bytes] = []
        self.trouble = ""

    def prepare(self) -> None:
        pass

    def recognise(self, pcm: bytes) -> Heard:
        self.given.append(pcm)
        answer = self.answers.pop(0)
        if isinstance(answer, str):
            raise RecogniserFailed(answer)
        return answer

    def describe(self) -> str:
        return "A recogniser for tests."

    def close(self) -> None:
        pass


class Voices:
    """Takes everything loud for a voice."""

    def voice(self, samples: np.ndarray) -> float:  # type: ignore[type-arg]
        return 0.9 if abs(int(samples[0])) > 1_000 else 0.0


def hearing_of(tape: Tape, words: Words | NoRecogniser) -> LiveHearing:
    return LiveHearing(Parts(tape, Voices, words, lambda: Offer(True), lambda: tape.now))


@pytest.fixture
def tape() -> Iterator[Tape]:
    made = Tape()
    yield made
    made.blocks.put(None)


def until(hearing: Hearing, kind: type) -> list[HearingEvent]:
    """What happens up to the first event of a kind."""
    found: list[HearingEvent] = []
    patience = time.monotonic() + PATIENCE_S
    while not any(isinstance(one, kind) for one in found):
        assert time.monotonic() < patience, found
        found += hearing.poll()
        time.sleep(0.002)
    return found


def spoken(tape: Tape, hearing: LiveHearing, seconds: float, amplitude: int = 8_000) -> None:
    """The key is held for so long."""
    hearing.open("hold")
    tape.give(1.0)
    hearing.press()
    tape.give(seconds, amplitude)
    hearing.release()
    tape.give(0.5)


def test_a_held_key_gives_words_with_when_they_began_and_how_long_they_lasted(tape: Tape) -> None:
    hearing = hearing_of(tape, Words(HELLO))
    spoken(tape, hearing, 2.0)
    events = until(hearing, WordsHeard)
    assert [type(one) for one in events] == [SpeechBegan, SpeechEnded, WordsHeard]
    words = events[-1]
    assert isinstance(words, WordsHeard) and words.heard == HELLO and words.lasted_ms == 700
    # pressed 2.5 s ago, a quarter of a second kept from before, the first word half a second into it
    assert abs(words.began_ago_ms - 2_250) <= 70
    hearing.close()


def test_what_was_spoken_is_handed_to_the_tape_with_its_age(tape: Tape) -> None:
    hearing, taped = hearing_of(tape, Words(HELLO)), []

    def hear(samples: np.ndarray, rate: int, ago_s: float, fresh: bool) -> None:  # type: ignore[type-arg]
        taped.append((len(samples) / rate, tape.now - ago_s, fresh))
        assert 0.2 < samples.max() < 0.3

    hearing.tape = hear
    spoken(tape, hearing, 2.0)
    until(hearing, WordsHeard)
    assert 2.3 < sum(seconds for seconds, _, _ in taped) < 2.6
    assert [fresh for _, _, fresh in taped] == [True, *[False] * (len(taped) - 1)]
    for (seconds, began, _), (_, after, _) in pairwise(taped):
        assert abs(began + seconds - after) < BLOCK_S  # none is missing and none comes twice
    hearing.close()


def test_an_open_line_hears_without_any_key(tape: Tape) -> None:
    hearing = hearing_of(tape, Words(HELLO))
    hearing.open("open")
    tape.give(1.0, 0)
    tape.give(1.0)
    assert hearing.listening
    tape.give(1.0, 0)
    assert [type(one) for one in until(hearing, WordsHeard)] == [SpeechBegan, SpeechEnded, WordsHeard]
    hearing.close()


def test_sound_without_words_asks_for_them_again(tape: Tape) -> None:
    hearing = hearing_of(tape, Words(Heard("", "test")))
    spoken(tape, hearing, 1.0)
    assert until(hearing, NothingHeard)[-1] == NothingHeard(NO_WORDS)
    hearing.close()


def test_a_muted_microphone_is_told_apart_from_no_words(tape: Tape) -> None:
    words = Words()
    hearing = hearing_of(tape, words)
    hearing.open("hold")
    hearing.press()
    tape.give(1.0, 0)
    hearing.release()
    tape.give(0.5, 0)
    assert until(hearing, NothingHeard)[-1] == NothingHeard(NO_SOUND) and not words.given
    hearing.close()


def test_a_key_that_was_only_touched_says_what_to_do(tape: Tape) -> None:
    hearing = hearing_of(tape, Words())
    spoken(tape, hearing, 0.1)
    assert until(hearing, NothingHeard)[-1] == NothingHeard(TOO_SHORT)
    hearing.close()


def test_a_recogniser_that_fails_is_told_and_the_next_words_are_heard(tape: Tape) -> None:
    hearing = hearing_of(tape, Words("The recogniser stopped working.", HELLO))
    spoken(tape, hearing, 1.0)
    failed = until(hearing, NothingHeard)[-1]
    assert isinstance(failed, NothingHeard) and "Type what you say" in failed.because
    hearing.press()
    tape.give(1.0)
    hearing.release()
    tape.give(0.5)
    until(hearing, WordsHeard)
    hearing.close()


def test_a_recogniser_that_is_not_there_is_told_before_anything_is_said(tape: Tape) -> None:
    hearing = hearing_of(tape, NoRecogniser("No model for speech is installed."))
    hearing.open("hold")
    assert until(hearing, NothingHeard) == [NothingHeard("No model for speech is installed.")]
    hearing.close()


def test_what_is_dropped_is_never_told(tape: Tape) -> None:
    hearing = hearing_of(tape, Words(HELLO, HELLO))
    spoken(tape, hearing, 1.0)
    hearing.drop()
    assert hearing.poll() == ()
    hearing.press()
    tape.give(1.0)
    hearing.shut()
    assert hearing.poll() == () and not hearing.listening and hearing.level == 0.0
    hearing.close()


def test_the_meter_shows_a_voice(tape: Tape) -> None:
    hearing = hearing_of(tape, Words())
    hearing.open("hold")
    tape.give(0.5, 0)
    quiet = hearing.level
    tape.give(0.5)
    assert quiet == 0.0 < hearing.level <= 1.0
    hearing.close()


def test_a_microphone_lost_in_mid_word_is_told_and_tried_again_at_the_next_press(tape: Tape) -> None:
    hearing = hearing_of(tape, Words(HELLO))
    hearing.open("hold", "Headset")
    hearing.press()
    tape.give(0.5)
    tape.blocks.put(None)
    lost = until(hearing, MicrophoneLost)[-1]
    assert lost == MicrophoneLost("The microphone went away.") and not hearing.listening
    tape.taken = queue.Queue()
    hearing.press()
    tape.give(1.0)
    hearing.release()
    tape.give(0.5)
    until(hearing, WordsHeard)
    assert tape.opened == 2 and tape.devices == ["Headset", "Headset"]
    hearing.close()


def test_a_microphone_that_does_not_open_is_told(tape: Tape) -> None:
    tape.refuses = "No microphone was found."
    hearing = hearing_of(tape, Words())
    hearing.open("hold")
    assert until(hearing, MicrophoneLost) == [MicrophoneLost("No microphone was found.")]
    hearing.close()


def looked(look: Callable[[], Offer]) -> LiveHearing:
    tape = Tape()
    hearing = LiveHearing(Parts(tape, Voices, Words(), look))
    assert "Looking" in hearing.describe()
    hearing.look()
    patience = time.monotonic() + PATIENCE_S
    while not hearing.offer.looked and time.monotonic() < patience:
        time.sleep(0.002)
    return hearing


def test_what_works_is_looked_for_in_the_background() -> None:
    hearing = looked(lambda: Offer(True, microphones=("Headset",), recogniser="An engine."))
    assert hearing.offer.microphones == ("Headset",) and hearing.describe().endswith("An engine.")
    hearing.close()


def test_whatever_a_sound_driver_does_typing_is_offered() -> None:
    def breaks() -> Offer:
        raise RuntimeError("driver")

    hearing = looked(breaks)
    assert "driver" in hearing.offer.why_not and "Type what you say" in hearing.describe()
    hearing.close()


def test_the_deaf_twin_does_nothing_and_says_why() -> None:
    deaf: Hearing = DeafHearing("speech is switched off")
    deaf.look()
    deaf.prepare()
    deaf.open("hold")
    deaf.press()
    deaf.release()
    deaf.drop()
    deaf.shut()
    deaf.close()
    assert deaf.poll() == () and not deaf.listening and deaf.level == 0.0
    assert "switched off" in deaf.describe() and deaf.offer.why_not


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), (0.0, 2.0)),
        ((WordHeard("a", 1, 0.5, 1.5),), (0.5, 1.0)),
        ((WordHeard("a", 1, 0.5, 9.0),), (0.5, 1.5)),
        ((WordHeard("a", 1, 3.0, 4.0),), (0.0, 2.0)),
        ((WordHeard("a", 1, 0.0, 0.0),), (0.0, 2.0)),
    ],
)
def test_words_are_placed_within_the_sound(words: tuple[WordHeard, ...], expected: tuple[float, float]) -> None:
    assert when_said(Heard("a", "test", words), 2.0) == pytest.approx(expected)
