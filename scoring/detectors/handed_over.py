"""What a hand-over holds: the note, and what was passed on beside it to those who respond."""

import re

from scenarios.scenario import Scenario
from scenarios.vocabulary import vocabulary
from scoring.matching import CODES, groups_said, holds, shared
from scoring.reading import Reading
from scoring.sent_out import inside
from scoring.wording import place_text
from simulator.events import Escalated, MessageSent

_QUERIED = re.compile(r"\b[a-z]{3,}\?", re.I)  # a word with a question mark


def passed_on_inside(reading: Reading) -> list[str]:
    """What was sent to those who respond, beside the hand-over note: inside, to an agency, or raised with dispatch."""
    sent = reading.seen.of((MessageSent, Escalated))
    return [text for one in sent if (text := _to_responders(one.event, reading.scenario)) is not None]


def _to_responders(event: MessageSent | Escalated, scenario: Scenario) -> str | None:
    if isinstance(event, Escalated):
        return event.about if event.to == "dispatch" else None
    return event.text if inside(event, scenario) or vocabulary().choice("agencies", event.to) is not None else None


def to_hand_over(reading: Reading) -> tuple[str, ...]:
    """The facts that a responder needs; by default the place and whatever keeps people safe."""
    listed_facts = reading.scenario.accepts.handover
    return listed_facts or (*reading.for_field("location"), *reading.tagged("safety_critical"))


def in_text(reading: Reading, name: str, text: str) -> float:
    """How much of a fact a note says, 0 to 1; what it only asks (`alone?`) it does not say."""
    fact = reading.scenario.facts[name]
    truth, kind = place_text(fact.value), reading.scenario.fact_kind(name)
    said = _QUERIED.sub(" ", text)
    if fact.recorded_by:
        return groups_said(said, fact.recorded_by) / len(fact.recorded_by)
    forms = getattr(fact.value, "forms", ())
    if kind in (*CODES, "name", "place"):
        return float(holds(kind, text, truth, forms))
    return float(shared(said, truth) >= 0.5)
