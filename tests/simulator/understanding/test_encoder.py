"""The encoder beside the words: pieces of words, likelihoods, one pass, and what happens where its file is missing."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.understanding import understand
from simulator.understanding.encoder import Encoder, load_encoder
from simulator.understanding.model import ModelMissing, load_model
from simulator.understanding.modes import SETTING, wanted
from simulator.understanding.situation import Situation
from simulator.understanding.templates import read_bank
from simulator.understanding.understand import load_understanding
from simulator.understanding.wordpiece import END, START, UNKNOWN, Pieces

KNOWN = Pieces((START, END, UNKNOWN, "hurt", "##s", "any", "##one", "a", "##n", "##y"))


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


def said(pieces: Pieces, words: list[str], most: int = 20) -> list[str]:
    return [pieces.known[place] for place in pieces.of(words, most)]


def test_the_longest_piece_known_comes_first() -> None:
    assert said(KNOWN, ["anyone", "hurts"]) == [START, "any", "##one", "hurt", "##s", END]


def test_a_word_of_no_known_piece_is_unknown_and_so_is_one_too_long() -> None:
    assert said(KNOWN, ["zebra", "any", "hurt" * 10]) == [START, UNKNOWN, "any", UNKNOWN, END]


def test_no_more_pieces_than_wanted() -> None:
    assert said(KNOWN, ["any"] * 50, most=5) == [START, "any", "any", "any", END]


def test_both_models_know_the_same_labels(encoder: Encoder) -> None:
    # The words' model is of the bank as it stands (test_phrase_bank); the encoder takes an hour and may be older.
    assert sorted(encoder.labels) == sorted(load_model().labels) == sorted(read_bank())


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=4))
def test_likelihoods_add_up_whatever_is_said(texts: list[str]) -> None:
    found = load_encoder_once().likelihoods(texts)
    assert len(found) == len(texts)
    assert all(abs(float(one.sum()) - 1) < 1e-3 and float(one.min()) >= 0 for one in found)


def load_encoder_once() -> Encoder:
    held = load_understanding("semantic")
    assert held.encoder is not None
    return held.encoder


def test_a_clause_is_weighed_the_same_beside_others_and_alone(encoder: Encoder) -> None:
    alone = encoder.likelihoods(["is anyone hurt"])[0]
    beside = encoder.likelihoods(["where are you", "is anyone hurt", "thanks very much indeed for that"])[1]
    assert np.allclose(alone, beside, atol=1e-4)


def test_what_was_heard_before_changes_nothing() -> None:
    one, other = load_understanding("semantic"), understand.Listener(load_model(), load_encoder())
    said = "is anyone hurt and where are you"
    one.understand("where are you", Situation())
    assert one.understand(said, Situation()) == other.understand(said, Situation())


def test_a_missing_or_broken_encoder_leaves_the_words_alone_to_decide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "encoder.npz"
    with pytest.raises(ModelMissing, match=r"simulator\.understanding\.train_encoder"):
        load_encoder(broken)
    broken.write_bytes(b"PK\x03\x04 no encoder")
    monkeypatch.setattr(understand, "load_encoder", lambda: load_encoder(broken))
    left = understand.newly_loaded("semantic", None)
    assert left.mode == "core"
    assert left.understand("Is anyone hurt?", Situation()).mode == "core"


def test_the_environment_may_ask_for_the_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    assert wanted() == "semantic"
    monkeypatch.setenv(SETTING, "Core")
    assert wanted() == "core"
    assert load_understanding().mode == "core"


def test_each_utterance_says_which_mode_decided() -> None:
    for mode in ("core", "semantic"):
        assert load_understanding(mode).understand("Is anyone hurt?", Situation()).mode == mode
