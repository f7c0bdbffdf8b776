"""How a caller bears being treated: upset or calmed, a warning before they hang up, shut down, panic, remarks."""

from dataclasses import replace

from scenarios.scenario import Caller, Fact
from simulator.feeling import hangs_up
from simulator.heard import Understood
from simulator.mind import Mind
from simulator.turn import Turn

MATTERS = frozenset({"life_risk", "safety_critical", "essential", "vulnerability", "release", "upgrade"})
SHORT_INSTRUCTION = 20  # words; nobody in panic takes in more
MOST_ATTEMPTS_BEYOND = 3  # instructions beyond `times` after which the panic has worn off by itself
CUT_IN_ON_BEFORE_SAYING_SO = 3
LEFT_ALONE = (
    "NEG_END_EARLY"  # a goodbye too early is answered for itself; "why do you speak to me like this?" is not for it
)


def react(turn: Turn, before: Mind) -> None:
    """What they say to how they were spoken to; somebody near to hanging up says so first, and hangs up after that."""
    caller = turn.setting.caller
    worse, better = turn.mind.trust < before.trust, turn.mind.trust > before.trust
    if hangs_up(caller, turn.mind) and before.warned and not better and not _in_danger(turn):
        turn.line = replace(turn.line, hangs_up=True)
    if worse and _is_near_hanging_up(caller, turn.mind) and not before.warned:
        turn.say(caller.mood.warns, "warns")
        turn.mind = replace(turn.mind, warned=True)
    elif worse and caller.mood.says_when_upset and not (turn.parts and turn.line.moved_by == LEFT_ALONE):
        turn.say(caller.mood.says_when_upset, "upset")
    elif better and caller.mood.says_when_calmed:
        turn.say(caller.mood.says_when_calmed, "calmed", courtesy=True)


def _in_danger(turn: Turn) -> bool:
    """Whether their life is at risk and help is not there yet: nobody then puts down the only line they have."""
    scenario, until = turn.setting.scenario, turn.setting.scenario.stay_on_line_until
    if until is None or turn.setting.moments.happened(until):
        return False
    return any("life_risk" in scenario.facts[name].tags for name in turn.mind.told)


def _is_near_hanging_up(caller: Caller, mind: Mind) -> bool:
    at = caller.mood.hangs_up_at
    return at is not None and mind.trust <= at + 1


def is_shut(caller: Caller, mind: Mind) -> bool:
    """Whether they tell no more than what matters, as they were treated."""
    at = caller.mood.shuts_down_at
    return at is not None and mind.trust <= at


def keeps_back(caller: Caller, mind: Mind, fact: Fact) -> bool:
    """Whether a fact stays untold because they have shut down; what matters for safety is told to anybody."""
    return is_shut(caller, mind) and not MATTERS & set(fact.tags)


def in_panic(caller: Caller, mind: Mind) -> bool:
    """Whether they cannot take anything in yet."""
    return caller.panic is not None and mind.opened and not mind.eased


def hears_in_panic(caller: Caller, mind: Mind, heard: Understood) -> tuple[Mind, str]:
    """The mind after these words, and what brought them round ("" while nothing did).

    Repetitive persistence: one short, calm instruction said again reaches them; many different ones hardly do.
    """
    if caller.panic is None or any(intent.id.startswith("NEG_") for intent in heard.intents):
        return mind, ""
    if len(heard.text.split()) > SHORT_INSTRUCTION:
        return mind, ""
    counts = dict(mind.instructions)
    names = dict.fromkeys(f"{one.id}:{one.slot}" if one.slot else one.id for one in heard.intents)
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    said_before = bool(mind.instructions)
    again = [name for name in names if counts[name] >= caller.panic.times]
    persisted = [name for name in names if name == "CTRL_REPEAT_PERSIST" and said_before]
    worn_off = sum(counts.values()) >= caller.panic.times + MOST_ATTEMPTS_BEYOND
    mind = replace(mind, instructions=counts)
    because = next(iter((*persisted, *again)), next(iter(names), "") if worn_off else "")
    return (replace(mind, eased=True, trust=mind.trust + 1), because) if because else (mind, "")


def interrupted(mind: Mind) -> tuple[Mind, bool]:
    """The mind after the handler talked over them once more, and whether they say so now."""
    mind = replace(mind, cut_in_on=mind.cut_in_on + 1)
    return mind, mind.cut_in_on % CUT_IN_ON_BEFORE_SAYING_SO == 0
