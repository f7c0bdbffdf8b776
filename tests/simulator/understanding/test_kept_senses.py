"""The folder of vectors: what was kept is found again, whatever is wrong with it does no harm, and it does not grow."""

import logging
import os
from pathlib import Path

import numpy as np
import pytest

from simulator.understanding import kept_senses
from simulator.understanding.example_senses import unit
from simulator.understanding.kept_senses import SETTING, SenseFolder, Steps, folder_named, from_steps, in_steps

ENCODER, ANOTHER = "a" * 64, "b" * 64


def vectors(*texts: str) -> dict[str, Steps]:
    return {text: in_steps(unit(np.arange(len(text), len(text) + 384, dtype=np.float32))) for text in texts}


def the_same(found: dict[str, Steps], kept: dict[str, Steps]) -> bool:
    return found.keys() == kept.keys() and all(np.array_equal(found[text], kept[text]) for text in kept)


def test_steps_keep_the_direction() -> None:
    vector = unit(np.linspace(-1, 2, 384).astype(np.float32))
    assert float(from_steps(in_steps(vector)) @ vector) > 0.9999


def test_what_was_kept_is_found_again_whatever_its_letters_and_lines(tmp_path: Path) -> None:
    kept = vectors("Where are you?", "Who's\nthere", "Zoë 😀", "")
    SenseFolder(tmp_path / "new" / "folder", ENCODER).keep(kept)
    assert the_same(SenseFolder(tmp_path / "new" / "folder", ENCODER).kept(kept), kept)


def test_what_other_sets_hold_is_found_too_and_nothing_that_was_not_asked_for(tmp_path: Path) -> None:
    folder = SenseFolder(tmp_path, ENCODER)
    folder.keep(vectors("one", "two more"))
    folder.keep(vectors("three and more", "two more"))
    assert the_same(folder.kept(["one", "three and more", "never kept"]), vectors("one", "three and more"))


def test_vectors_of_another_encoder_are_not_taken(tmp_path: Path) -> None:
    SenseFolder(tmp_path, ANOTHER).keep(vectors("one"))
    assert SenseFolder(tmp_path, ENCODER).kept(["one"]) == {}
    (theirs,) = tmp_path.iterdir()
    theirs.rename(tmp_path / theirs.name.replace("bbbb", "aaaa"))
    assert SenseFolder(tmp_path, ENCODER).kept(["one"]) == {}


@pytest.mark.parametrize("share", [0, 0.5, 0.98])
def test_a_file_that_was_torn_is_as_good_as_none_and_is_written_anew(tmp_path: Path, share: float) -> None:
    folder = SenseFolder(tmp_path, ENCODER)
    folder.keep(vectors("one", "two more"))
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[: int(file.stat().st_size * share)])
    assert folder.kept(["one", "two more"]) == {}
    folder.keep(vectors("one", "two more"))
    assert the_same(folder.kept(["one", "two more"]), vectors("one", "two more"))


def test_whoever_keeps_the_same_set_keeps_one_file_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    for _ in range(2):
        SenseFolder(tmp_path, ENCODER).keep(vectors("one", "two more"))
    assert [path.suffix for path in tmp_path.iterdir()] == [".npz"]


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "a file").write_text("no folder", encoding="utf-8")
    folder = SenseFolder(tmp_path / "a file" / "senses", ENCODER)
    with caplog.at_level(logging.WARNING):
        folder.keep(vectors("one"))
    assert folder.kept(["one"]) == {} and "cannot be kept" in caplog.text


def test_what_was_longest_not_used_goes_first_when_there_is_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, names = SenseFolder(tmp_path, ENCODER), ["one", "two more", "three and more"]
    for age, name in enumerate(names):
        folder.keep(vectors(name))
        os.utime(folder._file([name]), (1_000 + age, 1_000 + age))
    (tmp_path / "notes.txt").write_text("somebody else's", encoding="utf-8")
    folder.kept(["one"])
    size = folder._file(["one"]).stat().st_size
    monkeypatch.setattr(kept_senses, "MOST_BYTES", int(size * 3.5))
    SenseFolder(tmp_path, ANOTHER).keep(vectors("of another encoder"))
    assert set(folder.kept(names)) == {"one", "three and more"}
    assert SenseFolder(tmp_path, ANOTHER).kept(["of another encoder"])
    assert (tmp_path / "notes.txt").exists()


def test_the_environment_may_name_the_folder_and_by_itself_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, str(tmp_path))
    assert folder_named() == tmp_path
    monkeypatch.setenv(SETTING, " ")
    assert folder_named() is None
