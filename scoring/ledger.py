"""The three-way ledger: what was true, what the caller told, what was recorded, and why they differ."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from scenarios.policy import Policy
from scenarios.scenario import Fact, Scenario
from scoring.added import Additions
from scoring.fact_sheets import FactSheet, fact_sheets
from scoring.fair_time import FairTime
from scoring.found import HALF, Found, find
from scoring.happenings import Happened, Happenings
from scoring.invented import ADDED, JUDGED, TRACED_KINDS, inventions
from scoring.judged import by_headings, weighs
from scoring.matching import groups_said, says
from scoring.outcome import Cause, LedgerLine, Telling
from scoring.perceived import perceived
from scoring.recorded_part import recorded_part
from scoring.sources import Sources
from scoring.stating import stated
from scoring.wording import place_text
from scoring.written import Piece, Written
from simulator.events import CallerSaid, FactTold, HandlerSaid, ItemVerified, TwistFired

MOTIVE = "hate"  # the field that says why somebody was chosen
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
    additions: Additions

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
        fields = {account.piece_n for account in self.accounts.values() if account.in_field and _invented(account)}
        of_numbers = {a.piece_n for a in self.accounts.values() if a.piece_n in known and _has_figures(a)}
        return tuple(
            line
            for line in self.invented
            if not (fields if line.fact.startswith(ADDED) else of_numbers if line.fact.startswith("note:") else known)
            & set(line.shown_by)
        )


def _invented(account: Account) -> bool:
    return account.line.cause == "invented"


def _has_figures(account: Account) -> bool:
    """Whether a fact has figures in it: only such a one may be the number that stands in a note."""
    return any(map(str.isdigit, account.line.truth))


def ledger_of(scenario: Scenario, policy: Policy, seen: Happenings, time: FairTime) -> Ledger:
    """The ledger of one run."""
    sources = Sources(scenario, seen)
    written = Written(seen, scenario.channel.desk)
    additions = Additions(sources)
    clerk = _Clerk(
        scenario, policy, seen, time, sources, written, additions, questions_put(seen), fact_sheets(scenario)
    )
    accounts = {name: clerk.account(name, fact) for name, fact in scenario.facts.items()}
    invented = tuple(inventions(scenario, written, sources, additions))
    return Ledger(MappingProxyType(accounts), invented, written, sources, additions)


@dataclass(frozen=True)
class _Clerk:
    scenario: Scenario
    policy: Policy
    seen: Happenings
    time: FairTime
    sources: Sources
    written: Written
    additions: Additions
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
        words = self._shown(name, cause, found)
        piece = found.piece if words else None
        line = LedgerLine(
            fact=name,
            label=self.sheets[name].label,
            truth=self.sheets[name].truth,
            disclosed=self._as_told(told) if told else None,
            disclosed_ms=told.t_ms if told else None,
            recorded=words or None,
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

    def _shown(self, name: str, cause: Cause, found: Found) -> str:
        """What is shown as the record of a fact: the piece that holds it, right or wrong, or what holds half of it.
        What weighs what may happen, or a word shared with a note of something else, is no record."""
        if found.piece is None or cause in ("not_asked", "withheld", "not_needed"):
            return ""
        if cause != "not_recorded":
            return found.piece.text
        return recorded_part(self.sheets[name], found.piece) if found.share >= HALF else ""

    def _as_told(self, told: Happened[FactTold]) -> str:
        """The value as it was told; a place without its postcode where that is a fact of its own, never told."""
        value = told.event.value
        for name in self.scenario.facts:
            if self.sheets[name].kind == "postcode" and self.sources.settled(name) is None:
                value = value.removesuffix(f", {self.sheets[name].truth}")
        return value

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
        if told is None and found.piece and (weighs(found.piece) or self._says_something_else(fact, found.piece)):
            return self._why_untold(name, fact), 0.0
        if told is None and found.piece and found.cause != "not_recorded" and not self._sourced(name, fact, found):
            return "invented", 0.0
        if told is None and found.piece and self._names_no_motive(name, found.piece):
            return self._why_untold(name, fact), 0.0
        if found.cause == "right" and found.piece and self._adds(fact, found.piece):
            return "recorded_wrongly", 0.0
        if found.cause == "right" and found.piece:
            return self._timing(fact, told, found.first or found.piece)
        if found.cause != "not_recorded":
            return found.cause, found.share
        if told is not None:
            return ("not_needed", 0.0) if self._only_checked(name) else ("not_recorded", found.share)
        return self._why_untold(name, fact), 0.0

    def _names_no_motive(self, name: str, piece: Piece) -> bool:
        """Whether a word of a hateful motive that nobody told stands in another field, or in a note that does not name
        hate: `Deaf` beside the language is no hate element. Who speaks in disguise tells by such words."""
        own = self.sheets[name].own
        if MOTIVE not in own or piece.field in own or self.scenario.caller.answers_by != "speech":
            return False
        return not says(piece.text, (MOTIVE,))

    def _adds(self, fact: Fact, piece: Piece) -> bool:
        """Whether the fact's own field says more than anybody had told: `crowbar and shotgun` for a crowbar."""
        return piece.field == fact.field is not None and bool(self.additions.of_piece(self.written.since(piece)))

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
        if piece is None:
            return True
        if self._waits(fact, piece):
            return self._stated_in(" . ".join(self.sources.heard_by(piece.t_ms)), fact)
        if piece.field in JUDGED or fact.field in JUDGED or by_headings(piece):
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

    def _says_something_else(self, fact: Fact, piece: Piece) -> bool:
        """Whether a note only bids, weighs or denies what had not happened yet: `leave the door alone`."""
        if piece.field is not None or not fact.recorded_by or not self._waits(fact, piece):
            return False
        return piece.where == "log, advice given" or not self._stated_in(piece.text, fact)

    def _stated_in(self, text: str, fact: Fact) -> bool:
        return bool(fact.recorded_by) and groups_said("; ".join(stated(text)), fact.recorded_by) == len(
            fact.recorded_by
        )

    def _waits(self, fact: Fact, piece: Piece) -> bool:
        """Whether what makes a fact true had not happened when it was written: nobody could judge that they were gone
        while they were still in."""
        twists = {twist.id for twist in self.scenario.twists}
        fired = {twist.event.twist for twist in self.seen.all(TwistFired) if twist.n < piece.n}
        return bool(twists & set(fact.told_when.needs) - fired)

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


def questions_put(seen: Happenings) -> frozenset[str]:
    """Every intent heard from the handler or answered by the caller, bare and with its slot."""
    names: set[str] = set()
    for said in seen.all(HandlerSaid):
        for intent in said.event.intents:
            if not intent.beside:  # a topic's own question was not about whatever its words mean in general
                names |= {intent.id, f"{intent.id}:{intent.slot}"}
    for line in seen.all(CallerSaid):
        for answer in line.event.answers:
            names |= {answer, answer.partition(":")[0]}
    return frozenset(names)
