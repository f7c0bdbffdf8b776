"""No yes or no that the truth or the question contradicts: the word comes from the fact, or is left out."""

import re
from collections.abc import Sequence

from simulator.answers.answer_word import said_yes_or_no, without_bare_word
from simulator.answers.own_questions import question_of
from simulator.answers.telling import Brought, value_told, willing
from simulator.answers.truth import asks_yes_or_no, truth_of
from simulator.answers.turn import Turn
from simulator.heard import HeardIntent, Truth
from simulator.understanding.cutting.question_begins import asks_openly

NOTHING_ELSE = ("No. Nothing else.", "No, that's all.", "No, I don't think so.")
_TO_WHOM = re.compile(r"^[A-Z][a-z]+, (?=[a-z])")  # "Desmond, what's he doing?"
_ANYTHING = re.compile(
    r"\b(?:anything|something|any questions?)(?: else)?(?: at all)?(?: that)?"
    r"(?: is| that's|'s)? (?:worrying|troubling|bothering|frightening|on your mind|to (?:ask|add)"
    r"|you(?:'d|'ve| would| have)?(?: still)? (?:want|like|need|wish|got)(?: me)? to (?:ask|know|say|tell|add))\b",
    re.IGNORECASE,
)


def fitting(turn: Turn, intent: HeardIntent, lines: Sequence[str]) -> tuple[str, ...]:
    """The lines whose yes or no is true of the question; where none is, what is true of it, and the fact is told.

    To an open question a bare yes or no before the answer goes. "Anything you want to ask?" gets no bare yes, but their
    own question, or that there is none.
    """
    if asks_openly(_TO_WHOM.sub("", intent.span.strip(), count=1)) and not asks_yes_or_no(intent.span):
        return tuple(map(without_bare_word, lines))
    if _ANYTHING.search(intent.span) and any(said_yes_or_no(one) == "yes" for one in lines):
        return _of_their_own(turn)
    truth = true_of(turn, intent)
    if truth is None or not any(said_yes_or_no(one) for one in lines):
        return tuple(lines)
    true = tuple(one for one in lines if said_yes_or_no(one) in (None, truth.answer))
    return true or _as_it_is(turn, truth)


def answered_by_another(turn: Turn, intent: HeardIntent, brought: Brought | None) -> bool:
    """Whether what the question would bring out has the wrong yes or no; what is true of it is said then instead."""
    truth = true_of(turn, intent) if brought is not None and any(map(said_yes_or_no, brought.lines)) else None
    if brought is None or truth is None or truth.fact == brought.fact:
        return False
    if any(said_yes_or_no(one) in (None, truth.answer) for one in brought.lines):
        return False
    turn.say(_as_it_is(turn, truth), f"true:{truth.fact}")
    return True


def true_of(turn: Turn, intent: HeardIntent) -> Truth | None:
    """What the facts answer to the question in an intent's words, where that is sure."""
    if not asks_yes_or_no(intent.span):
        return None
    facts = turn.setting.scenario.facts
    truth = truth_of(intent.span, facts)
    return truth if truth is not None and truth.fact is not None and _open_to_them(turn, truth.fact) else None


def _open_to_them(turn: Turn, name: str) -> bool:
    fact = turn.setting.scenario.facts[name]
    return turn.mind.holds in fact.known_by and willing(fact, turn.mind, turn.setting.moments)


def _as_it_is(turn: Turn, truth: Truth) -> tuple[str, ...]:
    who = turn.setting.caller
    word = f"{truth.answer.capitalize()}."
    if truth.fact is not None and truth.tells:
        turn.tell(truth.fact, "asked")
    if turn.mind.answers_by == "speech" and truth.fact is not None:
        fact = turn.setting.scenario.facts[truth.fact]
        agreeing = tuple(one for one in fact.says if said_yes_or_no(one) in (None, truth.answer))
        if value_told(fact).lower().startswith(truth.answer) and agreeing:
            return agreeing
    return (who.says_yes if truth.answer == "yes" else who.says_no) or (word,)


def _of_their_own(turn: Turn) -> tuple[str, ...]:
    for name in reversed(turn.mind.questions_open):
        question = question_of(turn.setting.scenario, name)
        return question.again or question.says
    return NOTHING_ELSE
