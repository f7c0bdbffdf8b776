"""How likely a block of sound is a voice, block after block, by the detector that comes with faster-whisper."""

import importlib.util
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from audio.recogniser import BLOCK

_MODEL = Path("assets") / "silero_vad_v6.onnx"
_CONTEXT = 64  # samples of the block before that the detector wants to see again
_MEMORY = (1, 1, 128)


class NoDetector(Exception):
    """Voices cannot be told from noise here; the message says why."""


class VoiceDetector(Protocol):
    """Tells voices from noise. An energy threshold would not do: it fails in a room at 10 dB."""

    def voice(self, samples: NDArray[np.int16]) -> float:
        """How likely this block of BLOCK samples is a voice, 0 to 1."""


class SileroDetector:
    """The detector itself; remembers what came before."""

    def __init__(self) -> None:
        """Load it; raises NoDetector."""
        model = _model()
        try:
            runtime = import_module("onnxruntime")
        except ImportError as error:
            raise NoDetector("An open line needs the extra 'speech'.") from error
        options = runtime.SessionOptions()
        options.inter_op_num_threads = options.intra_op_num_threads = 1
        options.log_severity_level = 4
        self._session: Any = runtime.InferenceSession(
            str(model), providers=["CPUExecutionProvider"], sess_options=options
        )
        self._h = np.zeros(_MEMORY, dtype=np.float32)
        self._c = np.zeros(_MEMORY, dtype=np.float32)
        self._before = np.zeros(_CONTEXT, dtype=np.float32)

    def voice(self, samples: NDArray[np.int16]) -> float:
        """How likely it is a voice."""
        block = samples.astype(np.float32) / np.float32(32_768)
        seen = np.concatenate([self._before, block]).reshape(1, _CONTEXT + BLOCK)
        found, self._h, self._c = self._session.run(None, {"input": seen, "h": self._h, "c": self._c})
        self._before = block[-_CONTEXT:]
        return float(found.reshape(-1)[0])


def open_line_trouble() -> str:
    """Why an open line cannot be offered, or nothing where it can; looks only, loads nothing."""
    if importlib.util.find_spec("onnxruntime") is None:
        return "An open line needs the extra 'speech'."
    try:
        _model()
    except NoDetector as none:
        return str(none)
    return ""


def _model() -> Path:
    spec = importlib.util.find_spec("faster_whisper")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if (Path(place) / _MODEL).is_file():
            return Path(place) / _MODEL
    raise NoDetector("An open line needs the extra 'speech'.")
