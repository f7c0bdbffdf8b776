"""Whether words check how a name is spelled, or only call somebody by it."""

import re

from scoring.matching import content_words, run_of
from scoring.speech import Turn


def spells_another(turn: Turn, name: str) -> bool:
    """Whether letters are spelled out that are not the name's: a street, a plate."""
    runs = [run_of(run) for run in re.findall(r"\b(?:[A-Za-z][-. ,]+){2,}[A-Za-z]\b", turn.said.text)]
    return bool(runs) and not any(run in run_of(name) for run in runs)


def asks_of_a_letter(turn: Turn) -> bool:
    """Whether a turn asks about a letter of a name, or how it is spelled: `Marsh without the e?`."""
    return _WITH_A_LETTER.search(turn.said.text) is not None


_WITH_A_LETTER = re.compile(
    r"(?<!start )\b(?:with|without) (?:an? |the )[a-z]\b(?=\W|$)|\bhow (?:is|do you|d'you) spell", re.I
)


def calls_by_name(turn: Turn, name: str) -> bool:
    """Whether a turn only calls somebody by their name (`I'm sorry you had to wait, Wing Lau.`), and checks nothing;
    `M 204816, Rhiannon Clarke. Correct?` checks it."""
    parts = re.findall(r"[^.?!]+[.?!]*", turn.said.text)
    own = [n for n, part in enumerate(parts) if content_words(name) & content_words(part)]
    return bool(own) and not any(
        _CHECKS.search(parts[n]) or parts[n].rstrip().endswith("?") or _AGREED.match("".join(parts[n + 1 : n + 2]))
        for n in own
    )


_CHECKS = re.compile(
    r"\b(?:that'?s|that is|it'?s|is it|so|got|down|name|spell\w*|read)\b|\b(?:[a-z][-. ,]+){2,}[a-z]\b", re.I
)
_AGREED = re.compile(r"\W*(?:is that |have i got that |got that )?(?:correct|right|yes|yeah|aye|ok|okay)\W*\?", re.I)
