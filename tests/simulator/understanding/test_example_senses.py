"""Vectors of examples: the same kept or fresh, together or alone; worked out once, and told while it goes on."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from simulator.understanding.encoder import Encoder, load_encoder
from simulator.understanding.example_senses import AT_ONCE, WORTH_KEEPING, ExampleSenses
from simulator.understanding.kept_senses import SenseFolder
from simulator.understanding.model import Floats
from simulator.understanding.one_by_one import one_by_one

TEXTS = tuple(f"is there {number} of them {'in the house ' * (number % 4)}now?" for number in range(WORTH_KEEPING))


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


@pytest.fixture
def folder(tmp_path: Path) -> SenseFolder:
    return SenseFolder(tmp_path, "a" * 64)


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that went through an encoder."""
    seen: list[str] = []
    means = Encoder.means

    def watched(self: Encoder, texts: Sequence[str]) -> list[Floats]:
        seen.extend(texts)
        return means(self, texts)

    monkeypatch.setattr(Encoder, "means", watched)
    return seen


def test_kept_and_fresh_and_alone_and_together_they_are_the_same_to_the_last_figure(
    encoder: Encoder, folder: SenseFolder
) -> None:
    fresh = ExampleSenses(encoder, folder).rows(TEXTS)
    assert np.array_equal(ExampleSenses(encoder, folder).rows(TEXTS), fresh)
    alone = np.concatenate([ExampleSenses(encoder).rows((text,)) for text in TEXTS])
    assert np.array_equal(alone, fresh)
    assert np.array_equal(ExampleSenses(one_by_one(encoder)).rows(TEXTS), fresh)


def test_what_was_kept_is_not_worked_out_again(encoder: Encoder, folder: SenseFolder, worked_out: list[str]) -> None:
    ExampleSenses(encoder, folder).prepare(TEXTS)
    assert sorted(worked_out) == sorted(TEXTS)
    again = ExampleSenses(encoder, folder)
    assert again.missing(TEXTS) == ()
    again.rows(TEXTS)
    assert len(worked_out) == len(TEXTS)


def test_of_a_changed_set_only_what_is_new_is_worked_out(
    encoder: Encoder, folder: SenseFolder, worked_out: list[str]
) -> None:
    ExampleSenses(encoder, folder).prepare(TEXTS)
    worked_out.clear()
    ExampleSenses(encoder, folder).prepare((*TEXTS[1:], "what is new?"))
    assert worked_out == ["what is new?"]


def test_a_few_are_not_worth_a_file(encoder: Encoder, folder: SenseFolder, tmp_path: Path) -> None:
    ExampleSenses(encoder, folder).rows(TEXTS[:3])
    assert not list(tmp_path.iterdir())


def test_it_is_told_how_many_of_how_many_are_done_and_nothing_where_nothing_is_missing(
    encoder: Encoder, folder: SenseFolder
) -> None:
    told: list[tuple[int, int]] = []
    senses = ExampleSenses(encoder, folder)
    senses.prepare(TEXTS, lambda done, of: told.append((done, of)))
    assert told == [(0, len(TEXTS)), (AT_ONCE, len(TEXTS)), (len(TEXTS), len(TEXTS))]
    senses.prepare(TEXTS, lambda done, of: told.append((done, of)))
    assert len(told) == 3


def test_what_cannot_be_kept_is_worked_out_all_the_same(encoder: Encoder, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("no folder", encoding="utf-8")
    refused = ExampleSenses(encoder, SenseFolder(tmp_path / "a file", "a" * 64))
    assert np.array_equal(refused.rows(TEXTS), ExampleSenses(encoder).rows(TEXTS))


def test_work_that_is_given_up_leaves_what_was_worked_out_by_then(encoder: Encoder) -> None:
    class Enough(Exception):
        pass

    def told(done: int, of: int) -> None:
        if done:
            raise Enough

    senses = ExampleSenses(encoder)
    many = tuple(f"What is number {number}?" for number in range(70))
    with pytest.raises(Enough):
        senses.prepare(many, told, threads=1)
    assert 0 < len(senses.missing(many)) < len(many)
