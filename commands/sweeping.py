"""Runs a sweep: every surface's robots and walks, shared out to worker processes."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain
from multiprocessing import get_context
from typing import Any

from commands.assembling import compiled
from commands.sweep_checks import Check, checks
from commands.sweep_plays import (
    STRANGERS,
    Result,
    Surface,
    Walked,
    foresee,
    play_character,
    play_omission,
    play_walks,
    stage,
    warm,
)
from commands.sweep_rows import Rows
from scoring.omissions import table
from simulator.random_walk import set_of

WALKS_AT_ONCE = 25
ROBOTS_AT_ONCE = 6
MOST_TOGETHER = 120  # calls of one surface that one process plays in a row
MANY = 100  # walks of one surface: they say most of what their set does
SHARES = 4  # and at least so many rows for each process, so that none is idle for long at the end


@dataclass(frozen=True)
class Task:
    """A few plays of one surface, small enough to share out."""

    surface: Surface
    characters: tuple[str, ...] = ()
    omissions: tuple[tuple[str, int], ...] = ()
    walks: tuple[int, int] = (0, 0)  # the first seed and how many
    of_many: bool = False  # whether so many walks of this surface are to come that most of their lines will be said

    @property
    def calls(self) -> int:
        """How many calls are played."""
        return len(self.characters) + len(self.omissions) + self.walks[1]


Done = tuple[Task, tuple[Result, ...], Walked]


@dataclass
class Gathered:
    """What came back of one surface so far."""

    results: dict[str, Result] = field(default_factory=dict)
    walked: Walked = field(default_factory=lambda: Walked(0))

    def add(self, results: tuple[Result, ...], walked: Walked) -> None:
        """Takes in what one task brought."""
        self.results.update({one.robot: one for one in results})
        self.walked = Walked(self.walked.calls + walked.calls, (*self.walked.faults, *walked.faults))


def surfaces_of(names: tuple[str, ...]) -> tuple[Surface, ...]:
    """Every surface of these scenarios; raises ProblemsFound or UnknownScenario."""
    return tuple(Surface(name, number + 1) for name in names for number in range(len(compiled(name).surfaces)))


def tasks_of(surfaces: tuple[Surface, ...], calls: int) -> tuple[Task, ...]:
    """All that is to be played: robots of every surface, and `calls` walks shared among the surfaces."""
    tasks: list[Task] = []
    for number, surface in enumerate(surfaces):
        tasks += _robots(surface)
        share = calls // len(surfaces) + (number < calls % len(surfaces))
        tasks += [
            Task(surface, walks=(first + 1, min(WALKS_AT_ONCE, share - first)), of_many=share >= MANY)
            for first in range(0, share, WALKS_AT_ONCE)
        ]
    return tuple(tasks)


def _robots(surface: Surface) -> Iterator[Task]:
    scenario = compiled(surface.scenario).for_seed(surface.seed)
    characters = (*(one.name for one in table().characters), *STRANGERS)
    yield Task(surface, characters=characters)
    used = {choice.point for choice in scenario.marking}
    known = [omission for omission in table().omissions.values() if omission.point in used]
    ways = [(omission.point, way) for omission in known for way in range(len(omission.ways))]
    for at in range(0, len(ways), ROBOTS_AT_ONCE):
        yield Task(surface, omissions=tuple(ways[at : at + ROBOTS_AT_ONCE]))


def carry_out(task: Task) -> Done:
    """Plays one task."""
    if task.of_many:
        foresee(task.surface, set_of(task.walks[0]))
    results = [play_character(task.surface, name) for name in task.characters]
    results += [play_omission(task.surface, point, way) for point, way in task.omissions]
    return task, tuple(results), play_walks(task.surface, *task.walks) if task.walks[1] else Walked(0)


def sweep_surfaces(
    surfaces: tuple[Surface, ...], calls: int, workers: int, told: Callable[[int], Any] = lambda played: None
) -> tuple[Check, ...]:
    """Everything that holds and does not hold of the surfaces. `told` hears how many calls were played since.

    With one worker all is played in this process; with more, in processes of their own (started afresh, so that it is
    the same on Windows).
    """
    gathered = {surface: Gathered() for surface in surfaces}
    for task, results, walked in _carried_out(tasks_of(surfaces, calls), workers):
        gathered[task.surface].add(results, walked)
        told(task.calls)
    return tuple(check for surface, of_it in gathered.items() for check in _checks(surface, of_it))


def _checks(surface: Surface, of_it: Gathered) -> Iterator[Check]:
    scenario = compiled(surface.scenario).for_seed(surface.seed)
    if not stage(surface).plan:
        wrong = f"no rehearsal called strong… plays surface {surface.seed}: write one"
        yield Check(surface, "there is a strong rehearsal", False, (wrong,))
        return
    yield from checks(surface, scenario, of_it.results, of_it.walked, table())


def _carried_out(tasks: tuple[Task, ...], workers: int) -> Iterator[Done]:
    if workers == 1:
        yield from map(carry_out, tasks)
        return
    rows = Rows((row[0].surface.scenario, row) for row in in_rows(tasks, workers))
    with ExitStack() as all_pools:
        # A pool each: what one process has heard before decides what it plays next.
        pools = [all_pools.enter_context(_process()) for _ in range(workers)]
        waiting: dict[Future[tuple[Done, ...]], int] = {}

        def hand_out(process: int) -> None:
            if (row := rows.next_for(process)) is not None:
                waiting[pools[process].submit(_in_a_row, row)] = process

        try:
            for process in range(workers):
                hand_out(process)
            while waiting:
                done = wait(waiting, return_when=FIRST_COMPLETED).done
                for one in done:
                    hand_out(waiting.pop(one))
                yield from chain.from_iterable(one.result() for one in done)
        except BaseException:
            for pool in pools:
                pool.shutdown(wait=False, cancel_futures=True)
            raise


def _process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=warm)


def in_rows(tasks: tuple[Task, ...], workers: int) -> tuple[tuple[Task, ...], ...]:
    """The tasks in the same order, those of one surface together as far as there is work for all.

    What takes longest is what a process does the first time: a surface made ready, a clause heard. One that plays the
    whole of a surface does that once; two that share it do it twice.
    """
    most = min(MOST_TOGETHER, sum(task.calls for task in tasks) // (workers * SHARES))
    rows: list[tuple[Task, ...]] = []
    for task in tasks:
        last = rows[-1] if rows else ()
        if last and last[0].surface == task.surface and sum(one.calls for one in last) + task.calls <= most:
            rows[-1] = (*last, task)
        else:
            rows.append((task,))
    return tuple(rows)


def _in_a_row(tasks: tuple[Task, ...]) -> tuple[Done, ...]:
    return tuple(carry_out(task) for task in tasks)


def default_workers() -> int:
    """As many processes as there are processors, and no more than eight."""
    return max(1, min(8, os.cpu_count() or 1))
