"""What each marking point needs in a scenario before anybody could earn or lose it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from scenarios.problems import Fault, fault
from scenarios.scenario import Scenario
from scenarios.vocabulary.criteria import criteria

Holds = Callable[[Scenario], bool]


@dataclass(frozen=True)
class Need:
    """What must be in the scenario, and the sentence that says what to add."""

    holds: Holds
    mend: str


def point_doubts(scenario: Scenario) -> Iterator[Fault]:
    """The points that the scenario gives no occasion for, and what it accepts that no point looks at."""
    chosen = {choice.point for choice in scenario.marking}
    for number, choice in enumerate(scenario.marking):
        need = NEEDS.get(choice.point)
        if need is not None and not need.holds(scenario):
            yield fault(("marking", number), "L04", point=choice.point, hint=need.mend)
    for what, points in LOOKED_AT.items():
        if getattr(scenario.accepts, what) and not chosen & set(points):
            yield fault(("accepts", what), "L14", on_key=True, word=what, point=" or ".join(points))
    yield from _dimensions(scenario, chosen)
    yield from _criteria(scenario)


def _dimensions(scenario: Scenario, chosen: set[str]) -> Iterator[Fault]:
    if scenario.restricted and not chosen & {"C01", "C02", "C05", "C10"}:
        yield fault(("marking",), "L12", on_key=True, dimension="confidentiality", what="restricted values")
    if scenario.verification is not None and not any(point.startswith("V") for point in chosen):
        yield fault(("marking",), "L12", on_key=True, dimension="verification", what="an identity check")


def _criteria(scenario: Scenario) -> Iterator[Fault]:
    for number, code in enumerate(scenario.plan.criteria):
        known = criteria().get(code)
        if known is not None and known.shows in ("K", "W"):
            yield fault(("plan", "criteria", number), "L17", word=code)


def _has_field(*fields: str) -> Holds:
    wanted = set(fields)
    return lambda s: any(wanted & {fact.field, *fact.also_fields} for fact in s.facts.values())


def _has_kind(*kinds: str) -> Holds:
    return lambda s: any(s.fact_kind(name) in kinds for name in s.facts)


def _tagged(tag: str) -> Holds:
    return lambda s: any(tag in fact.tags for fact in s.facts.values())


def _asked(intent: str) -> Holds:
    return lambda s: any(
        intent in [name.partition(":")[0] for name in fact.told_when.asked] for fact in s.facts.values()
    )


def _any(*needs: Holds) -> Holds:
    return lambda s: any(holds(s) for holds in needs)


def _upgrades(scenario: Scenario) -> bool:
    return any(twist.upgrade for twist in scenario.twists) or _tagged("upgrade")(scenario)


def _verifies(scenario: Scenario) -> bool:
    return scenario.verification is not None


def _restricts(scenario: Scenario) -> bool:
    return bool(scenario.restricted)


_GRADED = Need(lambda s: bool(s.accepts.grade), "Give `accepts: {grade: [...]}`.")
_RESTRICTED = Need(_restricts, "Give `restricted:` with at least one value.")
_VERIFICATION = Need(_verifies, "Give `verification:` with the items that may be asked.")
_TWIST = Need(lambda s: any(twist.reassess for twist in s.twists), "Give a twist that changes the risk.")

NEEDS: Mapping[str, Need] = {
    "V01": Need(_has_kind("place"), "Give a fact whose field is `location`."),
    "V02": Need(_has_kind("place"), "Give a fact whose field is `location`."),
    "V03": Need(_has_field("callback"), "Give a fact whose field is `callback`."),
    "V04": Need(_has_field("name"), "Give a fact whose field is `name`."),
    "V05": Need(_has_field("role"), "Give a fact whose field is `role`."),
    "V06": _VERIFICATION,
    "V07": _VERIFICATION,
    "V08": Need(
        lambda s: (
            s.verification is not None
            and (not s.verification.genuine or bool(s.verification.items))
            and len(s.verification.items) > 1
        ),
        "Give `verification:` with an item that can fail.",
    ),
    "V10": _VERIFICATION,
    "V11": Need(lambda s: bool(s.accepts.reset_channels), "Give `accepts: {reset_channels: [...]}`."),
    "V12": Need(lambda s: bool(s.accepts.records), "Give `accepts: {records: [...]}` with the right record."),
    "V13": Need(lambda s: bool(s.accepts.updates), "Give `accepts: {updates: [...]}`."),
    "V14": Need(lambda s: any(row.markers for rows in s.records.values() for row in rows), "Give a record `markers`."),
    "V16": Need(_any(_has_field("safe_contact"), _asked("ASK_SAFE_CONTACT")), "Give a fact for `safe_contact`."),
    "A01": Need(_any(_has_field("location"), _has_kind("place")), "Give a fact whose field is `location`."),
    "A02": Need(_has_kind("name"), "Give a fact that is a name."),
    "A03": Need(_has_kind("phone"), "Give a fact that is a telephone number."),
    "A04": Need(_has_kind("date", "age"), "Give a fact that is a date of birth or an age."),
    "A05": Need(_has_kind("postcode"), "Give a fact that is a postcode."),
    "A06": Need(_has_kind("registration"), "Give a fact that is a registration."),
    "A07": Need(_has_field("description"), "Give a fact whose field is `description`."),
    "A08": Need(_any(_has_kind("time"), _has_field("in_progress")), "Give a fact for `time` or `in_progress`."),
    "A09": Need(_tagged("safety_critical"), "Tag a fact `safety_critical`."),
    "A14": Need(_tagged("essential"), "Tag the facts that belong in the log `essential`."),
    "A16": Need(lambda s: bool(s.accepts.category), "Give `accepts: {category: [...]}`."),
    "A17": Need(
        lambda s: bool(s.accepts.closing.category or s.accepts.closing.result),
        "Give `accepts: {closing: {category: [...], result: [...]}}`.",
    ),
    "A22": Need(
        lambda s: bool(s.accepts.look_ups or s.accepts.records), "Give `accepts: {look_ups: [...]}` or `records`."
    ),
    "A23": Need(_tagged("needed"), "Tag a fact `needed`."),
    "C01": _RESTRICTED,
    "C02": Need(lambda s: any(value.confirms for value in s.restricted), "Give a restricted value `confirms: [...]`."),
    "C03": Need(lambda s: bool(s.presses), "Give `presses:`."),
    "C04": Need(lambda s: bool(s.accepts.routes), "Give `accepts: {routes: [...]}`."),
    "C05": Need(lambda s: len(s.presses) > 1, "Give at least two presses."),
    "C06": Need(lambda s: bool(s.records or s.accepts.look_ups), "Give `records:` to look up."),
    "C07": Need(lambda s: bool(s.never.ask), "Give `never: {ask: [...]}`."),
    "C09": Need(lambda s: bool(s.accepts.referrals), "Give `accepts: {referrals: [...]}`."),
    "C10": _RESTRICTED,
    "C12": Need(lambda s: bool(s.accepts.restrict), "Give `accepts: {restrict: [...]}`."),
    "G01": _GRADED,
    "G02": Need(_tagged("life_risk"), "Tag a fact `life_risk`."),
    "G03": _GRADED,
    "G04": _GRADED,
    "G05": Need(_upgrades, "Give a twist `upgrade: true`, or tag a fact `upgrade`."),
    "G06": Need(lambda s: bool(s.accepts.grade) and bool(s.twists or s.facts), "Give `accepts: {grade: [...]}`."),
    "G07": _GRADED,
    "G09": Need(lambda s: bool(s.accepts.requests), "Give `accepts: {requests: [...]}`."),
    "G13": Need(lambda s: bool(s.accepts.escalations), "Give `accepts: {escalations: [...]}`."),
    "G14": Need(lambda s: bool(s.accepts.look_ups), "Give `accepts: {look_ups: [...]}`."),
    "M17": Need(lambda s: bool(s.accepts.handover), "Give `accepts: {handover: [...]}`."),
    "M20": Need(lambda s: bool(s.questions), "Give `questions:` of the caller's own."),
    "R05": Need(lambda s: bool(s.accepts.advice or s.never.advice), "Give `accepts: {advice: [...]}` or `never`."),
    "R06": Need(lambda s: s.stay_on_line_until is not None, "Give `stay_on_line_until:`."),
    "R07": Need(lambda s: not s.caller.can_speak_freely, "Give the caller `can_speak_freely: false`."),
    "R09": Need(_tagged("vulnerability"), "Tag a fact `vulnerability`."),
    "R21": Need(lambda s: bool(s.accepts.signposts), "Give `accepts: {signposts: [...]}`."),
    "R22": _TWIST,
    "R25": Need(lambda s: bool(s.accepts.referrals), "Give `accepts: {referrals: [...]}`."),
}

# What `accepts` may hold -> the points that look at it.
LOOKED_AT: Mapping[str, tuple[str, ...]] = {
    "requests": ("G09",),
    "routes": ("C04",),
    "escalations": ("G13",),
    "restrict": ("C12",),
    "reset_channels": ("V11", "V10"),
    "updates": ("V13",),
}
