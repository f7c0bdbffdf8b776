"""From words to the caller's decision: understanding, and what the caller makes of it."""

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from benchmarks.figures import Figure, milliseconds, p95, spread
from benchmarks.played import plans, scripts
from commands.readying import get_ready, senses_folder
from simulator import caller
from simulator.caller import Line, Setting, reply
from simulator.heard import Understood
from simulator.mind import Mind
from simulator.understanding.modes import wanted
from simulator.understanding.situation import Situation, Understanding
from simulator.understanding.understand import load_understanding, newly_loaded

GOAL_MS = 50
GOAL_LOADED_MS = 1_500


class Stopwatch:
    """Understands as another does, and keeps how long each utterance took that was never heard before."""

    def __init__(self, inner: Understanding) -> None:
        self.inner, self.mode = inner, inner.mode
        self.taken: dict[str, float] = {}
        self.processor: dict[str, float] = {}
        self.replies: list[float] = []

    def understand(self, text: str, situation: Situation) -> Understood:
        """As the other does."""
        began, busy = time.perf_counter(), time.process_time()
        heard = self.inner.understand(text, situation)
        # The same words again are remembered, so they would flatter the figure.
        self.taken.setdefault(text, (time.perf_counter() - began) * 1_000)
        self.processor.setdefault(text, (time.process_time() - busy) * 1_000)
        return heard

    def alike(self, text: str, examples: tuple[str, ...]) -> tuple[float, ...] | None:
        """As the other does."""
        return self.inner.alike(text, examples)

    def reply(self, setting: Setting, mind: Mind, heard: Understood) -> Line:
        """The caller's decision, timed."""
        began = time.perf_counter()
        line = reply(setting, mind, heard)
        self.replies.append((time.perf_counter() - began) * 1_000)
        return line


def _loading() -> Iterator[Figure]:
    """The models with what a call needs of them, on a machine that never played it, and on one that did."""
    mode, plan = wanted(), plans()[0]
    with TemporaryDirectory() as folder:
        for when, goal in (("the first time", None), ("later", GOAL_LOADED_MS)):
            loading = milliseconds(lambda: get_ready(newly_loaded(mode, Path(folder)), plan))
            yield Figure(f"understanding loaded for a call, {when}", loading, "ms", goal, plan.id)


def figures() -> Iterator[Figure]:
    """What was measured, on everything that the rehearsals' trainees say."""
    yield from _loading()
    watch = Stopwatch(load_understanding(kept_in=senses_folder()))
    for plan in plans():
        get_ready(watch.inner, plan)
    with patch.object(caller, "reply", watch.reply):
        for script in scripts():
            script.play(watch)
    understood = list(watch.taken.values())
    # The slowest of both, since they are not timed in pairs: a call may understand twice before the caller answers.
    both = p95(understood) + p95(watch.replies)
    yield Figure("words to caller's decision, p95", both, "ms", GOAL_MS, f"{len(understood)} different utterances")
    yield Figure("  understanding alone, p95", p95(understood), "ms", None, spread(understood))
    own = list(watch.processor.values())
    yield Figure("  understanding, processor time, p95", p95(own), "ms", None, spread(own))
    yield Figure("  the caller alone, p95", p95(watch.replies), "ms", None, spread(watch.replies))
