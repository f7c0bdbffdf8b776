"""What the tests of sound share: a folder for rendered lines, and one real voice for all of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from audio.pyttsx3_voice import Pyttsx3Voice
from audio.render_cache import RenderCache


@pytest.fixture(autouse=True)
def _no_wish_for_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FIRST_CONTACT_SPEECH", raising=False)


@pytest.fixture
def cache(tmp_path: Path) -> RenderCache:
    return RenderCache(tmp_path / "lines")


@pytest.fixture(scope="session")
def real_voice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pyttsx3Voice]:
    """The first engine of this machine that works; with espeakng-loader installed there always is one."""
    voice = Pyttsx3Voice(cache=RenderCache(tmp_path_factory.mktemp("voice")))
    assert voice.wait_until_open(), voice.describe()
    yield voice
    voice.close()
