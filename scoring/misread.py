"""A value read back wrongly and left so, though understanding heard no read-back in the words."""

from itertools import pairwise

from scoring.happenings import Happened
from scoring.matching import run_of, values_in
from scoring.reading import Reading
from scoring.speech import Turn
from simulator.events import FactTold
from simulator.understanding.compare import compare

LEAST = 4  # letters and figures in a row that two codes share when one is meant for the other


def read_back_wrongly(reading: Reading, told: Happened[FactTold]) -> Turn | None:
    """The last turn that says a code just told, wrongly, with no right one after it; or None."""
    kind, truth = reading.scenario.fact_kind(told.event.fact), told.event.value
    last: Turn | None = None
    for turn in reading.turns:
        if turn.t_ms <= told.t_ms:
            continue
        heard = [value.agreement for value in turn.said.values if value.fact == told.event.fact]
        if "right" in heard or "near" in heard or _says_it(turn.said.text, truth):
            last = None
        elif "wrong" in heard or (not turn.said.values and _another_of_its_kind(turn.said.text, kind, truth)):
            last = turn
    return last


def _says_it(text: str, truth: str) -> bool:
    """Whether a text holds the code itself, however spaced or spelled out, as far as it was told."""
    code = run_of(truth.replace("?", ""))
    return code in run_of(text) or any(run_of(value.value).startswith(code) for value in values_in(text))


def _another_of_its_kind(text: str, kind: str, truth: str) -> bool:
    wrong = (value for value in values_in(text) if value.kind == kind)
    return any(compare(kind, value.value, truth).agreement == "wrong" for value in wrong) or _half_alike(text, truth)


def _half_alike(text: str, truth: str) -> bool:
    """Whether a word or two of the text begin as the code does and go on otherwise: `MD20 QTX` for `MD19 QT?`."""
    code = run_of(truth.replace("?", ""))
    words = [run_of(word) for word in text.split()]
    pairs = (one + other for one, other in pairwise(words))
    marks = any(mark.isdigit() for mark in code)
    return marks and any(
        pair != code and pair[:2] == code[:2] and any(mark.isdigit() for mark in pair) and len(pair) >= LEAST
        and abs(len(pair) - len(code)) <= 1
        for pair in pairs
    )  # fmt: skip
