"""Whether a scenario is a good member of the library: surfaces, its folder's name, rehearsals, the caller's role."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from scenarios.problems import Fault, fault, hint
from scenarios.scenario import Scenario
from scenarios.vocabulary import vocabulary

ENOUGH_REHEARSALS = 4


def whole_doubts(surfaces: Sequence[Scenario], path: Path, rehearsals: Mapping[Path, Any]) -> Iterator[Fault]:
    """Doubts about a scenario in a library; `rehearsals` are the data of those beside it."""
    folder, scenario_id = path.resolve().parent.name, surfaces[0].id
    if folder != scenario_id:
        yield fault(("id",), "L09", word=scenario_id, folder=folder)
    if len(surfaces) < 2:
        yield fault(("id",), "L08", on_key=True)
    if len(rehearsals) < ENOUGH_REHEARSALS:
        yield fault(("id",), "L06", on_key=True, count=len(rehearsals))
    if rehearsals and not any(_expects_met(data) for data in rehearsals.values()):
        yield fault(("id",), "L07", on_key=True)


def role_doubts(scenario: Scenario) -> Iterator[Fault]:
    """A role of the caller that the desk's form does not offer."""
    field, role = vocabulary().field(scenario.channel.desk, "role"), scenario.caller.role
    choices = field.choices if field else ()
    if role.lower() not in choices:
        yield fault(("caller", "role"), "L13", word=role, hint=hint(role, choices))


def _expects_met(data: Any) -> bool:
    expect = data.get("expect") if isinstance(data, dict) else None
    return isinstance(expect, dict) and expect.get("outcome") == "met"
