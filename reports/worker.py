"""Prepares a program that only works for another; a file of its own, run before anything slow is imported."""

import gc
import multiprocessing
import os
import signal
import threading

SELDOM = 50_000


def prepare() -> None:
    """From now on Ctrl+C is answered by the program that started this one, and memory is tidied seldom.

    A worker holds much that lasts (scenarios, words, patterns), which would be looked through again and again. It
    ends when the program that started it is gone, killed for instance: otherwise it would wait for work for ever.
    """
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(SELDOM)


def end_with_parent() -> None:
    """End this worker as soon as the program that started it has ended, whatever it does then."""
    parent = multiprocessing.parent_process()
    if parent is not None:

        def wait_and_end() -> None:
            parent.join()
            os._exit(1)

        threading.Thread(target=wait_and_end, name="parent", daemon=True).start()
