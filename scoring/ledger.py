"""The three-way ledger: what was true, what the caller told, what was recorded, and why they differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from scenarios.policy import Policy
from scenarios.scenario import Fact, Scenario
from scenarios.vocabulary import vocabulary
from scoring.fair_time import FairTime
from scoring.found import Found, find
from scoring.happenings import Happened, Happenings
from scoring.invented import inventions
from scoring.outcome import Cause, LedgerLine
from scoring.sources import Sources
from scoring.wording import label, place_text
from scoring.written import Piece, Written
from simulator.events import CallerSaid, FactTold, HandlerSaid, PhoneRang

RIGHTLY: tuple[Cause, ...] = ("right", "unconfirmed", "recorded_late", "recorded_early")


@dataclass(frozen=True)
class Account:
    """A line of the ledger with what detectors need of it: how much of the fact is recorded, 0 to 1."""

    line: LedgerLine
    share: float
    told: Happened[FactTold] | None
    as_told: bool = False  # recorded as the caller said it, where that differs from the truth
    in_field: bool = False

    @property
    def right(self) -> bool:
        """Whether the fact is recorded rightly, at whatever time."""
        return self.line.cause in RIGHTLY

    @property
    def missing(self) -> bool:
        """Whether nothing at all of a told fact is recorded."""
        return self.line.cause == "not_recorded" and self.share == 0


@dataclass(frozen=True)
class Ledger:
    """All accounts by fact, and what was recorded without a source."""

    accounts: Mapping[str, Account]
    invented: tuple[LedgerLine, ...]
    written: Written
    sources: Sources

    @property
    def lines(self) -> tuple[LedgerLine, ...]:
        """The ledger for people: every fact, then what has no source."""
        return (*(account.line for account in self.accounts.values()), *self.invented)


def ledger_of(scenario: Scenario, policy: Policy, seen: Happenings, time: FairTime) -> Ledger:
    """The ledger of one run."""
    sources = Sources(scenario, seen)
    written = Written(seen, scenario.channel.desk)
    clerk = _Clerk(scenario, policy, seen, time, sources, written)
    accounts = {name: clerk.account(name, fact) for name, fact in scenario.facts.items()}
    return Ledger(MappingProxyType(accounts), tuple(inventions(scenario, written, sources)), written, sources)


@dataclass(frozen=True)
class _Clerk:
    scenario: Scenario
    policy: Policy
    seen: Happenings
    time: FairTime
    sources: Sources
    written: Written

    def account(self, name: str, fact: Fact) -> Account:
        told = self.sources.told.get(name)
        found = find(self.scenario, name, self.sources, self.written)
        cause, share = self._cause(name, fact, told, found)
        piece = found.piece
        line = LedgerLine(
            fact=name,
            label=label(self.scenario, name),
            truth=place_text(fact.value),
            disclosed=told.event.value if told else None,
            disclosed_ms=told.t_ms if told else None,
            recorded=piece.text if piece else None,
            recorded_ms=piece.t_ms if piece else None,
            where=piece.where if piece else None,
            cause=cause,
            shown_by=tuple(sorted({n for n in (told.n if told else 0, piece.n if piece else 0) if n})),
        )
        return Account(line, share, told, found.as_told, bool(piece and piece.field))

    def _cause(self, name: str, fact: Fact, told: Happened[FactTold] | None, found: Found) -> tuple[Cause, float]:
        if found.cause == "right" and found.piece:
            if told is None and not self._shown_elsewhere(name, fact, found.piece):
                return "invented", 0.0
            return self._timing(fact, told, found.piece)
        if found.cause != "not_recorded":
            return found.cause, found.share
        if told is not None:
            return "not_recorded", found.share
        return self._why_untold(name, fact), 0.0

    def _timing(self, fact: Fact, told: Happened[FactTold] | None, piece: Piece) -> tuple[Cause, float]:
        if told is None:
            return "right", 1.0
        if piece.t_ms < told.t_ms:
            return "recorded_early", 1.0
        allowed = 2 * self.policy.record_within * self.time.pace
        if self.time.free_hands(told.t_ms, piece.t_ms, piece.n) > allowed:
            return "recorded_late", 1.0
        return "right", 1.0

    def _shown_elsewhere(self, name: str, fact: Fact, piece: Piece) -> bool:
        """Whether something other than the caller's telling gave the value: the network, a record, a line."""
        kind = self.scenario.fact_kind(name)
        if kind in ("answer", "choice", "text") or self.sources.unknown_rows:
            return True
        ring = self.seen.first(PhoneRang)
        numbers = (ring.event.number or "") if ring else ""
        return (kind == "phone" and bool(numbers)) or self.sources.give(kind, place_text(fact.value))

    def _why_untold(self, name: str, fact: Fact) -> Cause:
        asked = fact.told_when.asked
        if not asked:
            return "not_needed"
        return "withheld" if any(self._was_asked(intent) for intent in asked) else "not_asked"

    def _was_asked(self, asked: str) -> bool:
        said: Iterator[HandlerSaid] = (happened.event for happened in self.seen.all(HandlerSaid))
        if any(intent.answers_to(asked) for event in said for intent in event.intents):
            return True
        return any(asked in line.event.answers for line in self.seen.all(CallerSaid))


def fields_of(scenario: Scenario, fact: str) -> tuple[str, ...]:
    """The fields of this desk that a fact may be recorded in."""
    known = scenario.facts[fact]
    names = (known.field, *known.also_fields)
    found = (vocabulary().field(scenario.channel.desk, name) for name in names if name)
    return tuple(field.id for field in found if field is not None)
