"""The keyword-stuffer: says and writes every word that might count, knows nothing of the call, listens to nobody."""

from scenarios.policy import Policy
from scenarios.scenario import Scenario
from scenarios.vocabulary import vocabulary
from scenarios.vocabulary.words import Field
from simulator import actions
from simulator.robot_plan import Planned
from simulator.steps import Step

PHRASES_AT_ONCE = 6


def stuffed(scenario: Scenario, policy: Policy) -> tuple[Planned, ...]:
    """What it does on any call: every intent's first example, every field and heading filled, the highest grade."""
    steps: list[Step] = [actions.Answer(), actions.Say(text=policy.greetings[scenario.channel.kind].model)]
    known = vocabulary()
    phrases = [intent.examples[0] for intent in known.intents.values() if intent.examples and not intent.negative]
    for at in range(0, len(phrases), PHRASES_AT_ONCE):
        steps.append(actions.Say(text=" ".join(phrases[at : at + PHRASES_AT_ONCE])))
    fields = known.fields[scenario.channel.desk].values()
    steps += [actions.Record(values={field.id: _anything(field)}) for field in fields]
    everything = ", ".join(f"{field.label.lower()} {_anything(field)}" for field in fields)
    steps += [actions.Note(text=everything, section=section) for section in known.lists["sections"]]
    steps += [actions.Assess(item=item, level="high", note=everything) for item in known.lists["thrive"]]
    steps += [
        actions.LookUp(system=system.id, query=scenario.channel.number or "", reason=policy.purposes[0].id)
        for system in known.lists["systems"].values()
        if system.desk in ("both", scenario.channel.desk)
    ]
    steps += [actions.Grade(to=policy.grades[0].id), actions.ExplainGrade(because=everything)]
    steps += [actions.HandOver(text=everything), actions.Clear(), actions.FinishWrapUp()]
    return tuple(Planned(step) for step in steps)


def _anything(field: Field) -> str:
    if field.choices:
        return field.choices[0]
    return {"answer": "yes", "time": "12:00", "age": "40", "date": "01/01/1990"}.get(field.kind, "knife weapon injured")
