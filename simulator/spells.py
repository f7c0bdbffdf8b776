"""How callers spell: the one word asked for, what they told last; a name that they never told is told first."""

import re

from simulator.heard import HeardIntent
from simulator.manners import MANNERS
from simulator.spelled_out import letters_put, only_of, spelled_out, word_asked_for
from simulator.telling import value_so_far
from simulator.turn import Turn

_YOUR_NAME = re.compile(r"\byour (?:full |last |first |own )?(?:sur)?names?\b", re.IGNORECASE)


def to_tell_first(turn: Turn, intent: HeardIntent) -> HeardIntent | None:
    """What "could you spell your surname?" asks where the name was never told: the name."""
    named = _fact_named(turn, intent.span)
    if named is None or named in turn.mind.told:
        return None
    return intent.model_copy(update={"id": "ASK_PERSON_DETAILS", "slot": "name"})


def _fact_named(turn: Turn, span: str) -> str | None:
    """The caller's own name among the facts, where the words say "your name" or "your surname"."""
    if _YOUR_NAME.search(span) is None:
        return None
    facts = turn.setting.scenario.facts.items()
    return next((name for name, fact in facts if fact.field in ("name", "caller_name")), None)


def spell(turn: Turn, intent: HeardIntent) -> bool:
    """Whether something told is spelled: the one word that is asked for, or what was told last and can be spelled."""
    facts = turn.setting.scenario.facts
    if _spell_word(turn, intent.span):
        return True
    told = [_fact_named(turn, intent.span), turn.mind.last_fact, *reversed(turn.mind.told)]
    for name in told:
        if name is not None and facts[name].spelled:
            turn.say(facts[name].spelled, f"spelled:{name}")
            return True
    return False


def _spell_word(turn: Turn, span: str) -> bool:
    """Spells the one word that is asked for, or says yes to its letters; only who spells anything in this call."""
    facts, mind = turn.setting.scenario.facts, turn.mind
    spelled = [line for fact in facts.values() for line in fact.spelled]
    values = [value_so_far(facts[name], mind, name) for name in mind.told]
    if not spelled:
        return False
    put = letters_put(span)
    words = {word.upper() for value in values for word in value.replace(",", " ").split()}
    if put and put in words:
        turn.say(MANNERS["READBACK"], "letters_right")
        return True
    word = word_asked_for(span, values)
    if not word or put:
        return False
    letters = only_of(word, spelled) or spelled_out(word)
    turn.say((letters,), f"spelled_word:{word}")
    return True
