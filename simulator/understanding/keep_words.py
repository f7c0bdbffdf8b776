"""The author's step for `slips.py`: the words of the bank and of the calls, and the real words a slip away from them.

`python -m simulator.understanding.keep_words DICTIONARY` writes known_words.txt; DICTIONARY is a list of British words,
one a line (Debian's `wbritish` brings one). See docs/understanding.md.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from scenarios.paths import CALLS
from simulator.understanding.slips import KNOWN, SHORTEST_SWAPPED
from simulator.understanding.standard import variants
from simulator.understanding.templates import read_bank, read_words, sentences

OFTEN = 5  # sentences of the bank or the calls in which a word stands that may be meant
_MOST = 4_000
_LOWER = re.compile(r"(?<![\w'])[a-z]{2,}(?![\w'])")
_ANY = re.compile(r"(?<![\w'])[a-z]{2,}(?![\w'])", re.IGNORECASE)


def main() -> None:
    """Writes the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dictionary", type=Path)
    real = {word for word in parser.parse_args().dictionary.read_text(encoding="utf-8").split() if word.islower()}
    said = Counter(_in_sentences())
    calls = [path.read_text(encoding="utf-8") for path in sorted(CALLS.rglob("*.yaml"))]
    for text in calls:
        said.update(_LOWER.findall(text))
    meant = [word for word, times in said.most_common() if times >= OFTEN and word in real]
    named = {word.lower() for text in calls for word in _ANY.findall(text)}
    others = (real | named | set(said) & real | set(variants())) - set(meant)
    near = sorted(word for word in others if _a_slip_away(word, frozenset(meant)))
    KNOWN.write_text(_lines(meant) + "\n\n" + _lines(near) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(meant)} words that may be meant, {len(near)} left alone: {KNOWN}")


def _in_sentences() -> Iterable[str]:
    words = read_words()
    for label, templates in read_bank().items():
        for sentence, _ in sentences(templates, words, _MOST, label):
            yield from set(_LOWER.findall(sentence))


def _a_slip_away(word: str, meant: frozenset[str]) -> bool:
    """Whether one letter more, fewer, other or swapped makes it one of them: wider than what is ever mended."""
    if len(word) < SHORTEST_SWAPPED or not word.isascii() or not word.isalpha():
        return False
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    return any(
        one in meant
        for head, tail in cuts
        for one in (
            head + tail[1:],
            head + tail[1:2] + tail[:1] + tail[2:],
            *(head + letter + tail for letter in "abcdefghijklmnopqrstuvwxyz"),
            *(head + letter + tail[1:] for letter in "abcdefghijklmnopqrstuvwxyz"),
        )
    )


def _lines(words: Iterable[str]) -> str:
    found, line = [], ""
    for word in words:
        if len(line) + len(word) > 110:
            found.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join([*found, line])


if __name__ == "__main__":
    main()
