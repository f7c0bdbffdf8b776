"""Whether the items of identity marked so far reach the policy's level for the request."""

from collections.abc import Mapping

from scenarios.policy import Policy
from scenarios.scenario import Scenario


def is_verified(scenario: Scenario, policy: Policy, marked: Mapping[str, str]) -> bool:
    """True once enough accepted items are marked passed, those the policy insists on among them."""
    if scenario.verification is None:
        return False
    level = policy.verification.get(scenario.verification.request)
    if level is None or not level.by_phone or level.needed == 0:
        return False
    passed = {item for item, result in marked.items() if result == "passed"}
    accepted = passed & set(level.items) if level.items else passed
    return len(accepted) >= level.needed and set(level.must) <= passed
