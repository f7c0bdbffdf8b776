"""What marking says: verdicts with a reason and the entries that show it; profiles; the run's outcome."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from scenarios.scenario import Frozen
from scenarios.vocabulary.words import Dimension

Verdict = Literal["met", "partly", "not_met", "waived", "not_applicable", "for_assessor"]
Criticality = Literal["critical", "hold", "none"]
Outcome = Literal["met", "not_met", "referred", "interrupted", "stopped"]
Cause = Literal[
    "right", "unconfirmed", "not_asked", "withheld", "not_recorded", "recorded_wrongly", "transposed",
    "homophone", "one_letter", "not_corrected", "recorded_late", "recorded_early", "invented", "not_needed",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """What a detector found: a verdict, one plain sentence why, the numbers of the entries that show it.

    `share` is how much of the point was earned, 0 to 1, for points that can be earned in part or that taper.
    `decisive` says whether a recorded deed shows it; None leaves that to the point's tier (D is decisive).
    """

    verdict: Verdict
    because: str
    shown_by: tuple[int, ...] = ()
    share: float | None = None
    decisive: bool | None = None


class Mark(Frozen):
    """A finding for a point of the catalogue. `decisive` when a recorded deed alone may fail the run."""

    point: str
    dimension: Dimension
    text: str
    verdict: Verdict
    critical: Criticality
    because: str
    shown_by: tuple[int, ...] = ()
    share: float = 0.0
    weight: int = 1
    decisive: bool = False
    criteria: tuple[str, ...] = ()


class Telling(Frozen):
    """One telling of a fact: its entry, when (ms from the first ring), in what words, whether in full, and by whom."""

    n: int
    t_ms: int
    value: str
    standing: Literal["full", "partial", "mistaken"] = "full"
    speaker: str = "caller"


class LedgerLine(Frozen):
    """One fact three ways: what was true, what was told and when, what was recorded and when; and why they differ.

    `disclosed` is the telling that the record is held against: the first in full, or the last where none was.
    `tellings` are all of them where a fact was told more than once or not in full; `uncorrected_ms` is how long the
    record of an earlier one stood after the caller had put it right.
    """

    fact: str
    label: str
    truth: str
    disclosed: str | None = None
    disclosed_ms: int | None = None
    recorded: str | None = None
    recorded_ms: int | None = None
    where: str | None = None
    cause: Cause
    shown_by: tuple[int, ...] = ()
    tellings: tuple[Telling, ...] = ()
    uncorrected_ms: int | None = None


class Profile(Frozen):
    """One dimension's own share of its applicable weight, and whether the policy's share is reached."""

    dimension: Dimension
    earned: float
    possible: float
    share: float
    needed: float
    reached: bool


class Marking(Frozen):
    """All that marking says of one journal under one marking version."""

    version: str
    outcome: Outcome
    because: str
    marks: tuple[Mark, ...]
    ledger: tuple[LedgerLine, ...]
    profiles: Mapping[str, Profile]
    criticals: tuple[str, ...] = ()  # points that failed the run by a recorded deed
    referred: tuple[str, ...] = ()  # points the assessor must settle before an outcome
    evidence_grade: Literal["evidence", "practice, not evidence"] = "practice, not evidence"
