"""The few ways of reading a run: who said what when, what was told and recorded, the grades, fair time, absence."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from scenarios.policy import Grade, Policy
from scenarios.scenario import Scenario
from scoring.disclosure import disclosures
from scoring.fact_sheets import fact_index
from scoring.fair_time import FairTime
from scoring.given_away import Disclosure
from scoring.grade_steps import GradeStep, grade_steps
from scoring.happenings import Happened, Happenings, Instant
from scoring.identity import Identity, identity_of
from scoring.ledger import Account, ledger_of
from scoring.named_moments import NamedMoments
from scoring.speech import Speech, Turn
from scoring.wording import called
from simulator.events import (
    CallEnded,
    CallerSaid,
    Closed,
    FactTold,
    Interrupted,
    LineWent,
    PhoneRang,
    Stopped,
    TwistFired,
)
from simulator.heard import HeardIntent, HeardValue
from simulator.journal import Journal, clock

UPSET = ("frightened", "distressed", "angry", "frustrated", "tearful")
GOT_OUT = ("asked", "offered", "read_back")
CROSS = ("angry", "frustrated")


class Reading:
    """One run read for marking. Made once; every detector reads from it and changes nothing."""

    def __init__(self, scenario: Scenario, policy: Policy, journal: Journal) -> None:
        self.scenario = scenario
        self.policy = policy
        self.seen = Happenings(journal)
        self.time = FairTime(self.seen)
        self.speech = Speech(self.seen)
        self.ledger = ledger_of(scenario, policy, self.seen, self.time)
        self._facts = fact_index(scenario)
        self._moments = NamedMoments(policy, self.seen, self.speech, self.ledger)

    # When it began and ended.

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The handler's utterances."""
        return self.speech.turns

    @cached_property
    def answered_ms(self) -> int:
        """When the call was answered; 0 where it was not."""
        return self.seen.answered.t_ms if self.seen.answered else 0

    @cached_property
    def ended_ms(self) -> int:
        """When the line closed, or the last entry where it did not."""
        return self.seen.ended.t_ms if self.seen.ended else self.seen.last_ms

    @cached_property
    def bounds(self) -> tuple[int, ...]:
        """The entries between which something was looked for: the answering and the end of the line."""
        rang, answered, ended = self.seen.first(PhoneRang), self.seen.answered, self.seen.ended
        start = answered.n if answered else rang.n if rang else min(1, self.seen.last_n)
        return tuple(sorted({n for n in (start, ended.n if ended else self.seen.last_n) if n}))

    @cached_property
    def whole(self) -> tuple[int, ...]:
        """The entries between which a deed at the desk was looked for: to the end of wrap-up."""
        return tuple(sorted({n for n in (*self.bounds[:1], self.seen.last_n) if n}))

    def undone(self, since: int | None = None) -> str:
        """`not seen between 00:12 and 06:10`, to the end of wrap-up: for what is done at the desk."""
        return self.unseen(since, self.seen.last_ms)

    def unseen(self, since: int | None = None, until: int | None = None) -> str:
        """`not seen between 00:12 and 04:50`: the window in which something was looked for."""
        start, end = self.answered_ms if since is None else since, self.ended_ms if until is None else until
        return f"not seen between {clock(min(start, end))} and {clock(end)}"

    def broke_off_before(self, since_ms: int, due_ms: float) -> str | None:
        """Why something was not yet due: the run was stopped or broke off before the time for it had passed; or None.

        A run that the trainee stops counts for nothing against them (DOMAIN 5).
        """
        cut = next(iter(self.seen.of((Stopped, Interrupted))), None)
        if cut is None or self.time.between(since_ms, cut.t_ms) >= due_ms:
            return None
        return f"The run broke off at {cut.at}, before it was due."

    # Facts.

    def told(self, fact: str) -> Happened[FactTold] | None:
        """When a fact was told, or None."""
        return self.ledger.sources.told.get(fact)

    def account(self, fact: str) -> Account:
        """A fact's line in the ledger."""
        return self.ledger.accounts[fact]

    @cached_property
    def told_facts(self) -> tuple[Happened[FactTold], ...]:
        """All facts told, in order."""
        return tuple(sorted(self.ledger.sources.told.values(), key=lambda told: told.n))

    def tagged(self, *tags: str) -> tuple[str, ...]:
        """The scenario's facts that carry any of these tags."""
        return self._facts.tagged(tags)

    def told_tagged(self, *tags: str) -> tuple[Happened[FactTold], ...]:
        """The told facts that carry any of these tags, in order."""
        wanted = self._facts.tagged(tags)
        return tuple(told for told in self.told_facts if told.event.fact in wanted)

    def overtaken(self, name: str) -> bool:
        """Whether what a fact says had ceased to be so, and what came in its place was told and is on record; where it
        is over (the caller sees that it is the son) and nobody is sent any more, what that led to is as good."""
        told = self.told(name)
        ended = set(self.scenario.facts[name].told_when.unless)
        if told is None or not ended:
            return False
        fired = {one.event.twist for one in self.seen.all(TwistFired) if one.n > told.n}
        instead = {one.event.fact for one in self.told_facts if one.event.fact in ended and one.n > told.n}
        over = any("release" in self.scenario.facts[fact].tags for fact in instead) and self._nobody_sent
        if instead and not over:
            return False
        twists = [twist for twist in self.scenario.twists if twist.id in fired]
        now = {fact for twist in twists if twist.id in ended or (over and twist.release) for fact in twist.reveals}
        return any(self.ledger.accounts[fact].right for fact in (*now, *instead) if self.told(fact))

    def ceased_ms(self, name: str) -> int | None:
        """When what a fact says first ceased to be so after it was told, in ms of the call; None where never."""
        told = self.told(name)
        ended = set(self.scenario.facts[name].told_when.unless)
        if told is None or not ended:
            return None
        fired = (one.t_ms for one in self.seen.all(TwistFired) if one.event.twist in ended and one.n > told.n)
        instead = (one.t_ms for one in self.told_facts if one.event.fact in ended and one.n > told.n)
        return min((*fired, *instead), default=None)

    @property
    def _nobody_sent(self) -> bool:
        """Whether the grade at the end is no longer the most urgent, or the contact was closed as resolved."""
        final, closed = self.final_grade, self.seen.last(Closed)
        lowered = final is not None and final.grade != self.most_urgent
        return lowered or (closed is not None and closed.event.result not in ("", "attended"))

    def for_field(self, *fields: str) -> tuple[str, ...]:
        """The facts that belong in any of these fields."""
        return self._facts.in_fields(fields)

    def answering(self, *intents: str) -> tuple[str, ...]:
        """The facts that any of these questions would bring out."""
        return self._facts.answering(intents)

    def brought_out_by(self, heard: HeardIntent) -> tuple[str, ...]:
        """The facts that a question as it was heard would bring out."""
        return self._facts.brought_out_by(heard.id, heard.slot)

    def learnt(self, *intents: str, before: int | None = None, unasked: bool = True) -> Happened[FactTold] | None:
        """The first fact these questions ask for that the handler got out or took down, or None.

        Who answered was asked (DOMAIN section 5, rule 3); what came unasked counts once it is recorded, unless
        `unasked` is off: then what the opening told does not count.
        """
        names = set(self.answering(*intents))
        for told in self.told_facts:
            if told.event.fact not in names or (before is not None and told.t_ms > before):
                continue
            opening = told.event.how == "opening" and not unasked
            if told.event.how in GOT_OUT or (self.account(told.event.fact).right and not opening):
                return told
        return None

    # Words about facts.

    def read_back(self, facts: Iterable[str]) -> tuple[Turn, HeardValue] | None:
        """The first turn that repeats one of these facts after it was told, or None."""
        names = tuple(facts)
        for turn, value in self.speech.values_of(names, "told"):
            if value.agreement in ("right", "near", "wrong") and value.fact is not None and self.told(value.fact):
                return turn, value
        fields = {field for name in names for field in (name, self.scenario.facts[name].field) if field}
        for turn in self.speech.said("READBACK"):
            slot = next((heard.slot for heard in turn.said.intents if heard.id == "READBACK"), None)
            earlier = any(told.event.fact in names and told.t_ms <= turn.t_ms for told in self.told_facts)
            if slot in fields and earlier:
                return turn, HeardValue(kind="text", value="", fact=names[0], agreement="right", standing="told")
        return None

    def offered(self, facts: Iterable[str]) -> Turn | None:
        """The first turn that names one of these facts before the caller did, or None."""
        found = self.speech.values_of(facts, "offered")
        return found[0][0] if found else None

    # Grades.

    @cached_property
    def grades(self) -> tuple[GradeStep, ...]:
        """Every grade that was set, in order, each with its rationale."""
        return grade_steps(self.policy, self.seen)

    @property
    def final_grade(self) -> GradeStep | None:
        """The grade that stood at the end, or None."""
        return self.grades[-1] if self.grades else None

    def grade_at(self, t_ms: int) -> GradeStep | None:
        """The grade that stood at a time, or None."""
        return next((step for step in reversed(self.grades) if step.t_ms <= t_ms), None)

    @cached_property
    def most_urgent(self) -> Grade | None:
        """The policy's most urgent grade."""
        return min(self.policy.grades, key=lambda grade: grade.rank, default=None)

    @cached_property
    def accepted_grades(self) -> tuple[Grade, ...]:
        """The grades that the scenario accepts at the end."""
        found = (self.policy.grade(name) for name in self.scenario.accepts.grade)
        return tuple(grade for grade in found if grade is not None)

    # Moments.

    @cached_property
    def life_risk(self) -> Happened[FactTold] | None:
        """The first told fact that puts a life at risk, or None."""
        return next(iter(self.told_tagged("life_risk")), None)

    @cached_property
    def releases(self) -> tuple[Instant, ...]:
        """What ends the reason to keep the line or the grade: told facts tagged release, twists of release."""
        told = [Instant(told.n, told.t_ms) for told in self.told_tagged("release")]
        fired = [Instant(fired.n, fired.t_ms) for fired in self.seen.all(TwistFired) if fired.event.release]
        return tuple(sorted((*told, *fired), key=lambda instant: instant.n))

    def moment(self, name: str) -> Instant | None:
        """The first time of a moment as the scenario language names them, or None while it has not come."""
        if name == "verified":
            return self.identity.reached
        if name == "disclosed":
            return next((Instant(d.n, d.t_ms) for d in self.disclosures), None)
        return self._moments.first(name, self.grades)

    # The person on the line.

    @cached_property
    def caller_lines(self) -> tuple[Happened[CallerSaid], ...]:
        """All the caller's lines."""
        return self.seen.all(CallerSaid)

    def line_after(self, n: int) -> Happened[CallerSaid] | None:
        """The caller's first line after entry `n`, or None."""
        return self.speech.line_after(n)

    @cached_property
    def emotion_cues(self) -> tuple[Happened[CallerSaid], ...]:
        """The caller's lines in which an upset mood first shows or changes to another."""
        cues: list[Happened[CallerSaid]] = []
        before = ""
        for line in self.caller_lines:
            mood = line.event.mood
            if mood in UPSET and mood != before:
                cues.append(line)
            before = mood
        return tuple(cues)

    @cached_property
    def disclosures(self) -> tuple[Disclosure, ...]:
        """Every giving away of a restricted value that was seen or suspected."""
        return disclosures(self.scenario, self.policy, self.seen, self.speech)

    @cached_property
    def identity(self) -> Identity:
        """How the identity check went."""
        return identity_of(self.scenario, self.policy, self.seen)

    @property
    def emergency(self) -> bool:
        """Whether the contact came on the emergency line."""
        return self.scenario.channel.kind == "999"

    @cached_property
    def lost(self) -> Happened[Any] | None:
        """Where the line was first lost: it dropped, or it was not the handler who ended it; or None."""
        dropped = next((went for went in self.seen.all(LineWent) if went.event.to == "dropped"), None)
        ended = self.seen.ended
        return dropped or (ended if ended is not None and ended.event.by != "handler" else None)

    @property
    def ended_by_handler(self) -> Happened[CallEnded] | None:
        """The end of the line where the handler closed it, or None."""
        ended = self.seen.ended
        return ended if ended is not None and ended.event.by == "handler" else None

    def names(self, facts: Iterable[str]) -> list[str]:
        """Facts by their plain names."""
        return [called(fact) for fact in facts]
