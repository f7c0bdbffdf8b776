"""What a clause most likely means by its words alone, with what the scene expects counted somewhat likelier."""

import re
from dataclasses import dataclass

import numpy as np

from simulator.anew import replace
from simulator.understanding.cutting.opening_words import names_the_service
from simulator.understanding.guards import possible
from simulator.understanding.model import Floats
from simulator.understanding.normalise import plain
from simulator.understanding.persistence import PERSISTS, insists
from simulator.understanding.signs import sign
from simulator.understanding.slots import slots
from simulator.understanding.wordlist import listed

SURE = 0.5  # an intent less likely than this is not heard
EXPECTED = 2.5  # how much likelier the scene makes what it expects...
NOT_FROM_NOTHING = 0.2  # ...if the words alone make it at least this likely

DOUBTED = 0.58  # as sure as one can be where a model or all that it goes by disagrees: right in .6 of cases

_ASKED = 0.3  # the share of what is left that the likeliest request must have

# The same detail asked of a caller or of a member: told apart by the words of a record; sure together.
_TWINS = frozenset(listed("ASK_PERSON_DETAILS VER_ASK_ITEM ASK_CALLBACK ASK_LOCATION ASK_LOCATION_REFINE"))
# Refusals of two kinds: a clause that is surely one of them is surely a refusal.
_REFUSALS = frozenset(listed("DP_REFUSE DP_NCND"))
_BY_RECORD = re.compile(
    r"\b(?:we hold|we have (?:for|on)|you gave us|on (?:your|the) (?:account|record|membership|file)|for security|"
    r"data protection|registered|security (?:question|check)|to verify|verification|prove)\b"
)
_GREETS = re.compile(r"good (?:morning|afternoon|evening)(?: (?:caller|sir|madam|there))?")
# The caller's own word, not the handler's: said to a caller it promises nothing.
_CRIES_FOR_HELP = re.compile(r"(?:(?:please|i|we|need|want|some) )*help(?: (?:me|us|please|help))*")
_NOT_KNOWING = re.compile(r"(?:i (?:do not|would not) know|i have no idea|i am not sure|no idea)\b")
_SUMS_UP = re.compile(
    r"(?:(?:and|so|okay|ok|right|well|just) )*(?:what you (?:have told|told|are telling) me is|in a nutshell|"
    r"in short|to sum up|"
    r"to recap|to summarise|let me (?:recap|sum up|summarise)|(?:so )?far (?:you|i) have|"
    r"what i have (?:got )?so far) "
)
_DECLINES = re.compile(r"\b(?:cannot|can not|not able|unable|will not|do not|must not|never|whether|not going to)\b")
# "We won't let him hurt you" promises; only a promise that is itself declined is none.
_NO_PROMISE = re.compile(
    r"\b(?:cannot|can not|not able to|unable to|will not|do not want to|not going to|must not|never|would not) "
    r"(?:\w+ )?(?:promise|guarantee|say|tell|give|swear|make|be sure|be certain|commit)\b|"
    r"\b(?:no|not) (?:a )?(?:promises?|guarantees?)\b"
)
# What a negative intent becomes where the words decline or forbid it.
_DECLINED_AS = {
    "NEG_DISCLOSE": "DP_REFUSE",
    "NEG_CONFIRM_EXISTS": "DP_NCND",
    "NEG_PROMISE": "EXPL_TIME",
    "NEG_DANGEROUS": "ADV_SAFETY",
}
# By words alone, without the scenario's own lists, these are suspected at most this much.
_AT_MOST = {
    "NEG_DISCLOSE": 0.6,
    "NEG_CONFIRM_EXISTS": 0.6,
    "NEG_LEAD_DATA": 0.6,
    "NEG_LEAD_ACCOUNT": 0.65,
    "NEG_DANGEROUS": 0.65,
    "NEG_PROMISE": 0.7,
    "NEG_END_EARLY": 0.6,
    "NEG_RUDE_BLAME": 0.7,
}


# Nobody takes offence at what was hardly rude.
_AT_LEAST = {"NEG_RUDE_BLAME": 0.7}


@dataclass(frozen=True)
class Guess:
    """The likeliest label of a clause and how likely it is, 0 to 1."""

    label: str
    sure: float

    beside: str | None = None  # an intent that the same words have beside it
    least: float = SURE  # what it must be to be heard
    doubted: bool = False  # whether the models, or what they go by, disagree

    @property
    def intent(self) -> bool:
        """Whether the label is an intent rather than a sign of listening or nothing."""
        return self.label not in ("ACK", "NONE")

    @property
    def heard(self) -> bool:
        """Whether it is an intent and likely enough."""
        return self.intent and self.sure >= max(self.least, _AT_LEAST.get(self.label, 0.0))

    @property
    def confidence(self) -> float:
        """How sure the journal says it is; a suspicion by words alone stays a suspicion, a doubt a doubt."""
        return round(min(self.sure, _AT_MOST.get(self.label, 1.0), DOUBTED if self.doubted else 1.0), 3)


def akin(one: str, other: str) -> bool:
    """Whether two labels are kinds of one thing, between which other signs than likelihood decide."""
    return {one, other} <= _TWINS or {one, other} <= _REFUSALS


def _expected(odds: Floats, labels: tuple[str, ...], expected: tuple[str, ...]) -> Floats:
    """The odds with what the scene expects made likelier, where the words allow it at all."""
    names = {asked.partition(":")[0] for asked in expected}
    if not names or labels[int(odds.argmax())] == "NONE":
        return odds
    likelier = [EXPECTED if label in names and odds[n] >= NOT_FROM_NOTHING else 1.0 for n, label in enumerate(labels)]
    weighted = odds * np.array(likelier, dtype=np.float32)
    return np.asarray(weighted / weighted.sum(), dtype=np.float32)


def _declines(label: str, words: str) -> bool:
    return (_NO_PROMISE if label == "NEG_PROMISE" else _DECLINES).search(words) is not None


def _persisting(odds: Floats, labels: tuple[str, ...], text: str) -> Guess:
    """What is asked in words of persistence, which must be answered; persisting itself only where the words insist."""
    others = np.where(np.array(labels) == PERSISTS, np.float32(0), odds)
    best = int(others.argmax())
    sure, share = float(odds.max()), float(others[best] / max(float(others.sum()), 1e-6))
    if not labels[best].startswith(("ASK_", "VER_ASK", "ADV_")) or share < _ASKED:
        return Guess(PERSISTS if insists(text) else "NONE", sure)
    return Guess(labels[best], max(sure, float(others[best])), PERSISTS if insists(text) else None)


def _by_record(label: str, words: str, text: str) -> str:
    """The same detail is an item of verification where the words name a record; a mere name is anybody's."""
    items = slots("VER_ASK_ITEM", text)
    if _BY_RECORD.search(words) is not None and items != (None,):
        return "VER_ASK_ITEM"
    return "ASK_PERSON_DETAILS" if label == "VER_ASK_ITEM" and "full_name" in items else label


def guess(
    labels: tuple[str, ...], likelihoods: Floats, text: str, expected: tuple[str, ...] = (), least: float = SURE
) -> Guess:
    """The likeliest label of the words, whose likelihoods the model has given in the order of `labels`."""
    found = replace(_likeliest(labels, likelihoods, text, expected), least=least)
    seen = sign(plain(text))
    if seen is None or (found.heard and found.label not in seen[2]):
        return found
    return Guess(seen[0], seen[1], least=least)


def _likeliest(labels: tuple[str, ...], likelihoods: Floats, text: str, expected: tuple[str, ...]) -> Guess:
    odds = possible(_expected(possible(likelihoods, labels, text), labels, expected), labels, text)
    best = int(odds.argmax())
    if labels[best] == PERSISTS:
        return _persisting(odds, labels, text)
    label, sure, words = labels[best], float(odds[best]), plain(text)
    if _GREETS.fullmatch(words) or names_the_service(words):
        return Guess("OPEN_GREET", max(sure, 0.8))
    if _CRIES_FOR_HELP.fullmatch(words):
        return Guess("NONE", sure)
    if _SUMS_UP.match(words):
        return Guess("LISTEN_SUMMARISE", max(sure, 0.8))
    if label.startswith(("ASK_", "VER_ASK")) and _NOT_KNOWING.match(words):
        return Guess("NONE", sure)
    if label in _REFUSALS:
        sure = float(sum(odds[n] for n, name in enumerate(labels) if name in _REFUSALS))
    if label in _TWINS:
        sure = float(sum(odds[n] for n, name in enumerate(labels) if name in _TWINS))
        return Guess(_by_record(label, words, text), min(1.0, sure))
    if label in _DECLINED_AS and " but " not in words and _declines(label, words):
        return Guess(_DECLINED_AS[label], sure)
    return Guess(label, min(1.0, sure))
