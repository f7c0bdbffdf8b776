"""Who holds the phone, what they know of the call, and who comes to it when asked for. Pure."""

from collections.abc import Mapping
from dataclasses import replace

from scenarios.once import once
from scenarios.scenario import Caller, Fact, OtherPerson, PhonePass, Scenario, Told
from simulator.answers.hand_back import wants_phone_back
from simulator.answers.wording import choose
from simulator.heard import Understood
from simulator.mind import Aside, Mind
from simulator.moments import NEVER, Moments

CALLER = "caller"
FEWEST_PRODS = 3
PLAIN_PRODS = ("Hello?", "Anybody there?")


def as_held(scenario: Scenario, holder: str) -> Scenario:
    """The scenario as whoever holds the phone lives it: their manner, their words, and only what they know.

    What somebody else knows stays among the facts, so that it can be read back, and is answered with "I don't know".
    """
    return _lives(scenario).get(holder) or _life(scenario, holder)


@once
def _lives(scenario: Scenario) -> Mapping[str, Scenario]:
    """The scenario as each person in it lives it; every call of it is lived by the same people."""
    return {holder: _life(scenario, holder) for holder in (CALLER, *scenario.others)}


def _life(scenario: Scenario, holder: str) -> Scenario:
    person = scenario.others.get(holder)
    own = {
        "answers": tuple(answer for answer in scenario.answers if holder in answer.by),
        "presses": tuple(one for one in scenario.presses if one.by == holder),
        "questions": tuple(one for one in scenario.questions if one.by == holder),
    }
    if person is None:
        facts = {
            name: fact if CALLER in fact.known_by else _unknown(fact, scenario.caller.does_not_know)
            for name, fact in scenario.facts.items()
        }
        return scenario.model_copy(update={**own, "facts": facts})
    caller = _as_caller(scenario.caller, person)
    unknown = person.defers or person.does_not_know
    facts = {
        name: _in_their_words(fact, holder) if holder in fact.known_by else _unknown(fact, unknown)
        for name, fact in scenario.facts.items()
    }
    return scenario.model_copy(update={**own, "caller": caller, "facts": facts, "opening_tells": ()})


def _as_caller(caller: Caller, person: OtherPerson) -> Caller:
    return Caller(
        name=person.name,
        role=person.role,
        voice=person.voice,
        mood=person.mood,
        age=person.age,
        background=person.background,
        not_understood=person.not_understood,
        does_not_know=person.does_not_know,
        acknowledges=person.acknowledges,
        silence=person.silence,
        silence_after=caller.silence_after,
        manners=person.manners,
        goodbye=person.goodbye,
    )


def _in_their_words(fact: Fact, holder: str) -> Fact:
    said = fact.said_by.get(holder)
    words = {"says": said, "again": (), "corrects": (), "spelled": (), "withheld": ()} if said else {}
    return fact.model_copy(update={**words, "first": None})


def _unknown(fact: Fact, lines: tuple[str, ...]) -> Fact:
    told = Told(asked=fact.told_when.asked, needs=(NEVER,))
    return fact.model_copy(
        update={"told_when": told, "withheld": lines, "again": lines, "corrects": lines, "first": None, "spelled": ()}
    )


def passed_to(mind: Mind, scenario: Scenario, holder: str) -> Mind:
    """The mind after the phone passed: what was told is shared, mood and trust are each person's own."""
    if holder == mind.holds:
        return mind
    aside = {**mind.aside, mind.holds: Aside(mind.mood, mind.trust, mind.moved)}
    person = scenario.others.get(holder)
    mood = person.mood if person is not None else scenario.caller.mood
    now = aside.get(holder, Aside(mood.starts, mood.trust, {}))
    return replace(
        mind,
        holds=holder,
        aside=aside,
        mood=now.mood,
        trust=now.trust,
        moved=now.moved,
        press_open=None,
        questions_open=(),
        opened=True,
        unheard=(),
    )


def asked_for(scenario: Scenario, mind: Mind, heard: Understood) -> PhonePass | None:
    """The person whom these words ask to come to the phone and who does not hold it yet, or None."""
    for one in scenario.passes:
        named = any(intent.answers_to(name) for intent in heard.intents for name in one.asked)
        if one.to != mind.holds and (named or (one.to == CALLER and wants_phone_back(heard.text))):
            return one
    return None


def can_come(one: PhonePass, moments: Moments) -> bool:
    """Whether they can take the phone now."""
    return all(map(moments.happened, one.needs)) and not any(map(moments.happened, one.unless))


def heard_by_holder(scenario: Scenario, mind: Mind, heard: Understood) -> tuple[Understood, bool]:
    """The words without the values that whoever holds the phone cannot know, and whether there were any."""
    known = tuple(
        value
        for value in heard.values
        if value.fact is None or value.fact not in scenario.facts or mind.holds in scenario.facts[value.fact].known_by
    )
    if len(known) == len(heard.values):
        return heard, False
    intents = heard.intents
    if not known:
        intents = tuple(one for one in intents if one.id not in ("READBACK", "NEG_LEAD_DATA"))
    return heard.model_copy(update={"values": known, "intents": intents}), True


def cannot_say(scenario: Scenario, mind: Mind, seed: int) -> str:
    """What whoever holds the phone says to a value that only somebody else knows."""
    person = scenario.others.get(mind.holds)
    lines = (person.defers or person.does_not_know) if person else scenario.caller.does_not_know
    return choose(lines, seed, f"defers:{mind.holds}", mind.count(f"defers:{mind.holds}"))


def prods(lines: tuple[str, ...], mind: Mind) -> tuple[str, ...]:
    """What whoever holds the phone says into a silence: their own words, and plain ones where they have few."""
    if mind.holds == CALLER or len(lines) >= FEWEST_PRODS:
        return lines
    return (*lines, *(one for one in PLAIN_PRODS if one not in lines))


def shown_as(scenario: Scenario, speaker: str, moments: Moments) -> str:
    """What the desk calls another person: who they are once they have said so, and nothing before."""
    person = scenario.others.get(speaker)
    if person is None or not any(map(moments.happened, person.named_from)):
        return ""
    return person.shown_as or person.role[:1].upper() + person.role[1:]


def style_of(scenario: Scenario, speaker: str, moments: Moments, now_ms: int) -> str:
    """How somebody on the line speaks; nobody whispers on once what they had to stay on the line for has come."""
    person = scenario.others.get(speaker)
    style = (person.voice if person else scenario.caller.voice).style
    return "neutral" if style == "whisper" and danger_is_over(scenario, moments, now_ms) else style


def danger_is_over(scenario: Scenario, moments: Moments, now_ms: int | None = None) -> bool:
    """Whether what the caller had to stay on the line for has come; given a time, before that."""
    until = scenario.stay_on_line_until
    if until is None or not moments.happened(until):
        return False
    return now_ms is None or moments.first[until] < now_ms
