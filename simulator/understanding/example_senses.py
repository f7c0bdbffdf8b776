"""Where the encoder points for examples: remembered, kept in a folder where one was given, else worked out."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from simulator.understanding.encoder import Encoder
from simulator.understanding.kept_senses import SenseFolder, Steps, from_steps, in_steps
from simulator.understanding.model import Floats

MOST_THREADS = 4  # passes beside each other, where there are as many processors
AT_ONCE = 32  # in one pass, in a third of the time; in steps they are the same as each alone
WORTH_KEEPING = 64  # fewer than these are worked out as soon as a file is opened


class ExampleSenses:
    """The vectors of examples, in steps. All calls of a program share them; any thread may ask."""

    def __init__(self, encoder: Encoder, folder: SenseFolder | None = None) -> None:
        self._encoder = encoder
        self._folder = folder
        self._known: dict[str, Steps] = {}

    def rows(self, examples: Sequence[str]) -> Floats:
        """Where each example points, a row each of length one."""
        self.prepare(examples)
        return from_steps(np.stack([self._known[example] for example in examples]))

    def missing(self, examples: Iterable[str]) -> tuple[str, ...]:
        """Those that are neither remembered nor kept, each once."""
        unknown = tuple(dict.fromkeys(example for example in examples if example not in self._known))
        if self._folder is not None and len(unknown) >= WORTH_KEEPING:
            self._known.update(self._folder.kept(examples))
        return tuple(example for example in unknown if example not in self._known)

    def prepare(
        self,
        examples: Sequence[str],
        told: Callable[[int, int], object] = lambda done, of: None,
        threads: int = MOST_THREADS,
    ) -> None:
        """Works out what is missing, tells how many of how many are done, and keeps it where that is worth while.

        What `told` raises ends it; what was worked out by then stays remembered. `threads` are used at most.
        """
        missing = self.missing(examples)
        if not missing:
            return
        told(0, len(missing))
        done = 0
        for found in self._worked_out(missing, threads):
            self._known.update(found)
            done += len(found)
            told(done, len(missing))
        if self._folder is not None and len(missing) >= WORTH_KEEPING:
            self._folder.keep({example: self._known[example] for example in examples})

    def _worked_out(self, texts: tuple[str, ...], most: int) -> Iterator[dict[str, Steps]]:
        together = [texts[at : at + AT_ONCE] for at in range(0, len(texts), AT_ONCE)]
        if len(together) == 1:
            yield self._pass(together[0])
            return
        # Which thread makes a pass changes nothing in it.
        with ThreadPoolExecutor(min(most, os.cpu_count() or 1)) as threads:
            yield from threads.map(self._pass, together)

    def _pass(self, texts: tuple[str, ...]) -> dict[str, Steps]:
        # By the encoder's own pass: robots' would remember each text a second time.
        means = Encoder.means(self._encoder, texts)
        return {text: in_steps(unit(mean)) for text, mean in zip(texts, means, strict=True)}


def unit(mean: Floats) -> Floats:
    """The vector of length one that points the same way."""
    found = np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-9), dtype=np.float32)
    found.flags.writeable = False
    return found
