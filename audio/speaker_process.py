"""The process that speaks: pyttsx3, alone, told by lines of JSON what to render. Run by `audio.speaker`.

pyttsx3 breaks when threads share it, when its settings change while it renders, when two renders are queued, and
it swallows most errors; so it lives here by itself, does one thing at a time, and every result is looked at.
"""

import json
import os
import sys
import wave
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

from audio.espeak_setup import NEURAL, driver_of, library_of
from audio.parent import lines_until_gone

Answer = dict[str, Any]


class Renderer:
    """One pyttsx3 engine, ready to render one line at a time."""

    def __init__(self, engine: str) -> None:
        """Open an engine by name; raises whatever the engine raises."""
        if engine == NEURAL:
            from audio.neural_driver import install

            install()
        with library_of(engine):
            import pyttsx3

            self._engine = pyttsx3.init(driver_of(engine))
        self._espeak: Any = None
        if driver_of(engine) == "espeak":
            from pyttsx3.drivers import _espeak

            self._espeak = _espeak
        self._errors: list[str] = []
        self._finished = False
        # The driver writes its file inside a callback, where an exception is lost and the engine's loop never ends.
        sys.unraisablehook = self._on_lost_exception
        self._engine.connect("error", self._on_error)
        self._engine.connect("finished-utterance", self._on_finished)
        # The first run of a process may return before its file exists: let it be an empty one.
        self._engine.runAndWait()
        self._known = {voice.id: voice for voice in self._engine.getProperty("voices")}
        self._variants = self._find_variants()

    def _on_error(self, name: str | None = None, exception: object = None) -> None:
        self._errors.append(str(exception))

    def _on_lost_exception(self, lost: Any) -> None:
        self._errors.append(str(lost.exc_value))
        self._engine.proxy._driver.endLoop()

    def _on_finished(self, name: str | None = None, completed: bool = True) -> None:
        self._finished = True

    def describe(self) -> Answer:
        """What speaks: the library's version where it tells, and the voices one may ask for."""
        voices = [
            {
                "id": voice.id,
                "name": voice.name,
                "languages": [str(language) for language in voice.languages],
                "gender": voice.gender,
            }
            for voice in self._known.values()
        ]
        return {"version": self._version(), "voices": voices, "variants": sorted(self._variants)}

    def _version(self) -> str:
        if self._espeak is None:
            told = getattr(self._engine.proxy._driver, "version", None)
            return str(told()) if callable(told) else ""
        import ctypes

        info = self._espeak.dll.espeak_Info
        info.restype = ctypes.c_char_p
        return str(info(None).decode("utf-8", "replace"))

    def _find_variants(self) -> set[str]:
        """The voice variants in the engine's own data; an unknown one would be ignored without a word."""
        if self._espeak is None:
            return set()
        import ctypes

        info = self._espeak.dll.espeak_Info
        info.restype = ctypes.c_char_p
        place = ctypes.c_char_p()
        info(ctypes.byref(place))
        folder = Path(os.fsdecode(place.value or b".")) / "voices" / "!v"
        return {path.name for path in folder.iterdir()} if folder.is_dir() else set()

    def render(self, wish: Answer) -> Answer:
        """Write one line to `wish["path"]`; raises ValueError or OSError, saying what is wrong."""
        self._errors.clear()
        self._set(wish)
        path = Path(str(wish["path"]))
        part = path.with_suffix(f".{os.getpid()}.part")
        self._finished = False
        try:
            self._engine.save_to_file(str(wish["text"]), str(part))
            self._engine.runAndWait()
            if self._errors:
                raise ValueError("; ".join(self._errors))
            if self._espeak is not None and not self._finished:
                raise ValueError("the engine returned before it had finished")
            frames, rate = _measured(part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        return {"frames": frames, "rate": rate}

    def _set(self, wish: Answer) -> None:
        voice = str(wish.get("voice") or "")
        if voice:
            self._check_voice(voice)
            self._engine.setProperty("voice", voice)
        self._engine.setProperty("rate", int(wish["rate"]))
        self._engine.setProperty("volume", 1.0)
        if self._espeak is not None:
            self._engine.setProperty("pitch", int(wish["pitch"]))
            self._espeak.SetParameter(self._espeak.RANGE, int(wish["range"]), 0)
            # Settings reach the library's own thread late; without this, every tenth line is cut or empty.
            self._espeak.Synchronize()

    def _check_voice(self, voice: str) -> None:
        base, _, variant = voice.partition("+")
        if self._espeak is None:
            known = voice in self._known
        else:
            known = any(id_ == base or id_.endswith(f"/{base}") for id_ in self._known)
        if not known:
            raise ValueError(f"the engine has no voice {base!r}")
        if variant and variant not in self._variants:
            raise ValueError(f"the engine has no variant {variant!r}")


def _measured(path: Path) -> tuple[int, int]:
    """Frames and rate of a WAV file; raises ValueError where there is nothing in it."""
    try:
        with wave.open(str(path), "rb") as file:
            frames, rate = file.getnframes(), file.getframerate()
    except FileNotFoundError as error:
        raise ValueError(f"no file was written into {path.parent}") from error
    except (wave.Error, EOFError) as error:
        raise ValueError(f"the engine wrote no WAV file: {error}") from error
    if not frames:
        raise ValueError("the engine wrote an empty file")
    return frames, rate


def serve(engine: str, wishes: Iterable[str], answers: TextIO) -> None:
    """Answer each line of JSON with one line of JSON, until the wishes end."""

    def answer(number: object, what: Answer) -> None:
        print(json.dumps({"id": number, **what}), file=answers, flush=True)

    try:
        renderer = Renderer(engine)
        answer(0, {"ok": True, **renderer.describe()})
    except Exception as error:  # a speech engine fails in its own ways; all of them mean: not this one
        answer(0, {"ok": False, "why": f"{type(error).__name__}: {error}"})
        return
    for text in wishes:
        wish = json.loads(text)
        try:
            answer(wish["id"], {"ok": True, **renderer.render(wish)})
        except Exception as error:
            answer(wish["id"], {"ok": False, "why": f"{type(error).__name__}: {error}"})


def _give_way() -> None:
    """It renders ahead for many seconds: beside a call only what nobody else wants of the processor is taken."""
    beside_a_call = os.environ.get("FIRST_CONTACT_VOICE_THREADS", "0") == "0"
    if beside_a_call and sys.platform == "linux":
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    elif hasattr(os, "nice"):
        os.nice(15 if beside_a_call else 5)


def main() -> None:
    """Serve over stdin and stdout; whatever the engine itself prints goes nowhere."""
    wishes = lines_until_gone()
    if sys.argv[1] == NEURAL:
        _give_way()
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    sys.stdout = sys.stderr
    serve(sys.argv[1], wishes, answers)
    answers.flush()
    # espeak-ng aborts when it is taken down by Python at exit; nothing is left to be tidied.
    os._exit(0)


if __name__ == "__main__":
    main()
