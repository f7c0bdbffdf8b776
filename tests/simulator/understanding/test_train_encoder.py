"""The author's step that teaches the encoder: what is gone through again, and how far back the weights are drawn."""

import numpy as np

from simulator.understanding.templates import BANK
from simulator.understanding.train_encoder import Lesson, between, with_known


def test_between_lies_every_weight_as_far_back_as_asked() -> None:
    learnt = {"decide": np.array([1.0, 3.0]), "layers": [{"mix": np.array([[4.0]])}]}
    before = {"decide": np.array([0.0, 1.0]), "layers": [{"mix": np.array([[0.0]])}]}
    mixed = between(learnt, before, 0.25)
    assert mixed["decide"].tolist() == [0.75, 2.5]
    assert mixed["layers"][0]["mix"].tolist() == [[3.0]]


def test_what_stands_in_a_new_file_is_new_and_the_rest_is_known() -> None:
    name = sorted(path.name for path in BANK.glob("spoken_*.yaml"))[-1]
    text = next(
        line for line in (BANK / name).read_text(encoding="utf-8").splitlines() if line.startswith("  ")
    ).strip()
    new, old = with_known([Lesson(text, ("EMP_ACK",)), Lesson("words that no file of the bank holds", ())], [name])
    assert (new.known, old.known) == (False, True)


def test_without_new_files_everything_is_gone_through() -> None:
    assert not any(one.known for one in with_known([Lesson("hello", ("GREET",))], []))
