"""Wording that stands in no template: floors well below what was measured (docs/understanding.md)."""

import csv
from pathlib import Path

from simulator.understanding.measuring import Score, measure, read_rows
from simulator.understanding.understand import load_understanding

HELD_OUT = Path(__file__).parent / "held_out.csv"


def _score() -> Score:
    return measure(read_rows(HELD_OUT), load_understanding())


def test_there_are_enough_held_out_utterances() -> None:
    with HELD_OUT.open(encoding="utf-8", newline="") as file:
        assert sum(1 for _ in csv.DictReader(file)) >= 300


def test_questions_in_other_words_are_understood() -> None:
    score = _score()
    assert score.top_one >= 0.78
    assert score.micro_f1 >= 0.78
    assert score.rejected <= 0.18
    assert score.confidently_wrong <= 0.1


def test_what_is_not_for_the_caller_is_left_alone() -> None:
    assert _score().out_of_scope_left >= 0.7
