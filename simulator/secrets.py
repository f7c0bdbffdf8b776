"""The secrets of a call as understanding knows them: each with the names of whom it is about."""

from scenarios.once import once
from scenarios.person import Caller, OtherPerson
from scenarios.scenario import Restricted, Scenario
from simulator.understanding.named_person import pronoun_of
from simulator.understanding.situation import Secret

_OF_WOMEN = ("woman", "older-woman", "young-woman", "child")
_OF_MEN = ("man", "older-man", "young-man", "child")


@once
def secrets(scenario: Scenario) -> tuple[Secret, ...]:
    """Every restricted value of the scenario."""
    return tuple(Secret(s.id, s.value, s.phrases, s.confirms, _names(scenario, s)) for s in scenario.restricted)


def _names(scenario: Scenario, restricted: Restricted) -> tuple[str, ...]:
    """Whom it is about: those the contact concerns, and who speaks in it, where they can be she or he."""
    pronoun = pronoun_of((restricted.value, *restricted.phrases, *restricted.confirms))
    if not pronoun:
        return ()
    fitting = _OF_WOMEN if pronoun == "she" else _OF_MEN
    concerned = [f.value for f in scenario.facts.values() if f.field == "subject" and isinstance(f.value, str)]
    on_the_line: list[Caller | OtherPerson] = [scenario.caller, *scenario.others.values()]
    speaking = [one.name for one in on_the_line if one.voice.kind in fitting]
    return tuple(dict.fromkeys((*concerned, *speaking)))
