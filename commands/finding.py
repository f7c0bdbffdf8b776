"""What doctor says of one part of the machine, and how it is mended on this system."""

import platform
from dataclasses import dataclass
from typing import Literal

State = Literal["works", "limited", "broken"]


@dataclass(frozen=True)
class Finding:
    """One part of the machine: whether it works, in words, and what to do where it does not."""

    part: str
    state: State
    words: str
    mend: str = ""


def mend_here(windows: str, mac: str, linux: str) -> str:
    """What mends it on this system; what holds for Linux holds for any other."""
    return {"Windows": windows, "Darwin": mac}.get(platform.system(), linux)
