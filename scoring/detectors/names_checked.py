"""Names in words: whether one is checked or only called by, and names of others that were asked for and told."""

import re
from collections.abc import Iterator
from itertools import takewhile

from scoring.happenings import Happened
from scoring.matching import content_words, run_of
from scoring.reading import Reading
from scoring.speech import Turn
from simulator.events import CallerSaid
from simulator.understanding.people_words import KIN
from simulator.understanding.wordlist import listed


def spells_another(turn: Turn, name: str) -> bool:
    """Whether letters are spelled out that are not the name's: a street, a plate."""
    runs = [run_of(run) for run in re.findall(r"\b(?:[A-Za-z][-. ,]+){2,}[A-Za-z]\b", turn.said.text)]
    own = run_of(name)
    # An article may be run together with the letters: `with an H, R, H, I`.
    return bool(runs) and not any(run in own or (len(run) > _SHORT and run[1:] in own) for run in runs)


_SHORT = 3  # letters


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


def names_told_and_lost(reading: Reading) -> Iterator[tuple[str, Happened[CallerSaid]]]:
    """The names of others that the handler asked for (`What's your dad's name?`) and the next line gave, of which
    nothing stands anywhere on the record; those that are facts of their own are counted as such."""
    given = tuple(_names_given(reading))
    if not given:  # as in most calls: what was told and written need not be read
        return
    facts = content_words(" ".join(told.event.value for told in reading.told_facts))
    written = content_words(" ".join(piece.text for piece in reading.ledger.written.standing))
    for name, line in given:
        if not content_words(name.split()[0]) & (facts | written):
            yield name, line


def _names_given(reading: Reading) -> Iterator[tuple[str, Happened[CallerSaid]]]:
    """The names of others that the handler asked for and the next line gave."""
    for turn in reading.turns:
        line = reading.line_after(turn.n)
        if line is None or turn.crowded or not _ASKS_A_NAME.search(turn.said.text):
            continue
        parts = takewhile(_ONLY_A_NAME.fullmatch, map(str.strip, re.split(r"[.?!]+", line.event.text)))
        longest = max(map(_name_in, parts), key=len, default="")
        if longest and content_words(longest.split()[0]):
            yield longest, line


def _name_in(part: str) -> str:
    """The name that a sentence consists of; empty where it is none: `Dunno`, `Mummy`, `Just Dad`."""
    found = _ONLY_A_NAME.fullmatch(part.strip())
    words = found.group(1).lower().removesuffix("'s").split() if found else []
    return found.group(1) if found and words[0] not in KIN and words[0] not in _NO_NAMES else ""


_SOMEBODY = (
    r"(?:dad|father|mum|mam|mother|husband|wife|partner|son|daughter|brother|sister|niece|nephew|neighbour|child|baby|"
    r"boy|girl|lad|friend|gran|nan|grandad|nanny)"
)
_ASKS_A_NAME = re.compile(
    rf"\b(?:his|her|their|your {_SOMEBODY}'?s|the {_SOMEBODY}'?s) (?:full |first |last )?name\b[^.!]*\?"
    rf"|\bname of your {_SOMEBODY}\b[^.!]*\?|\bwhat(?:'s| is|s) (?:he|she|your {_SOMEBODY}|the {_SOMEBODY}) called\b",
    re.I,
)
_ONLY_A_NAME = re.compile(
    r"(?:(?:It|He|She|That|Dad|Mum)(?:'s| is) |(?:Just|Only) )?([A-Z][a-z'-]+(?: [A-Z][A-Za-z'-]+){0,2})"
)
_NO_NAMES = frozenset(
    listed(
        "yes yeah yep aye no nope nah not sorry please thanks well okay right nothing nobody none never why who what "
        "where how him her me mine my just only don't can't i'm i've hello hi oh ow um er hmm mm wait hang listen look "
        "help hurry dunno maybe honestly really sure god here there now then both everyone someone alone afraid nanny "
        "nana granny mum's dad's she's he's that's it's they're"
    )
)
