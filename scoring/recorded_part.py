"""The words of a record that hold a part of a fact: what is shown where not all of the fact is recorded."""

import re

from scoring.fact_sheets import FactSheet
from scoring.grave_words import grave_words
from scoring.matching import content_words, says
from scoring.written import Piece

_SIDES = frozenset(("left", "right", "front", "back", "rear", "big", "small", "old", "young", "dark", "light"))


def recorded_part(sheet: FactSheet, piece: Piece) -> str:
    """What of a piece records a part of the fact: a field's value, or those sentences of a note that say some of it.

    Nothing where it shares only a colour, a number or a side with the fact: `blue Ford` is no part of a blue van.
    """
    whole = [piece.text] if piece.field else _SENTENCES.findall(piece.text)
    return " ".join(sentence.strip() for sentence in whole if _says_some(sheet, sentence))


_SENTENCES = re.compile(r"(?:[^.;!?\n]|[.](?=\d))+[.;!?]?")


def _says_some(sheet: FactSheet, text: str) -> bool:
    groups = sheet.fact.recorded_by
    if not groups:
        return any(map(_names_a_thing, content_words(sheet.truth) & content_words(text)))
    said = (one for group in groups for one in group if says(text, (one,)))
    return any(_names_a_thing(word) for one in said for word in content_words(one))


def _names_a_thing(word: str) -> bool:
    grave = grave_words().get(word)
    return not (word.isdigit() or word in _SIDES or (grave is not None and grave.kind == "colours"))
