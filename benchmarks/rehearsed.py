"""A whole rehearsed call, played without window, sound, disk or wait."""

from collections.abc import Iterator

from benchmarks.figures import Figure, median, milliseconds, p95
from benchmarks.played import scripts, understanding


def figures() -> Iterator[Figure]:
    """Each rehearsal once to warm up, then once to be timed."""
    voice = understanding()
    taken, entries = [], 0
    for script in scripts():
        entries += len(script.play(voice))
        taken.append(milliseconds(lambda script=script: script.play(voice)))  # type: ignore[misc]
    note = f"{len(taken)} calls, {entries // len(taken)} entries each"
    yield Figure("a rehearsed call, median", median(taken), "ms", None, note)
    yield Figure("a rehearsed call, p95", p95(taken), "ms", None, note)
