"""Hands over the command line as a person meets it: words go in; a status, output and complaints come out."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from run_sim import cli, guarded, speaks_any_script


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """All that was printed, its lines joined to one."""
        return " ".join((self.out + self.err).split())


Run = Callable[..., Done]


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folders, empty; and no display."""
    home = tmp_path / "home"
    for name, folder in (("DATA", "data"), ("CONFIG", "config"), ("STATE", "state"), ("CACHE", "cache")):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / folder))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def run(own_folders: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one command in this process. Whatever it is given, it must not show a traceback."""

    def running(*words: object, typed: str = "") -> Done:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        capsys.readouterr()
        speaks_any_script(sys.stdin, sys.stdout, sys.stderr)
        status = guarded(cli, [str(word) for word in words])
        done = Done(status, *capsys.readouterr())
        assert "Traceback" not in done.out + done.err
        assert "not foreseen" not in done.err
        return done

    return running
