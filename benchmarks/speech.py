"""Prints how fast the telephone speaks, beside the goals: `python benchmarks/speech.py`. Needs no sound device."""

import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from audio import beds, tones  # noqa: E402
from audio.line import line_noise, over_the_line  # noqa: E402
from audio.player import NoSound, Player, Track, open_player  # noqa: E402
from audio.pyttsx3_voice import Pyttsx3Voice  # noqa: E402
from audio.render_cache import RenderCache  # noqa: E402
from audio.sound import Sound, speech_level_db  # noqa: E402
from audio.styles import KINDS, STYLES, manner_of  # noqa: E402
from audio.telephone import Telephone  # noqa: E402
from audio.voice import SpokenLine, Voice  # noqa: E402
from audio.wording import natural_seconds, speakable  # noqa: E402
from benchmarks import speech_neural  # noqa: E402

LINES = (
    "Please. There's someone in my house.",
    "Twenty-seven Alder Rise. Please hurry, I can hear them on the stairs.",
    "I don't know. I can't see.",
    "They've gone out the back. There was a van, a white one, I think.",
    "I only want to know that she is safe, that's all, you can tell me that much, can't you?",
)
MIXED = (*LINES, "My number is 07700 900822 and the postcode is WX4 7QD.")  # times every kind and style, over 300
DEVICE_MS = 512 / 22_050 * 1000  # what lies in the device's buffer before it is heard


class Stopwatch:
    """Passes sounds on to a player and notes when a voice begins."""

    def __init__(self, player: Player) -> None:
        self._player = player
        self.began = threading.Event()
        self.at = 0.0

    def play(self, sound: Sound, track: Track, repeat: bool = False) -> bool:
        """Play, and note when."""
        heard = self._player.play(sound, track, repeat)
        if track is Track.VOICE:
            self.at = time.perf_counter()
            self.began.set()
        return heard

    def __getattr__(self, name: str) -> object:
        return getattr(self._player, name)


def first_sounds(telephone: Telephone, watch: Stopwatch, lines: list[SpokenLine]) -> list[float]:
    """Milliseconds from a line's saying to its first sound, for each line."""
    found = []
    for line in lines:
        watch.began.clear()
        begun = time.perf_counter()
        telephone.caller_says(line)
        if not watch.began.wait(10):
            raise SystemExit(f"{line.text!r} was not spoken. {telephone.describe()}")
        found.append((watch.at - begun) * 1000 + DEVICE_MS)
        telephone.stop()
        while telephone.speaking:
            time.sleep(0.001)
    return found


def of_voice(player: Player, voice: Voice, lines: list[SpokenLine]) -> list[float]:
    """The same for a voice, on a telephone of its own."""
    watch = Stopwatch(player)
    return first_sounds(Telephone(voice, watch), watch, lines)  # type: ignore[arg-type]


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that work takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def p95(times: list[float]) -> float:
    """The time that 95 of 100 stay under."""
    return statistics.quantiles(times, n=20)[-1]


def memory_mb(pid: int | str = "self") -> float | None:
    """Resident memory of a process; None where the system does not tell."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return None
    return next((int(row.split()[1]) / 1024 for row in status.splitlines() if row.startswith("VmRSS")), None)


def mixed_voices(folder: Path) -> Iterator[tuple[str, str, str]]:
    """How many of 300 lines, the voice changed before each, come out empty or cut."""
    voice = Pyttsx3Voice(cache=RenderCache(folder))
    cases = [SpokenLine(text, kind, style) for text in MIXED for kind in KINDS for style in STYLES][:300]
    bad = 0
    for line in cases:
        sound = voice.render(line)
        expected = natural_seconds(speakable(line.text), manner_of(line.kind, line.style).rate)
        bad += speech_level_db(sound) < -40 or not 0.55 < sound.seconds / expected < 2.0
    voice.close()
    yield f"empty or cut, of {len(cases)} renders in mixed voices", f"{bad} lines", "0 lines"


def rows(folder: Path) -> Iterator[tuple[str, str, str]]:
    """What was measured, the figure, and its goal."""
    begun = time.perf_counter()
    voice = Pyttsx3Voice(cache=RenderCache(folder))
    if not voice.wait_until_open():
        raise SystemExit(voice.describe())
    yield "a voice is ready after", f"{(time.perf_counter() - begun) * 1000:.0f} ms", ""
    lines = [SpokenLine(text, kind, style) for kind in KINDS for style in STYLES for text in LINES]
    some = lines[::2]
    renders = [timed(lambda line=line: voice.render(line)) for line in some]  # type: ignore[misc]
    yield f"render a new line, median of {len(renders)}", f"{statistics.median(renders):.0f} ms", ""
    yield "render a new line, p95", f"{p95(renders):.0f} ms", ""
    yield from mixed_voices(folder / "mixed")
    kept = [timed(lambda line=line: voice.render(line)) for line in some]  # type: ignore[misc]
    yield "fetch a kept line, median", f"{statistics.median(kept):.1f} ms", ""
    clean = voice.render(lines[0])
    over = [timed(lambda: over_the_line(clean, manner_of("woman", "crying"))) for _ in range(20)]
    yield f"put {clean.seconds:.1f} s over the line, median", f"{statistics.median(over):.1f} ms", ""
    player = open_player()
    if isinstance(player, NoSound):
        yield "first sound", "not measured: " + player.describe(), ""
    else:
        watch = Stopwatch(player)
        telephone = Telephone(voice, watch)  # type: ignore[arg-type]
        ready = first_sounds(telephone, watch, lines[0:120:2])
        new = first_sounds(telephone, watch, lines[1:120:2])
        yield f"first sound, ready line, p95 of {len(ready)}", f"{p95(ready):.0f} ms", "150 ms"
        yield f"first sound, new line, p95 of {len(new)}", f"{p95(new):.0f} ms", "1200 ms"
        yield from speech_neural.rows(folder, voice, partial(of_voice, player), p95, memory_mb)
        yield "answering, as the desk waits for it", f"{timed(lambda: telephone.answer('street')):.1f} ms", "8 ms"
    yield "ringing, made", f"{timed(tones.ring):.1f} ms", ""
    yield "background, made", f"{timed(lambda: beds.bed('office')):.0f} ms", ""
    yield "line noise, made", f"{timed(line_noise):.0f} ms", ""
    for name, pid in (("this program", "self"), ("the speaking process", voice.speaker_pid)):
        size = memory_mb(pid) if pid is not None else None
        yield f"memory, {name}", "not known here" if size is None else f"{size:.0f} MB", ""
    yield voice.describe(), "", ""
    voice.close()


def main() -> None:
    """Print all rows."""
    with tempfile.TemporaryDirectory() as folder:
        for what, figure, goal in rows(Path(folder)):
            print(f"{what:<48} {figure:>12}   {'goal ' + goal if goal else ''}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
