"""Whether the handler's words end the talk: thanks, a last piece of advice and a goodbye get a goodbye. Pure."""

import re

from simulator.heard import HeardIntent, Understood

_GOODBYE = re.compile(
    r"\b(?i:good ?bye|bye(?:[- ]bye)?|cheerio|ta[- ]ra|good ?night|take care(?: of (?:yourself|yourselves))?)"
    r"(?:[ ,.]+(?:(?i:for now|now|the noo|then|love|dear|pet|sir|madam|bye|goodbye|and|take care"
    r"|(?:your|the) \w+)|[A-Z][a-z]+))*[ .!]*$"
    # "Bye for now, sweetheart, you've been so brave."
    r"|(?:^|[.!] )(?i:bye(?:[- ]bye| for now| now)|goodbye),? [^.?!]*[ .!]*$"
)
_CLOSE = "CLOSE_PROPER"
_UNKIND = ("NEG_END_EARLY", "NEG_RUDE_BLAME")
_PLAINLY = 0.9


def closing(heard: Understood) -> tuple[HeardIntent, ...]:
    """What words that end with a goodbye and ask nothing say: all but the questions read into them; else nothing."""
    text = heard.text.strip()
    if "?" in text or _GOODBYE.search(text) is None:
        return ()
    intents = tuple(one for one in heard.intents if not one.beside)
    asked = [one for one in intents if one.asks]
    if any(one.confidence >= _PLAINLY and one.id != "topic" for one in asked):
        return ()
    close = next((one for one in intents if one.id == _CLOSE), HeardIntent(id=_CLOSE, confidence=1.0, span=text))
    return (*(one for one in intents if one not in asked and one.id != _CLOSE), close)


def kindly_meant(heard: Understood, *, help_is_there: bool) -> Understood:
    """The words without a rudeness read into a goodbye: who leaves them with those who came does not end too early."""
    if "?" in heard.text or not any(one.id in _UNKIND for one in heard.intents):
        return heard
    kind = _GOODBYE.search(heard.text.strip()) is not None
    intents = []
    for one in heard.intents:
        if one.id == "NEG_END_EARLY" and help_is_there:
            one = one.model_copy(update={"id": _CLOSE, "slot": None})
        if one.id != "NEG_RUDE_BLAME" or not kind or one.confidence >= _PLAINLY:
            intents.append(one)
    return heard.model_copy(update={"intents": tuple(intents)})
