"""The neural voices as a driver of pyttsx3: `install()` it, then `pyttsx3.init("neural")` speaks with them.

It lives in the speaking process, where espeak-ng's library and data are at hand for the pronunciation.
"""

import os
import sys
import types
import wave
from pathlib import Path
from typing import Any, Protocol

from audio.neural_model import RATE_HZ, NeuralModel
from audio.phonemes import Phonemiser
from audio.sound import Sound
from audio.symbols import symbols_of

NAME = "neural"
THREADS = "FIRST_CONTACT_VOICE_THREADS"  # environment variable: how many threads one render may use; 0 beside a call
NATURAL_RATE = 200  # words a minute of the voices at their own pace, between the pauses


class Proxy(Protocol):
    """What pyttsx3 hands to its drivers."""

    def setBusy(self, busy: bool) -> None: ...  # noqa: N802

    def notify(self, topic: str, **about: object) -> None: ...


class NeuralDriver:
    """Renders into files, one at a time and at once: nothing is left to a loop, so nothing can be cut by one."""

    def __init__(self, proxy: Proxy, model: NeuralModel, phonemiser: Phonemiser) -> None:
        from pyttsx3.voice import Voice

        self._proxy = proxy
        self._model = model
        self._phonemiser = phonemiser
        self._voices = [
            Voice(name, name[3:].title(), ["en-GB"], "female" if name.startswith("bf") else "male", None)
            for name in sorted(model.voices)
        ]
        self._settings: dict[str, Any] = {"voice": "bf_emma", "rate": NATURAL_RATE, "volume": 1.0}

    def version(self) -> str:
        """The version of espeak-ng that gives the pronunciation."""
        return self._phonemiser.version()

    def destroy(self) -> None:
        """Nothing is held that the process's end does not free."""

    def getProperty(self, name: str) -> object:  # noqa: N802
        """A setting of pyttsx3; raises KeyError for one that is not known."""
        return self._voices if name == "voices" else self._settings[name]

    def setProperty(self, name: str, value: object) -> None:  # noqa: N802
        """Change a setting; raises ValueError for a voice that is not there, KeyError for an unknown setting."""
        if name == "voice" and value not in self._model.voices:
            raise ValueError(f"there is no neural voice {value!r}")
        if name not in self._settings:
            raise KeyError(name)
        self._settings[name] = value

    def say(self, text: str) -> None:
        """Not done here: sound is played by the program that asked for the file."""
        raise NotImplementedError("the neural voices only write files")

    def save_to_file(self, text: str, filename: str) -> None:
        """Write a text to a WAV file; faults go to whoever listens for `error`."""
        self._proxy.setBusy(True)
        self._proxy.notify("started-utterance")
        whole = False
        try:
            _write(self._spoken(text), float(self._settings["volume"]), filename)
            whole = True
        except Exception as error:  # pyttsx3 hands faults on as events
            self._proxy.notify("error", exception=error)
        self._proxy.notify("finished-utterance", completed=whole)
        self._proxy.setBusy(False)

    def _spoken(self, text: str) -> Sound:
        symbols = symbols_of(self._phonemiser.ipa(text))
        if not symbols:
            raise ValueError("there is nothing in it to be spoken")
        return self._model.speak(symbols, str(self._settings["voice"]), int(self._settings["rate"]) / NATURAL_RATE)

    def startLoop(self) -> None:  # noqa: N802
        """Work off what waits, then return: rendering is done when `save_to_file` returns."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None:  # noqa: N802
        """There is no loop to end."""

    def stop(self) -> None:
        """Nothing runs on that could be stopped."""

    def iterate(self) -> Any:
        """One step of a loop of somebody else's."""
        self._proxy.setBusy(False)
        yield


def install() -> None:
    """Let `pyttsx3.init(NAME)` find this driver. The process's folder must hold espeak-ng's library and data."""
    module = types.ModuleType(f"pyttsx3.drivers.{NAME}")
    module.__dict__["buildDriver"] = _driver
    sys.modules[module.__name__] = module


def _driver(proxy: Proxy) -> NeuralDriver:
    import ctypes

    import espeakng_loader

    threads = max(1, int(os.environ.get(THREADS) or 0))
    phonemiser = Phonemiser(ctypes.CDLL(espeakng_loader.get_library_path()), os.environ.get("ESPEAK_DATA_PATH", "."))
    return NeuralDriver(proxy, NeuralModel(threads), phonemiser)


def _write(sound: Sound, volume: float, filename: str) -> None:
    with Path(filename).open("wb") as raw, wave.open(raw, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(Sound(sound.samples * volume, sound.rate).pcm())
