"""The author's step for `choosing.py`: wordings nobody was taught in, weights out. See docs/understanding.md.

`python -m simulator.train_choice WORDINGS SENTENCES`: a folder with new wordings of the calls' topics (`CALL.yaml`, a
list a topic) and a file of sentences whose meaning is general (a column `text`).
"""

import argparse
import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import yaml

from scenarios.catalogue import Catalogue
from simulator.mind import Mind
from simulator.setting import situation
from simulator.understanding.choosing import ENOUGH, Standing
from simulator.understanding.modes import Mode
from simulator.understanding.understand import Listener, loaded

FOREIGN = 130  # questions of other calls that are put to a call: nothing there is asked by them
_OF_FOREIGN = 0.25  # what each of those matters: a handler seldom asks what belongs to another call
_CALLS_A_SENTENCE = 2
_LOOSE = 10.0  # how little the weights are drawn to nought
Wordings = Mapping[str, Mapping[str, Sequence[str]]]  # by call, by topic


@dataclass(frozen=True)
class Case:
    """A clause said in a call, how it stands to its likest topic, and whether it really asks that."""

    call: str
    kind: str  # `own`, `foreign` or `general`
    standing: Standing
    meant: bool

    @property
    def weight(self) -> float:
        """What it matters in learning."""
        return _OF_FOREIGN if self.kind == "foreign" else 1.0


def cases(wordings: Wordings, sentences: Sequence[str], listener: Listener) -> Iterator[Case]:
    """Each call's own topics in new words, some of other calls' put to it, and general sentences."""
    chance = Random(5)
    for call in wordings:
        surface = Catalogue().get(call).surfaces[0]
        scene = situation(surface, Mind(surface.caller.mood.starts, surface.caller.mood.trust), ())
        own = [(topic, text) for topic, texts in wordings[call].items() for text in texts]
        foreign = [
            ("", text)
            for other in wordings
            if other != call
            for topic, texts in wordings[other].items()
            if topic not in surface.topics
            for text in texts
        ]
        share = min(len(sentences), len(sentences) * _CALLS_A_SENTENCE // len(wordings))
        general = [("", text) for text in chance.sample(sentences, share)]
        drawn = chance.sample(foreign, min(FOREIGN, len(foreign)))
        for kind, said in (("own", own), ("foreign", drawn), ("general", general)):
            for topic, text in said:
                for near, standing in listener.standings(text, scene):
                    yield Case(call, kind, standing, near == topic)


def learnt(found: Sequence[Case]) -> tuple[float, ...]:
    """The weights under which those cases are likeliest, by logistic regression."""
    model = _fitted(found)
    return tuple(round(float(weight), 3) for weight in model.coef_[0])


def told_apart(found: Sequence[Case], mode: Mode) -> dict[str, float]:
    """By kind the share decided rightly, by the weights alone, when every call is judged by what the others taught."""
    right: dict[str, list[bool]] = {}
    for call in sorted({case.call for case in found}):
        model = _fitted([case for case in found if case.call != call])
        for case in (case for case in found if case.call == call):
            taken = model.predict_proba([case.standing.signs])[0, 1] >= ENOUGH[mode]
            right.setdefault(case.kind, []).append(bool(taken) == case.meant)
    return {kind: round(sum(each) / len(each), 3) for kind, each in right.items()}


def _fitted(found: Sequence[Case]) -> Any:
    from sklearn.linear_model import LogisticRegression

    learner = LogisticRegression(C=_LOOSE, max_iter=5_000, fit_intercept=False)
    signs = np.array([case.standing.signs for case in found])
    return learner.fit(signs, [case.meant for case in found], sample_weight=[case.weight for case in found])


def read_wordings(folder: Path) -> Wordings:
    """The wordings of each call that has a file there."""
    paths = [folder / f"{call}.yaml" for call in Catalogue().ids()]
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths if path.is_file()}


def main() -> None:
    """Prints the weights of each mode, and how well the choice is made where it was not learnt."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wordings", type=Path, help="folder with new wordings, CALL.yaml")
    parser.add_argument("sentences", type=Path, help="file of general sentences, in a column `text`")
    parser.add_argument("--most", type=int, help="sentences at most")
    wanted = parser.parse_args()
    with wanted.sentences.open(encoding="utf-8", newline="") as file:
        sentences = [row["text"] for row in islice(csv.DictReader(file), wanted.most)]
    modes: tuple[Mode, ...] = ("core", "semantic")
    for mode in modes:
        found = list(cases(read_wordings(wanted.wordings), sentences, loaded(mode)))
        print(f'    "{mode}": {learnt(found)},  # {len(found)} clauses, decided rightly: {told_apart(found, mode)}')


if __name__ == "__main__":
    main()
