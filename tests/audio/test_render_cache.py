"""Rendered lines are kept by what they are; a bad place or a bad file never stops the voice."""

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from audio.render_cache import RenderCache, key_of
from audio.sound import write_wav
from tests.audio.listening import hum


def test_a_key_never_changes() -> None:
    """Lines rendered by an earlier version of the program are found by a later one."""
    assert (
        key_of("packaged", "1.52.0", "en-gb-x-rp+f3", (165, 50, 50), "Please. Help.")
        == "675aba8b34ede2ee8c0c48a321b9daaf7888637f0d04001791d5a6ce6690a534"
    )


@given(st.text(), st.text())
def test_only_the_same_line_has_the_same_key(one: str, other: str) -> None:
    def key(text: str) -> str:
        return key_of("packaged", "1", "en-gb", (165, 50, 50), text)

    assert (key(one) == key(other)) == (one == other)


def test_each_setting_makes_another_key() -> None:
    keys = {
        key_of(engine, version, voice, settings, "Help.")
        for engine in ("system", "packaged")
        for version in ("1", "2")
        for voice in ("en-gb", "en-gb+f3")
        for settings in ((165, 50, 50), (165, 50, 51), (50, 165, 50))
    }
    assert len(keys) == 24


def test_a_folder_that_cannot_be_made_is_replaced_and_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    cache = RenderCache(blocked / "lines")
    assert str(blocked) in cache.notice
    write_wav(hum(), cache.path("a"))
    assert cache.has("a")
    folder = cache.folder
    cache.close()
    assert not folder.exists()


def test_a_good_folder_is_used_without_a_word(tmp_path: Path) -> None:
    cache = RenderCache(tmp_path / "deep" / "lines")
    assert (cache.notice, cache.folder) == ("", tmp_path / "deep" / "lines")
    cache.close()
    assert cache.folder.is_dir()


def test_a_damaged_line_is_thrown_away(cache: RenderCache) -> None:
    cache.path("bad").write_bytes(b"RIFF")
    assert cache.get("bad") is None
    assert not cache.has("bad")


def test_the_oldest_lines_go_when_there_are_too_many(tmp_path: Path) -> None:
    for age, name in enumerate(["new", "old", "oldest"]):
        write_wav(hum(1.0), tmp_path / f"{name}.wav")
        os.utime(tmp_path / f"{name}.wav", (1_000_000 - age, 1_000_000 - age))
    (tmp_path / "half.123.part").write_bytes(b"left behind")
    RenderCache(tmp_path, kept_bytes=100_000)
    assert {path.name for path in tmp_path.iterdir()} == {"new.wav", "old.wav"}
