"""Which recogniser this machine has: a model for faster-whisper, else pocketsphinx, else none and why."""

import importlib.util
import os
from collections.abc import Mapping

from audio.recogniser import NoRecogniser, Recogniser
from audio.recogniser_child import ChildRecogniser
from audio.recogniser_model import PATH_VARIABLE, ModelUnusable, find_model

PROCESS = "audio.recogniser_process"
NEEDED = ("faster_whisper", "soundfile")  # what SpeechRecognition needs for it


def choose_recogniser(environ: Mapping[str, str] | None = None, model: str = "") -> Recogniser:
    """The best there is. Nothing is loaded yet; never raises. `model` is a folder, unless the environment names one."""
    environ = os.environ if environ is None else environ
    if model and not environ.get(PATH_VARIABLE, "").strip():
        environ = {**environ, PATH_VARIABLE: model}
    why = ""
    if all(_installed(name) for name in NEEDED):
        try:
            found = find_model(environ)
            command = ["-m", PROCESS, "whisper", str(found.folder), found.name, "checked" if found.digest else "own"]
            return ChildRecogniser(command, f"faster-whisper with the model {found.name}, on this computer only.")
        except ModelUnusable as unusable:
            why = str(unusable)
    if _installed("pocketsphinx"):
        command = ["-m", PROCESS, "sphinx", "", "", ""]
        return ChildRecogniser(command, f"pocketsphinx, which mishears often (low reliability). {why}".strip())
    return NoRecogniser(why or "Nothing to recognise speech with is installed. Install the extra 'speech' (README).")


def _installed(name: str) -> bool:
    return importlib.util.find_spec(name) is not None
