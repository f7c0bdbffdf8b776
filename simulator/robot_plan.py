"""What a robot means to do: the steps of a strong rehearsal, each utterance with what its words were understood as."""

import re
from dataclasses import dataclass
from functools import cached_property

from simulator import actions, events
from simulator.call import Call
from simulator.heard import HeardIntent
from simulator.journal import Journal
from simulator.rehearsal import listen, take
from simulator.steps import Step

_SENTENCE = re.compile(r"[^.?!]+[.?!]*\s*")


@dataclass(frozen=True)
class Sentence:
    """One sentence of an utterance, and the intents heard in it."""

    text: str
    heard: tuple[HeardIntent, ...] = ()

    def without(self, asked: tuple[str, ...]) -> str:
        """The sentence without the words understood as any of these; nothing where no intent is left."""
        gone = {intent.span for intent in self.heard if any(map(intent.answers_to, asked))}
        if not gone:
            return self.text
        whole = self.text.strip()
        spans = dict.fromkeys(intent.span.strip() for intent in self.heard if intent.span not in gone)
        kept = [span if span in whole else whole for span in spans]
        if not kept:
            return ""
        joined = ", ".join(span.rstrip(".?!,") for span in kept)
        return f"{joined[0].upper()}{joined[1:]}{whole[-1]} "


@dataclass(frozen=True)
class Planned:
    """One step of a plan; `sentences` are those of an utterance, `cues` what the caller's side had done by then."""

    step: Step
    sentences: tuple[Sentence, ...] = ()
    cues: frozenset[str] = frozenset()

    @cached_property
    def names(self) -> frozenset[str]:
        """What this step goes by in a change: its kind, KIND:DETAIL, and the intents of its words."""
        found = set(_names(self.step))
        for sentence in self.sentences:
            for intent in sentence.heard:
                found |= {intent.id, f"{intent.id}:{intent.slot}"}
        return frozenset(found)


def plan_of(call: Call, steps: tuple[Step, ...]) -> tuple[Planned, ...]:
    """The steps played on a fresh call: their words as understood there, and what each of them came after."""
    call.begin()
    plan = []
    for step in steps:
        listen(call)
        before = call.entries
        take(call, step, "spoken")
        since = (entry.event for entry in call.entries[len(before) :])
        said = next((event for event in since if isinstance(event, events.HandlerSaid)), None)
        plan.append(Planned(step, _sentences(said) if said else (), cues_in(before)))
    return tuple(plan)


def cues_in(entries: Journal) -> frozenset[str]:
    """The twists, questions and requests that have come, which a handler waits for and answers."""
    lines = [entry.event for entry in entries if isinstance(entry.event, events.CallerSaid)]
    return frozenset(cue for line in lines for cue in (line.press, line.question, line.twist) if cue)


def _sentences(said: events.HandlerSaid) -> tuple[Sentence, ...]:
    texts = [found.group(0) for found in _SENTENCE.finditer(said.text)] or [said.text]
    return tuple(Sentence(text, tuple(one for one in said.intents if _touches(one.span, text))) for text in texts)


def _touches(span: str, sentence: str) -> bool:
    """Whether a span lies in a sentence, or runs over all of it."""
    return bool(span.strip()) and (span.strip() in sentence or sentence.strip() in span)


def _names(step: Step) -> tuple[str, ...]:
    match step:
        case actions.LookUp():
            return "look_up", f"look_up:{step.system}"
        case actions.Note():
            return "note", f"note:{step.section}"
        case actions.Assess():
            return "assess", f"assess:{step.item}"
        case actions.Verify():
            return "verify", f"verify:{step.item}", f"verify:{step.result}"
        case actions.Escalate() | actions.Refer() | actions.Send() | actions.Grade():
            return step.kind, f"{step.kind}:{step.to}"
        case actions.Record():
            return "record", *(f"record:{field}" for field in step.values)
        case _:
            return (getattr(step, "kind", "wait"),)
