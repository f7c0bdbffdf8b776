"""How a caller bears being treated: upset or calmed, a warning before they hang up, shut down, panic, remarks."""

from dataclasses import replace

from scenarios.scenario import Caller, Fact
from simulator.answers.feeling import hangs_up
from simulator.answers.manners import HURT
from simulator.answers.turn import Turn
from simulator.heard import Understood
from simulator.mind import Mind

MATTERS = frozenset({"life_risk", "safety_critical", "essential", "vulnerability", "release", "upgrade"})
SHORT_INSTRUCTION = 20  # words; nobody in panic takes in more
MOST_ATTEMPTS_BEYOND = 3  # instructions beyond `times` after which the panic has worn off by itself
INSULTS_TO_SHUT = 4  # without a kind word between them
KIND_WORDS = ("EMP_", "OPEN_", "APOLOGISE")
ATTEMPTS = ""  # how often anything was said that they might have taken in, beside what it was
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
    elif worse and _has_more_to_say(turn) and not (turn.parts and turn.line.moved_by == LEFT_ALONE):
        turn.say(caller.mood.says_when_upset, "upset")
    elif better and caller.mood.says_when_calmed:
        turn.say(caller.mood.says_when_calmed, "calmed", courtesy=True)


def _has_more_to_say(turn: Turn) -> bool:
    """Whether they say how it upsets them: each way of saying so once, and again only where nothing else is said."""
    lines = turn.setting.caller.mood.says_when_upset
    return bool(lines) and (not turn.parts or turn.mind.count("upset") < len(lines))


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
    """Whether they tell no more than what matters, as they were treated: insulted again and again, anybody is."""
    at = caller.mood.shuts_down_at
    return (at is not None and mind.trust <= at) or mind.insults >= INSULTS_TO_SHUT


def says_when_shut(caller: Caller, mind: Mind) -> tuple[str, ...]:
    """What they say instead of telling: that they were insulted, where only that has shut them."""
    at = caller.mood.shuts_down_at
    if at is not None and mind.trust <= at:
        return caller.mood.says_when_shut
    return (*caller.mood.says_when_shut, *(HURT if caller.can_speak_freely else ()))


def keeps_back(caller: Caller, mind: Mind, fact: Fact) -> bool:
    """Whether a fact stays untold because they have shut down; what matters for safety is told to anybody."""
    return is_shut(caller, mind) and not MATTERS & set(fact.tags)


def in_panic(caller: Caller, mind: Mind) -> bool:
    """Whether they cannot take anything in yet."""
    return caller.panic is not None and caller.panic.times > 0 and not mind.eased


def hears_in_panic(caller: Caller, mind: Mind, heard: Understood) -> tuple[Mind, str]:
    """The mind after these words, and what brought them round ("" while nothing did).

    Repetitive persistence: one short, calm instruction said again reaches them; many different ones hardly do.
    """
    if caller.panic is None or any(intent.id.startswith("NEG_") for intent in heard.intents):
        return mind, ""
    if len(heard.text.split()) > SHORT_INSTRUCTION:
        return mind, ""
    names = dict.fromkeys(one.name for one in heard.intents)
    if not names:
        return mind, ""
    # It is what they are to do that has to be the same; a kind word beside it may come each time.
    same = [name for name in names if not name.startswith(KIND_WORDS)] or list(names)
    counts = dict(mind.instructions)
    for name in (*same, ATTEMPTS):
        counts[name] = counts.get(name, 0) + 1
    said_before = bool(mind.instructions)
    again = [name for name in same if counts[name] >= caller.panic.times]
    persisted = [name for name in names if name == "CTRL_REPEAT_PERSIST" and said_before]
    worn_off = counts[ATTEMPTS] >= caller.panic.times + MOST_ATTEMPTS_BEYOND
    mind = replace(mind, instructions=counts)
    because = next(iter((*persisted, *again)), next(iter(names), "") if worn_off else "")
    return (replace(mind, eased=True, trust=mind.trust + 1), because) if because else (mind, "")


def interrupted(mind: Mind) -> tuple[Mind, bool]:
    """The mind after the handler talked over them once more, and whether they say so now."""
    mind = replace(mind, cut_in_on=mind.cut_in_on + 1)
    return mind, mind.cut_in_on % CUT_IN_ON_BEFORE_SAYING_SO == 0
