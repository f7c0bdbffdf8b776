"""The engines behind SpeechRecognition: faster-whisper with a model in a folder, and pocketsphinx as a last resort."""

import os
from importlib import import_module
from typing import Any, Protocol

from audio.recogniser import RATE_HZ, Heard, WordHeard
from audio.recogniser_model import Model

# Every word that is expected and given to the engine is heard where it was not said, so it is given none.
WHISPER_OPTIONS: dict[str, Any] = {
    "language": "en",
    "beam_size": 5,
    "initial_prompt": None,
    "hotwords": None,
    "vad_filter": True,
    "condition_on_previous_text": False,
    "word_timestamps": True,
}
SPHINX_FRAME_S = 0.01


class Engine(Protocol):
    """Works out the words of a sound."""

    name: str

    def recognise(self, pcm: bytes) -> Heard:
        """The words in 16-bit mono sound at RATE_HZ."""


def _audio_data(pcm: bytes) -> Any:
    return import_module("speech_recognition").AudioData(pcm, RATE_HZ, 2)


def threads_to_use(processors: int | None) -> int:
    """How many threads recognise at once: the desk keeps one processor to itself."""
    return max(1, min(4, (processors or 2) - 1))


class WhisperEngine:
    """faster-whisper through SpeechRecognition, with the model loaded once."""

    def __init__(self, model: Model) -> None:
        """Check and load the model; raises ModelUnusable, ImportError or what the engine raises."""
        model.check()
        whisper = import_module("faster_whisper")
        base = import_module("speech_recognition.recognizers.whisper_local.base")
        adapter = import_module("speech_recognition.recognizers.whisper_local.faster_whisper")
        loaded = whisper.WhisperModel(
            str(model.folder),
            device="cpu",
            compute_type="int8",
            cpu_threads=threads_to_use(os.cpu_count()),
            local_files_only=True,  # nothing is ever fetched
        )
        self._recogniser = base.WhisperCompatibleRecognizer(adapter.TranscribableAdapter(loaded))
        self.name = f"faster-whisper {model.name}"

    def recognise(self, pcm: bytes) -> Heard:
        """The words, with the likelihood of each."""
        found = self._recogniser.recognize(_audio_data(pcm), show_dict=True, **WHISPER_OPTIONS)
        segments = found["segments"]
        words = tuple(
            WordHeard(word.word.strip(), _share(word.probability), float(word.start), float(word.end))
            for segment in segments
            for word in segment.words or ()
        )
        return Heard(" ".join(segment.text.strip() for segment in segments).strip(), self.name, words)


class SphinxEngine:
    """pocketsphinx through SpeechRecognition: needs nothing else, and mishears often."""

    name = "pocketsphinx"

    def __init__(self) -> None:
        """Raises ImportError where it is not installed."""
        import_module("pocketsphinx")
        self._recogniser = import_module("speech_recognition").Recognizer()
        self._none = import_module("speech_recognition").UnknownValueError

    def recognise(self, pcm: bytes) -> Heard:
        """The words, with the engine's own likelihood of each, which says little."""
        try:
            decoder = self._recogniser.recognize_sphinx(_audio_data(pcm), language="en-US", show_all=True)
        except self._none:
            return Heard("", self.name, low_reliability=True)
        words = tuple(
            WordHeard(
                segment.word.partition("(")[0],
                _share(segment.prob),
                segment.start_frame * SPHINX_FRAME_S,
                (segment.end_frame + 1) * SPHINX_FRAME_S,
            )
            for segment in decoder.seg() or ()
            if segment.word[:1] not in "<["
        )
        return Heard(" ".join(word.word for word in words), self.name, words, low_reliability=True)


def _share(value: float) -> float:
    return round(min(1.0, max(0.0, float(value))), 3)
