"""The microphone as SpeechRecognition knows one, on sounddevice; and the twin that has none."""

import queue
from importlib import import_module
from types import TracebackType
from typing import Any, Protocol

from speech_recognition import AudioSource

from audio.recogniser import BLOCK, RATE_HZ

SILENT_FOR_S = 2.0  # a device that gives nothing for so long has gone


class MicrophoneFailed(OSError):
    """There is no microphone, or it went away; the message says why in one sentence."""


class SoundStream(Protocol):
    """What `AudioSource.stream` must be able to do."""

    def read(self, size: int) -> bytes:
        """The next `size` samples, 16 bits each; waits for them. Raises MicrophoneFailed."""


class Microphone(AudioSource):  # type: ignore[misc]  # SpeechRecognition has no types
    """A sound device, open inside `with`. `device` is a name from `microphone_names`, empty for the usual one."""

    def __init__(self, device: str = "") -> None:
        self.SAMPLE_RATE = RATE_HZ
        self.SAMPLE_WIDTH = 2
        self.CHUNK = BLOCK
        self.device = device
        self.latency_s = 0.0
        self.stream: SoundStream | None = None
        self._open: Any = None

    def __enter__(self) -> "Microphone":
        """Open the device; raises MicrophoneFailed."""
        devices = _sounddevice()
        try:
            self._begin(devices, _index_of(devices, self.device), RATE_HZ)
        except (devices.PortAudioError, MicrophoneFailed):
            _look_again(devices)
            self._begin_somehow(devices, _index_of(devices, self.device))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the device."""
        opened, self._open, self.stream = self._open, None, None
        if opened is not None:
            try:
                opened.close(ignore_errors=True)
            except OSError:
                return  # it went away by itself

    def _begin(self, devices: Any, index: int | None, rate: int) -> None:
        stream = QueuedStream(rate)
        self._open = devices.RawInputStream(
            samplerate=rate,
            blocksize=BLOCK * rate // RATE_HZ,
            device=index,
            channels=1,
            dtype="int16",
            callback=stream.take,
            finished_callback=stream.finished,
        )
        self._open.start()
        self.latency_s = float(self._open.latency)
        self.stream = stream

    def _begin_somehow(self, devices: Any, index: int | None) -> None:
        """Some drivers convert nothing: then the device gives what it likes best, and it is converted here."""
        try:
            self._begin(devices, index, RATE_HZ)
            return
        except devices.PortAudioError:
            pass
        try:
            own = int(devices.query_devices(index, "input")["default_samplerate"])
        except (devices.PortAudioError, ValueError) as error:
            raise MicrophoneFailed("No microphone was found.") from error
        try:
            self._begin(devices, index, own)
        except (devices.PortAudioError, ValueError) as error:
            raise MicrophoneFailed(f"The microphone cannot be opened ({_short(error)}).") from error


class QueuedStream:
    """Samples from a device's own thread, given out in order at RATE_HZ."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._blocks: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._left = b""
        self._state: Any = None

    def take(self, data: Any, frames: int, when: Any, status: Any) -> None:
        """What the device calls with each block."""
        self._blocks.put(bytes(data))

    def finished(self) -> None:
        """What the device calls when it gives no more."""
        self._blocks.put(None)

    def read(self, size: int) -> bytes:
        """The next `size` samples; raises MicrophoneFailed when the device has gone."""
        while len(self._left) < 2 * size:
            try:
                block = self._blocks.get(timeout=SILENT_FOR_S)
            except queue.Empty:
                block = None
            if block is None:
                raise MicrophoneFailed("The microphone went away.")
            self._left += self._converted(block)
        given, self._left = self._left[: 2 * size], self._left[2 * size :]
        return given

    def _converted(self, block: bytes) -> bytes:
        if self._rate == RATE_HZ:
            return block
        # SpeechRecognition converts by the same function, and brings it where Python has it no more.
        converted, self._state = import_module("audioop").ratecv(block, 2, 1, self._rate, RATE_HZ, self._state)
        return bytes(converted)


class NoMicrophone(AudioSource):  # type: ignore[misc]
    """Hears nothing, and says why."""

    def __init__(self, why: str) -> None:
        self.why = why

    def __enter__(self) -> "NoMicrophone":
        """Raises MicrophoneFailed."""
        raise MicrophoneFailed(self.why)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """There is nothing to close."""


def microphone_names() -> tuple[str, ...]:
    """The input devices as the system names them, the usual one first; raises MicrophoneFailed where there are none."""
    devices = _sounddevice()
    try:
        _look_again(devices)
        usual = devices.query_devices(None, "input")
    except (devices.PortAudioError, ValueError) as error:
        raise MicrophoneFailed("No microphone was found.") from error
    names = [
        str(one["name"])
        for one in devices.query_devices()
        if one["max_input_channels"] > 0 and one["hostapi"] == usual["hostapi"]
    ]
    return tuple(dict.fromkeys([str(usual["name"]), *names]))


def _look_again(devices: Any) -> None:
    """The list is made when PortAudio starts: a headset plugged in since then is only seen after a new start."""
    devices._terminate()
    devices._initialize()


def _index_of(devices: Any, name: str) -> int | None:
    if not name:
        return None
    for one in devices.query_devices():
        if one["name"] == name and one["max_input_channels"] > 0:
            return int(one["index"])
    raise MicrophoneFailed(f"The microphone {name!r} is not there. Choose another, or plug it in.")


def _sounddevice() -> Any:
    try:
        return import_module("sounddevice")
    except ImportError as error:
        raise MicrophoneFailed("The extra 'speech' is not installed (README).") from error
    except OSError as error:
        raise MicrophoneFailed("The library PortAudio is missing: install libportaudio2.") from error


def _short(error: Exception) -> str:
    return str(error).splitlines()[0][:120]
