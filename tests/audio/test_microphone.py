"""The microphone: what it gives, at which rate, and what is said where there is none; on a driver made for tests."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import speech_recognition

from audio import microphone as m
from audio.recogniser import BLOCK, RATE_HZ


class DriverError(Exception):
    """What the driver raises."""


class Driver:
    """As sounddevice, with the devices a test wants."""

    PortAudioError = DriverError

    def __init__(self, own_rate: int = RATE_HZ, names: tuple[str, ...] = ("Headset", "Built in")) -> None:
        self.own_rate, self.names, self.starts = own_rate, names, 0
        self.refuses_all = False
        self.opened: list[Any] = []

    def _terminate(self) -> None:
        pass

    def _initialize(self) -> None:
        self.starts += 1

    def query_devices(self, device: int | None = None, kind: str | None = None) -> Any:
        rows = [
            {"name": name, "index": n, "max_input_channels": 1, "hostapi": 0, "default_samplerate": self.own_rate}
            for n, name in enumerate(self.names)
        ]
        rows.append({**rows[0], "name": "Speakers", "max_input_channels": 0} if rows else {"max_input_channels": 0})
        if kind is None:
            return rows
        if not self.names:
            raise DriverError("no default input device")
        return rows[device or 0]

    def RawInputStream(self, **wanted: Any) -> Any:  # noqa: N802 - sounddevice's own name
        if self.refuses_all or wanted["samplerate"] != self.own_rate:
            raise DriverError("Invalid sample rate\nmore")
        stream = Stream(wanted)
        self.opened.append(stream)
        return stream


class Stream:
    """An opened device; the test calls back with what it hears."""

    latency = 0.01

    def __init__(self, wanted: dict[str, Any]) -> None:
        self.wanted, self.closed = wanted, False

    def start(self) -> None:
        pass

    def close(self, ignore_errors: bool) -> None:
        self.closed = True

    def hears(self, samples: int) -> None:
        self.wanted["callback"](np.arange(samples, dtype="<i2").tobytes(), samples, None, None)


@pytest.fixture
def driver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    made = Driver()
    monkeypatch.setattr(m, "_sounddevice", lambda: made)
    yield made


def test_it_is_an_audio_source_of_speech_recognition(driver: Driver) -> None:
    """Issue 4: SpeechRecognition stays the real interface."""
    with m.Microphone() as source:
        driver.opened[0].hears(RATE_HZ)
        heard = speech_recognition.Recognizer().record(source, duration=0.5)
    assert isinstance(source, speech_recognition.AudioSource)
    assert heard.sample_rate == RATE_HZ and len(heard.get_raw_data()) >= RATE_HZ * 0.9 and driver.opened[0].closed


def test_samples_come_out_in_order_and_in_blocks_of_any_size(driver: Driver) -> None:
    with m.Microphone("Built in") as source:
        assert driver.opened[0].wanted["device"] == 1 and source.stream is not None
        driver.opened[0].hears(1_000)
        first, second = source.stream.read(BLOCK), source.stream.read(400)
    assert list(np.frombuffer(first + second, "<i2")) == list(range(912))


def test_a_device_with_a_rate_of_its_own_is_converted(driver: Driver) -> None:
    driver.own_rate = 48_000
    with m.Microphone() as source:
        assert driver.opened[0].wanted["samplerate"] == 48_000 and source.stream is not None
        for _ in range(4):
            driver.opened[0].hears(1_536)
        assert len(source.stream.read(BLOCK)) == 2 * BLOCK


def test_a_device_that_goes_away_is_told(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(m, "SILENT_FOR_S", 0.01)
    with m.Microphone() as source:
        assert source.stream is not None
        with pytest.raises(m.MicrophoneFailed, match="went away"):
            source.stream.read(BLOCK)
        driver.opened[0].wanted["finished_callback"]()
        with pytest.raises(m.MicrophoneFailed, match="went away"):
            source.stream.read(BLOCK)


def test_a_device_that_cannot_be_opened_says_why_in_one_line(driver: Driver) -> None:
    driver.refuses_all = True
    with pytest.raises(m.MicrophoneFailed, match=r"^The microphone cannot be opened \(Invalid sample rate\)\.$"):
        m.Microphone().__enter__()


def test_a_device_that_was_chosen_and_is_gone_is_named_once_it_was_looked_for_again(driver: Driver) -> None:
    with pytest.raises(m.MicrophoneFailed, match="'Old headset' is not there"):
        m.Microphone("Old headset").__enter__()
    assert driver.starts == 1


def test_the_input_devices_are_listed_the_usual_one_first(driver: Driver) -> None:
    assert m.microphone_names() == ("Headset", "Built in")
    driver.names = ()
    with pytest.raises(m.MicrophoneFailed, match="No microphone was found"):
        m.microphone_names()


@pytest.mark.parametrize(
    ("error", "words"),
    [(ImportError("x"), "extra 'speech'"), (OSError("PortAudio library not found"), "libportaudio2")],
)
def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch, error: Exception, words: str) -> None:
    def missing(name: str) -> Any:
        raise error

    monkeypatch.setattr(m, "import_module", missing)
    with pytest.raises(m.MicrophoneFailed, match=words):
        m.microphone_names()


def test_the_twin_without_a_microphone_says_why() -> None:
    with pytest.raises(m.MicrophoneFailed, match="none here"), m.NoMicrophone("none here"):
        pass
