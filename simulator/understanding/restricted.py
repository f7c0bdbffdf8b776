"""Restricted values in a clause: given away, admitted to exist, or properly declined."""

from dataclasses import dataclass
from typing import Literal

from simulator.understanding.clauses import Clause
from simulator.understanding.phrases import guarded, said, supposed
from simulator.understanding.places import address
from simulator.understanding.situation import Secret
from simulator.understanding.values import canonical, extract


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


def _phrase_said(phrases: tuple[str, ...], clause: Clause) -> bool:
    for phrase in phrases:
        found = said(phrase, clause.text)
        if found is not None and not guarded(clause.text, found) and not (clause.asks and not clause.tagged):
            return True
    return False


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
        if _phrase_said(secret.phrases, clause):
            found.append(Slip(secret.id, "disclosed", 0.85))
        elif _phrase_said(secret.confirms, clause):
            found.append(Slip(secret.id, "confirmed", 0.8))
    return tuple(found)
