"""The author's step for the encoder: phrase bank and MiniLM weights in, encoder.npz out. See docs/understanding.md."""

import argparse
import csv
import hashlib
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import yaml

from scenarios.catalogue import Catalogue
from simulator.askable import asked_in
from simulator.understanding.encoder import ENCODER, Encoder, load_encoder
from simulator.understanding.example_senses import unit
from simulator.understanding.features import masked
from simulator.understanding.model import Floats
from simulator.understanding.templates import BANK, bank_digest, read_bank, read_words, sentences
from simulator.understanding.train import heard_badly, nonsense, write
from simulator.understanding.train_network import (
    HEADS,
    Batch,
    Weights,
    from_file,
    in_bytes,
    learn,
    whole,
    with_decision,
)
from simulator.understanding.train_pairs import pairs
from simulator.understanding.turn import turn_of
from simulator.understanding.wordpiece import CONTINUES, END, START, UNKNOWN, Pieces

# The file that was trained on; any other would be another model.
WEIGHTS_ARE = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
PER_LABEL, OF_NONE, OF_NONSENSE = 90, 1_000, 200
DEPTH, LONGEST = 6, 80
SIZE = 48  # clauses a batch
_LENGTHS = (8, 10, 12, 16, 24, 48)  # pieces; each length is compiled once
_WHOLE_WORDS, _CONTINUATIONS = 9_000, 2_500  # the commonest pieces, beside those that the bank needs
_NOISY, _TWICE_NOISY = 0.4, 0.3
BESIDE = BANK / "encoder"  # files of the bank that only the encoder learns from: docs/understanding.md tells why
_AGAIN = 0.2  # of what was learnt before, in each round


@dataclass(frozen=True)
class Lesson:
    """A sentence, the labels that are right for it, and how much it matters."""

    text: str
    labels: tuple[str, ...]
    weight: float = 1.0
    known: bool = False  # learnt before: gone through again now and then, so that it is not forgotten


def lessons() -> list[Lesson]:
    """The sentences of the bank; those of rare intents matter more."""
    words = read_words()
    found: list[tuple[str, str]] = []
    beside = read_bank(BESIDE)
    whole = {label: (*templates, *beside.get(label, ())) for label, templates in read_bank().items()}
    for label, templates in sorted(whole.items()):
        most = OF_NONE if label == "NONE" else max(PER_LABEL, len(templates))
        found += [(text, label) for text, _ in sentences(templates, words, most, label)]
    found += [(text, label) for text, label, _ in nonsense([(t, la, "") for t, la in found])[:OF_NONSENSE]]
    sizes = Counter(label for _, label in found)
    return [
        Lesson(text, (label,), 1.0 if label == "NONE" else min(3.0, (150 / sizes[label]) ** 0.5))
        for text, label in found
    ]


def coarse_lessons(examples: Path, labels: Path) -> list[Lesson]:
    """Examples with coarse labels, each of which any of several intents satisfies."""
    meant: dict[str, list[str]] = yaml.safe_load(labels.read_text(encoding="utf-8"))
    meant |= {"ack": ["ACK"], "none": ["NONE"], "NONE": ["NONE"]}
    with examples.open(encoding="utf-8-sig", newline="") as file:
        rows = [(row["text"], (row["labels"] or "NONE").replace(";", " ").split()) for row in csv.DictReader(file)]
    return [Lesson(text, tuple(i for name in names for i in meant[name])) for text, names in rows]


def with_known(taught: list[Lesson], new: list[str]) -> list[Lesson]:
    """The lessons, all but those of the bank's `new` files marked as known; all are new where no file is named."""
    if not new:
        return taught
    paths = [BANK / name if (BANK / name).is_file() else BESIDE / name for name in new]
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths]
    texts = {line.strip() for file in files for lines in file.values() for line in lines.splitlines()}
    return [replace(one, known=one.text not in texts) for one in taught]


def kept_pieces(vocabulary: tuple[str, ...], texts: list[str]) -> list[int]:
    """The places in the whole vocabulary of the pieces kept: the commonest of plain English, and those of the texts."""

    def plain_word(piece: str) -> bool:
        bare = piece.removeprefix(CONTINUES)
        return bare.isascii() and bare.isalnum() and not bare.isdigit()

    every = Pieces(vocabulary)
    needed = {place for text in texts for place in every.of(masked(text).split(), 200)}
    common = [n for n, piece in enumerate(vocabulary) if n > 102 and plain_word(piece)]
    whole_words = [n for n in common if not vocabulary[n].startswith(CONTINUES)][:_WHOLE_WORDS]
    going_on = [n for n in common if vocabulary[n].startswith(CONTINUES)][:_CONTINUATIONS]
    single = [n for n, piece in enumerate(vocabulary) if len(piece.removeprefix(CONTINUES)) == 1 and piece.isascii()]
    marks = [vocabulary.index(mark) for mark in (START, END, UNKNOWN)]
    return sorted({*marks, *whole_words, *going_on, *single, *needed})


def _worse(text: str, chance: random.Random) -> str:
    if chance.random() < _NOISY:
        text = heard_badly(text, chance)
        if chance.random() < _TWICE_NOISY:
            text = heard_badly(text, chance)
    return text


@dataclass(frozen=True)
class School:
    """What is learnt from: lessons, labels, pieces and what each piece means."""

    lessons: list[Lesson]
    labels: tuple[str, ...]
    pieces: Pieces
    meaning: Floats

    def batches(self, rounds: int, seed: int) -> Iterator[Batch]:
        """All lessons so many times, with other noise each time, like lengths together, in an order by chance."""
        chance = random.Random(seed)
        for _ in range(rounds):
            taken = [one for one in self.lessons if not one.known or chance.random() < _AGAIN]
            found = [self.pieces.of(masked(_worse(one.text, chance)).split(), _LENGTHS[-1]) for one in taken]
            order = sorted(range(len(found)), key=lambda n: len(found[n]) + 2 * chance.random())
            groups = [order[at : at + SIZE] for at in range(0, len(order) - SIZE + 1, SIZE)]
            chance.shuffle(groups)
            for group in groups:
                yield self._batch([taken[one] for one in group], [found[one] for one in group])

    def _batch(self, group: list[Lesson], found: list[list[int]]) -> Batch:
        length = next(n for n in _LENGTHS if n >= max(map(len, found)))
        places = np.zeros((SIZE, length), dtype=np.intp)
        counts = np.zeros((SIZE, length), dtype=np.float32)
        allowed = np.zeros((SIZE, len(self.labels)), dtype=np.float32)
        for row, (one, pieces) in enumerate(zip(group, found, strict=True)):
            places[row, : len(pieces)] = pieces
            counts[row, : len(pieces)] = 1
            allowed[row, [self.labels.index(label) for label in one.labels]] = 1
        weight = np.array([one.weight for one in group], dtype=np.float32)
        return Batch(self.meaning[places], counts, allowed, weight)


def as_kept(weights: Weights, school: School) -> dict[str, npt.NDArray[np.generic]]:
    """The arrays of the encoder's file."""
    meaning, scale = in_bytes(school.meaning)
    found: dict[str, npt.NDArray[np.generic]] = {
        "bank": np.frombuffer(bank_digest().encode(), dtype=np.uint8),
        "labels": np.frombuffer("\n".join(school.labels).encode(), dtype=np.uint8),
        "pieces": np.frombuffer("\n".join(school.pieces.known).encode(), dtype=np.uint8),
        "meaning": meaning,
        "meaning_scale": scale.astype(np.float16),
        "depth": np.array(len(weights["layers"])),
        "heads": np.array(HEADS),
    }
    found |= {name: weights[name].astype(np.float16) for name in ("places", "first_norm", "decide", "decide_bias")}
    for at, layer in enumerate(weights["layers"]):
        for name in ("attend", "mix", "widen", "narrow"):
            found[f"{at}_{name}"], found[f"{at}_{name}_scale"] = in_bytes(layer[name].T)
            found[f"{at}_{name}_bias"] = layer[name + "_bias"].astype(np.float16)
        found[f"{at}_norms"] = layer["norms"].astype(np.float16)
    return found


def goes_on_from(path: Path, labels: tuple[str, ...]) -> Weights:
    """The weights of an encoder's file, to learn on from; raises ValueError where it knows other labels."""
    held = load_encoder(path)
    if held.labels != labels:
        raise ValueError(f"{path} knows other labels than the bank")
    return {
        "places": held.places,
        "first_norm": held.first_norm,
        "layers": [dict(vars(layer)) for layer in held.layers],
        "decide": held.decide,
        "decide_bias": held.decide_bias,
    }


def between(learnt: Weights, before: Weights, keep: float) -> Weights:
    """Weights so far back towards those before, 0 to 1: what was new is kept mostly, what was known forgotten less.

    Weights between those before and after learning on: Wortsman and others, "Robust fine-tuning of zero-shot models",
    2022.
    """

    def mixed(new: Any, old: Any) -> Any:
        if isinstance(new, dict):
            return {name: mixed(new[name], old[name]) for name in new}
        if isinstance(new, list):
            return [mixed(*both) for both in zip(new, old, strict=True)]
        return (1 - keep) * new + keep * old

    found: Weights = mixed(learnt, before)
    return found


def learnt_turn(encoder: Encoder, calls: list[list[tuple[str, ...]]]) -> npt.NDArray[np.float16]:
    """By which the encoder's vectors are turned: learnt from all wordings of what can be asked in the calls."""
    groups = (np.stack([unit(encoder.means((text,))[0]) for text in group]) for call in calls for group in call)
    return turn_of(groups).astype(np.float16)


def main() -> None:
    """Trains and writes the encoder."""
    from safetensors.numpy import load_file

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, help="folder with model.safetensors and vocab.txt of all-MiniLM-L6-v2")
    parser.add_argument("--rounds", type=int, default=4, help="times the bank is gone through")
    parser.add_argument("--wordings", type=Path, help="folder of further wordings of the calls' topics, CALL.yaml")
    parser.add_argument("--speed", type=float, default=3e-4, help="highest rate of learning")
    parser.add_argument("--from", type=Path, dest="begin", help="an encoder to go on from, instead of fresh weights")
    parser.add_argument(
        "--new", nargs="+", default=[], help="files of the bank that it has not learnt; the rest is repeated"
    )
    parser.add_argument("--keep", type=float, default=0.0, help="how much of the encoder gone on from stays, 0 to 1")
    parser.add_argument("--coarse", type=Path, nargs=2, help="examples (text, labels) and what their labels mean")
    parser.add_argument("--to", type=Path, default=ENCODER, help="where the encoder goes")
    wanted = parser.parse_args()
    file = wanted.weights / "model.safetensors"
    if hashlib.sha256(file.read_bytes()).hexdigest() != WEIGHTS_ARE:
        raise SystemExit(f"{file} is not the file that the encoder is made from")
    kept = {name.removeprefix("bert."): value for name, value in load_file(file).items()}
    taught = lessons()
    labels = tuple(sorted({label for one in taught for label in one.labels}))
    taught += coarse_lessons(*wanted.coarse) if wanted.coarse else []
    taught = with_known(taught, wanted.new)
    vocabulary = tuple((wanted.weights / "vocab.txt").read_text(encoding="utf-8").split())
    calls = [list(asked_in(call, wanted.wordings).values()) for call in Catalogue().ids()]
    asked = [text for call in calls for wordings in call for text in wordings]
    places = kept_pieces(vocabulary, [*(one.text for one in taught), *asked])
    meaning = kept["embeddings.word_embeddings.weight"][places]
    school = School(taught, labels, Pieces(tuple(vocabulary[n] for n in places)), meaning)
    steps = int(wanted.rounds * sum(_AGAIN if one.known else 1 for one in taught) // SIZE)
    print(f"{len(taught)} sentences, {len(labels)} labels, {len(places)} pieces, {steps} steps", flush=True)
    fresh = with_decision(from_file(kept, DEPTH, LONGEST), len(labels), 0)
    weights = goes_on_from(wanted.begin, labels) if wanted.begin else fresh
    both = zip(school.batches(wanted.rounds, 0), pairs(calls, school.pieces, meaning, _worse, 0), strict=False)
    learnt = learn(weights, both, steps, wanted.speed, 0)
    for done, now in enumerate(learnt, 1):
        weights = now
        if done % 50 == 0:
            print(f"  {done} of {steps}", flush=True)
    learnt_all = whole(weights)
    if wanted.begin:
        learnt_all = between(learnt_all, goes_on_from(wanted.begin, labels), wanted.keep)
    arrays = as_kept(learnt_all, school)
    write(arrays | {"turn": np.eye(meaning.shape[1], dtype=np.float16)}, wanted.to)
    size = write(arrays | {"turn": learnt_turn(load_encoder(wanted.to), calls)}, wanted.to)
    print(f"{size / 1e6:.2f} MB written to {wanted.to}")


if __name__ == "__main__":
    main()
