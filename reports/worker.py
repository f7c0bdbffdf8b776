"""Prepares a program that only works for another; a file of its own, run before anything slow is imported."""

import gc
import signal

SELDOM = 50_000


def prepare() -> None:
    """From now on Ctrl+C is answered by the program that started this one, and memory is tidied seldom.

    A worker holds much that lasts (scenarios, words, patterns), which would be looked through again and again.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(SELDOM)
