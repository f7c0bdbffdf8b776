"""An utterance in parts that mean one thing each: cut where a new thing begins, joined where that says more."""

from simulator.understanding.clauses import Clause, clauses, core
from simulator.understanding.guessing import Guess, guess
from simulator.understanding.model import Model
from simulator.understanding.normalise import plain
from simulator.understanding.values import extract

LIKELY = 0.5  # a cut this likely is looked at...
VERY_LIKELY = 0.9  # ...and one this likely needs only one side that means something
_SURE = 0.55  # how sure both sides must be
_MOST = 16  # parts that are looked at


def parts(text: str, model: Model) -> tuple[Clause, ...]:
    """The parts of a tidied utterance in order, sixteen at most."""
    found = [piece for clause in clauses(text) for piece in _cut(clause, model)]
    at = 0
    while at + 1 < len(found):
        one, other = found[at], found[at + 1]
        end = other.start + len(other.text)
        both = Clause(text[one.start : end], f"{one.core} {other.core}".strip(), one.start)
        if _better_joined(one, other, both, model):
            found[at : at + 2] = [both]
        else:
            at += 1
    return tuple(found[:_MOST])


def _guess(text: str, model: Model) -> Guess:
    return guess(model.labels, model.likelihoods(text), text)


def _better_joined(one: Clause, other: Clause, both: Clause, model: Model) -> bool:
    if not one.core or not other.core or (one.open_question and other.open_question):
        return False
    first, second, joined = (_guess(part.core, model) for part in (one, other, both))
    if not joined.intent or joined.sure < 0.6:
        return False
    apart = {part.label for part in (first, second) if part.heard}
    return not apart or (apart == {joined.label} and joined.sure >= max(first.sure, second.sure) - 0.15)


def _cut(clause: Clause, model: Model) -> tuple[Clause, ...]:
    """The clause, or its parts where the model of cuts and the model of meanings agree that there are several."""
    listed: list[str] = []
    begins: dict[int, int] = {}  # where a word of the plain words begins in the text
    at = 0
    for word in clause.text.split():
        at = clause.text.index(word, at)
        begins.setdefault(len(listed), at)
        listed += plain(word).split()
        at += len(word)
    values = [(value.start, value.end) for value in extract(clause.text)] if len(listed) > 3 else []
    for likely, place in model.cuts.places(listed, LIKELY):
        here = begins.get(place)
        if here is None or any(start < here < end for start, end in values):
            continue
        left, right = _part(clause, 0, here), _part(clause, here, len(clause.text))
        if left.core and right.core and _worth(left, right, likely, model):
            return (*_cut(left, model), *_cut(right, model))
    return (clause,)


def _part(clause: Clause, start: int, end: int) -> Clause:
    text = clause.text[start:end].strip()
    return Clause(text, core(_without_and(text)), clause.start + start)


def _without_and(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if first.lower() in ("and", "but", "so", "then", "also") else text


def _worth(left: Clause, right: Clause, likely: float, model: Model) -> bool:
    first, second = _guess(left.core, model), _guess(right.core, model)
    if first.label == second.label:
        return False
    if first.heard and second.heard and min(first.sure, second.sure) >= _SURE:
        return True
    return likely >= VERY_LIKELY and max(first.sure if first.heard else 0, second.sure if second.heard else 0) >= _SURE
