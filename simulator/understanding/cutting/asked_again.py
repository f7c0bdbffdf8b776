"""What is asked for once more by its name: "what was the postcode again?" is "what is the postcode?". Pure."""

import re

from simulator.understanding.wordlist import listed

_LED = r"(?:(?:and|so|but|okay|ok|right|well|sorry|thanks|thank you|now|oh|please)[\s,]+)*"
# These are parts of what was said last, and nothing that has a name of its own: that is to be said again.
_OF_WHAT_WAS_SAID = frozenset(
    listed("question bit part word words thing things sentence rest end name line answer point one ones matter")
)
_THING = r"(?P<whose>the|your|his|her|their|our)(?P<thing>(?: (?!again\b)[a-z][a-z'-]*){1,3}?)"
_AGAIN = r"(?P<again>,? (?:once )?(?:again|once more))(?=(?:,? (?:please|love|pet|sorry|then))*\s*(?:[.?!,;]|$))"
_ASKED = re.compile(
    rf"(?P<begin>(?:^|(?<=[.?!;,] )){_LED})"
    r"(?P<asks>(?:what|where|who)(?: (?:was|were|is|are)|'s|'re)) "
    rf"{_THING}{_AGAIN}",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"(?P<begin>(?:^|(?<=[.?!;] ))(?:(?:and|so|sorry|thanks|thank you)[\s,]+)+){_THING}{_AGAIN}", re.I)
_THAT = re.compile(
    rf"(?P<begin>(?:^|(?<=[.?!;,] )){_LED})(?P<asks>(?:what|where|who)(?: (?:was|is)|'s)) that"
    rf"(?P<thing>(?: (?!again\b)[a-z][a-z'-]*){{1,3}}?){_AGAIN}",
    re.IGNORECASE,
)
_NOW = {"was": "is", "were": "are"}


def as_asked_first(text: str) -> str:
    """The words with what is asked for once more as it is asked first; what only was said last stays as it is."""
    if "again" not in text and "once more" not in text:
        return text
    for pattern in (_ASKED, _THAT, _NAMED):
        text = pattern.sub(_first, text)
    return text


def _first(found: re.Match[str]) -> str:
    parts = found.groupdict()
    thing = parts["thing"]
    if thing.split()[-1].lower() in _OF_WHAT_WAS_SAID - ({"name"} if parts.get("whose") else set()):
        return found[0]
    asks = parts.get("asks") or "what is"
    asks = re.sub(r"\b(?:was|were)$", lambda verb: _NOW[verb[0].lower()], asks, flags=re.IGNORECASE)
    return f"{parts['begin']}{asks} {parts.get('whose') or 'the'}{thing}"
