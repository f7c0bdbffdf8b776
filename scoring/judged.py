"""Whether a piece of a record judges what may happen, or goes through THRIVE, and so claims nothing that was told."""

import re

from scoring.written import Piece


def weighs(piece: Piece) -> bool:
    """Whether a piece of THRIVE weighs what may happen, which is judged and not told: `may find her`."""
    return piece.where.startswith("THRIVE") and _MAY_BE.search(piece.text) is not None


def by_headings(piece: Piece) -> bool:
    """Whether a note goes through THRIVE by its headings: `Threat: knife in house. Harm: ...` claims no threat told."""
    return len(_HEADING.findall(piece.text)) >= HEADINGS


HEADINGS = 2  # fewer in a note are words of a sentence
_HEADING = re.compile(r"\b(?:threat|harm|risk|investigation|vulnerability|engagement)\b ?[:=]", re.I)


_MAY_BE = re.compile(
    r"\b(?:may|might|could|can|would|will|likely|possibl[ey]|potential\w*|risk of|if (?:he|she|they))\b", re.I
)
