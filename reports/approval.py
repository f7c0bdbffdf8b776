"""Approval of a scenario for assessment: bound to its fingerprint, so that any edit un-approves it (handbook 4.3.3)."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from scenarios.scenario import Frozen

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Approval(Frozen):
    """One decision of the internal quality assurer about one version of a scenario; never overwritten."""

    scenario: str
    fingerprint: str
    decision: Literal["approved", "retired"]
    author: Annotated[Words, Field(max_length=120)]
    reason: Annotated[Words, Field(max_length=4000)]
    at: AwareDatetime


def stands_approved(approvals: Iterable[Approval], fingerprint: str) -> bool:
    """Whether the newest decision about this very version approves it."""
    decisions = [one.decision for one in approvals if one.fingerprint == fingerprint]
    return bool(decisions) and decisions[-1] == "approved"
