"""The phrase bank: every intent has templates, every template can be read, no sentence is in the held-out set."""

import csv
from pathlib import Path

import numpy as np
import pytest

from scenarios.vocabulary import vocabulary
from simulator.understanding.model import MODEL, ModelMissing, load_model
from simulator.understanding.normalise import plain
from simulator.understanding.templates import bank_digest, read_bank, read_template, read_words, sentences

HELD_OUT = Path(__file__).parent / "held_out.csv"


def test_every_intent_has_templates_and_no_template_is_for_an_unknown_one() -> None:
    bank = read_bank()
    known = {intent.id for intent in vocabulary().intents.values()}
    assert set(bank) == known | {"ACK", "NONE"}
    assert min(len(templates) for templates in bank.values()) >= 10


def test_every_template_makes_whole_sentences() -> None:
    words = read_words()
    for label, templates in read_bank().items():
        for text, template in sentences(templates, words, 150, label):
            assert text.strip(), (label, template)
            assert not set(text) & set("()[]{}|"), (label, template)


def test_a_template_that_cannot_be_read_says_which() -> None:
    with pytest.raises(ValueError, match=r"not closed in: where \(are"):
        read_template("where (are|is it", {})
    with pytest.raises(ValueError, match=r"no words are listed for \{nobody\}"):
        read_template("ask {nobody}", {})


def test_a_template_has_its_choices() -> None:
    made = {text for text, _ in sentences(("(where|what road) are you [now]",), {}, 20, "x")}
    assert made == {"where are you", "where are you now", "what road are you", "what road are you now"}


def test_few_held_out_sentences_are_made_by_the_bank() -> None:
    words = read_words()
    made = {plain(text) for label, t in read_bank().items() for text, _ in sentences(t, words, 400, label)}
    with HELD_OUT.open(encoding="utf-8", newline="") as file:
        held_out = [plain(row["text"]) for row in csv.DictReader(file)]
    assert sum(text in made for text in held_out) <= len(held_out) * 0.03


def test_the_model_was_made_from_this_bank() -> None:
    with np.load(MODEL) as kept:
        made_from = bytes(kept["bank"]).decode()
    assert made_from == bank_digest(), "the bank changed: uv run --group train python -m simulator.understanding.train"


def test_a_missing_or_broken_model_says_how_one_is_made(tmp_path: Path) -> None:
    broken = tmp_path / "model.npz"
    with pytest.raises(ModelMissing, match=r"simulator\.understanding\.train"):
        load_model(broken)
    broken.write_bytes(b"PK\x03\x04 not a model")
    with pytest.raises(ModelMissing, match=r"simulator\.understanding\.train"):
        load_model(broken)
