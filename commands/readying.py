"""Gets a call ready: what its first start works out is kept on this machine, and told while it goes on."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs

from scenarios.scenario import CompiledScenario
from simulator.to_be_sensed import to_be_sensed
from simulator.understanding.example_senses import MOST_THREADS, WORTH_KEEPING
from simulator.understanding.kept_senses import SenseFolder, encoder_digest, folder_named
from simulator.understanding.situation import Understanding
from simulator.understanding.understand import Listener

Told = Callable[[int, int], object]  # how many of how many are done
READYING = "Getting this call ready, once on this machine"


def senses_folder() -> Path:
    """The folder for what was worked out of calls: the one that the environment names, else the usual one."""
    return folder_named() or platformdirs.user_cache_path("first-contact", appauthor=False) / "senses"


def starts_at_once(call: CompiledScenario) -> bool:
    """Whether what the first start of the call works out is kept on this machine, but for a few examples at most."""
    texts = frozenset(to_be_sensed(call))
    return len(texts) - len(SenseFolder(senses_folder(), encoder_digest()).kept(texts)) < WORTH_KEEPING


def get_ready(
    understanding: Understanding, call: CompiledScenario, told: Told | None = None, threads: int = MOST_THREADS
) -> None:
    """Works out what the understanding needs for this call and does not have, and keeps it.

    It is told by `told`, else by a bar in the terminal. Where the words alone decide nothing is needed.
    """
    if not isinstance(understanding, Listener) or understanding.examples is None:
        return
    texts = to_be_sensed(call)
    if told is not None:
        understanding.examples.prepare(texts, told, threads)
    elif understanding.examples.missing(texts):
        with bar_in_terminal(READYING) as shown:
            understanding.examples.prepare(texts, shown)


@contextmanager
def bar_in_terminal(words: str) -> Iterator[Told]:
    """A bar beside the words, as long as it is needed; none where nobody would see it."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        bar = progress.add_task(words, total=None)
        yield lambda done, of: progress.update(bar, completed=done, total=of)
