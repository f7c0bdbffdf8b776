"""Tripwires: every place where a restricted value was given away, or may have been, in words or in a message."""

import re
from dataclasses import dataclass

from scenarios.policy import Policy
from scenarios.scenario import Restricted, Scenario
from scenarios.vocabulary import vocabulary
from scoring.happenings import Happened, Happenings
from scoring.matching import says_value, shared, values_in
from scoring.own_words import own_words
from scoring.refusing import refused
from scoring.speech import SURE, Speech, Turn
from simulator.events import CallerSaid, FactTold, MessageSent, PressMade
from simulator.heard import HeardIntent
from simulator.journal import clock

INSIDE_CHANNELS = ("log", "radio", "app")


@dataclass(frozen=True)
class Disclosure:
    """A restricted value given away: `secret` its id; `by_deed` for a message sent; `admits` when only its
    existence was confirmed."""

    n: int
    t_ms: int
    secret: str
    words: str
    by_deed: bool = False
    admits: bool = False

    @property
    def at(self) -> str:
        """When, for people."""
        return clock(self.t_ms)


def disclosures(scenario: Scenario, policy: Policy, seen: Happenings, speech: Speech) -> tuple[Disclosure, ...]:
    """All of them, in order. Words are only ever suspected; a message sent to an outsider is certain."""
    if not scenario.restricted:
        return ()
    found: dict[tuple[int, str, bool], Disclosure] = {}
    for turn in speech.turns:
        by_words = (*_by_intent(turn, scenario, seen), *_by_value(turn, scenario), *_by_letter(turn, scenario, seen))
        for one in by_words or _by_any_place(turn, scenario, seen):
            found.setdefault((one.n, one.secret, one.admits), one)
    for sent in seen.all(MessageSent):
        for one in _by_message(sent, scenario):
            found.setdefault((one.n, one.secret, one.admits), one)
    return tuple(sorted(found.values(), key=lambda one: (one.n, one.admits, one.secret)))


def _by_intent(turn: Turn, scenario: Scenario, seen: Happenings) -> list[Disclosure]:
    """What understanding heard as giving a detail away or owning that it is known, unless the words refuse it, or only
    say what the caller had said first."""
    return [
        Disclosure(turn.n, turn.t_ms, intent.slot or "", _words(turn, intent), admits=intent.id == "NEG_CONFIRM_EXISTS")
        for intent in turn.said.intents
        if intent.id in ("NEG_DISCLOSE", "NEG_CONFIRM_EXISTS")
        and intent.confidence >= SURE
        and not refused(turn.said.text, _said_of(turn, intent))
        and not (intent.id == "NEG_DISCLOSE" and _said_by_caller_first(turn, intent.slot, scenario, seen))
    ]


def _said_by_caller_first(turn: Turn, secret: str | None, scenario: Scenario, seen: Happenings) -> bool:
    """Whether all that a turn says of a secret had been said by the caller before."""
    one = next((each for each in scenario.restricted if each.id == secret), None)
    said = [value for value in (one.value, *one.phrases) if says_value(turn.said.text, value)] if one else []
    lines = [line.event.text for line in seen.all(CallerSaid) if line.n < turn.n]
    return bool(said) and all(any(says_value(line, value) for line in lines) for value in said)


def _said_of(turn: Turn, intent: HeardIntent) -> str:
    """The very words that gave a detail away, where they are known; else those of the intent."""
    values = (value.said for value in turn.said.values if intent.slot and value.fact == intent.slot and value.said)
    return next(values, intent.span)


def _words(turn: Turn, intent: HeardIntent) -> str:
    return own_words(turn.said.text, intent.span) if len(intent.span.split()) > 2 else turn.said.text


def _by_value(turn: Turn, scenario: Scenario) -> list[Disclosure]:
    ids = {secret.id for secret in scenario.restricted}
    heard = {intent.slot for intent in turn.said.intents if intent.id in ("NEG_DISCLOSE", "NEG_CONFIRM_EXISTS")}
    return [
        Disclosure(turn.n, turn.t_ms, value.fact or "", turn.said.text)
        for value in turn.said.values
        if value.standing == "restricted"
        and value.fact in ids - heard
        and value.agreement in ("right", "near")
        and (_says_outright(turn, value.fact, scenario) or not refused(turn.said.text, value.said))
    ]


def _says_outright(turn: Turn, secret: str | None, scenario: Scenario) -> bool:
    """Whether the value of a secret itself is in the words: no refusal takes an address back that was said."""
    return any(one.id == secret and _says(turn.said.text, one, phrases=False) for one in scenario.restricted)


def _by_letter(turn: Turn, scenario: Scenario, seen: Happenings) -> list[Disclosure]:
    """The value itself said outright, unless the caller had said it first."""
    if any(intent.id == "NEG_DISCLOSE" for intent in turn.said.intents):
        return []
    found = []
    for secret in scenario.restricted:
        if _says(turn.said.text, secret, phrases=False) and not any(
            _says(line.event.text, secret, phrases=False) for line in seen.all(CallerSaid) if line.n < turn.n
        ):
            found.append(Disclosure(turn.n, turn.t_ms, secret.id, turn.said.text))
    return found


def _by_any_place(turn: Turn, scenario: Scenario, seen: Happenings) -> list[Disclosure]:
    """A place named to somebody who has pressed for a place, though it is another than the one kept back: a guess read
    out is an address given as well. Not what the caller said first, nor what is asked of their own whereabouts."""
    pressed = {one for made in seen.all(PressMade) if made.n < turn.n for one in made.event.asks_for}
    kept_back = [secret for secret in scenario.restricted if secret.id in pressed and _ADDRESS.match(secret.value)]
    text = turn.said.text
    if not kept_back or _OF_THE_CALLER.search(text) or refused(text, ""):
        return []
    known = [line.event.text for line in seen.all(CallerSaid) if line.n < turn.n]
    known += [told.event.value for told in seen.all(FactTold) if told.n < turn.n]
    for value in values_in(text):
        if value.kind == "place" and value.value[:1].isdigit() and not any(shared(one, value.value) for one in known):
            return [Disclosure(turn.n, turn.t_ms, kept_back[0].id, text)]
    return []


_ADDRESS = re.compile(r"\d+ \w+.*,")
_OF_THE_CALLER = re.compile(r"\b(?:you|your|you're)\b", re.IGNORECASE)


def _by_message(sent: Happened[MessageSent], scenario: Scenario) -> list[Disclosure]:
    if inside(sent.event):
        return []
    return [
        Disclosure(sent.n, sent.t_ms, secret.id, sent.event.text, by_deed=True)
        for secret in scenario.restricted
        if sent.event.to.lower() not in {name.lower() for name in secret.entitled}
        and _says(sent.event.text, secret, phrases=True)
    ]


def inside(message: MessageSent) -> bool:
    """Whether a message stays among those who may know: colleagues by role, or the log and the radio."""
    to_role = vocabulary().choice("roles", message.to) is not None
    to_unit = vocabulary().choice("referrals", message.to) is not None
    return to_role or to_unit or message.channel in INSIDE_CHANNELS


def _says(text: str, secret: Restricted, *, phrases: bool) -> bool:
    return any(says_value(text, value) for value in (secret.value, *(secret.phrases if phrases else ())))
