"""Marks many stored calls again on all processors; the same on every system (each worker is a fresh program)."""

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reports.remarking import Remarked, remark
from reports.store import Store
from reports.worker import prepare

FEW = 60  # so many calls are done before other programs have even started
AT_ONCE = 25
MOST_WORKERS = 8


def remark_each(
    store: Store,
    call_ids: Sequence[str],
    todays_policy: bool = False,
    with_markings: bool = True,
    workers: int | None = None,
) -> Generator[Remarked, None, None]:
    """Every call marked again, in the order given, as they are done; without their markings where none is wanted.

    `workers` are as many as there are processors, one for few calls. Workers open the results file to read only.
    """
    count = workers or (1 if len(call_ids) <= FEW else min(MOST_WORKERS, os.cpu_count() or 1))
    if count == 1:
        yield from (_one(store, call_id, todays_policy, with_markings) for call_id in call_ids)
        return
    several = (tuple(call_ids[at : at + AT_ONCE]) for at in range(0, len(call_ids), AT_ONCE))
    jobs = [_Job(store.path, ids, todays_policy, with_markings) for ids in several]
    pool = ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), initializer=prepare)
    try:
        with _born_deaf():
            done = pool.map(_some, jobs)
        for found in done:
            yield from found
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@dataclass(frozen=True)
class _Job:
    path: Path
    call_ids: tuple[str, ...]
    todays_policy: bool
    with_markings: bool


def _some(job: _Job) -> tuple[Remarked, ...]:
    store = _opened(job.path)
    return tuple(_one(store, call_id, job.todays_policy, job.with_markings) for call_id in job.call_ids)


def _one(store: Store, call_id: str, todays_policy: bool, with_marking: bool) -> Remarked:
    made = remark(store, call_id, todays_policy)
    return made if with_marking else made.model_copy(update={"marking": None})


@cache
def _opened(path: Path) -> Store:
    return Store.open(path, read_only=True)


@contextlib.contextmanager
def _born_deaf() -> Iterator[None]:
    """Programs started meanwhile do not hear Ctrl+C: only the first one answers it, and ends the others in order."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)
