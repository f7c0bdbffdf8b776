"""The order of deciding: facts, advice, the model, topics, what the scene makes likely; or not understood."""

import re
from dataclasses import dataclass
from functools import cache

from simulator.heard import HeardIntent, HeardValue, Understood
from simulator.understanding.advice import heard_advice, heard_promise
from simulator.understanding.clauses import Clause, clauses
from simulator.understanding.facts import read_facts
from simulator.understanding.model import Model, load_model
from simulator.understanding.normalise import plain, tidy
from simulator.understanding.situation import Situation
from simulator.understanding.slots import slots
from simulator.understanding.topics import CLEARLY, nearest

CLOSER = 0.05  # how much more alike than likely a topic must be to win over a general intent
# The same detail asked of a caller or of a member: told apart by the words of a record; sure together.
_TWINS = frozenset(["ASK_PERSON_DETAILS", "VER_ASK_ITEM", "ASK_CALLBACK", "ASK_LOCATION", "ASK_LOCATION_REFINE"])
_BY_RECORD = re.compile(
    r"\b(?:we hold|we have (?:for|on)|you gave us|on (?:your|the) (?:account|record|membership|file)|for security|"
    r"data protection|registered|security (?:question|check)|to verify|verification|prove)\b"
)
_ASKS = re.compile("ASK_|VER_ASK")
_NOT_KNOWING = re.compile(r"(?:i (?:do not|would not) know|i have no idea|i am not sure|no idea)\b")
# What a negative intent heard by words alone becomes where the words decline or forbid it.
_DECLINED_AS = {
    "NEG_DISCLOSE": "DP_REFUSE",
    "NEG_CONFIRM_EXISTS": "DP_NCND",
    "NEG_PROMISE": "EXPL_TIME",
    "NEG_DANGEROUS": "ADV_SAFETY",
}
_DECLINES = re.compile(r"\b(?:cannot|can not|not able|unable|will not|do not|must not|never|whether|not going to)\b")
SURE = 0.48  # an intent less likely than this is not heard
EXPECTED = 2.5  # how much likelier the scene makes what it expects
_VALUED = frozenset(
    [
        "READBACK",
        "NEG_LEAD_DATA",
        "LISTEN_SUMMARISE",
        "ASK_LOCATION",
        "VER_ASK_ITEM",
        "PHONETIC_SPELL",
        "LISTEN_CLARIFY",
        "ASK_PERSON_DETAILS",
        "ASK_CALLBACK",
        "ASK_LOCATION_REFINE",
        "GIVE_REF",
        "NEG_DISCLOSE",
        "NEG_CONFIRM_EXISTS",
        "NEG_LEAD_ACCOUNT",
    ]
)
# By words alone, without the scenario's own lists, these are suspected at most this much.
_BY_WORDS_AT_MOST = {"NEG_DISCLOSE": 0.6, "NEG_CONFIRM_EXISTS": 0.6, "NEG_LEAD_DATA": 0.6, "NEG_DANGEROUS": 0.65, "NEG_PROMISE": 0.7, "NEG_END_EARLY": 0.6, "NEG_LEAD_ACCOUNT": 0.65}  # fmt: skip


@dataclass(frozen=True)
class Guess:
    """The likeliest label of a clause and how likely it is."""

    label: str
    sure: float

    @property
    def intent(self) -> bool:
        """Whether the label is an intent rather than a sign of listening or nothing."""
        return self.label not in ("ACK", "NONE")


@dataclass(frozen=True)
class _Heard:
    intents: tuple[HeardIntent, ...] = ()
    values: tuple[HeardValue, ...] = ()
    steps: tuple[str, ...] = ()
    ack: bool = False


class CoreUnderstanding:
    """Understanding without any extra installed: rules, facts and the small model."""

    mode = "core"

    def __init__(self, model: Model) -> None:
        self._model = model

    def guess(self, text: str, expected: tuple[str, ...] = ()) -> Guess:
        """The likeliest label of the words, what the scene expects counted somewhat likelier."""
        odds = self._model.likelihoods(text)
        names = {asked.partition(":")[0] for asked in expected}
        if names:
            weights = [EXPECTED if label in names else 1.0 for label in self._model.labels]
            odds = odds * weights
            odds = odds / odds.sum()
        best = int(odds.argmax())
        label, sure = self._model.labels[best], float(odds[best])
        if _ASKS.match(label) and _NOT_KNOWING.match(plain(text)):
            return Guess("NONE", sure)
        if label in _TWINS:
            together = sum(float(odds[n]) for n, name in enumerate(self._model.labels) if name in _TWINS)
            if _BY_RECORD.search(plain(text)) and slots("VER_ASK_ITEM", text) != (None,):
                label = "VER_ASK_ITEM"
            return Guess(label, together)
        return Guess(label, sure)

    def understand(self, text: str, situation: Situation) -> Understood:
        """All that the utterance asks, says and names; `understood` is False where nothing was heard."""
        looked_at = tidy(text)
        parts = self._parts(looked_at, situation)
        heard = [self._clause(part, situation) for part in parts]
        intents = _once(intent for one in heard for intent in one.intents)
        values = _values(value for one in heard for value in one.values)
        steps = tuple(dict.fromkeys(step for one in heard for step in one.steps))
        ack = any(one.ack for one in heard)
        understood = bool(intents) or ack
        if ack and not intents:
            steps = (*steps, "listening")
        return Understood(
            text=text,
            understood=understood,
            intents=intents,
            values=values,
            mode="core",
            decided_by=steps if understood else (*steps, "abstained"),
        )

    def _parts(self, text: str, situation: Situation) -> tuple[Clause, ...]:
        """The clauses, joined again where together they make better sense than apart."""
        found = list(clauses(text))
        at = 0
        while at + 1 < len(found):
            one, other = found[at], found[at + 1]
            end = other.start + len(other.text)
            both = Clause(text[one.start : end], f"{one.core} {other.core}".strip(), one.start)
            if self._better_joined(one, other, both):
                found[at : at + 2] = [both]
            else:
                at += 1
        return tuple(found)

    def _better_joined(self, one: Clause, other: Clause, both: Clause) -> bool:
        if not one.core or not other.core:
            return False
        first, second, joined = (self.guess(part.core) for part in (one, other, both))
        if not joined.intent or joined.sure < 0.6:
            return False
        apart = {guess.label for guess in (first, second) if guess.intent and guess.sure >= SURE}
        if not apart:
            return True
        return apart == {joined.label} and joined.sure >= max(first.sure, second.sure) - 0.15

    def _clause(self, clause: Clause, situation: Situation) -> _Heard:
        facts = read_facts(clause, situation)
        intents, steps = list(facts.intents), ["facts"] if facts.intents else []
        advice = heard_advice(clause, situation.safe_advice, situation.unsafe_advice)
        for told in advice:
            name = "NEG_DANGEROUS" if told.dangerous else "ADV_SAFETY"
            intents.append(HeardIntent(id=name, confidence=0.85, slot=told.phrase, span=clause.text))
        steps += ["advice"] if advice else []
        promise = heard_promise(clause, situation.promises)
        if promise is not None:
            intents.append(HeardIntent(id="NEG_PROMISE", confidence=0.85, slot=promise, span=clause.text))
            steps.append("promises")
        if not clause.core:
            return _Heard(tuple(intents), facts.values, tuple(steps), ack=True)
        guess = self.guess(clause.core, situation.expected)
        topic = nearest(clause.core, situation.topics) if situation.topics else None
        if topic is not None and (topic.alike >= CLEARLY or topic.alike > guess.sure + CLOSER or not guess.intent):
            sure = round(min(0.97, 0.35 + 0.6 * topic.alike), 3)
            intents.append(HeardIntent(id="topic", confidence=sure, slot=topic.id, span=clause.text))
            return _Heard(tuple(intents), facts.values, (*steps, "topic"))
        decided = facts.settled and guess.label in _VALUED and not clause.open_question
        decided = decided or (
            bool(advice) and guess.label in ("ADV_SAFETY", "NEG_DANGEROUS", "ADV_PRESERVE", "ADV_STAY_LINE")
        )
        decided = decided or (
            promise is not None and guess.label in ("NEG_PROMISE", "EXPL_TIME", "EMP_REASSURE", "EXPL_NEXT")
        )
        if guess.label in _DECLINED_AS and _declines(clause.core):
            guess = Guess(_DECLINED_AS[guess.label], guess.sure)
        if guess.label == "READBACK" and _only_offered(facts.values):
            guess = Guess("NEG_LEAD_DATA", guess.sure)
        if guess.intent and guess.sure >= SURE and not decided:
            sure = round(min(guess.sure, _BY_WORDS_AT_MOST.get(guess.label, 1.0)), 3)
            intents += [
                HeardIntent(id=guess.label, confidence=sure, slot=slot, span=clause.text)
                for slot in slots(guess.label, clause.core)
            ]
            steps.append("model")
        return _Heard(tuple(intents), facts.values, tuple(steps), ack=guess.label == "ACK" and guess.sure >= 0.3)


def _declines(text: str) -> bool:
    words = plain(text)
    return " but " not in words and _DECLINES.search(words) is not None


def _only_offered(values: tuple[HeardValue, ...]) -> bool:
    """Whether values were named and every one of them before the caller did."""
    return bool(values) and all(value.standing == "offered" for value in values)


def _once(intents: object) -> tuple[HeardIntent, ...]:
    """Each intent with its slot once, the surest, in the order heard."""
    best: dict[tuple[str, str | None], HeardIntent] = {}
    for intent in intents:  # type: ignore[attr-defined]
        key = (intent.id, intent.slot)
        if key not in best or intent.confidence > best[key].confidence:
            best[key] = intent if key not in best else best[key].model_copy(update={"confidence": intent.confidence})
    return tuple(best.values())


def _values(values: object) -> tuple[HeardValue, ...]:
    return tuple(dict.fromkeys(values))  # type: ignore[call-overload]


@cache
def load_understanding() -> CoreUnderstanding:
    """The understanding of this machine, loaded once. Raises ModelMissing where the model file is absent."""
    return CoreUnderstanding(load_model())
