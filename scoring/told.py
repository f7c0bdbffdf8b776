"""What the officer was told: the trainee's record as it was received, set beside what was known by then."""

from collections.abc import Iterator
from typing import Literal

from scenarios.policy import Policy
from scenarios.scenario import Frozen, Scenario
from scoring.happenings import Happened
from scoring.invented import ADDED
from scoring.ledger import Account
from scoring.outcome import Cause, LedgerLine
from scoring.reading import Reading
from scoring.record_slip import SlipPart, slip_of
from scoring.wording import count, listed, quoted
from simulator.events import Closed, FactTold, HandedOver, TwistFired
from simulator.journal import Journal, clock

Stands = Literal["right", "late", "wrong", "missing", "unsourced", "after", "not_known"]
ORDER: tuple[Stands, ...] = ("wrong", "missing", "unsourced", "late", "right", "after", "not_known")
KNOWN: tuple[Stands, ...] = ("wrong", "missing", "late", "right")
SAFETY = ("life_risk", "safety_critical", "vulnerability")
_WRONG: dict[Cause, str] = {
    "recorded_wrongly": "Not what the caller said.",
    "transposed": "Characters are swapped.",
    "homophone": "Another word that sounds alike.",
    "one_letter": "One letter is off.",
    "not_corrected": "The caller put this right afterwards; the record was not.",
}


class ToldFact(Frozen):
    """One fact: what was known by the moment, what the record then said, and how the two stand.

    `truth` is there only where the caller told something else; `safety` for what somebody's safety rests on.
    """

    fact: str
    label: str
    stands: Stands
    known: str = ""
    known_ms: int | None = None
    truth: str = ""
    told: str = ""
    told_ms: int | None = None
    where: str = ""
    why: str = ""
    safety: bool = False
    shown_by: tuple[int, ...] = ()


class Told(Frozen):
    """The record as `receiver` got it at `at_ms` (after entry `n`), and each fact of the call beside it."""

    title: str
    receiver: str
    at_ms: int
    n: int
    moment: str
    slip: tuple[SlipPart, ...]
    facts: tuple[ToldFact, ...]

    def of(self, *stands: Stands) -> tuple[ToldFact, ...]:
        """The facts that stand so."""
        return tuple(one for one in self.facts if one.stands in stands)

    @property
    def summary(self) -> str:
        """How much of what was known was passed on, and what was not; what safety rests on is named."""
        known = [one for one in self.of(*KNOWN) if one.known_ms is not None]
        if not known:
            return f"By {clock(self.at_ms)} the caller had told nothing that belongs on the record."
        number = {stands: sum(one.stands == stands for one in known) for stands in KNOWN}
        words = [f"{number['right'] + number['late'] or 'none'} reached {self.receiver}"]
        words += [f"{number[stands]} {'is' if number[stands] == 1 else 'are'} {stands}"
                  for stands in ("missing", "wrong") if number[stands]]  # fmt: skip
        late = f" ({number['late']} of them late)" if number["late"] else ""
        said = [f"Of {count(len(known), 'fact')} known by {clock(self.at_ms)}, {'; '.join(words)}{late}."]
        lost = [one.label for one in known if one.safety and one.stands in ("wrong", "missing")]
        if lost:
            said.append(f"Somebody's safety rests on what was lost: {listed(lost)}.")
        return " ".join(said)


def told(scenario: Scenario, policy: Policy, journal: Journal) -> Told:
    """What was on the record when it was handed over, or where it never was, when it ended. Pure.

    What the handler typed later is not on it; what the caller told later is not held against it.
    """
    whole = Reading(scenario, policy, journal)
    handed, closed = whole.seen.last(HandedOver), whole.seen.last(Closed)
    # Nobody reads a record that was not handed over before its end, wrap-up and all.
    until = handed.n if handed is not None else whole.seen.last_n
    then = Reading(scenario, policy, tuple(entry for entry in journal if entry.n <= until))
    record = "log" if scenario.channel.desk == "incident" else "ticket"
    return Told(
        title="What the officer was told" if record == "log" else "What the ticket tells",
        receiver="the attending officer" if handed is not None else f"whoever opens the {record} next",
        at_ms=then.seen.last_ms,
        n=until,
        moment=_moment(handed, closed, record),
        slip=slip_of(policy, scenario.channel.desk, then.seen, then.ledger.written),
        facts=tuple(sorted(_facts(whole, then), key=lambda one: (ORDER.index(one.stands), not one.safety))),
    )


def _moment(handed: Happened[HandedOver] | None, closed: Happened[Closed] | None, record: str) -> str:
    if handed is not None:
        return f"Handed over at {handed.at}"
    ended = f"Closed at {closed.at}, not handed over" if closed is not None else "Neither handed over nor closed"
    return f"{ended}: the {record} as it stood at the end"


def _facts(whole: Reading, then: Reading) -> Iterator[ToldFact]:
    for name, account in then.ledger.accounts.items():
        made = _fact(whole, then, name, account)
        if made is not None:
            yield made
    wrong = {n for account in then.ledger.accounts.values() if account.line.cause in (*_WRONG, "invented")
             for n in account.line.shown_by}  # fmt: skip
    lines = (line for line in then.ledger.invented if line.fact.startswith(ADDED) or not wrong & set(line.shown_by))
    yield from map(_unsourced, lines)


def _fact(whole: Reading, then: Reading, name: str, account: Account) -> ToldFact | None:
    line, later = account.line, whole.ledger.accounts[name]
    made = ToldFact(
        fact=name,
        label=line.label,
        stands="right",
        known=account.told.event.value if account.told else "",
        known_ms=account.told.t_ms if account.told else None,
        truth=line.truth if account.told and then.scenario.facts[name].told_as is not None else "",
        told=line.recorded or "",
        told_ms=line.recorded_ms,
        where=line.where or "",
        safety=bool(set(SAFETY) & set(then.scenario.facts[name].tags)),
        shown_by=line.shown_by,
    )
    if line.cause == "invented":
        return made.model_copy(update={"stands": "unsourced", "why": "Nobody had said it."})
    if account.told is None and (not account.right or _too_soon(then, name)) and line.cause not in _WRONG:
        return _unknown(made, later)
    stands, why = _stands(account, later)
    return None if stands is None else made.model_copy(update={"stands": stands, "why": why})


def _too_soon(then: Reading, name: str) -> bool:
    """Whether what makes a fact true had not happened by then; words that seem to say it say something else."""
    fired = {twist.event.twist for twist in then.seen.all(TwistFired)}
    waits = {twist.id for twist in then.scenario.twists} - fired
    return bool(waits & set(then.scenario.facts[name].told_when.needs))


def _stands(account: Account, later: Account) -> tuple[Stands | None, str]:
    cause, line = account.line.cause, account.line
    if cause == "not_needed":
        return None, ""
    if cause == "recorded_late":
        return "late", f"Told at {clock(line.disclosed_ms or 0)}, on the record only at {clock(line.recorded_ms or 0)}."
    if account.right and account.told is None:
        return "right", "The caller had not told it."
    if account.right:
        return "right", "Passed on as unconfirmed, as it was." if cause == "unconfirmed" else ""
    if cause in _WRONG:
        return "wrong", f"{_WRONG[cause]}{_mended(later)}"
    part = f"Only in part: {quoted(line.recorded)}." if line.recorded and account.share > 0 else "Not on the record."
    return "missing", f"{part}{_mended(later)}"


def _mended(later: Account) -> str:
    """Whether it was put right after the record had gone out."""
    at = later.line.recorded_ms
    return f" Set right at {clock(at)}, after it had gone out." if later.right and at is not None else ""


def _unknown(made: ToldFact, later: Account) -> ToldFact | None:
    """A fact nobody had told by then: told afterwards, or never for want of asking."""
    after: Happened[FactTold] | None = later.told
    if after is not None:
        sent_on = f"on the record at {clock(later.line.recorded_ms or 0)}" if later.right else "never put on the record"
        why = f"Told at {after.at}, after it had gone out; {sent_on}."
        update = {"stands": "after", "known": after.event.value, "known_ms": after.t_ms, "told": "", "told_ms": None}
        return made.model_copy(update={**update, "why": why, "shown_by": later.line.shown_by})
    never: dict[Cause, str] = {"not_asked": "Never asked.", "withheld": "Asked, but not told."}
    why = never.get(later.line.cause, "")
    return None if not why else made.model_copy(update={"stands": "not_known", "why": why, "told": ""})


def _unsourced(line: LedgerLine) -> ToldFact:
    return ToldFact(
        fact=line.fact,
        label=line.label,
        stands="unsourced",
        told=line.recorded or "",
        told_ms=line.recorded_ms,
        where=line.where or "",
        why="Nobody had said it and no record had shown it.",
        shown_by=line.shown_by,
    )
