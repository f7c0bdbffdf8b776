"""Made things for the tests of reports: a call's journal, its marking, judgements of it."""

from datetime import UTC, datetime

from reports.judgement import Judgement
from reports.store import Store
from scoring.outcome import LedgerLine, Mark, Marking, Profile
from simulator.events import (
    CallAnswered,
    CallEnded,
    CallerSaid,
    CallStarted,
    ContactClosed,
    FactTold,
    FieldRecorded,
    Graded,
    HandlerSaid,
    LookedUp,
    PhoneRang,
)
from simulator.journal import Entry, Journal

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def at_noon() -> datetime:
    """A wall clock that stands still."""
    return NOON


def started_by(trainee: str = "A. Trainee", **changes: object) -> CallStarted:
    """The sheet of a call's beginning."""
    return CallStarted.model_validate(
        {
            "scenario": "hiding-upstairs",
            "fingerprint": "f" * 64,
            "policy": "harrowmere",
            "policy_fingerprint": "a" * 64,
            "app_version": "0.1.0",
            "trainee": trainee,
            "mode": "practice",
            "seed": 1,
            "source": "desk",
            **changes,
        }
    )


def journal_of(*events: object, step_ms: int = 4_000) -> Journal:
    """Entries numbered from 1, a step apart."""
    return tuple(
        Entry.model_validate({"n": n, "t_ms": (n - 1) * step_ms, "event": event})
        for n, event in enumerate(events, start=1)
    )


def short_call(trainee: str = "A. Trainee", **changes: object) -> Journal:
    """A short call that ends properly."""
    return journal_of(
        started_by(trainee, **changes),
        PhoneRang(channel="999", line="mobile", number="07700 900822"),
        CallAnswered(ring_ms=4_000),
        HandlerSaid(text="Police emergency, what's the address?", began_ms=9_000, spoken_ms=2_400),
        CallerSaid(text="Twenty-seven Alder Rise. Please hurry.", lasts_ms=2_500, facts=("address",)),
        FactTold(fact="address", value="27 Alder Rise", how="asked", tags=("life_risk",)),
        FieldRecorded(field="location", value="27 Alder Rise, Quayford"),
        LookedUp(system="gazetteer", query="alder rise", reason="live incident", rows=("r1",)),
        Graded(grade="immediate"),
        CallEnded(by="caller"),
        ContactClosed(),
    )


def mark(point: str = "V01", verdict: str = "met", critical: str = "none", **changes: object) -> Mark:
    """One mark."""
    return Mark.model_validate(
        {
            "point": point,
            "dimension": "verification",
            "text": "Asks for the location openly; does not offer one first",
            "verdict": verdict,
            "critical": critical,
            "because": "The location was asked for before any was named.",
            "shown_by": (4,),
            "share": 1.0 if verdict == "met" else 0.0,
            "criteria": ("03-3.6",),
            **changes,
        }
    )


def marking_of(*marks: Mark, outcome: str = "met", referred: tuple[str, ...] = ()) -> Marking:
    """A marking of these marks."""
    return Marking.model_validate(
        {
            "version": "1",
            "outcome": outcome,
            "because": "Every profile reached its share.",
            "marks": marks or (mark(),),
            "ledger": (
                LedgerLine(
                    fact="address",
                    label="Address",
                    truth="27 Alder Rise, Quayford",
                    disclosed="27 Alder Rise",
                    disclosed_ms=20_000,
                    recorded="27 Alder Rise, Quayford",
                    recorded_ms=24_000,
                    where="location",
                    cause="right",
                    shown_by=(6, 7),
                ),
            ),
            "profiles": {
                "verification": Profile(
                    dimension="verification", earned=2, possible=3, share=0.67, needed=0.6, reached=True
                )
            },
            "referred": referred,
        }
    )


def judged(point: str | None, verdict: str, reason: str = "I listened to it.", **changes: object) -> Judgement:
    """One judgement."""
    return Judgement.model_validate(
        {"point": point, "verdict": verdict, "reason": reason, "author": "B. Assessor", "at": NOON, **changes}
    )


def keep(
    store: Store, journal: Journal, text: str = "id: hiding-upstairs\n", policy: str | None = "id: harrowmere\n"
) -> str:
    """Write a whole journal into the store and give its call's id."""
    started = journal[0].event
    assert isinstance(started, CallStarted)
    with store.open_call(started, text, policy) as writer:
        for entry in journal:
            writer.append(entry)
    return writer.call_id
