"""Doubt about spoken words: where the recogniser was unsure of what bears on a lost point, the assessor decides."""

from dataclasses import replace

from scoring.catalogue import MarkingPoint
from scoring.outcome import Finding
from scoring.reading import Reading
from scoring.speech import Turn
from scoring.wording import listed, quoted

UNSURE = 0.6  # the mean of the words' probabilities below which an utterance may have been something else
UNSURE_WORD = 0.4
MANY = 0.2  # the share of unsure words from which the whole is unsure
SHOWN = 3  # utterances that a reason quotes
LOST = ("not_met", "partly")


def unsure(turn: Turn) -> bool:
    """Whether what was said may not be what was heard. Typed words, and words the trainee put right, are certain."""
    heard = turn.said.recognised
    if turn.said.source != "spoken" or heard is None or heard.corrected:
        return False
    doubted = sum(word.probability < UNSURE_WORD for word in heard.words)
    return heard.low_reliability or heard.confidence < UNSURE or doubted > MANY * max(1, len(heard.words))


def in_doubt(reading: Reading, point: MarkingPoint, finding: Finding) -> Finding:
    """The finding; for the assessor where it was lost in words, and words of that time were not surely heard.

    Recorded deeds are certain whatever was heard. Doubt never costs a mark (DOMAIN section 5, rule 3).
    """
    if finding.verdict not in LOST or point.tier == "D" or finding.decisive:
        return finding
    doubted = _bearing(reading, finding)
    if not doubted:
        return finding
    words = listed(f"{quoted(turn.said.text)} at {turn.at}" for turn in doubted[:SHOWN])
    more = " and more" if len(doubted) > SHOWN else ""
    return replace(
        finding,
        verdict="for_assessor",
        because=f"{finding.because} But the recogniser was unsure of {words}{more}: hear it.",
        shown_by=tuple(sorted({*finding.shown_by, *(turn.n for turn in doubted)})),
        share=None,
        decisive=None,
    )


def _bearing(reading: Reading, finding: Finding) -> tuple[Turn, ...]:
    """The unsure utterances that a finding rests on: those it shows; where something was missed, all in its window."""
    doubted = tuple(turn for turn in reading.turns if unsure(turn))
    shown = set(finding.shown_by or reading.bounds)
    own = tuple(turn for turn in doubted if turn.n in shown)
    rests_on_words = any(turn.n in shown for turn in reading.turns)
    if own or not doubted or (rests_on_words and finding.verdict == "not_met"):
        return own
    return tuple(turn for turn in doubted if min(shown) <= turn.n <= max(shown))
