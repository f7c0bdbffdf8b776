"""What a message to somebody who may not know it gives away: by deed where it says so, a hint for the assessor."""

from scenarios.scenario import Restricted, Scenario
from scenarios.vocabulary import vocabulary
from scoring.given_away import Disclosure, says_of, that_it_is_held, told
from scoring.happenings import Happened
from scoring.matching import says_value, values_in, words_of
from scoring.owning import owns_a_record
from scoring.partly_given import part_of
from simulator.events import MessageSent
from simulator.secrets import secrets
from simulator.understanding.named_person import by_pronoun, pronoun_of
from simulator.understanding.people_words import KIN
from simulator.understanding.restricted import phrase_said, told_otherwise, value_missing
from simulator.understanding.situation import Secret

INSIDE_CHANNELS = ("log", "radio", "app")


def sent_out(sent: Happened[MessageSent], scenario: Scenario) -> tuple[Disclosure, ...]:
    """All that one message gives away, or may."""
    return (*_by_message(sent, scenario), *_by_hint_sent(sent, scenario))


def _by_message(sent: Happened[MessageSent], scenario: Scenario) -> list[Disclosure]:
    """What a message to somebody who may not know it gives away; in so many words it is a deed."""
    if inside(sent.event, scenario):
        return []
    found = []
    for secret, known in zip(scenario.restricted, secrets(scenario), strict=True):
        if _may_know(sent.event.to, secret, scenario):
            continue
        certain = _certainly_sent(sent.event.text, secret, known)
        if certain or any(told_otherwise(known, clause) for clause in told(sent.event.text)):
            found.append(Disclosure(sent.n, sent.t_ms, secret.id, sent.event.text, by_deed=certain))
    return found


def _may_know(to: str, secret: Restricted, scenario: Scenario) -> bool:
    """Whether somebody written to is entitled, by their whole name or a part that is not the caller's too: `DC
    Marchetti` of `DC Leah Marchetti`."""
    words, callers = set(to.lower().split()), set(scenario.caller.name.lower().split())
    return bool(words - callers) and any(words <= set(name.lower().split()) for name in secret.entitled)


def _certainly_sent(text: str, secret: Restricted, known: Secret) -> bool:
    """Whether a message holds the value, part of it, or one of its phrases whoever it names; a refusal that only names
    what a phrase says gives nothing away."""
    if not pronoun_of((secret.value,)) and says_of(text, secret, phrases=False):
        return True
    clauses_told = told(text)
    if any((part := part_of(secret, clause, pressed=False)) and part.plain for clause in clauses_told):
        return True
    pronoun = pronoun_of((secret.value, *secret.phrases))
    spoken = [by_pronoun(clause, known.about, pronoun) for clause in clauses_told]
    if any(
        phrase_said((phrase,), clause)
        for clause in spoken
        for phrase in (secret.value, *secret.phrases)
        if says_value(clause, phrase)
    ):
        return True
    return any(
        says_value(text, phrase) and not value_missing(phrase, text)
        for phrase in secret.phrases
        if not pronoun_of((phrase,))
    )


def _by_hint_sent(sent: Happened[MessageSent], scenario: Scenario) -> list[Disclosure]:
    """What a message only hints at, or owns to be held, for the assessor to weigh."""
    if inside(sent.event, scenario) or _by_message(sent, scenario):
        return []
    outside = [secret for secret in scenario.restricted if not _may_know(sent.event.to, secret, scenario)]
    held = that_it_is_held(scenario)
    for clause in told(sent.event.text) if outside else ():
        if held is not None and owns_a_record(clause):
            return [Disclosure(sent.n, sent.t_ms, held, sent.event.text, admits=True)]
        hinted = next((secret for secret in outside if part_of(secret, clause)), None)
        if hinted is not None:
            return [Disclosure(sent.n, sent.t_ms, hinted.id, sent.event.text)]
    return []


def inside(message: MessageSent, scenario: Scenario) -> bool:
    """Whether a message stays among those who may know: colleagues by role, or the log and the radio; never one to the
    caller or to anybody of theirs, by whatever channel."""
    to_role = vocabulary().choice("roles", message.to) is not None
    to_unit = vocabulary().choice("referrals", message.to) is not None
    return to_role or to_unit or (message.channel in INSIDE_CHANNELS and not _of_the_public(message.to, scenario))


def _of_the_public(to: str, scenario: Scenario) -> bool:
    """Whether somebody written to is the caller, one of theirs, or known by a number or an address only."""
    words = set(words_of(to).split())
    people = (scenario.caller.name, *(one.name for one in scenario.others.values()))
    named = {word for name in people for word in words_of(name).split()}
    known_by_a_number = any(value.kind in ("phone", "email") for value in values_in(to))
    return known_by_a_number or bool(words & (named | _OUTSIDERS)) or bool(words & KIN.keys())


_OUTSIDERS = frozenset(
    ("caller", "informant", "victim", "complainant", "member", "customer", "he", "she", "him", "her")
)
