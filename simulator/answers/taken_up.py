"""What a short question of what was just told asks of this caller: a topic, the line itself, or nothing that they know.

Heard alone "when was that?" is the time of tonight and "whose is it?" the suspect, whatever was told a moment ago.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scenarios.scenario import Place, Scenario
from simulator.answers.follow_on import FollowOn, detail_told, follow_on, telling, things, topic_asked
from simulator.answers.telling import brought_out
from simulator.answers.very_words import asks_in_very_words
from simulator.heard import HeardIntent, Understood
from simulator.mind import Mind
from simulator.moments import Moments

ENOUGH = 0.34  # of the words of a topic's question, where the hearing was led to that topic
_OF_A_PERSON = re.compile(r"\b(?:he|she|him|her|his|they|them|man|men|woman|lady|lad|bloke|person|people)\b", re.I)
_HIS = re.compile(r"\b(?:his|their)\b", re.IGNORECASE)
# What is asked for by these is where they are, though they spoke of a house.
_PLACES = telling("house home place flat address building road street room shop incident emergency job town car")
THE_STORY = "ASK_WHAT_HAPPENED"
# What goes on, and so has a beginning: that they live alone, or how they are, is nothing of that.
_HAPPENS = (
    "ASK_WHAT_HAPPENED", "ASK_WHEN", "ASK_SUSPECT_NOW", "ASK_CRIME_DETAIL", "ASK_PATTERN", "ASK_WEAPON",
    "ASK_WHO_SUSPECT",
)  # fmt: skip
_TOLD_OF_THEMSELVES = ("ASK_PERSON_DETAILS", "VER_ASK", "ASK_CALLBACK", "ASK_LOCATION", "ASK_WHEN")


@dataclass(frozen=True)
class TakenUp:
    """The intent that is asked, or the words that answer; without either they do not know."""

    intent: HeardIntent | None = None
    says: str = ""


def understood_anyway(before: Mind, heard: Understood) -> Understood:
    """The words as understood, where they only take up what was told and meant nothing to the hearing."""
    if heard.understood or not _may_be(before) or follow_on(heard.text, before.last_line) is None:
        return heard
    asks = HeardIntent(id="LISTEN_CLARIFY", confidence=1.0, span=heard.text)
    return heard.model_copy(update={"understood": True, "intents": (asks,)})


def taken_up(
    scenario: Scenario,
    before: Mind,
    moments: Moments,
    intent: HeardIntent,
    text: str,
    answered: Callable[[HeardIntent], bool],
) -> TakenUp | None:
    """What the intent's words ask of what was just told; None where they do not take it up, or the intent fits it.

    `answered` says whether this caller has an answer to an intent now.
    """
    told = before.last_line
    if not _may_be(before):
        return None
    if (other := _of_another_thing(scenario, before, moments, intent, answered)) is not None:
        return other
    asked = follow_on(intent.span, told) if _stands_first(intent, text, told) else None
    if asked is None or (asked.asks in ("when", "where") and not things(told)):
        return None  # of "I'm on my own" nothing but the incident has a time or a place
    if asked.asks == "when" and intent.id == "ASK_WHEN" and THE_STORY in before.about:
        return None  # of what has happened it is the time of that
    if asked.asks == "since" and intent.id == "ASK_WHEN" and tells_what_happens(scenario, before):
        return None
    if asked.asks == "whose" and asked.thing and (says := detail_told(asked, told)):
        return TakenUp(says=says)
    if (
        asked.asks in ("when", "since", "where")
        and intent.id != "topic"
        and _is_told(scenario, before, moments, intent)
    ):
        return None
    likest = topic_asked(asked, told, _topics(scenario), _topics_of(before.about))
    taken = set(likest) & set(_topics_of(before.about))
    if intent.id == "topic" and not taken and asks_in_very_words(scenario, intent.span, intent.slot):
        return None  # the others are only somewhat like what was told
    fitting = [one for one in (_topic(name, intent) for name in likest) if answered(one)]
    if intent.id == "topic" and (intent.slot in likest or not fitting) and _near(scenario, intent, asked, before):
        return None
    if fitting:
        return TakenUp(fitting[0])
    if intent.id != "topic" and _fits(scenario, before, moments, intent, asked):
        return None
    if says := detail_told(asked, told):
        return TakenUp(says=says)
    whose = HeardIntent(id="ASK_WHO_SUSPECT", confidence=intent.confidence, span=intent.span)
    if asked.asks == "whose" and asked.thing and _HIS.search(told) and brought_out(scenario, before, moments, whose):
        return TakenUp(whose)
    return TakenUp()


def _may_be(before: Mind) -> bool:
    return before.opened and before.answers_by == "speech" and bool(before.about) and bool(before.last_line)


def _stands_first(intent: HeardIntent, text: str, told: str) -> bool:
    """Whether nothing stands before it but what the caller said and signs of listening: "a crowbar. Which one?"."""
    return bool(intent.span) and telling(text.partition(intent.span)[0]) <= telling(told)


def _topics(scenario: Scenario) -> Iterable[tuple[str, tuple[str, ...]]]:
    return ((name, topic.examples) for name, topic in scenario.topics.items())


def _topics_of(about: Iterable[str]) -> tuple[str, ...]:
    return tuple(one.removeprefix("topic:") for one in about if one.startswith("topic:"))


def _topic(name: str, intent: HeardIntent) -> HeardIntent:
    return HeardIntent(id="topic", slot=name, confidence=0.9, span=intent.span)


def _near(scenario: Scenario, intent: HeardIntent, asked: FollowOn, before: Mind) -> bool:
    """Whether the topic that was heard is of what was told; only few things say anything, and "it" is one of those."""
    topic = scenario.topics.get(intent.slot or "")
    if asked.asks == "saying" or f"topic:{intent.slot}" in before.about or topic is None:
        return True
    said = telling(before.last_line)
    examples = (telling(one) for one in topic.examples)
    return any(len(words & said) >= ENOUGH * len(words) for words in examples if words)


def _fits(scenario: Scenario, before: Mind, moments: Moments, intent: HeardIntent, asked: FollowOn) -> bool:
    """Whether what was heard in general is answered by what was told, or by a fact of the same thing."""
    brought = brought_out(scenario, before, moments, intent)
    if asked.asks == "whose" or brought is None:
        return False
    if _is_told(scenario, before, moments, intent):
        return True
    if asked.asks in ("when", "where"):
        return bool(things(before.last_line) & _of_the_incident(scenario))
    if asked.asks == "sort" and intent.id == "ASK_DESC_PERSON":
        return _OF_A_PERSON.search(before.last_line) is not None
    return bool(telling(before.last_line) & telling(" ".join((*scenario.facts[brought.fact].says, *brought.lines))))


def _is_told(scenario: Scenario, before: Mind, moments: Moments, intent: HeardIntent) -> bool:
    """Whether the line that was just said answered the very same."""
    brought = brought_out(scenario, before, moments, intent)
    return bool({brought.fact if brought else "", intent.id, f"{intent.id}:{intent.slot}"} & {*before.about})


def _of_another_thing(
    scenario: Scenario,
    before: Mind,
    moments: Moments,
    intent: HeardIntent,
    answered: Callable[[HeardIntent], bool],
) -> TakenUp | None:
    """What "when was that torch in the garden?" gets where the torch was told of and is not what they ring about."""
    asks = FollowOn("when" if intent.id == "ASK_WHEN" else "where", "")
    named = things(intent.span) - _PLACES
    brought = brought_out(scenario, before, moments, intent)
    if intent.id not in ("ASK_WHEN", "ASK_LOCATION") or not named or brought is None:
        return None
    if named & (_of_the_incident(scenario) | telling(" ".join(brought.lines))):
        return None
    if not named & telling(" ".join((*before.lately, before.last_line))):
        return None
    of_it = topic_asked(asks, intent.span, _topics(scenario), ())
    fitting = (_topic(name, intent) for name in of_it)
    return TakenUp(next((one for one in fitting if answered(one)), None))


def tells_what_happens(scenario: Scenario, before: Mind) -> bool:
    """Whether the line that was just said tells of what goes on, whose time is the time of it all."""
    return THE_STORY in before.about or bool(telling(before.last_line) & _of_the_incident(scenario, _HAPPENS))


def _of_the_incident(scenario: Scenario, kinds: tuple[str, ...] = ("",)) -> frozenset[str]:
    """What the opening and the facts of the incident, or of these kinds, speak of.

    Who the caller is and where they live are none.
    """
    lines = list(scenario.opening)
    for fact in scenario.facts.values():
        of_it = [name for name in fact.told_when.asked if not name.startswith((*_TOLD_OF_THEMSELVES, "topic:"))]
        if any(name.startswith(kinds) for name in of_it) and not isinstance(fact.value, Place):
            lines += [*fact.says, *fact.again]
    return telling(" ".join(lines))
