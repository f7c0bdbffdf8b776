"""The phrase bank: templates such as `(where|what road) are you [now]`, and the sentences they stand for."""

import hashlib
import random
from dataclasses import dataclass
from pathlib import Path

import yaml

BANK = Path(__file__).parent / "bank"
_WORDS = "words.yaml"
_NOT_TEMPLATES = (_WORDS, "kin.yaml")


@dataclass(frozen=True)
class Choice:
    """One of several sequences; an empty sequence among them where it may be left out."""

    options: tuple["Sequence", ...]


@dataclass(frozen=True)
class Sequence:
    """Text and choices one after another."""

    parts: tuple["str | Choice", ...]


class _Reader:
    """Reads one template. Raises ValueError naming the template where a bracket is not closed."""

    def __init__(self, template: str, words: dict[str, str]) -> None:
        self.template, self.words, self.at = template, words, 0

    def sequence(self, closing: str) -> Sequence:
        parts: list[str | Choice] = []
        text = ""
        while self.at < len(self.template):
            mark = self.template[self.at]
            if mark in closing:
                break
            self.at += 1
            if mark not in "([{":
                text += mark
                continue
            if text:
                parts.append(text)
                text = ""
            parts.append(self._word() if mark == "{" else self._choice(mark))
        if text:
            parts.append(text)
        return Sequence(tuple(parts))

    def _word(self) -> Choice:
        end = self.template.find("}", self.at)
        key = self.template[self.at : end] if end >= 0 else ""
        if key not in self.words:
            raise ValueError(f"no words are listed for {{{key}}} in: {self.template}")
        self.at = end + 1
        return Choice(tuple(_Reader(word, self.words).sequence("") for word in self.words[key].split("|")))

    def _choice(self, opening: str) -> Choice:
        closing = ")" if opening == "(" else "]"
        options = [self.sequence("|" + closing)]
        while self.at < len(self.template) and self.template[self.at] == "|":
            self.at += 1
            options.append(self.sequence("|" + closing))
        if self.at >= len(self.template):
            raise ValueError(f"a bracket is not closed in: {self.template}")
        self.at += 1
        # `(a |b )?` may be left out; a question mark that ends the template is only a question mark.
        optional = closing == ")" and self.template[self.at : self.at + 1] == "?" and self.at + 1 < len(self.template)
        if optional:
            self.at += 1
        return Choice((*options, Sequence(()))) if optional or closing == "]" else Choice(tuple(options))


def read_template(template: str, words: dict[str, str]) -> Sequence:
    """The template as choices; raises ValueError where it cannot be read."""
    reader = _Reader(template, words)
    return reader.sequence("")


def _chosen(sequence: Sequence, chance: random.Random) -> str:
    return "".join(p if isinstance(p, str) else _chosen(chance.choice(p.options), chance) for p in sequence.parts)


def one_of(sequence: Sequence, chance: random.Random) -> str:
    """One sentence of the template, chosen by `chance`."""
    return " ".join(_chosen(sequence, chance).split())


def read_bank(folder: Path = BANK) -> dict[str, tuple[str, ...]]:
    """All templates by label (an intent's id, ACK or NONE), in the order of the files."""
    bank: dict[str, tuple[str, ...]] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name in _NOT_TEMPLATES:
            continue
        for label, lines in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            bank[label] = (*bank.get(label, ()), *(line.strip() for line in lines.splitlines() if line.strip()))
    return bank


def bank_digest(folder: Path = BANK) -> str:
    """sha256 of all files of the bank, whatever their line ends: which bank a model was made from."""
    whole = hashlib.sha256()
    for path in sorted(folder.glob("*.yaml")):
        whole.update(f"{path.name}\n{path.read_text(encoding='utf-8')}\n".encode())
    return whole.hexdigest()


def read_words(folder: Path = BANK) -> dict[str, str]:
    """The words that templates share."""
    words: dict[str, str] = yaml.safe_load((folder / _WORDS).read_text(encoding="utf-8"))
    return words


def sentences(templates: tuple[str, ...], words: dict[str, str], most: int, seed: str) -> tuple[tuple[str, str], ...]:
    """Up to `most` different sentences with the template of each, shared out fairly among the templates."""
    chance = random.Random(seed)
    read = [(template, read_template(template, words)) for template in templates]
    found: dict[str, str] = {}
    for _ in range(max(4, 4 * most // max(1, len(read)))):
        for template, sequence in read:
            if len(found) < most:
                found.setdefault(one_of(sequence, chance), template)
    return tuple(found.items())
