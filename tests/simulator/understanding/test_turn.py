"""The turn of the encoder's space: what ways of asking the same differ in counts less."""

import numpy as np
import pytest

from simulator.understanding.encoder import load_encoder
from simulator.understanding.turn import turn_of, turned


def groups(seed: int, apart: float, within: float) -> list[np.ndarray]:
    """Three groups that lie apart in two directions a little, and inside which two others differ much."""
    chance = np.random.default_rng(seed)
    middles = apart * np.array([[1, 0, 0, 0], [0, 1, 0, 0], [-1, -1, 0, 0]], dtype=np.float32)
    spread = np.array([0.1, 0.1, 1.0, 1.0], dtype=np.float32) * within
    return [np.asarray(middle + chance.normal(size=(40, 4)) * spread, dtype=np.float32) for middle in middles]


def rightly_placed(found: list[np.ndarray], turn: np.ndarray) -> float:
    """The share of vectors whose own group's middle points most nearly their way."""
    middles = turned(np.stack([group.mean(0) for group in found]), turn)
    right = [(turned(group, turn) @ middles.T).argmax(1) == at for at, group in enumerate(found)]
    return float(np.concatenate(right).mean())


def test_vectors_that_mean_the_same_are_nearer_to_their_own_middle_after_the_turn() -> None:
    learnt, others = groups(1, 0.6, 2.5), groups(2, 0.6, 2.5)
    plain, after = (rightly_placed(others, turn) for turn in (np.eye(4, dtype=np.float32), turn_of(learnt)))
    assert after > 0.85 > plain + 0.1


def test_turned_vectors_have_the_length_of_one() -> None:
    turn = turn_of(groups(3, 1.0, 0.5))
    assert np.allclose(np.linalg.norm(turned(groups(4, 1.0, 0.5)[0], turn), axis=1), 1.0, atol=1e-5)


def test_groups_of_single_vectors_teach_no_turn() -> None:
    with pytest.raises(ValueError, match="no group has two vectors"):
        turn_of([np.ones((1, 4), dtype=np.float32)])


def test_the_shipped_encoder_turns_its_own_vectors() -> None:
    encoder = load_encoder()
    wide = encoder.decide.shape[0]
    assert encoder.turn.shape == (wide, wide)
    assert not np.allclose(encoder.turn, np.eye(wide)), "the turn was never learnt"
