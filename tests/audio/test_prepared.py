"""Lines prepared ahead: all of a line is kept or nothing of it, and a damaged one is never heard."""

import errno
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio.prepared import PreparedLines
from audio.sound import Sound
from tests.audio.listening import hum

KEY = "a" * 64


def _plain(sound: Sound) -> bytes:
    return sound.pcm()


def _from_plain(data: bytes) -> Sound:
    return Sound((np.frombuffer(data, dtype="<i2") / 32_767).astype(np.float32))


def prepared_in(folder: Path) -> PreparedLines:
    return PreparedLines(folder, _plain, _from_plain)


def test_a_line_is_found_again_by_another_program(tmp_path: Path) -> None:
    other = prepared_in(tmp_path)
    prepared_in(tmp_path).put(KEY, hum(0.2))
    assert not other.has(KEY)
    other.look()
    found = other.get(KEY)
    assert found is not None
    assert found.pcm() == hum(0.2).pcm()


@settings(max_examples=40)
@given(st.data())
def test_one_changed_byte_is_enough_to_throw_a_line_away(tmp_path_factory: pytest.TempPathFactory, data) -> None:  # type: ignore[no-untyped-def]
    lines = prepared_in(tmp_path_factory.mktemp("lines"))
    path = lines.put(KEY, hum(0.02))
    whole = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    path.write_bytes(bytes(whole))
    assert lines.get(KEY) is None
    assert not lines.has(KEY)
    assert not path.exists()


@pytest.mark.parametrize("damage", [b"", b"OggS"])
def test_a_cut_file_is_thrown_away(tmp_path: Path, damage: bytes) -> None:
    lines = prepared_in(tmp_path)
    lines.put(KEY, hum(0.2)).write_bytes(damage)
    assert lines.get(KEY) is None


def test_a_file_is_not_thrown_away_because_nothing_here_can_read_it(tmp_path: Path) -> None:
    def unable(data: bytes) -> Sound:
        raise ImportError("no soundfile")

    prepared_in(tmp_path).put(KEY, hum(0.2))
    assert PreparedLines(tmp_path, _plain, unable).get(KEY) is None
    assert prepared_in(tmp_path).get(KEY) is not None


def test_a_full_disk_keeps_no_half_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = prepared_in(tmp_path)

    def full(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        lines.put(KEY, hum(0.2))
    assert not lines.has(KEY)
    assert list(tmp_path.iterdir()) == []


def test_what_an_interrupted_run_left_is_no_line_and_goes_with_the_rest(tmp_path: Path) -> None:
    (tmp_path / f"{KEY}-0123456789abcdef.ogg.77.part").write_bytes(b"half")
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    lines = prepared_in(tmp_path)
    assert len(lines) == 0
    lines.put(KEY, hum(0.1))
    assert lines.bytes_kept() > 1_000
    assert lines.clear() == 1
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    lines = prepared_in(tmp_path / "none")
    assert (len(lines), lines.bytes_kept(), lines.get(KEY), lines.clear()) == (0, 0, None, 0)


def test_sound_comes_back_from_a_compressed_file_as_good_as_it_was(tmp_path: Path) -> None:
    pytest.importorskip("soundfile", reason="the extra `voices` is not installed")
    lines = PreparedLines(tmp_path)
    path = lines.put(KEY, hum(1.0))
    back = lines.get(KEY)
    assert back is not None
    assert back.seconds == pytest.approx(1.0, abs=0.001)
    assert float(np.abs(back.samples - hum(1.0).samples)[2_000:-2_000].max()) < 0.03
    assert path.stat().st_size < len(hum(1.0).pcm()) / 3
    lines.put("b" * 64, hum(70.0))
    long = PreparedLines(tmp_path).get("b" * 64)
    assert long is not None
    assert long.seconds == pytest.approx(70.0, abs=0.01)
