"""The understanding as robots use it: each clause is looked at by itself, and means what it means."""

import numpy as np
import pytest

from simulator.understanding.encoder import Encoder, load_encoder
from simulator.understanding.model import ModelMissing
from simulator.understanding.one_by_one import one_by_one
from simulator.understanding.remembered import for_robots
from simulator.understanding.situation import Situation
from simulator.understanding.understand import load_understanding

CLAUSES = ("where are you now", "what is your name", "is anyone hurt")


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    try:
        return load_encoder()
    except ModelMissing as why:
        pytest.skip(str(why))


def test_a_clause_is_the_same_whatever_stands_beside_it(encoder: Encoder) -> None:
    apart = one_by_one(encoder)
    alone = [apart.means((clause,))[0] for clause in CLAUSES]
    assert all(one is other for one, other in zip(alone, apart.means(CLAUSES), strict=True))


def test_one_by_one_and_in_one_pass_differ_by_no_more_than_the_last_places(encoder: Encoder) -> None:
    for one, other in zip(one_by_one(encoder).means(CLAUSES), encoder.means(CLAUSES), strict=True):
        assert np.allclose(one, other, atol=1e-4)


def test_what_was_foreseen_means_what_it_means_alone_and_is_not_looked_at_again(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart, foreseeing = one_by_one(encoder), one_by_one(encoder)
    foreseeing.foresee(CLAUSES)
    looked: list[str] = []
    monkeypatch.setattr(Encoder, "means", lambda self, texts: looked.extend(texts))
    known = foreseeing.means(CLAUSES)
    monkeypatch.undo()
    assert not looked
    for one, other in zip(known, apart.means(CLAUSES), strict=True):
        assert np.allclose(one, other, atol=1e-4)


def test_every_clause_of_what_is_foreseen_is_looked_at_beforehand(monkeypatch: pytest.MonkeyPatch) -> None:
    listener = for_robots(load_understanding())
    listener.foresee(("Where are you now? Is anyone hurt?", "What's your name, and where do you live?"))
    looked: list[str] = []
    means = Encoder.means
    monkeypatch.setattr(Encoder, "means", lambda self, texts: looked.extend(texts) or means(self, texts))
    listener.understand("Is anyone hurt? Where are you now?", Situation())
    assert not looked


@pytest.mark.parametrize("text", ["Where are you now? Is anyone hurt?", "Stay there. What is your name?", "mmm", ""])
def test_robots_hear_what_people_hear(text: str) -> None:
    listener = load_understanding()
    assert for_robots(listener).understand(text, Situation()) == listener.understand(text, Situation())
