"""What the caller says to a question of several that they did not catch: they ask for it, or cannot say."""

import re
from collections.abc import Sequence

from simulator.anew import replace
from simulator.answers.asked_what import asks_what
from simulator.answers.follow_on import telling
from simulator.answers.honest_word import honest_word
from simulator.answers.missed import asks_back
from simulator.answers.turn import MOST_PARTS, Turn
from simulator.heard import Understood


def ask_back(turn: Turn, lost: tuple[str, ...], heard: Understood) -> None:
    """A question of several that they did not catch: they ask for it, or own that they cannot say."""
    text = heard.text
    lost = tuple(one for one in lost if not (speaks_of(one, turn.parts) or makes_idle(one, turn.parts, text)))
    if not lost:
        return
    caller = turn.setting.caller
    alone = any(re.search(rf"(?:^|[.!?;:] ?){re.escape(one.rstrip('?'))}", text) for one in lost)
    if not turn.parts and turn.courtesies and not alone:
        return  # "here is the number, have you a pen?" is answered by an okay
    if not turn.parts and turn.courtesies:
        turn.say_not_understood()
        return
    back = asks_back(caller, turn.mind, turn.setting.seed) if 0 < len(turn.parts) < MOST_PARTS else ()
    if back:
        turn.say(back, "asks_back")
        turn.mind = replace(turn.mind, asked_back_at=turn.mind.lines)
        return
    if turn.mind.asked_back_at == turn.mind.lines - 1 or turn.shut:
        return
    wholly = all(one in heard.unheard for one in lost)
    if wholly and (words := honest_word(turn.setting.scenario, turn.mind, lost, turn.parts)):
        turn.say(words, "honest_word")
        turn.mind = replace(turn.mind, owned_up_at=turn.mind.lines)
    elif 0 < len(turn.parts) < MOST_PARTS and (what := asks_what(turn.setting.scenario, turn.mind, lost)):
        turn.say(what, "asks_what")
        turn.mind = replace(turn.mind, asked_back_at=turn.mind.lines)


def speaks_of(lost: str, parts: Sequence[str]) -> bool:
    """Whether what they have just said speaks of it: to "is it like snoring?" they said "a bit like snoring"."""
    return not telling(lost).isdisjoint(telling(" ".join(parts)))


_THERE_IS_NONE = re.compile(
    r"\bthere(?:'s| is| are|'re| isn't| aren't| was| were)(?:n't)? (?:no|none|nobody|nothing|not any)\b|"
    r"\b(?:I|we|he|she|they)(?:'ve| have|'s| has)(?: got)? no\b|"
    r"\bhaven't (?:got )?(?:one|any)\b|^(?:No|None|Nobody|Nothing)\b",
    re.IGNORECASE,
)
_OF_WHAT_IS_NOT = re.compile(r"\b(?:it|them|they|one|ones|those)\b", re.IGNORECASE)


def makes_idle(lost: str, parts: Sequence[str], text: str) -> bool:
    """Whether what they have said leaves nothing to ask: "is any of it coming inside?" where there is no water; or
    whether it was only the other way of the same question: "or isn't she about?"."""
    first = lost.split()[0] if lost.split() else ""
    if first and re.search(rf"\w,? or {re.escape(first)}\b", text, re.IGNORECASE) and parts:
        return True
    denied = any(_THERE_IS_NONE.search(part) for part in parts)
    return denied and _OF_WHAT_IS_NOT.search(lost) is not None
