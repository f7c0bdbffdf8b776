"""The author's step for the encoder: its six layers in JAX, and one small step of learning after another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from simulator.understanding.model import Floats

HEADS = 12
FIXED = 2  # layers from below that stay as they are, as do the meanings of pieces
_SMOOTHED = 0.08  # share of the target spread over all labels, so that the encoder is never wholly sure
_DROPPED = 0.1
_HEAD_FASTER = 8.0  # how much faster the deciding layer learns, which begins from nothing
WARMTH = 0.07  # how sharply the right neighbour is told from the others
OF_PAIRS = 1.5  # what pairs that ask the same matter beside the labels
Weights = dict[str, Any]


@dataclass(frozen=True)
class Batch:
    """Clauses of like length: meanings of their pieces, which pieces count, labels allowed, how much each matters."""

    meant: Floats
    counts: Floats
    allowed: Floats
    weight: Floats


@dataclass(frozen=True)
class Pairs:
    """Clauses of one call, the first half beside the second: each asks what its fellow asks, and no other there."""

    meant: Floats
    counts: Floats


def from_file(kept: dict[str, Floats], depth: int, longest: int) -> Weights:
    """The weights of an all-MiniLM-L6 file, the lowest `depth` layers, for texts up to `longest` pieces."""

    def layer(at: int) -> Weights:
        def of(name: str) -> Floats:
            return kept[f"encoder.layer.{at}.{name}"]

        sides = [f"attention.self.{side}" for side in ("query", "key", "value")]
        norms = [f"{place}.LayerNorm.{kind}" for place in ("attention.output", "output") for kind in ("weight", "bias")]
        return {
            "attend": np.concatenate([of(side + ".weight") for side in sides]).T,
            "attend_bias": np.concatenate([of(side + ".bias") for side in sides]),
            "mix": of("attention.output.dense.weight").T,
            "mix_bias": of("attention.output.dense.bias"),
            "widen": of("intermediate.dense.weight").T,
            "widen_bias": of("intermediate.dense.bias"),
            "narrow": of("output.dense.weight").T,
            "narrow_bias": of("output.dense.bias"),
            "norms": np.stack([of(name) for name in norms]),
        }

    start = "embeddings."
    first_norm = np.stack([kept[start + "LayerNorm.weight"], kept[start + "LayerNorm.bias"]])
    places = kept[start + "position_embeddings.weight"][:longest] + kept[start + "token_type_embeddings.weight"][0]
    return {"places": places, "first_norm": first_norm, "layers": [layer(at) for at in range(depth)]}


def with_decision(weights: Weights, labels: int, seed: int) -> Weights:
    """The weights with a fresh layer that decides between labels."""
    width = weights["places"].shape[1]
    drawn = np.random.default_rng(seed).normal(0, 0.02, (width, labels)).astype(np.float32)
    return {**weights, "decide": drawn, "decide_bias": np.zeros(labels, dtype=np.float32)}


def _norm(row: Any, scale: Any, shift: Any) -> Any:
    import jax

    centred = row - row.mean(-1, keepdims=True)
    return centred * jax.lax.rsqrt((centred**2).mean(-1, keepdims=True) + 1e-12) * scale + shift


def _dropped(row: Any, key: Any) -> Any:
    import jax
    import jax.numpy as jnp

    return jnp.where(jax.random.bernoulli(key, 1 - _DROPPED, row.shape), row / (1 - _DROPPED), 0)


def _mean(weights: Weights, meant: Any, counts: Any, keys: Iterator[Any]) -> Any:
    """The mean of each clause's pieces after the last layer."""
    import jax
    import jax.numpy as jnp

    size, length, width = meant.shape
    row = _norm(meant + weights["places"][:length], *weights["first_norm"])
    row = _dropped(row, next(keys))
    barred = jnp.where(counts[:, None, None, :] > 0, 0, -1e9)
    for at, layer in enumerate(weights["layers"]):
        row = jax.lax.stop_gradient(row) if at == FIXED else row
        asked = (row @ layer["attend"] + layer["attend_bias"]).reshape(size, length, 3, HEADS, width // HEADS)
        query, key_, value = asked.transpose(2, 0, 3, 1, 4)
        share = jax.nn.softmax(query @ key_.transpose(0, 1, 3, 2) / np.sqrt(width // HEADS) + barred, -1)
        seen = (share @ value).transpose(0, 2, 1, 3).reshape(size, length, width)
        norms = layer["norms"]
        row = _norm(row + _dropped(seen @ layer["mix"] + layer["mix_bias"], next(keys)), norms[0], norms[1])
        wide = jax.nn.gelu(row @ layer["widen"] + layer["widen_bias"], approximate=True)
        row = _norm(row + _dropped(wide @ layer["narrow"] + layer["narrow_bias"], next(keys)), norms[2], norms[3])
    return (row * counts[:, :, None]).sum(1) / counts.sum(1)[:, None]


def _keys(weights: Weights, key: Any) -> Iterator[Any]:
    import jax

    return iter(jax.random.split(key, 2 * len(weights["layers"]) + 2))


def _of_labels(weights: Weights, batch: tuple[Any, Any, Any, Any], key: Any) -> Any:
    """How far the labels are missed."""
    import jax
    import jax.numpy as jnp

    meant, counts, allowed, weight = batch
    keys = _keys(weights, key)
    mean = _mean(weights, meant, counts, keys)
    logs = jax.nn.log_softmax(_dropped(mean, next(keys)) @ weights["decide"] + weights["decide_bias"])
    missed = -jnp.log(jnp.clip((jnp.exp(logs) * allowed).sum(-1), 1e-9))
    each = (1 - _SMOOTHED) * missed - _SMOOTHED * logs.mean(-1)
    return (weight * each).sum() / weight.sum()


def _of_pairs(weights: Weights, pairs: tuple[Any, Any], key: Any) -> Any:
    """How unsure each clause is of its fellow among all, and the fellow of it."""
    import jax
    import jax.numpy as jnp

    mean = _mean(weights, *pairs, _keys(weights, key))
    unit = mean / jnp.linalg.norm(mean, axis=-1, keepdims=True)
    half = len(unit) // 2
    alike = unit[:half] @ unit[half:].T / WARMTH
    own = jnp.arange(half)
    return -sum(jax.nn.log_softmax(alike, side)[own, own].mean() for side in (0, 1)) / 2


def _optimiser(speed: float, steps: int) -> Any:
    import optax

    course = optax.warmup_cosine_decay_schedule(0, 1.0, max(1, steps // 12), steps, 0.02)

    def moving(rate: float) -> Any:
        parts = (optax.scale_by_adam(b2=0.98), optax.add_decayed_weights(0.01), optax.scale_by_schedule(course))
        return optax.chain(*parts, optax.scale(-rate))

    body = dict.fromkeys(("places", "first_norm", "layers"), "body")
    chosen = {**body, "decide": "decide", "decide_bias": "decide"}
    each = {"body": moving(speed), "decide": moving(speed * _HEAD_FASTER)}
    return optax.chain(optax.clip_by_global_norm(1.0), optax.multi_transform(each, chosen))


def learn(
    weights: Weights, lessons: Iterable[tuple[Batch, Pairs]], steps: int, speed: float, seed: int
) -> Iterator[Weights]:
    """Learns labels and pairs, a batch of each a step; gives the weights after each.

    `speed` is the highest rate; `steps` how many will come.
    """
    import jax
    import jax.numpy as jnp
    import optax

    moving = _optimiser(speed, steps)
    # Each compiled for itself, once for a length: together every length of one would meet every length of the other.
    of_labels, of_pairs = jax.jit(jax.grad(_of_labels)), jax.jit(jax.grad(_of_pairs))

    def move(weights: Weights, state: Any, labels: Weights, pairs: Weights) -> tuple[Weights, Any]:
        slope = jax.tree.map(lambda one, other: one + OF_PAIRS * other, labels, pairs)
        change, state = moving.update(slope, state, weights)
        return optax.apply_updates(weights, change), state

    moved = jax.jit(move)
    weights = jax.tree.map(lambda whole: jnp.asarray(np.ascontiguousarray(whole, dtype=np.float32)), weights)
    state = moving.init(weights)
    key = jax.random.PRNGKey(seed)
    for batch, pairs in lessons:
        key, one, other = jax.random.split(key, 3)
        labels = of_labels(weights, (batch.meant, batch.counts, batch.allowed, batch.weight), one)
        weights, state = moved(weights, state, labels, of_pairs(weights, (pairs.meant, pairs.counts), other))
        yield weights


def whole(weights: Weights) -> Weights:
    """The weights as plain arrays."""
    import jax

    found: Weights = jax.tree.map(np.asarray, weights)
    return found


def in_bytes(matrix: Floats) -> tuple[npt.NDArray[np.int8], Floats]:
    """A matrix, output by input, as whole numbers from -127 to 127 and the scale of each row."""
    scale = np.maximum(np.abs(matrix).max(axis=1), 1e-8) / 127
    return np.round(matrix / scale[:, None]).astype(np.int8), scale.astype(np.float32)
