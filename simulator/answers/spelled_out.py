"""One word that was told, spelled out letter by letter: the word that is asked for and no other. Pure."""

import re
from collections.abc import Iterable

from simulator.understanding.wordlist import listed

# Where the word stands that is to be spelled: "how do you spell Corvale?", "how's Hallam spelt?".
_ASKED = re.compile(
    r"\bspell(?:ing)?(?: of| out| me| for me)? (?P<after>[^.?!,]*)"
    r"|\b(?:how(?:'s| is| are)|is|are) (?P<before>[^.?!,]*?) spel(?:t|led)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][a-z'\u2019-]{2,}")
_LETTERS = re.compile(r"\b(?:(?:(?:double|two) )?[A-Z](?:\b[\s,;-]*)){2,}")
_ONE = re.compile(r"(?P<twice>(?:double|two) )?(?P<letter>[A-Z])", re.IGNORECASE)
_LETTER_RUN = re.compile(r"\b(?:(?:double |two )?[a-z]\b[\s,.;-]+){2,}(?:double |two )?[a-z]\b", re.IGNORECASE)
_NO_WORDS = frozenset(
    listed(
        "spell spelt spelled how what that the you your and please name surname street road way close gardens row lane "
        "drive avenue rise walk court house town village kitchen shop"
    )
)


def word_asked_for(span: str, told: Iterable[str]) -> str:
    """The word of what was told that the span names: `how do you spell Corvale?`; empty where it names none."""
    words = {word.lower(): word for value in told for word in _WORD.findall(value)}
    places = [found["after"] or found["before"] or "" for found in _ASKED.finditer(span)]
    asked = [word.lower() for place in places for word in _WORD.findall(place) if word.lower() not in _NO_WORDS]
    return next((words[word] for word in asked if word in words), "")


def letters_put(span: str) -> str:
    """The word that letters of the span make up, in capitals: `is that C, O, R, V, A, L, E?`; empty without any."""
    found = _LETTER_RUN.search(span)
    return letters_of(found.group(0)) if found else ""


def letters_of(line: str) -> str:
    """`H, A, double L` as HALL."""
    return "".join(one["letter"].upper() * (2 if one["twice"] else 1) for one in _ONE.finditer(line))


def spelled_out(word: str) -> str:
    """`Corvale` as `C, O, R, V, A, L, E.`"""
    return ", ".join(letter.upper() for letter in word if letter.isalpha()) + "."


def only_of(word: str, lines: Iterable[str]) -> str:
    """The letters of that word alone, as an author spelled it among others; empty where none of the lines does."""
    for line in lines:
        for run in _LETTERS.finditer(line):
            if letters_of(run.group(0)) == word.upper():
                return run.group(0).rstrip(" ,;.") + "."
    return ""
