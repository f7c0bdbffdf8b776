"""A program that starts helpers of the kind it is told, says so, and waits to be killed: `short_lived.py KIND`."""

import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from audio.parent import lines_until_gone, named_to
from reports.worker import prepare

IN_THE_MIDST_OF = 600  # seconds of work that nobody waits for


def work(_: object = None) -> None:
    """Be busy for long."""
    print("at work", flush=True)
    time.sleep(IN_THE_MIDST_OF)


def child(lines: int | None) -> None:
    """A child that answers lines."""
    program = [sys.executable, str(Path(__file__)), "helper"]
    # It says on this program's own output what it does: that ends when the last of both has ended.
    subprocess.Popen(program, stdin=lines, env=named_to(os.environ))
    time.sleep(IN_THE_MIDST_OF)


def main(kind: str) -> None:
    """What kind of helper: one with a pipe of its own, one whose lines never end, workers of a pool, or the helper."""
    match kind:
        case "piped":
            child(subprocess.PIPE)
        case "endless":
            child(None)
        case "pool":
            with ProcessPoolExecutor(2, get_context("spawn"), initializer=prepare) as pool:
                list(pool.map(work, range(1)))
        case "helper":
            lines_until_gone()
            work()


if __name__ == "__main__":
    main(sys.argv[1])
