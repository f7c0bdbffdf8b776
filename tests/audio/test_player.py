"""Playback: into a file, bit for bit, where SDL can; and a machine without a device goes on without sound."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from audio.player import NoSound, Track, open_player
from tests.audio.listening import hum

ROOT = Path(__file__).resolve().parents[2]


def _in_its_own_process(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A device is opened once in a process, so each case gets one."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_without_a_device_it_says_so_in_one_line_and_goes_on() -> None:
    """Issue 2, point 1: with no sound device it goes on with captions and says so."""
    done = _in_its_own_process(
        """
        from audio.player import Track, open_player
        from audio.tones import click
        player = open_player()
        print(player.describe())
        print(player.play(click(), Track.TONE), player.busy(Track.TONE))
        player.stop(); player.set_level(Track.VOICE, 0.5); player.close()
        """,
        SDL_AUDIODRIVER="no-such-driver",
    )
    assert done.returncode == 0, done.stderr
    said, played = done.stdout.splitlines()
    assert said.startswith("No sound: no sound device was found")
    assert said.endswith("Captions show what is said.")
    assert played == "False False"
    assert done.stderr == ""


def test_what_is_played_reaches_the_device_unchanged(tmp_path: Path) -> None:
    code = """
        import sys
        from audio.player import Track, open_player
        from audio.tones import tone
        player = open_player()
        sound = tone((1000.0,), 0.3)
        assert player.play(sound, Track.VOICE), player.describe()
        while player.busy(Track.VOICE):
            pass
        player.close()
        sys.stdout.buffer.write(sound.pcm())
    """
    out = tmp_path / "device.raw"
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        cwd=ROOT,
        env={**os.environ, "SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": str(out)},
        capture_output=True,
        timeout=60,
        check=True,
    )
    # The first sample is nothing, so it cannot be told from the quiet before it.
    assert done.stdout[2:-2] in out.read_bytes()


def test_a_mixer_opened_otherwise_by_others_is_opened_anew() -> None:
    done = _in_its_own_process(
        """
        import pygame
        pygame.mixer.init(44100, -16, 2)
        from audio.player import open_player
        player = open_player()
        print(pygame.mixer.get_init(), player.describe())
        """,
        SDL_AUDIODRIVER="dummy",
    )
    assert "(22050, -16, 1) Sound: on." in done.stdout, done.stderr


def test_a_device_that_goes_away_raises_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    player = open_player()
    player.close()
    assert not player.play(hum(), Track.VOICE)
    player.stop()
    player.set_level(Track.LINE, 0.5)
    assert not player.busy(Track.VOICE)
    assert player.describe().startswith("The sound device stopped working: ")
    player.close()


def test_the_twin_says_why() -> None:
    assert NoSound("the cable is out").trouble == "No sound: the cable is out. Captions show what is said."
