"""The turn of the encoder's space in which questions that ask the same lie together, learnt from the shipped calls."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from simulator.understanding.kept_senses import encoder_digest
from simulator.understanding.model import Floats, ModelMissing

AIM = Path(__file__).parent / "aim.npz"
WARMTH = 0.07  # how sharply the right neighbour is told from the others while learning
_SPEED, _STAYS = 1e-3, 1e-3  # of learning; and how strongly the turn is drawn back to none
_FEWEST = 2  # examples of a group that teach anything

Groups = Sequence[Floats]  # of one call: of each thing that can be asked, the vectors of its examples


def load_aim(path: Path = AIM) -> Floats:
    """The matrix that vectors are multiplied with; raises ModelMissing where it is absent, broken or of another
    encoder."""
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as kept:
            if bytes(kept["encoder"]).decode() != encoder_digest():
                raise ValueError("it was made for another encoder")
            return np.ascontiguousarray(kept["steps"].astype(np.float32) * kept["scale"].astype(np.float32))
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile) as fault:
        raise ModelMissing(f"{path} cannot be read ({fault}). Make it: python -m simulator.aim_senses") from fault


def save_aim(aim: Floats, path: Path = AIM) -> None:
    """Writes the matrix, a whole number of two bytes for each figure."""
    scale = np.maximum(np.abs(aim).max(axis=0, keepdims=True), 1e-9) / 32_000
    np.savez_compressed(
        path,
        encoder=np.frombuffer(encoder_digest().encode(), dtype=np.uint8),
        steps=np.rint(aim / scale).astype(np.int16),
        scale=scale.astype(np.float32),
    )


def aimed(vectors: Floats, aim: Floats) -> Floats:
    """The vectors, a row each, turned and of length one."""
    turned = vectors @ aim
    return np.asarray(turned / np.maximum(np.linalg.norm(turned, axis=-1, keepdims=True), 1e-9), dtype=np.float32)


def learn_aim(calls: Sequence[Groups], steps: int = 400, seed: int = 0) -> Floats:
    """The turn in which two examples of one group lie nearer to each other than to those of the call's other groups.

    Step by step one call is taken by chance and of each of its groups a pair; the same seed gives the same turn.
    """
    chance = np.random.default_rng(seed)
    taught = [[group for group in call if len(group) >= _FEWEST] for call in calls]
    taught = [call for call in taught if len(call) > 1]
    width = taught[0][0].shape[1]
    none: npt.NDArray[np.floating] = np.eye(width)
    aim, slow, spread = none, np.zeros_like(none), np.zeros_like(none)
    for step in range(1, steps + 1):
        ones, others = _pairs(taught[int(chance.integers(len(taught)))], chance)
        slope = _slope(ones, others, np.asarray(aim, dtype=np.float32)) + _STAYS * (aim - none)
        slow, spread = 0.9 * slow + 0.1 * slope, 0.98 * spread + 0.02 * slope**2
        moved = (slow / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.98**step)) + 1e-8)
        aim = aim - _SPEED * (1 - step / steps) * moved
    return np.asarray(aim, dtype=np.float32)


def _pairs(call: Groups, chance: np.random.Generator) -> tuple[Floats, Floats]:
    chosen = [group[chance.choice(len(group), 2, replace=False)] for group in call]
    return np.stack([one for one, _ in chosen]), np.stack([other for _, other in chosen])


def _slope(ones: Floats, others: Floats, aim: Floats) -> npt.NDArray[np.floating]:
    """The slope of the loss: how unsure each one is of its own other among all, and the other of its one."""
    left, right = ones @ aim, others @ aim
    near, far = aimed(ones, aim), aimed(others, aim)
    alike = near @ far.T / WARMTH
    wrong = (_shares(alike, 1) + _shares(alike, 0) - 2 * np.eye(len(ones))) / (2 * len(ones) * WARMTH)
    slope = ones.T @ _through_length(left, wrong @ far) + others.T @ _through_length(right, wrong.T @ near)
    return np.asarray(slope, dtype=np.float32)


def _shares(scores: Floats, axis: int) -> Floats:
    raised = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return np.asarray(raised / raised.sum(axis=axis, keepdims=True), dtype=np.float32)


def _through_length(turned: Floats, slope: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
    """The slope before the vectors were brought to length one."""
    length = np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9)
    unit = turned / length
    return np.asarray((slope - (slope * unit).sum(axis=1, keepdims=True) * unit) / length, dtype=np.float32)
