"""The turn learnt from what can be asked: like questions come nearer to each other than to others; it is kept whole."""

from pathlib import Path

import numpy as np
import pytest

from simulator.aim_senses import asked_in
from simulator.understanding.aim import aimed, learn_aim, load_aim, save_aim
from simulator.understanding.model import ModelMissing

WIDTH = 384


def calls() -> list[list[np.ndarray]]:
    """Two calls of eight groups, each told apart by a direction that is small beside what all vectors share."""
    chance = np.random.default_rng(3)
    found = []
    for _ in range(2):
        middles = chance.normal(0, 0.05, (8, WIDTH))
        rows = [(chance.normal(0, 0.25, (6, WIDTH)) + middle + 1).astype(np.float32) for middle in middles]
        found.append([aimed(group, np.eye(WIDTH, dtype=np.float32)) for group in rows])
    return found


def own_group_is_nearest(call: list[np.ndarray], aim: np.ndarray) -> float:
    rows = aimed(np.concatenate(call), aim)
    alike = rows @ rows.T - 9 * np.eye(len(rows))
    group = np.repeat(np.arange(len(call)), [len(one) for one in call])
    return float((group[alike.argmax(axis=1)] == group).mean())


def test_questions_that_ask_the_same_lie_nearer_together_afterwards() -> None:
    taught = calls()
    aim = learn_aim(taught, steps=60)
    for call in taught:
        assert own_group_is_nearest(call, aim) > own_group_is_nearest(call, np.eye(WIDTH, dtype=np.float32))


def test_the_same_seed_learns_the_same() -> None:
    assert np.array_equal(learn_aim(calls(), steps=5, seed=1), learn_aim(calls(), steps=5, seed=1))


def test_a_kept_turn_is_read_again(tmp_path: Path) -> None:
    aim = np.random.default_rng(0).normal(0, 1, (WIDTH, WIDTH)).astype(np.float32)
    save_aim(aim, tmp_path / "aim.npz")
    assert np.abs(load_aim(tmp_path / "aim.npz") - aim).max() < 1e-3


@pytest.mark.parametrize("content", [b"", b"no archive", None])
def test_without_it_what_to_do_is_said(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "aim.npz"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ModelMissing, match=r"simulator\.aim_senses"):
        load_aim(file)


def test_what_can_be_asked_in_a_call_is_told_apart_by_topic_and_by_answer() -> None:
    groups = asked_in("a-large-order")
    assert len(groups) > 30
    assert not any("Can you talk?" in group and "Are you hurt?" in group for group in groups)
