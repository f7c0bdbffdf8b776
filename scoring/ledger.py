"""The three-way ledger: what was true, what the caller told, what was recorded, and why they differ."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from scenarios.policy import Policy
from scenarios.scenario import Fact, Scenario
from scenarios.vocabulary import vocabulary
from scoring.fact_sheets import FactSheet, fact_sheets
from scoring.fair_time import FairTime
from scoring.found import HALF, Found, find
from scoring.happenings import Happened, Happenings
from scoring.invented import JUDGED, TRACED_KINDS, inventions
from scoring.outcome import Cause, LedgerLine, Telling
from scoring.perceived import perceived
from scoring.sources import Sources
from scoring.wording import place_text
from scoring.written import Piece, Written
from simulator.events import CallerSaid, FactTold, HandlerSaid, ItemVerified, TwistFired

ONLY_IN_DETAILS = ("place", "postcode", "date", "age")  # what a list of records does not show
RIGHTLY: tuple[Cause, ...] = ("right", "unconfirmed", "recorded_late", "recorded_early")


@dataclass(frozen=True)
class Account:
    """A line of the ledger with what detectors need of it: how much of the fact is recorded, 0 to 1."""

    line: LedgerLine
    share: float
    told: Happened[FactTold] | None
    as_told: bool = False  # recorded as the caller said it, where that differs from the truth
    in_field: bool = False
    asked: bool = False  # a question that brings it out was asked
    untold: Cause | None = None  # why it was not told, whatever was recorded; None where it was
    first: Piece | None = None  # the piece that said it rightly first, in whatever field or note

    @property
    def piece_n(self) -> int | None:
        """The entry that records it, or None."""
        return self.line.shown_by[-1] if self.line.recorded is not None and self.line.shown_by else None

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
    def without_source(self) -> tuple[LedgerLine, ...]:
        """Everything recorded that nobody told and nothing showed, facts that happen to be true among them."""
        true = (account.line for account in self.accounts.values() if account.line.cause == "invented")
        return (*true, *self._nothing_of_a_fact)

    @property
    def lines(self) -> tuple[LedgerLine, ...]:
        """The ledger for people: every fact, then what has no source and is no record of a fact."""
        return (*(account.line for account in self.accounts.values()), *self._nothing_of_a_fact)

    @cached_property
    def _nothing_of_a_fact(self) -> tuple[LedgerLine, ...]:
        """One value is never both a fact rightly recorded, or invented, and an invention of its own."""
        known = {
            account.piece_n
            for account in self.accounts.values()
            if account.piece_n and (account.right or account.line.cause == "invented")
        }
        of_numbers = {a.piece_n for a in self.accounts.values() if a.piece_n in known and _has_figures(a)}
        return tuple(
            line
            for line in self.invented
            if not (of_numbers if line.fact.startswith("note:") else known) & set(line.shown_by)
        )


def _has_figures(account: Account) -> bool:
    """Whether a fact has figures in it: only such a one may be the number that stands in a note."""
    return any(map(str.isdigit, account.line.truth))


def ledger_of(scenario: Scenario, policy: Policy, seen: Happenings, time: FairTime) -> Ledger:
    """The ledger of one run."""
    sources = Sources(scenario, seen)
    written = Written(seen, scenario.channel.desk)
    clerk = _Clerk(scenario, policy, seen, time, sources, written, questions_put(seen), fact_sheets(scenario))
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
    questions: frozenset[str]
    sheets: Mapping[str, FactSheet]

    @cached_property
    def still_to_come(self) -> frozenset[str]:
        """The twists that have not happened."""
        fired = {twist.event.twist for twist in self.seen.all(TwistFired)}
        return frozenset(twist.id for twist in self.scenario.twists if twist.id not in fired)

    def account(self, name: str, fact: Fact) -> Account:
        told = self.sources.settled(name)
        found = find(self.scenario, name, self.sources, self.written)
        cause, share = self._cause(name, fact, told, found)
        piece = found.piece if _is_a_record(cause, found) else None
        line = LedgerLine(
            fact=name,
            label=self.sheets[name].label,
            truth=self.sheets[name].truth,
            disclosed=told.event.value if told else None,
            disclosed_ms=told.t_ms if told else None,
            recorded=piece.text if piece else None,
            recorded_ms=piece.t_ms if piece else None,
            where=piece.where if piece else None,
            cause=cause,
            shown_by=tuple(sorted({n for n in (told.n if told else 0, piece.n if piece else 0) if n})),
            tellings=self._tellings(name),
            uncorrected_ms=self.seen.last_ms - told.t_ms if told and cause == "not_corrected" else None,
        )
        asked = any(self._was_asked(intent) for intent in fact.told_when.asked)
        untold = None if told else self._why_untold(name, fact)
        first = found.first if piece else None
        return Account(line, share, told, found.as_told, bool(piece and piece.field), asked, untold, first)

    def _tellings(self, name: str) -> tuple[Telling, ...]:
        """Every telling of a fact that was told more than once, or not in full."""
        told = self.sources.tellings.get(name, ())
        if len(told) < 2 and all(one.event.standing == "full" for one in told):
            return ()
        return tuple(
            Telling(
                n=one.n,
                t_ms=one.t_ms,
                value=one.event.value,
                standing=one.event.standing,
                speaker=one.event.speaker,
            )
            for one in told
        )

    def _cause(self, name: str, fact: Fact, told: Happened[FactTold] | None, found: Found) -> tuple[Cause, float]:
        if told is None and found.piece and _weighs(found.piece):
            return self._why_untold(name, fact), 0.0
        if told is None and found.piece and found.cause != "not_recorded" and not self._sourced(name, fact, found):
            return "invented", 0.0
        if found.cause == "right" and found.piece:
            return self._timing(fact, told, found.first or found.piece)
        if found.cause != "not_recorded":
            return found.cause, found.share
        if told is not None:
            return ("not_needed", 0.0) if self._only_checked(name) else ("not_recorded", found.share)
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

    def _sourced(self, name: str, fact: Fact, found: Found) -> bool:
        """Whether anything before the record gave what it says of an untold fact: the network, a record, a line; or
        the handler's own judgement, for fields that are judged."""
        piece = found.piece
        if piece is None or piece.field in JUDGED or fact.field in JUDGED or _by_headings(piece):
            return True
        if self.scenario.caller.answers_by != "speech" and any(self._was_asked(one) for one in fact.told_when.asked):
            return True  # a yes in disguise, that was not heard for one
        by_ms = self.written.since(piece).t_ms
        if perceived(self.scenario, fact, piece.text, self.seen, by_ms):
            return True
        kind = self.sheets[name].kind
        if self.sources.perhaps_shown(by_ms, opened=kind in ONLY_IN_DETAILS, of_somebody=kind == "answer"):
            return True
        if kind in TRACED_KINDS:
            text = place_text(fact.value) if piece.field is None and not piece.record else piece.text
            return self.sources.give(kind, text, by_ms)
        if kind == "answer" and (any(self._was_asked(intent) for intent in fact.told_when.asked)):
            return True
        return found.cause != "right" or self.sources.says(fact.recorded_by, place_text(fact.value), by_ms)

    def _only_checked(self, name: str) -> bool:
        """Whether a fact with no field of its own was an answer to an item of identity, which is marked, not kept."""
        check = self.scenario.verification
        items = {item for item, of in check.items.items() if of.fact == name} if check else set()
        return not self.scenario.facts[name].field and any(m.event.item in items for m in self.seen.all(ItemVerified))

    def _why_untold(self, name: str, fact: Fact) -> Cause:
        if not fact.told_when.asked or not self.still_to_come.isdisjoint(fact.told_when.needs):
            return "not_needed"
        asked = any(self._was_asked(intent) for intent in fact.told_when.asked) or self._asked_by_name(name)
        return "withheld" if asked else "not_asked"

    def _asked_by_name(self, name: str) -> bool:
        """Whether a postcode was asked for in so many words, in a bundle of which it was not heard."""
        if self.sheets[name].kind != "postcode":
            return False
        said = (turn.event.text.lower() for turn in self.seen.all(HandlerSaid))
        return any("?" in text and ("postcode" in text or "post code" in text) for text in said)

    def _was_asked(self, asked: str) -> bool:
        return asked in self.questions


def _is_a_record(cause: Cause, found: Found) -> bool:
    """Whether what was found is a record of the fact, right or wrong, or half of one: a word it shares with a note of
    something else, and what weighs what may happen, are none to be shown."""
    if cause in ("not_asked", "withheld", "not_needed"):
        return False
    return cause != "not_recorded" or found.share >= HALF


def _weighs(piece: Piece) -> bool:
    """Whether a piece of THRIVE weighs what may happen, which is judged and not told: `may find her`."""
    return piece.where.startswith("THRIVE") and _MAY_BE.search(piece.text) is not None


def _by_headings(piece: Piece) -> bool:
    """Whether a note goes through THRIVE by its headings: `Threat: knife in house. Harm: ...` claims no threat told."""
    return len(_HEADING.findall(piece.text)) >= HEADINGS


HEADINGS = 2  # fewer in a note are words of a sentence
_HEADING = re.compile(r"\b(?:threat|harm|risk|investigation|vulnerability|engagement)\b ?[:=]", re.I)


_MAY_BE = re.compile(
    r"\b(?:may|might|could|can|would|will|likely|possibl[ey]|potential\w*|risk of|if (?:he|she|they))\b", re.I
)


def questions_put(seen: Happenings) -> frozenset[str]:
    """Every intent heard from the handler or answered by the caller, bare and with its slot."""
    names: set[str] = set()
    for said in seen.all(HandlerSaid):
        for intent in said.event.intents:
            names |= {intent.id, f"{intent.id}:{intent.slot}"}
    for line in seen.all(CallerSaid):
        for answer in line.event.answers:
            names |= {answer, answer.partition(":")[0]}
    return frozenset(names)


def fields_of(scenario: Scenario, fact: str) -> tuple[str, ...]:
    """The fields of this desk that a fact may be recorded in."""
    known = scenario.facts[fact]
    names = (known.field, *known.also_fields)
    found = (vocabulary().field(scenario.channel.desk, name) for name in names if name)
    return tuple(field.id for field in found if field is not None)
