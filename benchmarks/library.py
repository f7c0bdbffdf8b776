"""Checking the whole library, and compiling one scenario."""

from collections.abc import Iterator

from benchmarks.figures import Figure, median, milliseconds, p95
from scenarios.catalogue import Catalogue
from scenarios.compile import compile_file
from scenarios.lint import lint
from scenarios.paths import CALLS

GOAL_S = 5


def figures() -> Iterator[Figure]:
    """Lint as the command does it, and each scenario compiled once more when the policy is known."""
    library = Catalogue()
    taken = [milliseconds(lambda: lint((CALLS,))) / 1_000 for _ in range(2)]
    size = f"{len(library.ids())} scenarios, {sum(len(library.rehearsals(id_)) for id_ in library.ids())} rehearsals"
    yield Figure("lint of the whole library, first time", taken[0], "s", GOAL_S, size)
    yield Figure("lint of the whole library, again", taken[1], "s", None, size)
    compiled = [milliseconds(lambda id_=id_: compile_file(library.path(id_))) for id_ in library.ids()]  # type: ignore[misc]
    yield Figure("compile one scenario, median", median(compiled), "ms", None, f"p95 {p95(compiled):.0f}")
