"""Advice that the handler asks to hear again from the caller's own mouth: "can you say that back to me?". Pure."""

import re

from simulator.checks import GOES_ALONG
from simulator.heard import Understood

_ASKS = re.compile(
    r"(?<!he )(?<!she )(?<!they )\b(?:repeat|say|tell|read|give) "
    r"(?:that|it|this|them|me that|me it|me)? ?(?:all )?back\b|"
    r"\b(?:repeat|say|tell me) (?:that |it |this )?(?:again )?"
    r"(?:in your own words|so i know you(?:'ve| have) (?:got|understood))|"
    r"\b(?:repeat|tell me) what i(?:'ve| have)? (?:just )?(?:said|told you|asked you)|"
    r"\bwhat (?:have i|did i) (?:just )?(?:ask(?:ed)?|tell|told|say|said)(?: you)?(?: to do)?\?",
    re.IGNORECASE,
)
_ADVICE = ("ADV_SAFETY", "ADV_PRESERVE")
GOT_IT = ("I've got it. I'll do what you said.", "I've got that. I'll do that.")


def asks_to_say_back(span: str) -> bool:
    """Whether the words ask the caller to say the handler's own words back."""
    return _ASKS.search(span) is not None


def said_back(heard: Understood, *, freely: bool) -> tuple[str, ...]:
    """The lines with which they do: the advice of the same breath in its own words, or that they have got it.

    Who may not speak freely goes along with it in as few words as they can.
    """
    if not freely:
        return GOES_ALONG
    said = heard.text.lower()
    advised = [one.slot.lower() for one in heard.intents if one.id in _ADVICE and one.slot]
    # Of several phrases for the same words the longest: "open the door" stands in "don't open the door".
    in_words = [phrase for phrase in advised if phrase in said]
    whole = tuple(one for one in in_words if not any(one != other and one in other for other in in_words))
    if not whole:
        return GOT_IT
    return (f"{', and '.join(dict.fromkeys(whole)).capitalize()}. I've got that.",)
