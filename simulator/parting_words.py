"""Whether the handler's words end the talk: thanks, a last piece of advice and a goodbye get a goodbye. Pure."""

import re

from simulator.heard import HeardIntent, Understood

_GOODBYE = re.compile(
    r"\b(?i:good ?bye|bye(?:[- ]bye)?|cheerio|ta[- ]ra|good ?night|take care(?: of (?:yourself|yourselves))?)"
    r"(?:[ ,.]+(?:(?i:for now|now|the noo|then|love|dear|pet|sir|madam|bye|goodbye|and|take care)|[A-Z][a-z]+))*[ .!]*$"
)
_CLOSE = "CLOSE_PROPER"
_PLAINLY = 0.9


def closing(heard: Understood) -> tuple[HeardIntent, ...]:
    """What words that end with a goodbye and ask nothing say: all but the questions read into them; else nothing."""
    text = heard.text.strip()
    if "?" in text or _GOODBYE.search(text) is None:
        return ()
    intents = tuple(one for one in heard.intents if not one.beside)
    asked = [one for one in intents if _asks(one)]
    if any(one.confidence >= _PLAINLY and one.id != "topic" for one in asked):
        return ()
    close = next((one for one in intents if one.id == _CLOSE), HeardIntent(id=_CLOSE, confidence=1.0, span=text))
    return (*(one for one in intents if one not in asked and one.id != _CLOSE), close)


def _asks(intent: HeardIntent) -> bool:
    return intent.id == "topic" or intent.id.startswith(("ASK_", "VER_ASK"))
