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
    lost = tuple(one for one in lost if not speaks_of(one, turn.parts))
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
