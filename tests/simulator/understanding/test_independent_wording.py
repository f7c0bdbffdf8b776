"""The independent wording: what its file holds, how it is read, and that the words alone stay near their first look."""

import csv
from collections import Counter
from pathlib import Path

import pytest
import yaml

from simulator.understanding.measuring import Row, Score, measure, read_rows
from simulator.understanding.understand import load_understanding

HERE = Path(__file__).parent
FILE = HERE / "independent.csv"
VOCABULARY = HERE.parents[2] / "scenarios" / "vocabulary" / "intents.yaml"
STRATA = {"authored": 300, "real": 150, "recognised": 120, "out": 130}

with FILE.open(encoding="utf-8", newline="") as opened:
    ROWS = tuple(csv.DictReader(opened))


def _labels(stratum: str) -> list[list[str]]:
    return [row["intents"].split("|") for row in ROWS if row["stratum"] == stratum]


@pytest.fixture(scope="module")
def core() -> Score:
    return measure(read_rows(FILE), load_understanding("core"))


def test_the_independent_set_has_its_four_strata() -> None:
    assert Counter(row["stratum"] for row in ROWS) == STRATA


def test_every_label_is_in_the_vocabulary_and_none_stands_twice_in_a_row() -> None:
    known = {intent["id"] for intent in yaml.safe_load(VOCABULARY.read_text(encoding="utf-8"))}
    labels = [row["intents"].split("|") for row in ROWS if row["stratum"] != "out"]
    assert {label for row in labels for label in row} <= known
    assert all(len(row) == len(set(row)) for row in labels)


def test_authors_said_every_intent_in_at_least_three_ways() -> None:
    known = [intent["id"] for intent in yaml.safe_load(VOCABULARY.read_text(encoding="utf-8"))]
    said = Counter(label for row in _labels("authored") for label in row)
    assert [intent for intent in known if said[intent] < 3] == []


def test_what_is_not_for_the_caller_has_no_intent() -> None:
    assert all(row == ["NONE"] for row in _labels("out"))


def test_many_utterances_say_several_things_at_once() -> None:
    assert sum("|" in row["intents"] for row in ROWS) >= 120


def test_no_wording_is_typed_twice() -> None:
    typed = [row["text"].casefold() for row in ROWS if row["stratum"] != "recognised"]
    assert len(typed) == len(set(typed))


def test_the_column_intents_is_read_like_labels(tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text(
        "text,intents,by\nare you hurt where is he,ASK_INJURY|ASK_SUSPECT_NOW,me\nla la,,me\n", encoding="utf-8"
    )
    hurt, song = read_rows(file)
    assert hurt == Row("are you hurt where is he", ("ASK_INJURY", "ASK_SUSPECT_NOW"))
    assert song.out_of_scope


@pytest.mark.parametrize(
    ("figure", "least"),
    [("top_one", 0.7), ("micro_f1", 0.7), ("labels_found", 0.65), ("out_of_scope_left", 0.8)],
)
def test_the_words_alone_stay_near_their_first_look(core: Score, figure: str, least: float) -> None:
    assert getattr(core, figure) >= least
