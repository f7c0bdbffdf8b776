"""How well and how fast the trainee is heard: word errors on people's speech, seconds and memory, by engine.

Speech: Debian's pocketsphinx-testdata (`apt install pocketsphinx-testdata`): five sentences read by a person for
LibriVox, five short ones of playing cards. Nothing synthetic: a synthetic voice is unlike a person's to a recogniser.
`--folder DIR` adds recordings of your own: NAME.wav with the words in NAME.txt.
Run: uv run --extra speech benchmarks/hearing.py
"""

import argparse
import os
import sys
import time
import wave
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

from virtual_microphone import HUMAN_SPEECH, SAID, clip  # noqa: E402
from word_errors import word_errors  # noqa: E402

from audio.recogniser import RATE_HZ, RecogniserFailed  # noqa: E402
from audio.recogniser_child import ChildRecogniser  # noqa: E402
from audio.recogniser_choice import PROCESS  # noqa: E402
from audio.recogniser_model import ModelUnusable, find_model  # noqa: E402

CARDS = {
    "001": "ten of clubs",
    "002": "four queen of clubs",
    "003": "seven of clubs",
    "004": "five five",
    "005": "eight of spades four of clubs seven of hearts",
}
NOISES_DB = (None, 15.0, 5.0)


@dataclass(frozen=True)
class Clip:
    """A recording and what was said in it."""

    name: str
    path: Path
    said: str


def clips(folder: Path | None) -> Iterator[Clip]:
    """All recordings that are there."""
    for name, said in SAID.items():
        if clip(name).is_file():
            yield Clip("read aloud", clip(name), said)
    for name, said in CARDS.items():
        path = HUMAN_SPEECH / "cards" / f"{name}.wav"
        if path.is_file():
            yield Clip("playing cards", path, said)
    for path in sorted(folder.glob("*.wav")) if folder else ():
        yield Clip("own", path, path.with_suffix(".txt").read_text(encoding="utf-8"))


def samples_of(path: Path) -> NDArray[np.int16]:
    """The samples of a 16 kHz recording."""
    with wave.open(str(path)) as file:
        if (file.getframerate(), file.getsampwidth(), file.getnchannels()) != (RATE_HZ, 2, 1):
            raise SystemExit(f"{path} must be 16 kHz, 16 bits, mono")
        return np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")


def in_noise(samples: NDArray[np.int16], snr_db: float | None) -> NDArray[np.int16]:
    """With pink noise so far below the speech; the same noise every time."""
    if snr_db is None:
        return samples
    white = np.fft.rfft(np.random.default_rng(1).standard_normal(len(samples)))
    pink = np.fft.irfft(white / np.sqrt(np.maximum(np.arange(len(white)), 1)), len(samples))
    clean = samples.astype(np.float64)
    level = np.sqrt(np.mean(clean**2)) / 10 ** (snr_db / 20) / np.sqrt(np.mean(pink**2))
    return np.clip(clean + pink * level, -32_768, 32_767).astype("<i2")


def engines() -> Iterator[tuple[str, list[str]]]:
    """Each engine that is installed, and the command of its process."""
    try:
        model = find_model(os.environ)
        checked = "checked" if model.digest else "own"
        yield f"faster-whisper {model.name}", ["-m", PROCESS, "whisper", str(model.folder), model.name, checked]
    except ModelUnusable as unusable:
        print(unusable)
    yield "pocketsphinx", ["-m", PROCESS, "sphinx", "", "", ""]


def process_figures(pid: int | None) -> tuple[float, float]:
    """Processor seconds and megabytes that a process has used, where the system tells."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return float("nan"), float("nan")
    ticks = os.sysconf("SC_CLK_TCK")
    peak = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    return (int(fields[11]) + int(fields[12])) / ticks, peak / 1024


def measure(name: str, command: list[str], recordings: list[Clip]) -> None:
    """Print one engine's figures."""
    recogniser = ChildRecogniser(command, name)
    began = time.perf_counter()
    try:
        recogniser.prepare()
    except RecogniserFailed as failed:
        print(f"\n{name}: not measured. {failed}")
        return
    loads_s = time.perf_counter() - began
    recogniser.recognise(samples_of(recordings[0].path).tobytes())  # the first one also fills caches
    print(f"\n{name}   loads in {loads_s:.1f} s")
    print(f"{'':16}{'noise':>8}{'clips':>7}{'words wrong':>13}{'wall s':>9}{'cpu s':>8}{'of sound s':>12}")
    for kind in dict.fromkeys(one.name for one in recordings):
        for snr in NOISES_DB:
            row(recogniser, kind, [one for one in recordings if one.name == kind], snr)
    print(f"{'':16}peak memory of its process {process_figures(recogniser.pid)[1]:.0f} MB")
    recogniser.close()


def row(recogniser: ChildRecogniser, kind: str, recordings: list[Clip], snr: float | None) -> None:
    """One line: a kind of speech in one noise."""
    wrong = words = 0
    sound_s = 0.0
    began, cpu = time.perf_counter(), process_figures(recogniser.pid)[0]
    for one in recordings:
        samples = in_noise(samples_of(one.path), snr)
        sound_s += len(samples) / RATE_HZ
        missed, said = word_errors(one.said, recogniser.recognise(samples.tobytes()).text)
        wrong, words = wrong + missed, words + said
    wall, used = time.perf_counter() - began, process_figures(recogniser.pid)[0] - cpu
    count = len(recordings)
    noise = "none" if snr is None else f"{snr:.0f} dB"
    print(
        f"{kind:16}{noise:>8}{count:>7}{wrong / words:>12.1%} "
        f"{wall / count:>8.2f}{used / count:>8.2f}{sound_s / count:>12.1f}"
    )


def main() -> None:
    """Measure every engine that is here."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, help="recordings of your own: NAME.wav with its words in NAME.txt")
    recordings = list(clips(parser.parse_args().folder))
    if not recordings:
        raise SystemExit("There are no recordings: install pocketsphinx-testdata, or name a folder with --folder.")
    print(
        f"{len(recordings)} recordings of people, {os.cpu_count()} processors; wall and cpu seconds are per recording"
    )
    for name, command in engines():
        measure(name, command, recordings)


if __name__ == "__main__":
    main()
