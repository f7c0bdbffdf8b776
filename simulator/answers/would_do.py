"""What they say who are asked what they would do, and for which nothing is written: "I'd do what you tell me"."""

import re

from simulator.answers.turn import MOST_PARTS, Turn
from simulator.heard import Understood
from simulator.understanding.cutting.supposed import asks_of_supposed
from simulator.understanding.normalise import plain

I_WOULD = ("I'd do what you tell me.", "Whatever you tell me to do.")
YOU_TELL_ME = ("I don't know. You tell me.", "I don't know. I'd go by what you tell me.")
WHAT_SHOULD_I = ("I don't know. What should I do?", "I don't know. What do I do then?")
_WHAT_IF = re.compile(r"(?:\w+ ){0,2}what (?:if|happens?|then|about if)\b|.* what then$")
_WHAT_DEED = re.compile(r"\bwhat (?:\w+ ){0,4}you (?:\w+ ){0,2}do\b")


def lost_suppositions(heard: Understood) -> tuple[str, ...]:
    """The questions of what is only supposed that brought nothing."""
    return tuple(one for one in heard.unheard if asks_of_supposed(one))


def says_what_they_would_do(turn: Turn, heard: Understood) -> bool:
    """Whether something only supposed was asked and is answered now: with what they would do, as they are advised.

    Who rings about no danger, and is told nothing to do, does not know.
    """
    lost = lost_suppositions(heard)
    if not lost or turn.mind.answers_by != "speech" or len(turn.parts) >= MOST_PARTS:
        return False
    if not turn.setting.scenario.accepts.advice:
        turn.say(turn.setting.caller.does_not_know, "does_not_know")
    elif _WHAT_IF.match(plain(lost[0])):
        turn.say(WHAT_SHOULD_I, "supposed:what_then")
    elif _WHAT_DEED.search(plain(lost[0])):
        turn.say(I_WOULD, "supposed:deed")
    else:
        turn.say(YOU_TELL_ME, "supposed:whom")
    return True
