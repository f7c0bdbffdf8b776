"""A stretch of work in which Python looks for no rubbish: marking makes thousands of values that all still count."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def untidied() -> Iterator[None]:
    """While this lasts nothing is looked through for circles that nobody holds; afterwards as before.

    For a few milliseconds of work whose values last until it is done: looking through them again and again finds
    nothing, and where a whole program stands in memory one look takes longer than many a point. What is no longer held
    goes at once all the same. Where two threads do this at once, the first that is done ends it for both.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
