"""The handbook's five principles for simulations (4.7.6), each with what this run shows of it."""

from collections.abc import Iterator

from reports.plan_page import PlanMissing, PlanPage
from reports.stored import StoredCall
from scenarios.scenario import Frozen
from simulator import events as e
from simulator.journal import Journal, clock, of_kind


class Principle(Frozen):
    """One principle in own words, and what this run recorded of it."""

    number: int
    text: str
    shown: tuple[str, ...]


def five_principles(call: StoredCall, plan: PlanPage | PlanMissing, journal: Journal) -> tuple[Principle, ...]:
    """The five principles in order."""
    tellers = (
        ("A realistic contingency in a realistic setting", _realistic(plan, journal)),
        ("No sign beforehand of what is coming", _unannounced(call)),
        ("Asks no more and no less than the real work", _demand(call, plan, journal)),
        ("Planned, documented and played as planned", _planned(call, plan)),
        ("One of a range for the same aspect, in rotation", _range(call, plan)),
    )
    return tuple(
        Principle(number=number, text=text, shown=tuple(shown)) for number, (text, shown) in enumerate(tellers, start=1)
    )


def _realistic(plan: PlanPage | PlanMissing, journal: Journal) -> Iterator[str]:
    for _, rang in of_kind(journal, e.PhoneRang):
        yield f"Came in on {rang.channel.replace('_', ' ')} by {rang.line}"
    for _, answered in of_kind(journal, e.CallAnswered):
        yield f"Answered {answered.ring_ms / 1000:.1f} s after the first ring"
    systems = {event.system for _, event in of_kind(journal, e.LookedUp)}
    yield f"Look-up systems used: {', '.join(sorted(systems))}" if systems else "No look-up system was used"
    pauses = sum(1 for _ in of_kind(journal, e.Paused))
    yield f"Paused {pauses} times" if pauses else "Never paused"
    if isinstance(plan, PlanPage):
        yield f"Background: {plan.background}"


def _unannounced(call: StoredCall) -> Iterator[str]:
    yield f"The trainee saw it as contact {call.contact} only"
    times = "the first time" if call.attempt == 1 else f"time number {call.attempt}"
    yield f"{times.capitalize()} this trainee met this scenario"


def _demand(call: StoredCall, plan: PlanPage | PlanMissing, journal: Journal) -> Iterator[str]:
    ended = next((entry.t_ms for entry, _ in of_kind(journal, e.CallEnded)), None)
    answered = next((entry.t_ms for entry, _ in of_kind(journal, e.CallAnswered)), None)
    if ended is not None and answered is not None:
        lasted = ended - answered
        yield f"On the line for {clock(lasted)}"
        if isinstance(plan, PlanPage):
            within = plan.from_ms <= lasted <= plan.to_ms
            band = f"{clock(plan.from_ms)} to {clock(plan.to_ms)}"
            yield f"{'Inside' if within else 'Outside'} the planned {band}"
    given_back = sum(said.allowance_ms for _, said in of_kind(journal, e.HandlerSaid))
    yield f"Typing gave back {given_back / 1000:.0f} s to every running deadline"
    yield f"Adjustments: {', '.join(call.started.adjustments) or 'none declared'}"


def _planned(call: StoredCall, plan: PlanPage | PlanMissing) -> Iterator[str]:
    started = call.started
    approved = "approved" if started.approved else "not approved: practice, not evidence"
    yield f"Scenario {started.scenario}, {approved}"
    yield f"Fingerprint of what was played: {started.fingerprint}"
    yield f"Policy {started.policy}, fingerprint {started.policy_fingerprint}"
    if isinstance(plan, PlanMissing):
        yield plan.why


def _range(call: StoredCall, plan: PlanPage | PlanMissing) -> Iterator[str]:
    if isinstance(plan, PlanPage):
        yield f"Family {plan.family}, surface {call.started.variant + 1} of {plan.variants}"
    yield f"Chosen by seed {call.started.seed}"
