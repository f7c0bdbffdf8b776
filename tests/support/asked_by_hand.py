"""A caller of a real call asked one thing, with what was heard given by hand: for tests over several calls."""

from functools import cache

from scenarios.catalogue import Catalogue
from scenarios.scenario import Scenario
from simulator.caller import Line, Setting, reply
from simulator.heard import HeardIntent, HeardValue, Understood
from simulator.mind import Mind
from simulator.moments import Moments


@cache
def surface(call: str, seed: int) -> Scenario:
    """The call as a seed makes it."""
    return _catalogue().get(call).for_seed(seed)


@cache
def steady(call: str, seed: int) -> Scenario:
    """The same with a caller who keeps their head and says yes only to what is right, whoever rings there."""
    scenario = surface(call, seed)
    facts = {name: fact.model_copy(update={"agrees_to_anything": False}) for name, fact in scenario.facts.items()}
    caller = scenario.caller.model_copy(update={"panic": None})
    return scenario.model_copy(update={"facts": facts, "caller": caller})


@cache
def _catalogue() -> Catalogue:
    return Catalogue()


def heard(name: str, span: str, slot: str | None = None, sure: float = 0.95, *, beside: bool = False) -> HeardIntent:
    """One intent heard in a span of the words."""
    return HeardIntent(id=name, confidence=sure, slot=slot, span=span, beside=beside)


def said(
    scenario: Scenario,
    mind: Mind,
    text: str,
    *intents: HeardIntent,
    seed: int = 1,
    values: tuple[HeardValue, ...] = (),
    **moments: int,
) -> Line:
    """What the caller answers to the words, given what was heard in them and the moments that have happened."""
    words = Understood(text=text, understood=True, intents=intents, values=values)
    return reply(Setting(scenario, seed, Moments({"answered": 0, **moments})), mind, words)
