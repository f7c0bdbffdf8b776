"""What the truth answers to a yes-or-no question: yes, no, or nothing where that is not sure. A wrong yes is worse."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Protocol

from scenarios.once import once
from scenarios.scenario import Fact
from simulator.answers.agreed import Offer, offered
from simulator.answers.answer_word import YesNo
from simulator.answers.by_order import by_place, without_order
from simulator.answers.same_question import Content, bare, content, how_alike, may_be_same
from simulator.answers.yes_or_no import alternatives, begins_as_question, closed_clauses
from simulator.heard import HeardIntent, Truth, Understood
from simulator.sentences import sentences
from simulator.understanding.cutting.endearments import without_the_last
from simulator.understanding.cutting.persons_named import with_persons_named
from simulator.understanding.standard import standard

ENOUGH_ALIKE, CLEARLY = 0.6, 0.15
NEAR_ENOUGH, NEARER = 0.62, 0.04  # in sense, where the words alone find nothing...
NEAR_ENOUGH_CUT_SHORT = 0.72  # ...and where they hardly make a question: "the order?"
ITS_OWN = 0.95  # how sure a topic is of its own examples
MOST_IN_ORDER = 4  # closed questions answered one by one in a breath
AS_WRITTEN = 0.9  # how sure it is that words asked what the author wrote a question for
_OF_THAT = re.compile(
    r"(?:is|would|will|was) (?:that|this|it) (?:be )?(?:safe|okay|ok|all right|alright|fine|possible|right)"
    r"(?: (?:for|with) you)?"
)
_CHOICE_BETWEEN_QUESTIONS = re.compile(r",? or ")


class Alike(Protocol):
    """How alike words are to each of some examples, 0 to 1; None where that is not known."""

    def __call__(self, text: str, examples: tuple[str, ...]) -> tuple[float, ...] | None: ...

    def __hash__(self) -> int: ...


@dataclass(frozen=True)
class _Known:
    yes_to: tuple[str, ...]
    no_to: tuple[str, ...]
    fact: str | None = None
    binary: bool = False


@dataclass(frozen=True, eq=False)
class _Questions:
    """All questions of a call that have a yes or a no: what they are about, as they are written, and one by one."""

    known: tuple[_Known, ...]
    of_facts: bool  # whether any is the author's own
    written: Mapping[str, Truth]
    asked: tuple[tuple[_Known, YesNo, str], ...]
    examples: tuple[str, ...]


# What anybody who cannot speak can answer, whatever the call is about.
_OF_THE_LINE = (
    _Known(("can you hear me", "are you there", "are you still there", "are you on the line"), ()),
    _Known(("do you understand", "did you understand that", "is that okay", "is that clear",
            "is that all right with you", "do you follow"), ()),
    _Known(("do you need the police", "do you need help", "do you want the police", "do you need an officer",
            "do you want me to send the police", "do you need us", "is this an emergency", "are you in trouble"), ()),
    _Known(
        ("are you unable to talk", "are you unable to speak", "is it hard to talk", "do you have to be quiet",
         "can someone hear you", "is somebody listening", "is someone there listening", "is it difficult to talk",
         "are you not able to speak freely", "can anybody hear you"),
        ("can you talk", "can you speak", "can you speak freely", "can you talk freely", "is it safe to talk",
         "is it safe to speak", "are you able to talk", "are you able to speak", "are you free to talk",
         "are you free to speak", "can you say anything", "are you safe to talk", "is it safe for you to talk"),
    ),
)  # fmt: skip


def truth_of(text: str, facts: Mapping[str, Fact], alike: Alike | None = None) -> Truth | None:
    """What the truth answers to these words, or None where they are not clear questions about known things.

    `alike` says how alike words are in sense; without it only the words themselves count. Several questions at once
    have an answer only where it is the same one to all of them.
    """
    return _as_one(_all_of(text, facts, alike))


def answers_to(text: str, facts: Mapping[str, Fact], alike: Alike | None = None) -> Truth | None:
    """The same for somebody who can say more than one word: several answers in order, and in the words offered."""
    choice = without_order(text)
    placed = None if choice is None else by_place(choice, partial(truth_of, facts=facts, alike=alike))
    if placed is not None:
        return placed
    offer = offered(text)
    asked = _in_order(_all_of(offer.besides if offer.signs else text, facts, alike))
    if not offer.signs:
        return asked
    signed = _by_sign(offer, facts, alike)
    if asked is None or (signed is not None and signed.fact in {one.fact for one in (asked, *asked.then)}):
        return signed
    words = {one.holds: one.word for one in offer.signs if not one.means}
    each = tuple(replace(one, word=words.get(one.answer == "yes", "")) for one in (asked, *asked.then))
    return replace(each[0], then=(*each[1:], *((signed,) if signed else ())))


def _all_of(text: str, facts: Mapping[str, Fact], alike: Alike | None) -> tuple[Truth | None, ...]:
    return _to_each(text, _questions_of(facts), alike)


@lru_cache(maxsize=8192)  # asked several times of one utterance, and robots say the same in thousands of calls
def _to_each(text: str, questions: _Questions, alike: Alike | None) -> tuple[Truth | None, ...]:
    found = tuple(dict.fromkeys(_each(with_persons_named(standard(without_the_last(text))), questions, alike)))
    if len(found) > 1:
        # "Is everything all right? Are you there?" asks two things; only the one about the call itself is worth a tap.
        found = tuple(one for one in found if one is None or one.fact is not None)
    return found


def _as_one(found: tuple[Truth | None, ...]) -> Truth | None:
    truths = tuple(one for one in found if one is not None)
    if not truths or len(truths) < len(found) or len({one.answer for one in truths}) > 1:
        return None
    first, *others = truths
    also = tuple(one.fact for one in others if one.fact is not None and one.tells)
    return replace(first, also=also, more=len({one.fact for one in others} - {first.fact}))


def _in_order(found: tuple[Truth | None, ...]) -> Truth | None:
    """One answer where it is the same to all, else one each; None where any of them is not sure, or they are many."""
    truths = tuple(one for one in found if one is not None)
    one = _as_one(found)
    if one is not None or not truths or len(truths) < len(found) or len(truths) > MOST_IN_ORDER:
        return one
    return replace(truths[0], then=truths[1:])


def _by_sign(offer: Offer, facts: Mapping[str, Fact], alike: Alike | None) -> Truth | None:
    """The truth of what the offered words stand for, with the word that fits it; None where nothing of it is sure."""
    signs = tuple(one for one in offer.signs if one.means)
    sure = {sign: truth for sign in signs if (truth := truth_of(sign.means, facts, alike)) is not None}
    for sign, truth in sure.items():
        if (truth.answer == "yes") == sign.holds:
            return replace(truth, word=sign.word)
    if not sure:
        return None
    others = tuple(sign for sign in signs if sign not in sure)
    # Of two words one fits; where only one was offered, and it does not, plain no is left.
    word = others[0].word if len(others) == 1 and len(signs) == 2 else "no"
    return replace(next(iter(sure.values())), word=word)


def as_asked(heard: Understood, facts: Mapping[str, Fact], alike: Alike | None = None) -> Understood:
    """The words with the question that they ask: a fact's own yes-or-no question is its question in other words."""
    if not _questions_of(facts).of_facts:
        return heard
    truth = answers_to(heard.text, facts, None if _is_a_topics_own(heard) else alike)
    heard = heard.model_copy(update={"truth": truth})
    for one in () if truth is None else (truth, *truth.then):
        heard = _with_its_question(heard, one, facts, alike)
    return heard


def _is_a_topics_own(heard: Understood) -> bool:
    """Whether all that was said is a topic's question in near its own words: it is like no other question in sense."""
    return len({one.span for one in heard.intents}) == 1 and any(
        one.id == "topic" and one.confidence >= ITS_OWN for one in heard.intents
    )


def _with_its_question(heard: Understood, truth: Truth, facts: Mapping[str, Fact], alike: Alike | None) -> Understood:
    asked = facts[truth.fact].told_when.asked if truth.fact is not None else ()
    if not asked or any(intent.answers_to(name) for intent in heard.intents for name in asked):
        return heard
    name, _, slot = asked[0].partition(":")
    sentence = next((one for one in sentences(heard.text) if truth_of(one, facts, alike) == truth), heard.text)
    intent = HeardIntent(id=name, slot=slot or None, confidence=AS_WRITTEN, span=sentence)
    return heard.model_copy(
        update={
            "understood": True,
            "intents": (*heard.intents, intent),
            "decided_by": (*heard.decided_by, "a yes-or-no question of the scenario's"),
        }
    )


def asks_yes_or_no(text: str) -> bool:
    """Whether the words hold a yes-or-no question at all."""
    return bool(closed_clauses(text))


def questions_of_the_line() -> tuple[str, ...]:
    """The questions that every caller can answer, whatever the call is about."""
    return tuple(example for known in _OF_THE_LINE for _, example in _questions(known))


@once
def _questions_of(facts: Mapping[str, Fact]) -> _Questions:
    """The questions that can be asked in a call with these facts."""
    own = tuple(_known(name, fact) for name, fact in facts.items() if fact.yes_to or fact.no_to)
    known = (*own, *_OF_THE_LINE)
    asked = tuple((one, answer, example) for one in known for answer, example in _questions(one))
    return _Questions(known, bool(own), _written(known), asked, tuple(example for _, _, example in asked))


def _known(name: str, fact: Fact) -> _Known:
    return _Known(fact.yes_to, fact.no_to, name, fact.closed is not None)


def _each(text: str, questions: _Questions, alike: Alike | None) -> Iterator[Truth | None]:
    """What the truth answers to each question in the text, in order; None for one that has no sure answer."""
    for sentence in sentences(text):
        as_written = questions.written.get(bare(sentence))
        if as_written is not None:
            yield as_written
            continue
        clauses = closed_clauses(sentence)
        plainly = tuple(clause for clause in clauses if begins_as_question(clause))
        for place, clause in enumerate(plainly or clauses):
            if place and _OF_THAT.fullmatch(clause):
                continue  # asked of what was asked just before
            parts = alternatives(clause)
            halves = [_about(half, questions, alike) for half in parts]
            # "Is he upstairs or downstairs?" has no yes-or-no answer; "is he hurting or threatening you?" has.
            if len({half and half.answer for half in halves}) == 1:
                yield halves[0]
            elif _any_is_so(clause, halves):
                yield next(half for half in halves if half is not None and half.answer == "yes")
            elif all(map(begins_as_question, _CHOICE_BETWEEN_QUESTIONS.split(clause))) and None not in halves:
                yield from halves  # "is he near you or has he gone?": two questions
            else:
                yield None


def _any_is_so(clause: str, halves: Iterable[Truth | None]) -> bool:
    """Whether it asks of several things whether any of them is so, and one is: "has he hit you, or threatened to?".

    "Is he near you or has he gone?" is a choice, which no yes alone answers: both are about the same fact.
    """
    sure = [half for half in halves if half is not None]
    if len(sure) < 2 or not all(map(begins_as_question, _CHOICE_BETWEEN_QUESTIONS.split(clause))):
        return False
    facts = {half.fact for half in sure}
    return None not in facts and len(facts) == len(sure) and any(half.answer == "yes" for half in sure)


def _written(known: tuple[_Known, ...]) -> Mapping[str, Truth]:
    """The truth of each question as it was written; of several written alike the first."""
    found: dict[str, Truth] = {}
    for one in known:
        for answer, example in _questions(one):
            if words := bare(example):
                found.setdefault(words, _truth(one, answer))
    return found


def _truth(known: _Known, answer: YesNo) -> Truth:
    return Truth(answer, known.fact, known.fact is not None and (answer == "yes" or known.binary))


@lru_cache(maxsize=8192)  # robots say the same in thousands of calls
def _about(clause: str, questions: _Questions, alike: Alike | None) -> Truth | None:
    found = _in_words(clause, questions.known)
    return _in_sense(clause, questions, alike) if found is None and alike is not None else found


def _in_words(clause: str, known: Iterable[_Known]) -> Truth | None:
    words = content(clause)
    fits = sorted(_fits(words, known), key=lambda fit: -fit[0])
    # One word alone is a question only where the author wrote it so: "upstairs?" asks nothing that is sure.
    if not fits or fits[0][0] < (ENOUGH_ALIKE if " " in clause else 1.0):
        return None
    best = fits[0]
    others = [fit for fit in fits[1:] if (fit[1].answer, fit[1].fact) != (best[1].answer, best[1].fact)]
    if others and best[0] - others[0][0] < CLEARLY and others[0][1].answer != best[1].answer:
        return None
    return best[1]


def _in_sense(clause: str, questions: _Questions, alike: Alike) -> Truth | None:
    """The truth of the question nearest in sense, if nothing that has the other answer is nearly as near."""
    words = content(clause)
    if not words.words:
        return None  # "is he...", broken off
    offers = clause.startswith("shall ")  # "shall I repeat it?" asks what they would like, and hardly what is so
    least = NEAR_ENOUGH if begins_as_question(clause) and not offers else NEAR_ENOUGH_CUT_SHORT
    near = alike(clause, questions.examples) or ()
    fits = sorted(
        (
            (how, one, answer)
            for how, (one, answer, example) in zip(near, questions.asked, strict=False)
            if how >= least - NEARER and may_be_same(words, content(example))
        ),
        key=lambda fit: -fit[0],
    )
    if not fits or fits[0][0] < least:
        return None
    how, one, answer = fits[0]
    if any(other != answer and how - at < NEARER for at, _, other in fits):
        return None
    return _truth(one, answer)


def _questions(known: _Known) -> Iterator[tuple[YesNo, str]]:
    for example in known.yes_to:
        yield "yes", example
    for example in known.no_to:
        yield "no", example


def _fits(words: Content, known: Iterable[_Known]) -> Iterator[tuple[float, Truth]]:
    for one in known:
        sides: tuple[tuple[YesNo, tuple[str, ...]], ...] = (("yes", one.yes_to), ("no", one.no_to))
        for answer, examples in sides:
            said, have = _contents(examples)
            # A word that none of its questions has may be just the one that matters.
            if not words.words <= have:
                continue
            alike = max((how_alike(words, clause) for clause in said), default=0.0)
            yield alike, _truth(one, answer)


@lru_cache(maxsize=4096)
def _contents(examples: tuple[str, ...]) -> tuple[tuple[Content, ...], frozenset[str]]:
    """What each of some questions says, and all their words."""
    said = tuple(map(content, examples))
    return said, frozenset().union(*(clause.words for clause in said))
