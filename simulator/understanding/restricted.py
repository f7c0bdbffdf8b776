"""Restricted values in a clause: given away, admitted to exist, or properly declined."""

import re
from dataclasses import dataclass
from typing import Literal

from simulator.understanding.cutting.clauses import Clause
from simulator.understanding.named_person import by_pronoun, pronoun_of
from simulator.understanding.normalise import plain
from simulator.understanding.paraphrased import only_aimed_at, paraphrased
from simulator.understanding.phrases import guarded, said, supposed
from simulator.understanding.places import address
from simulator.understanding.situation import Secret
from simulator.understanding.spoken import figured
from simulator.understanding.values import canonical, extract
from simulator.understanding.wordlist import listed


@dataclass(frozen=True)
class Slip:
    """A secret given away (or, `confirmed`, only admitted), and how sure that is, 0 to 1."""

    secret: str
    what: Literal["disclosed", "confirmed"]
    sure: float
    value: str = ""


def _value_named(secret: Secret, text: str) -> bool:
    """Whether the secret's own value stands in the text: its street, number or words."""
    for found in extract(text):
        if (
            found.kind in ("phone", "postcode", "registration", "date")
            and canonical(found.kind, secret.value) == found.value
        ):
            return True
    street = address(secret.value).street
    if address(secret.value).number and street and said(" ".join(street), text) is not None:
        return True
    return len(secret.value.split()) <= 8 and said(secret.value, text) is not None


def _named_before(secret: Secret, last_line: str) -> bool:
    return bool(last_line) and (_value_named(secret, last_line) or any(said(p, last_line) for p in secret.phrases))


# Named at all it is given away: "I can't share her new address" says that she has one.
_TAKEN_AS_TRUE = re.compile(r"^(?:her|his|their|the) new\b|^since (?:she|he|they)\b")
# Phrases that only say something when a value follows: "the password is ...".
_LEFT_OPEN = re.compile(r"\b(?:is|to|word|capital)$")
_NO_VALUE = frozenset(
    listed(
        "for yours up on in not being something sent whatever locked wrong reset expired what to your you just there "
        "here coming going only always never set chosen case no a the "
        "right correct same still old out too safe fine okay"
    )
)
_OWN_RULES = re.compile(r"\b(?:guidance|policy|policies|rules?|procedures?|training|the law)\b")


def phrase_said(phrases: tuple[str, ...], text: str, last_line: str = "") -> bool:
    """Whether a clause that asks nothing says one of the phrases, and neither refuses nor only supposes it."""
    for phrase in phrases:
        found = said(phrase, text)
        if found is None or value_missing(phrase, text):
            continue
        if _TAKEN_AS_TRUE.match(phrase):
            if not supposed(text, found) and said(phrase, last_line) is None:
                return True
        elif not guarded(text, found) and not only_aimed_at(text, found.start):
            return True
    return False


def told_otherwise(secret: Secret, text: str, last_line: str = "") -> bool:
    """Whether a clause that asks nothing gives the secret away by one of its phrases or by other words for them, by
    whatever name it calls the person."""
    pronoun = pronoun_of((secret.value, *secret.phrases))
    words, before = by_pronoun(text, secret.about, pronoun), by_pronoun(last_line, secret.about, pronoun)
    if phrase_said(secret.phrases, words, before):
        return True
    return bool(paraphrased((secret.value, *secret.phrases), pronoun, words, before))


def _admitted(secret: Secret, text: str, last_line: str) -> bool:
    pronoun = pronoun_of(secret.confirms)
    return phrase_said(secret.confirms, by_pronoun(text, secret.about, pronoun), last_line)


def value_missing(phrase: str, text: str) -> bool:
    """Whether a phrase that needs a value behind it was said without one: `your password is sent to your phone`."""
    found = said(phrase, text) if _LEFT_OPEN.search(plain(phrase)) else None
    if found is None:
        return False
    following = figured(plain(text)).split()[found.end : found.end + 1]
    return not following or following[0] in _NO_VALUE


def slips(clause: Clause, secrets: tuple[Secret, ...], last_line: str) -> tuple[Slip, ...]:
    """What the clause gives away. A refusal, a question or a supposition gives nothing away."""
    found: list[Slip] = []
    for secret in secrets:
        if _value_named(secret, clause.text):
            whole = said(secret.value, clause.text)
            declined = whole is not None and guarded(clause.text, whole)
            only_supposed = whole is not None and supposed(clause.text, whole)
            already = _named_before(secret, last_line)
            if not (only_supposed or (already and (declined or clause.asks))):
                sure = 0.55 if declined or (clause.asks and not clause.tagged) else 0.92
                found.append(Slip(secret.id, "disclosed", sure, secret.value))
                continue
        if clause.asks and not clause.tagged:
            continue
        if told_otherwise(secret, clause.text, last_line):
            found.append(Slip(secret.id, "disclosed", 0.85))
        elif not _OWN_RULES.search(plain(clause.text)) and _admitted(secret, clause.text, last_line):
            found.append(Slip(secret.id, "confirmed", 0.8))
    return tuple(found)
