"""An utterance as the clauses that are heard one by one: in standard words, each a whole question."""

from simulator.understanding.clauses import Clause
from simulator.understanding.left_out import with_what_was_left_out
from simulator.understanding.model import Model
from simulator.understanding.named_first import with_named_first
from simulator.understanding.normalise import tidy
from simulator.understanding.parting import parts
from simulator.understanding.persons_named import with_persons_named
from simulator.understanding.standard import standard
from simulator.understanding.standing_for import with_things_named


def cut(text: str, words: Model) -> tuple[Clause, ...]:
    """The clauses of an utterance in order, sixteen at most."""
    named = with_persons_named(with_named_first(standard(tidy(text))))
    return _whole_questions(with_things_named(with_what_was_left_out(parts(named, words))))


def _whole_questions(found: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses without those that ask nothing by themselves, where others are left; a tag makes a question."""
    kept: list[Clause] = []
    for one in found:
        if not one.fragment and not (kept and one.completes(kept[-1])):
            kept.append(one)
        elif kept and one.text.rstrip().endswith("?"):
            kept[-1] = Clause(f"{kept[-1].text} {one.text}", kept[-1].core, kept[-1].start)
    return tuple(kept) or found
