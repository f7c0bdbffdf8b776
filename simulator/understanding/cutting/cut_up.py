"""An utterance as the clauses that are heard one by one: in standard words, each a whole question."""

import re
from dataclasses import replace

from simulator.understanding.cutting.asked_again import as_asked_first
from simulator.understanding.cutting.borrowed import with_what_it_borrows
from simulator.understanding.cutting.clauses import Clause, core
from simulator.understanding.cutting.comes_of_it import as_what_comes_of_it
from simulator.understanding.cutting.contradicted import as_choice
from simulator.understanding.cutting.endearments import without_endearments
from simulator.understanding.cutting.false_starts import without_false_starts
from simulator.understanding.cutting.left_out import with_what_was_left_out
from simulator.understanding.cutting.lives_on_it import with_what_it_lives_on
from simulator.understanding.cutting.named_first import with_named_first
from simulator.understanding.cutting.opening_words import opening_apart
from simulator.understanding.cutting.parting import parts
from simulator.understanding.cutting.persons_named import with_persons_named
from simulator.understanding.cutting.plain_order import in_plain_order
from simulator.understanding.cutting.question_begins import asks_by_itself
from simulator.understanding.cutting.self_repairs import without_what_was_taken_back
from simulator.understanding.cutting.shared_subject import with_shared_subject
from simulator.understanding.cutting.standing_for import with_things_named
from simulator.understanding.cutting.supposed import as_if, with_condition, would_they
from simulator.understanding.model import Model
from simulator.understanding.normalise import tidy
from simulator.understanding.question_words import VERB
from simulator.understanding.standard import standard

_MOST = 16  # clauses that are heard of one utterance
_CONDITION = re.compile(
    r"(?:(?:and|so|but|then) )*(?:if|when|once|before|after)\b[^,]+, (?=(?:\w+\W+){3}\w)", re.IGNORECASE
)

# "Who's your employer, if that's a work email?": what is asked stands before the condition.
_ASKED_FIRST = re.compile(
    r"(?P<asked>(?:(?:and|so|but) )*(?:what|who|where|which|when)(?: [\w']+)?(?:'s| is| are| was) "
    r"(?:your|the|his|her|their) [\w' ]+?),? if (?:that|it|this|there|they|he|she)\b[^,?]*",
    re.IGNORECASE,
)

# "Were they locked? Are you sure?": the same question once more, with weight.
_SURE = re.compile(
    r"(?:(?:and|but) )?are you (?:quite |really |absolutely |very |completely )?(?:sure|certain|positive)"
    r"(?: (?:about|of) (?:that|it|this))?\W*",
    re.IGNORECASE,
)

# "Who's they, love? Who wrote you that card?": the second says what the first asks.
_WHO_THAT = re.compile(
    r"(?:(?:and|so|but|sorry),? )*(?:who(?:'s| is| are) (?:they|that|this|he|she|him|them)|who (?:do|did) you mean)\W*",
    re.IGNORECASE,
)
_WHO_DID = re.compile(rf"who (?!(?:{VERB})\b)\w+ .+", re.IGNORECASE)


def cut(text: str, words: Model) -> tuple[Clause, ...]:
    """The clauses of an utterance in order, sixteen at most."""
    said: list[Clause] = []
    as_it_ends = without_false_starts(standard(without_what_was_taken_back(tidy(text))))
    meant = as_what_comes_of_it(as_asked_first(without_endearments(as_it_ends)))
    for piece in opening_apart(as_if(as_choice(meant))):
        if piece.opens:
            said.append(Clause(piece.text, core(piece.text), piece.start))
        else:
            named = with_persons_named(with_shared_subject(with_named_first(piece.text)))
            said += [replace(one, start=one.start + piece.start) for one in parts(named, words)]
    named_in = with_things_named(with_what_it_borrows(with_what_was_left_out(with_condition(tuple(said[:_MOST])))))
    found = _whole_questions(with_what_it_lives_on(named_in))
    return tuple(_in_plain_order(_on_condition(clause)) for clause in found)


def _on_condition(clause: Clause) -> Clause:
    """The clause; what it asks on a condition is tried by itself too: "if you've not seen her, who told you?"."""
    first = _ASKED_FIRST.fullmatch(clause.core) if not clause.unnamed else None
    if first is not None:
        return replace(clause, unnamed=first["asked"])
    asked = _CONDITION.match(clause.core) if clause.conditional and not clause.unnamed else None
    if asked is None or would_they(clause.core) or not asks_by_itself(clause.core[asked.end() :]):
        return clause
    return replace(clause, unnamed=clause.core[asked.end() :])


def _in_plain_order(clause: Clause) -> Clause:
    """The clause, heard as the plain question that it asks in another order; as it was said it is tried too."""
    if clause.unnamed:
        return clause
    said = clause.text if core(clause.text) == clause.core else clause.core  # whom it is about may have been put in
    plain = in_plain_order(said)
    return clause if plain == said else replace(clause, core=core(plain), unnamed=clause.core)


def _whole_questions(found: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses without those that ask nothing by themselves, where others are left; a tag makes a question.

    So does a question whether they are sure of what is only being asked.
    """
    kept: list[Clause] = []
    for at, one in enumerate(found):
        if _WHO_THAT.fullmatch(one.core) and found[at + 1 :] and _WHO_DID.fullmatch(found[at + 1].core):
            continue
        if kept and kept[-1].asks and _SURE.fullmatch(one.core):
            continue
        if not one.fragment and not (kept and one.completes(kept[-1])):
            kept.append(one)
        elif kept and one.text.rstrip().endswith("?"):
            kept[-1] = Clause(f"{kept[-1].text} {one.text}", kept[-1].core, kept[-1].start)
    return tuple(kept) or found
