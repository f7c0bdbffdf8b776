"""Marks one stored call with today's rules and says what would change; writes nothing."""

from collections.abc import Collection, Iterable, Iterator

from reports.kept import KeptPolicy, kept_policy, kept_scenario
from reports.problems import StoreProblem
from reports.store import Store
from reports.stored import MarkingThen, StoredCall, StoredMarking, StoredThen
from scenarios.catalogue import UnknownPolicy, load_policy
from scenarios.problems import ProblemsFound
from scenarios.scenario import Frozen
from scoring.marking import MarkingProblem, mark
from scoring.outcome import Marking


class Change(Frozen):
    """A verdict that would change, or the run's outcome where `point` is None.

    `was` is None where nothing stood before, `would_be` where the point is no longer marked. `judged` when an
    assessor has decided it: their judgement stands whatever marking says.
    """

    point: str | None
    was: str | None
    would_be: str | None
    because: str
    critical: bool = False
    judged: bool = False


class Remarked(Frozen):
    """One stored call marked again; `marking` is there where it differs in anything from the newest one kept.

    `two_minds` names the points that two runs under one version of the rules judge differently, which a rule that was
    changed without a new version does.
    """

    call_id: str
    contact: str
    trainee: str
    scenario: str
    changes: tuple[Change, ...] = ()
    marking: Marking | None = None
    policy_of_today: bool = False
    skipped: str = ""
    two_minds: tuple[str, ...] = ()


def remark(store: Store, call_id: str, todays_policy: bool = False) -> Remarked:
    """Mark a stored call again. What keeps it from being marked is told in `skipped`.

    The scenario is the one that was kept with the call, and so is the policy unless `todays_policy` is set.
    """
    call = store.call(call_id)
    made = Remarked(
        call_id=call.call_id, contact=call.contact, trainee=call.started.trainee, scenario=call.started.scenario
    )
    if call.state == "open":
        return made.model_copy(update={"skipped": "it is still in progress"})
    try:
        policy = _policy(store, call, todays_policy)
        now = mark(kept_scenario(store, call), policy.policy, store.journal(call.call_id))
    except (ProblemsFound, StoreProblem, UnknownPolicy, MarkingProblem) as why:
        return made.model_copy(update={"skipped": _in_words(why)})
    except Exception as mistake:  # one call that marking stumbles over must not keep the others from being marked
        return made.model_copy(update={"skipped": f"marking made a mistake of its own ({mistake!r})"})
    then = store.last_verdicts(call.call_id)
    # Only one of the same version can be the same in everything.
    stored = store.last_marking(call.call_id) if then is not None and then.marking.version == now.version else None
    judged = {one.judgement.point for one in store.judgements(call.call_id)}
    return made.model_copy(
        update={
            "changes": tuple(changes(then.marking if then else None, now, judged)),
            "marking": None if stored is not None and now == stored.marking else now,
            "policy_of_today": policy.of_today,
            "two_minds": () if todays_policy else _two_minds(store, then, stored, now, call.call_id),
        }
    )


def _two_minds(
    store: Store, newest: StoredThen | None, of_today: StoredMarking | None, now: Marking, call_id: str
) -> tuple[str, ...]:
    """The points of which runs of one version say different things, the one of today among them."""
    kept = store.markings(call_id) if newest is not None and newest.run > 1 else filter(None, (of_today,))
    return at_odds((*(one.marking for one in kept), now))


def at_odds(markings: Iterable[Marking]) -> tuple[str, ...]:
    """The points that markings of one journal judge differently though they are of one version of the rules."""
    first: dict[str, Marking] = {}
    found: dict[str, None] = {}
    for marking in markings:
        before = first.setdefault(marking.version, marking)
        found |= {change.point or "outcome": None for change in changes(before, marking)}
    return tuple(found)


def changes(
    before: Marking | MarkingThen | None, now: Marking, judged: Collection[str | None] = ()
) -> Iterator[Change]:
    """What differs between two markings of one journal: the outcome first, then each verdict in the order of marks.

    A call that was never marked has one change: its outcome.
    """
    if before is None or before.outcome != now.outcome:
        stood = before.outcome if before else None
        yield Change(point=None, was=stood, would_be=now.outcome, because=now.because, judged=None in judged)
    if before is None:
        return
    old = {one.point: one for one in before.marks}
    for one in now.marks:
        was = old.pop(one.point).verdict if one.point in old else None
        if was != one.verdict:
            yield Change(
                point=one.point,
                was=was,
                would_be=one.verdict,
                because=one.because,
                critical=one.critical == "critical",
                judged=one.point in judged,
            )
    for gone in old.values():
        because = "This point is no longer marked in this scenario."
        yield Change(point=gone.point, was=gone.verdict, would_be=None, because=because, judged=gone.point in judged)


def _policy(store: Store, call: StoredCall, todays: bool) -> KeptPolicy:
    return KeptPolicy(policy=load_policy(call.started.policy).policy) if todays else kept_policy(store, call)


def _in_words(why: Exception) -> str:
    if isinstance(why, ProblemsFound):
        first = str(why.problems[0]) if why.problems else "no reason given"
        return f"what was kept with it can no longer be read by this version: {first}"
    return str(why)
