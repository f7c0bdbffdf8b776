"""What the results file gives back: frozen values that know nothing of SQLite."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from reports.judgement import Judgement
from scenarios.scenario import Frozen
from scoring.outcome import Marking, Outcome, Verdict
from simulator.events import CallStarted, ContactClosed, Event, Interrupted, Mode, Stopped

State = Literal["open", "ended", "stopped", "interrupted"]
Stamp = Literal["evidence", "practice, not evidence"]


class StoredCall(Frozen):
    """One call in the file. `number` is its neutral contact number; `length_ms` runs from the first ring.

    `automatic` is the newest marking's outcome, `outcome` what counts now that assessors have judged.
    `attempt` says the how-manieth run of this scenario it is for this trainee.
    """

    call_id: str
    number: int
    opened_at: datetime
    started: CallStarted
    state: State
    length_ms: int
    entries: int
    attempt: int
    head: str
    automatic: Outcome | None = None
    outcome: Outcome | None = None
    judged: bool = False

    @property
    def contact(self) -> str:
        """The neutral contact number as people read it: 00017."""
        return f"{self.number:05}"

    @property
    def stamp(self) -> Stamp:
        """Evidence only when the scenario was approved and the run an assessment."""
        counts = self.started.approved and self.started.mode == "assessment"
        return "evidence" if counts else "practice, not evidence"


class CallFilter(Frozen):
    """Which calls are wanted; None means any. `outcome` may be "unmarked"."""

    trainee: str | None = None
    mode: Mode | None = None
    outcome: Outcome | Literal["unmarked"] | None = None
    state: State | None = None
    evidence_only: bool = False


class StoredMarking(Frozen):
    """One run of marking: its number from 1, when, over how many entries and up to which seal, what it said."""

    run: int
    at: datetime
    entries: int
    head: str
    marking: Marking


class VerdictThen(BaseModel):
    """What a stored marking said of one point."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    point: str
    verdict: Verdict


class MarkingThen(BaseModel):
    """What of a stored marking is held against today's."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    version: str
    outcome: Outcome
    marks: tuple[VerdictThen, ...]


class StoredThen(BaseModel):
    """A run of marking without its reasons and ledger: to pass over those takes a third of the time of reading all."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    run: int
    marking: MarkingThen


class StoredJudgement(Frozen):
    """One judgement with its number from 1 in the call."""

    n: int
    judgement: Judgement


class CallSheet(Frozen):
    """What is sealed when a call is opened; the chain of its entries hangs from this sheet."""

    call_id: str
    number: int
    opened_at: datetime
    started: CallStarted
    scenario_sha256: str
    policy_sha256: str | None = None


class Broken(Frozen):
    """A place where the file does not hold: the contact, what kind of row, its number, and why."""

    contact: str
    call_id: str
    what: Literal["call", "entry", "marking", "judgement", "scenario text", "policy text", "recording", "deletion"]
    n: int | None
    why: str

    def __str__(self) -> str:
        return f"contact {self.contact}: {self.why}"


class Verification(Frozen):
    """What checking the whole file found; `broken` holds the first fault of each chain of each call."""

    calls: int
    entries: int
    recordings: int = 0
    broken: tuple[Broken, ...] = ()

    @property
    def holds(self) -> bool:
        """True when every seal agrees."""
        return not self.broken


def state_after(state: State, event: Event) -> State:
    """The state of a call after an event; what ended it first stands."""
    if state != "open":
        return state
    if isinstance(event, Stopped):
        return "stopped"
    if isinstance(event, Interrupted):
        return "interrupted"
    return "ended" if isinstance(event, ContactClosed) else "open"
