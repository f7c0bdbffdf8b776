"""Which engine is tried when, and that the packaged one speaks where the system has none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from audio.espeak_setup import ENGINES, candidates, driver_of, environment_for, packaged_folder

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("platform", "engines"),
    [
        ("win32", ("sapi5", "system", "packaged")),
        ("darwin", ("nsss", "system", "packaged")),
        ("linux", ("system", "packaged")),
        ("freebsd14", ("system", "packaged")),
    ],
)
def test_a_systems_own_engine_comes_first_and_the_packaged_one_last(platform: str, engines: tuple[str, ...]) -> None:
    assert candidates(platform, choice="") == engines


@pytest.mark.parametrize("engine", ENGINES)
def test_one_engine_can_be_chosen(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIRST_CONTACT_SPEECH", engine)
    assert candidates() == (engine,)


def test_speech_can_be_switched_off() -> None:
    assert candidates(choice="none") == ()


def test_a_choice_that_is_no_engine_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="sapi5, nsss, system, packaged or none"):
        candidates(choice="festival")


@pytest.mark.parametrize("engine", ENGINES)
def test_each_engine_has_a_driver_of_pyttsx3(engine: str) -> None:
    folder = Path(__import__("pyttsx3").__file__).parent / "drivers"
    assert (folder / f"{driver_of(engine)}.py").is_file()


def test_the_packaged_data_is_named_by_a_path_no_folder_can_make_too_long() -> None:
    assert environment_for("packaged", {"HOME": "x"}) == {"HOME": "x", "ESPEAK_DATA_PATH": "."}
    assert environment_for("system", {"HOME": "x"}) == {"HOME": "x"}


@pytest.mark.speech
def test_the_packaged_engine_is_the_one_that_speaks_when_it_is_chosen() -> None:
    """Issue 2, point 1: speaks with no package from the operating system. An installed espeak-ng must not step in."""
    folder = packaged_folder()
    assert folder is not None
    code = """
import sys
from audio.espeak_setup import library_of
with library_of("packaged"):
    import pyttsx3
    engine = pyttsx3.init("espeak")
from pyttsx3.drivers import _espeak
print(_espeak.dll._name)
import ctypes
_espeak.dll.espeak_Info.restype = ctypes.c_char_p
place = ctypes.c_char_p()
print(_espeak.dll.espeak_Info(ctypes.byref(place)).decode(), place.value.decode())
print(ctypes.cdll.LoadLibrary.__self__ is ctypes.cdll)
sys.stdout.flush()
import os
os._exit(0)
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**environment_for("packaged", os.environ), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    library, told, restored = done.stdout.splitlines()
    assert Path(library).parent == folder
    assert told.split()[1].startswith(".")
    assert restored == "True"
