"""The plan behind a stored call, read from the scenario text that was kept with it."""

from reports.kept import compiled_from
from reports.store import Store
from reports.stored import StoredCall
from scenarios.problems import ProblemsFound
from scenarios.scenario import Frozen


class PlanPage(Frozen):
    """What the plan says about a run: never shown to a trainee before it."""

    title: str
    family: str
    aim: str
    why_simulated: str
    from_ms: int
    to_ms: int
    criteria: tuple[str, ...]
    questions: tuple[str, ...]
    design: str
    caller: str
    caller_role: str
    variant: str
    variants: int
    background: str


class PlanMissing(Frozen):
    """The kept text could not be read as a plan; everything else of the call still can."""

    why: str


def plan_of(store: Store, call: StoredCall) -> PlanPage | PlanMissing:
    """The plan of a stored call, or why it cannot be shown."""
    try:
        compiled = compiled_from(store.scenario_text(call.started.fingerprint))
    except ProblemsFound as found:
        first = str(found.problems[0]) if found.problems else "no reason given"
        return PlanMissing(why=f"The scenario text that was kept cannot be read by this version: {first}")
    scenario = compiled.for_seed(call.started.seed)
    number = compiled.variant(call.started.seed)
    plan = scenario.plan
    return PlanPage(
        title=scenario.title,
        family=scenario.family,
        aim=plan.aim,
        why_simulated=plan.why_simulated,
        from_ms=plan.length.from_,
        to_ms=plan.length.to,
        criteria=plan.criteria,
        questions=plan.questions,
        design=plan.design,
        caller=scenario.caller.name,
        caller_role=scenario.caller.role,
        variant=compiled.variant_names[number] if number < len(compiled.variant_names) else "",
        variants=len(compiled.surfaces),
        background=scenario.sounds.bed,
    )
