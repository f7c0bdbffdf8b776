"""How the handler's words move the caller's trust and mood."""

from collections.abc import Iterable
from dataclasses import dataclass

from scenarios.scenario import Caller
from simulator.anew import replace
from simulator.heard import HeardIntent
from simulator.mind import Mind

MOST_MOVES_BY_ONE_INTENT = 3
RUDE = "NEG_RUDE_BLAME"
KIND = frozenset({"APOLOGISE", "EMP_ACK", "EMP_REASSURE"})
SURE_ENOUGH_TO_HURT = 0.5
LOWEST, HIGHEST = -10, 10


@dataclass(frozen=True)
class Feeling:
    """The mind afterwards, and what moved it ("" when nothing did)."""

    mind: Mind
    because: str = ""

    @property
    def moved(self) -> bool:
        """Whether anything changed."""
        return bool(self.because)


def names_in(asked: Iterable[str], intents: Iterable[HeardIntent]) -> tuple[str, ...]:
    """Those of the names (INTENT or INTENT:slot) that the intents answer to, in their order."""
    heard = tuple(intents)
    return tuple(name for name in asked if any(intent.answers_to(name) for intent in heard))


def feel(caller: Caller, mind: Mind, intents: tuple[HeardIntent, ...]) -> Feeling:
    """The caller after these words: a step up at most, a step down at most, each intent counted a few times only."""
    sure = tuple(intent for intent in intents if intent.confidence >= SURE_ENOUGH_TO_HURT)
    mind = _insulted(mind, sure)
    upset = _still_hurting(caller, mind, names_in(caller.mood.upset_by, sure))
    # Whoever is about to put the phone down is met by an apology, whatever else calms them.
    kind = ("APOLOGISE",) if mind.warned and "APOLOGISE" not in caller.mood.calmed_by else ()
    calmed = _still_moving(mind, names_in((*caller.mood.calmed_by, *kind), intents))
    if upset:
        return _moved(caller, mind, upset[0], -1)
    if calmed:
        return _moved(caller, mind, calmed[0], 1)
    return Feeling(mind)


def disappointed(caller: Caller, mind: Mind) -> Mind:
    """The mind a step down: something was left undone that a caller may expect, such as an answer."""
    trust = max(LOWEST, mind.trust - 1)
    return replace(mind, trust=trust, mood=_mood(caller, mind.mood, trust))


def hangs_up(caller: Caller, mind: Mind) -> bool:
    """Whether this caller has had enough."""
    return caller.mood.hangs_up_at is not None and mind.trust <= caller.mood.hangs_up_at


def _insulted(mind: Mind, intents: tuple[HeardIntent, ...]) -> Mind:
    if any(one.id == RUDE for one in intents):
        return replace(mind, insults=mind.insults + 1)
    return replace(mind, insults=0) if mind.insults and any(one.id in KIND for one in intents) else mind


def _still_hurting(caller: Caller, mind: Mind, names: tuple[str, ...]) -> tuple[str, ...]:
    """What still upsets them; who may hang up does not grow used to insults."""
    moving = _still_moving(mind, names)
    if caller.mood.hangs_up_at is None or RUDE not in names:
        return moving
    return moving or (RUDE,)


def _still_moving(mind: Mind, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if mind.moved.get(name, 0) < MOST_MOVES_BY_ONE_INTENT)


def _moved(caller: Caller, mind: Mind, name: str, step: int) -> Feeling:
    trust = max(LOWEST, min(HIGHEST, mind.trust + step))
    moved = {**mind.moved, name: mind.moved.get(name, 0) + 1}
    return Feeling(replace(mind, trust=trust, moved=moved, mood=_mood(caller, mind.mood, trust)), name)


def _mood(caller: Caller, mood: str, trust: int) -> str:
    start = caller.mood.trust
    if trust >= start + 2:
        return "calm"
    if trust <= start - 2:
        return "angry" if mood not in ("frightened", "distressed", "tearful") else "distressed"
    return mood
