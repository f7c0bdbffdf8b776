"""A process that works for another ends with it: in the midst of its work, and on every system."""

import os
import queue
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from typing import TextIO

PARENT = "FIRST_CONTACT_PARENT"  # environment variable: the number of the process that a speaker or recogniser serves
LOOKS_EVERY_S = 1.0


def named_to(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of a child of this process, in which it finds whose child it is."""
    return {**environment, PARENT: str(os.getpid())}


def lines_until_gone() -> Iterator[str]:
    """The lines of standard input; this process ends at once when there will be no more, or when its parent is gone.

    A thread of its own reads them: what is still being worked out then, for seconds or minutes, nobody will hear.
    To be called before this process gives way to others, so that the thread does not.
    """
    lines = os.fdopen(os.dup(0), "r", encoding="utf-8")
    # Libraries look at standard input as they load, and on Windows whoever looks at what is being read waits for it.
    nowhere = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nowhere, 0)
    waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(lines, waiting), name="wishes", daemon=True).start()
    # The other end of the pipe may be held open by somebody who outlives the parent.
    told = os.environ.get(PARENT, "")
    parent = int(told) if told.isdecimal() else os.getppid()
    threading.Thread(target=_end_with, args=(parent,), name="parent", daemon=True).start()
    return iter(waiting.get, None)


def _read(lines: TextIO, waiting: "queue.SimpleQueue[str]") -> None:
    try:
        for line in lines:
            waiting.put(line)
    finally:
        os._exit(0)


def _end_with(parent: int) -> None:
    if sys.platform == "win32":
        _wait_on_windows(parent)
    else:
        mine = os.getppid()
        while os.getppid() == mine:  # an orphan is given another
            time.sleep(LOOKS_EVERY_S)
    os._exit(0)


def _wait_on_windows(parent: int) -> None:
    """Until the process has ended; for ever where it may not be watched: the end of its lines tells all the same."""
    import ctypes
    from ctypes import wintypes

    synchronize, no_such_process, forever = 0x00100000, 87, 0xFFFFFFFF
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel.OpenProcess.argtypes, kernel.OpenProcess.restype = (
        (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD),
        wintypes.HANDLE,
    )
    kernel.WaitForSingleObject.argtypes = (wintypes.HANDLE, wintypes.DWORD)
    handle = kernel.OpenProcess(synchronize, False, parent)
    if handle:
        kernel.WaitForSingleObject(handle, forever)
    elif ctypes.get_last_error() != no_such_process:  # type: ignore[attr-defined,unused-ignore]
        threading.Event().wait()
