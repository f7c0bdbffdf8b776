"""Somebody who is spoken of becomes topics: what a handler asks of them by name, and what the caller says to it.

A caller who names Daddy will be asked how old he is, what he looks like and whether he knows. An author writes the
answers once for each person; the questions are those of vocabulary/about.yaml, with every name the person goes by.
"""

import re
from collections.abc import Iterator, Mapping

from scenarios.facts import Answer
from scenarios.judged import Topic
from scenarios.person import SpokenOf
from scenarios.scenario import Scenario
from scenarios.vocabulary.about import Aspect, aspects, topic_id

FEWER = 2  # questions of an aspect that are put with each name but the first two: the sense is known by then


def with_people(scenario: Scenario) -> Scenario:
    """The scenario with the topics and answers of everybody who is spoken of, behind those that its author wrote."""
    found = tuple(_topics(scenario))
    if not found:
        return scenario
    topics = {name: Topic(examples=examples) for name, examples, _ in found}
    answers = tuple(Answer(to=f"topic:{name}", say=lines) for name, _, lines in found)
    return scenario.model_copy(
        update={"topics": {**scenario.topics, **topics}, "answers": (*scenario.answers, *answers)}
    )


def _topics(scenario: Scenario) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Each topic's name, questions and answers."""
    written = _written(scenario) if scenario.spoken_of else frozenset()
    for name, person in scenario.spoken_of.items():
        for aspect in aspects().values():
            lines = _lines(person, aspect, written)
            if lines:
                yield topic_id(name, aspect.id), _questions(person, aspect), lines


def _lines(person: SpokenOf, aspect: Aspect, written: frozenset[str]) -> tuple[str, ...]:
    """What is said of the aspect; nothing where the call has its own questions for it."""
    if aspect.id in person.about:
        return person.about[aspect.id]
    if aspect.id in person.elsewhere or any(_bare(one) in written for one in _every_question(person, aspect)):
        return ()
    return person.unknown


def _questions(person: SpokenOf, aspect: Aspect) -> tuple[str, ...]:
    return tuple(
        question
        for number, name in enumerate(person.called)
        for question in aspect.asked_of(name)[: None if number < 2 else FEWER]
    )


def _every_question(person: SpokenOf, aspect: Aspect) -> Iterator[str]:
    for name in person.called:
        yield from aspect.asked_of(name)


def _written(scenario: Scenario) -> frozenset[str]:
    """The questions of the author's own, as far as they can be compared."""
    topics = (one for topic in scenario.topics.values() for one in topic.examples)
    closed = (one for fact in scenario.facts.values() for one in (*fact.yes_to, *fact.no_to))
    return frozenset(map(_bare, (*topics, *closed)))


_CONTRACTED: Mapping[str, str] = {"what's": "what is", "where's": "where is", "who's": "who is", "how's": "how is"}


def _bare(question: str) -> str:
    words = re.findall(r"[\w']+", question.lower())
    return " ".join(_CONTRACTED.get(word, word) for word in words if word not in ("and", "so"))
