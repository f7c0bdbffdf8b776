"""Which points are critical in a run: by what kind of contact it is, as the force's policy says."""

from scenarios.policy import Policy
from scenarios.scenario import Scenario
from scoring.catalogue import MarkingPoint
from scoring.outcome import Criticality


def run_types(scenario: Scenario) -> frozenset[str]:
    """Emergency, information, identity: what kinds of contact a scenario is; always `any` as well."""
    kinds = {"any"}
    if scenario.channel.kind == "999" or any("life_risk" in fact.tags for fact in scenario.facts.values()):
        kinds.add("emergency")
    if scenario.verification is not None and scenario.channel.desk == "ticket":
        kinds.add("identity")
    elif scenario.restricted:
        kinds.add("information")
    return frozenset(kinds)


def criticals(scenario: Scenario, policy: Policy) -> frozenset[str]:
    """The points that the policy calls critical in this kind of contact."""
    return frozenset(name for kind in run_types(scenario) for name in policy.pass_rules.criticals.get(kind, ()))


def criticality(point: MarkingPoint, critical_here: frozenset[str], policy: Policy) -> Criticality:
    """How critical a point is here. A critical of another kind of contact is held; so is a demoted one."""
    if point.id in policy.pass_rules.demoted:
        return "hold"
    if point.id in critical_here:
        return "critical"
    return "hold" if point.critical == "critical" else point.critical
