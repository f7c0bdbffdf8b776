"""How fast the neural voices make lines and speak kept ones: rows for benchmarks/speech.py. Need the extra."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from audio.line import over_the_line
from audio.neural_model import missing
from audio.neural_studio import Studio
from audio.neural_voice import NeuralVoice
from audio.prepared import PreparedLines
from audio.styles import manner_of
from audio.two_voices import TwoVoices
from audio.voice import SpokenLine, Voice

Row = tuple[str, str, str]
LINES = (
    "Please. There's someone in my house.",
    "Twenty-seven Alder Rise. Please hurry, I can hear them on the stairs.",
    "I don't know. I can't see.",
    "They've gone out the back. There was a van, a white one, I think.",
)
TIMES = 12  # each kept line is asked for so often


def rows(
    folder: Path, quick: Voice, first_sounds: Callable[[Voice, list[SpokenLine]], list[float]],
    p95: Callable[[list[float]], float], memory_mb: Callable[[int | str], float | None],
) -> Iterator[Row]:  # fmt: skip
    """What was measured, the figure, and its goal. `quick` is the voice that every machine has."""
    why_not = missing()
    if why_not:
        yield f"neural voices: {why_not}", "", ""
        return
    studio = Studio(PreparedLines(folder / "prepared"))
    begun = time.perf_counter()
    studio.start()
    yield "neural model, loaded and checked", f"{time.perf_counter() - begun:.1f} s", ""
    lines = [SpokenLine(text, kind) for kind, text in zip(("woman", "older-man", "child", "man"), LINES, strict=True)]
    spent, spoken = 0.0, 0.0
    for line in lines:
        begun = time.perf_counter()
        spoken += studio.make(line).seconds
        spent += time.perf_counter() - begun
    yield "neural voice, making a second of speech", f"{spent / spoken:.2f} s", ""
    pid = studio.speaker_pid
    size = memory_mb(pid) if pid is not None else None
    yield "memory, the process of the neural voices", "not known here" if size is None else f"{size:.0f} MB", ""
    fetched = [_timed(lambda line=line: studio.kept(line)) for line in lines * TIMES]  # type: ignore[misc]
    yield "neural voice, fetching a kept line, p95", f"{p95(fetched):.0f} ms", ""
    kept = studio.kept(lines[1])
    assert kept is not None
    over = _timed(lambda: over_the_line(kept, manner_of("woman", "neutral")))
    yield f"put {kept.seconds:.1f} s of it over the line", f"{over:.0f} ms", ""
    two = TwoVoices(quick, NeuralVoice(studio))
    two.begin(tuple(lines))
    ready = first_sounds(two, lines * TIMES)
    yield f"first sound, prepared neural line, p95 of {len(ready)}", f"{p95(ready):.0f} ms", "150 ms"
    new = [SpokenLine(f"I have not said this before, number {number}.", "woman") for number in range(20)]
    lent = first_sounds(two, new)
    yield f"first sound, new line in a neural call, p95 of {len(lent)}", f"{p95(lent):.0f} ms", "1200 ms"
    studio.close()


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
