"""Which speech engines this machine may have, and how pyttsx3 is brought to use the packaged one.

Engines by name: `sapi5` (Windows), `nsss` (macOS), `system` (an espeak-ng that is installed), `packaged` (the
espeak-ng inside the Python package espeakng-loader, which needs nothing from the operating system). `neural` is our
own driver (`audio.neural_driver`); it renders ahead and so is never a candidate for a line wanted at once.
"""

import ctypes
import importlib.util
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

CHOICE = "FIRST_CONTACT_SPEECH"  # environment variable: one engine's name, or `none`
ENGINES = ("sapi5", "nsss", "system", "packaged")
NEURAL = "neural"
_DRIVERS = {"sapi5": "sapi5", "nsss": "nsss", "system": "espeak", "packaged": "espeak", NEURAL: NEURAL}
_WITH_PACKAGED_DATA = ("packaged", NEURAL)


def candidates(platform: str = sys.platform, choice: str | None = None) -> tuple[str, ...]:
    """The engines to try, best first. `choice` (default: the variable CHOICE) narrows them to one, or to none.

    Raises ValueError when the choice is no engine's name.
    """
    choice = os.environ.get(CHOICE, "") if choice is None else choice
    if choice == "none":
        return ()
    if choice and choice not in ENGINES:
        raise ValueError(f"{CHOICE} is {choice!r}; it may be {', '.join(ENGINES)} or none")
    if choice:
        return (choice,)
    own = {"win32": ("sapi5",), "darwin": ("nsss",)}.get(platform, ())
    return (*own, "system", "packaged")


def driver_of(engine: str) -> str:
    """The name of pyttsx3's driver for an engine."""
    return _DRIVERS[engine]


def packaged_folder() -> Path | None:
    """Where espeakng-loader keeps its library and data; None where it is not installed."""
    found = importlib.util.find_spec("espeakng_loader")
    return Path(found.origin).parent if found and found.origin else None


def environment_for(engine: str, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of the process that speaks.

    The data's place is given before the process starts, since a library may read an environment of its own; and
    as a relative path, since espeak-ng allows only 160 characters and, on Windows, only the system's code page.
    """
    result = dict(environment)
    if engine in _WITH_PACKAGED_DATA:
        result["ESPEAK_DATA_PATH"] = "."
    return result


def working_folder_for(engine: str) -> Path | None:
    """The folder in which the speaking process runs, to go with `environment_for`; None: any."""
    return packaged_folder() if engine in _WITH_PACKAGED_DATA else None


@contextmanager
def library_of(engine: str) -> Iterator[None]:
    """While pyttsx3's espeak driver is imported inside, it finds the engine's library. Raises OSError.

    For `packaged`, its library is loaded for all (RTLD_GLOBAL) and handed over whatever path the driver tries, so
    that an installed espeak-ng is not taken by mistake together with the packaged data.
    """
    if engine != "packaged":
        yield
        return
    import espeakng_loader

    library = ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
    loader = ctypes.cdll
    loader.__dict__["LoadLibrary"] = lambda _path: library
    try:
        yield
    finally:
        del loader.__dict__["LoadLibrary"]
