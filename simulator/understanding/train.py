"""The author's step: phrase bank in, model.npz out. `python -m simulator.understanding.train [--check]`."""

import argparse
import io
import random
import zipfile
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from simulator.understanding.features import features, masked
from simulator.understanding.model import MODEL
from simulator.understanding.templates import bank_digest, read_bank, read_words, sentences
from simulator.understanding.train_cuts import fit_cuts

PER_LABEL = 170  # sentences of each intent; more varied templates help, more sentences hardly
OTHERS = {"NONE": 4_400, "ACK": 300}
MOST_FEATURES = 28_000
STRENGTH = 12.0
_BEFORE = (
    "and",
    "so",
    "okay",
    "right",
    "okay and",
    "can you tell me",
    "just",
    "now",
    "please",
    "and just to check",
    "listen",
)
_AFTER = ("please", "for me", "at the moment", "do you know", "then", "now", "caller", "okay", "if you can", "at all")
_HEARD_AS = {
    "there": "their", "your": "you're", "where": "were", "hear": "here", "who": "whose", "they": "day", "knife": "nice",
    "address": "a dress", "for": "four", "to": "two", "him": "hymn", "is": "his", "has": "as", "he": "she",
    "van": "ban", "did": "do", "and": "an", "the": "a", "know": "no", "which": "witch",
    "weapons": "weapon", "hurt": "her",
}  # fmt: skip


def heard_badly(sentence: str, chance: random.Random) -> str:
    """The sentence as a hurried speaker says it or a recogniser hears it."""
    words = sentence.split()
    act = chance.randrange(6)
    if act == 0 and len(words) > 3:
        del words[chance.randrange(len(words))]
    elif act == 1:
        words = [chance.choice(_BEFORE), *words]
    elif act == 2:
        words = [*words, chance.choice(_AFTER)]
    elif act == 3:
        words = [_HEARD_AS.get(word.lower(), word) if chance.random() < 0.6 else word for word in words]
    elif act == 4 and len(words) > 2:
        at = chance.randrange(len(words))
        words.insert(at, words[at])
    else:
        at = chance.randrange(len(words))
        word = words[at]
        if len(word) > 4:
            cut = chance.randrange(1, len(word) - 1)
            words[at] = word[:cut] + word[cut + 1 :]
    return " ".join(words)


def examples(bank: dict[str, tuple[str, ...]]) -> list[tuple[str, str, str]]:
    """Sentence, label and template of each example, in a fixed order, a third of them again with noise."""
    words = read_words()
    found = []
    for label, templates in bank.items():
        most = OTHERS.get(label, max(PER_LABEL, 2 * len(templates)))
        chance = random.Random("noise " + label)
        made = sentences(templates, words, most, label)
        found += [(text, label, template) for text, template in made]
        if label != "NONE":
            found += [(heard_badly(text, chance), label, template) for text, template in made if chance.random() < 0.35]
    return found + nonsense(found)


def nonsense(made: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Keyboard mashing and words in no order, for NONE; each its own template."""
    chance = random.Random("nonsense")
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = sorted({word for text, label, _ in made if label != "NONE" for word in masked(text).split()})
    found = []
    for n in range(120):
        mashed = " ".join(
            "".join(chance.choices(letters, k=chance.randrange(3, 9))) for _ in range(chance.randrange(1, 5))
        )
        jumbled = " ".join(chance.choices(words, k=chance.randrange(4, 8)))
        found += [(mashed, "NONE", f"mashed {n}"), (jumbled, "NONE", f"jumbled {n}")]
    return found


def _select(rows: Sequence[tuple[Counter[str], ...]], labels: list[str]) -> list[str]:
    """The features worth keeping: seen twice, and telling labels apart best."""
    total: Counter[str] = Counter()
    by_label: dict[str, Counter[str]] = defaultdict(Counter)
    for row, label in zip(rows, labels, strict=True):
        for block in row:
            total.update(block.keys())
            by_label[label].update(block.keys())
    sizes = Counter(labels)
    worth = {}
    for feature, seen in total.items():
        if seen < 2:
            continue
        shares = sorted(
            (by_label[label][feature] / sizes[label] for label in sizes if feature in by_label[label]), reverse=True
        )
        worth[feature] = (shares[0] - (sum(shares) / len(sizes))) * np.log1p(seen)
    kept = sorted(worth, key=lambda f: (-worth[f], f))[:MOST_FEATURES]
    return sorted(kept)


def _matrix(rows: Sequence[tuple[Counter[str], ...]], index: dict[str, int], idf: npt.NDArray[np.float64]) -> Any:
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

    data: list[float] = []
    columns: list[int] = []
    ends = [0]
    for row in rows:
        for block in row:
            known = sorted((index[f], n) for f, n in block.items() if f in index)
            if known:
                at = np.array([k for k, _ in known])
                amount = (1 + np.log(np.array([n for _, n in known]))) * idf[at]
                data.extend(amount / np.sqrt((amount * amount).sum()))
                columns.extend(at)
        ends.append(len(data))
    return csr_matrix((data, columns, ends), shape=(len(rows), len(index)))


def fit(made: list[tuple[str, str, str]]) -> dict[str, Any]:
    """Trains on the examples; the arrays that the model file keeps."""
    from sklearn.linear_model import LogisticRegression

    rows = [features(text) for text, _, _ in made]
    labels = [label for _, label, _ in made]
    names = _select(rows, labels)
    index = {name: n for n, name in enumerate(names)}
    seen = Counter(f for row in rows for block in row for f in block if f in index)
    idf = np.array([np.log((1 + len(rows)) / (1 + seen[name])) + 1 for name in names])
    learner = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=120, tol=1e-5)
    learner.fit(_matrix(rows, index, idf), labels)
    return {
        "names": names,
        "labels": [str(c) for c in learner.classes_],
        "idf": idf,
        "weights": learner.coef_.T,
        "bias": learner.intercept_,
    }


def save(fitted: dict[str, Any], path: Path) -> int:
    """Writes the model file, the same bytes for the same bank; its size in bytes."""
    weights = np.where(np.abs(fitted["weights"]) < 0.02, 0, fitted["weights"])
    arrays = {
        "bank": np.frombuffer(bank_digest().encode(), dtype=np.uint8),
        "features": np.frombuffer("\n".join(fitted["names"]).encode(), dtype=np.uint8),
        "labels": np.frombuffer("\n".join(fitted["labels"]).encode(), dtype=np.uint8),
        "idf": fitted["idf"].astype(np.float16),
        "weights": weights.astype(np.float16),
        "bias": fitted["bias"].astype(np.float16),
        "cut_signs": np.frombuffer("\n".join(fitted["cut_signs"]).encode(), dtype=np.uint8),
        "cut_weights": fitted["cut_weights"].astype(np.float16),
    }
    return write(arrays, path)


def write(arrays: Mapping[str, npt.NDArray[np.generic]], path: Path) -> int:
    """Writes arrays, the same bytes for the same figures; the file's size in bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in arrays.items():
            held = io.BytesIO()
            np.lib.format.write_array(held, np.ascontiguousarray(array), allow_pickle=False)
            archive.writestr(
                zipfile.ZipInfo(name + ".npy", (2026, 1, 1, 0, 0, 0)), held.getvalue(), zipfile.ZIP_DEFLATED, 9
            )
    return path.stat().st_size


def near_duplicates(made: list[tuple[str, str, str]]) -> list[str]:
    """Sentences that stand for two labels once values are masked."""
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    for text, label, template in made:
        owners[masked(text)].setdefault(label, template)
    return [
        f"{text!r}: " + "; ".join(f"{k} <- {t}" for k, t in who.items())
        for text, who in sorted(owners.items())
        if len(who) > 1
    ]


def cross_validate(made: list[tuple[str, str, str]], folds: int = 4) -> list[str]:
    """Trains with whole templates left out; lines of what was taken for what."""
    from sklearn.linear_model import LogisticRegression

    fold_of = {template: n % folds for n, template in enumerate(sorted({t for _, _, t in made}))}
    confused: Counter[tuple[str, str]] = Counter()
    right = total = 0
    for fold in range(folds):
        train = [e for e in made if fold_of[e[2]] != fold]
        test = [e for e in made if fold_of[e[2]] == fold]
        rows = [features(text) for text, _, _ in train]
        labels = [label for _, label, _ in train]
        names = _select(rows, labels)
        index = {name: n for n, name in enumerate(names)}
        idf = np.ones(len(names))
        learner = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=40, tol=1e-5).fit(
            _matrix(rows, index, idf), labels
        )
        guessed = learner.predict(_matrix([features(text) for text, _, _ in test], index, idf))
        for (_, label, _), guess in zip(test, guessed, strict=True):
            total += 1
            right += guess == label
            if guess != label:
                confused[label, str(guess)] += 1
    lines = [f"templates left out: {right / max(1, total):.3f} right of {total}"]
    return lines + [f"  {n:4d}  {was} taken for {taken}" for (was, taken), n in confused.most_common(60)]


def main() -> None:
    """Trains and writes the model, or with --check reports on the bank and writes nothing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="report near-duplicates and confusions; write nothing")
    parser.add_argument("--to", type=Path, default=MODEL, help="where the model goes")
    wanted = parser.parse_args()
    bank = read_bank()
    made = examples(bank)
    sizes = Counter(label for _, label, _ in made)
    print(f"{len(bank)} labels, {sum(map(len, bank.values()))} templates, {len(made)} sentences")
    if wanted.check:
        for label, templates in bank.items():
            print(f"  {label}: {len(templates)} templates, {sizes[label]} sentences")
        print("\n".join(["the same words for two labels:", *near_duplicates(made), *cross_validate(made)]))
        return
    fitted = {**fit(made), **fit_cuts(made)}
    size = save(fitted, wanted.to)
    print(f"{len(fitted['names'])} features, {size / 1e6:.2f} MB written to {wanted.to}")


if __name__ == "__main__":
    main()
