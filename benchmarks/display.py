"""Where the desk's window opens while it is measured: the user's display, one of its own, or none at all."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping

SCREEN = "1920x1080x24"


@contextlib.contextmanager
def display() -> Iterator[tuple[Mapping[str, str], str]]:
    """The environment for a program with a window, and in words what its display is."""
    usual = {name: value for name, value in os.environ.items() if name != "SDL_VIDEODRIVER"}
    if sys.platform.startswith(("win", "darwin")) or usual.get("DISPLAY") or usual.get("WAYLAND_DISPLAY"):
        yield usual, "the display of this machine"
    elif shutil.which("Xvfb"):
        command = ["Xvfb", "-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
            assert server.stdout is not None
            number = server.stdout.readline().decode().strip()
            try:
                yield {**usual, "DISPLAY": f":{number}"}, "a window on Xvfb"
            finally:
                server.terminate()
    else:
        yield {**usual, "SDL_VIDEODRIVER": "dummy"}, "no display at all: SDL's dummy driver"
