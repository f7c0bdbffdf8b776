"""Praise, a greeting or a sign of listening with the caller's own name behind it: "well done, Mrs Dale". Pure."""

import re
from functools import lru_cache
from typing import Literal

from scenarios.scenario import Scenario
from simulator.answers.own_name import own_name
from simulator.answers.telling import value_told
from simulator.heard import Understood
from simulator.mind import Mind
from simulator.sentences import sentences

Kind = Literal["greets", "praises", "calls", "listens"]

_GREETING = r"hello(?: again| there)?|hi(?: there)?|hiya|hey|good (?:morning|afternoon|evening)|morning|evening"
_PRAISE = (
    r"(?:very |really )?well done(?: you)?|good (?:girl|lad|man|woman|lass|job|work)|clever (?:girl|boy|lad|you)|"
    r"brave (?:girl|boy|lad)|brilliant|excellent|fantastic|perfect|wonderful|bless you|good on you|that's the way|"
    r"you're (?:a star|brilliant|wonderful|so brave|very brave)"
)
_LISTENS = r"(?:okay|ok|right|all right|alright|thanks?(?: you)?|thank you|lovely|great|good|yes|yeah|i see|sorry|no)"
_BEHIND = r"(?:,? (?:listen|please|love|dear|then|now|so much|very much))*"
_FORMS: tuple[tuple[Kind, str], ...] = (("greets", _GREETING), ("praises", _PRAISE), ("listens", _LISTENS))
_TITLE = r"(?:mr|mrs|ms|miss|dr)\.? "
GREETS_BACK = ("Hello.", "Yes, hello.")
YES = ("Yes?", "Yes.")


def with_own_name_called(scenario: Scenario, mind: Mind, heard: Understood) -> Understood:
    """The words as understood, where all or the first of them only greet, praise or call the caller by their name."""
    said = sentences(heard.text)
    kind = _called(said[0], _names(scenario, mind)) if said and mind.opened else None
    if kind is None:
        return heard
    first = said[0].strip(" .!?,")
    intents = tuple(
        one.model_copy(update={"id": "OPEN_GREET"})
        if kind == "greets" and one.id == "OPEN_CHANNEL_CHECK" and one.span.strip(" .!?,") == first
        else one
        for one in heard.intents
    )
    alone = len(said) == 1
    unheard = tuple(one for one in heard.unheard if one.strip(" .!?,") != first)
    return heard.model_copy(update={"intents": intents, "understood": heard.understood or alone, "unheard": unheard})


def answers_it(scenario: Scenario, mind: Mind, text: str) -> tuple[str, ...]:
    """What they say to words that are nothing but that; none where it wants no word, or is more."""
    said = sentences(text)
    if len(said) != 1:
        return ()
    match _called(said[0], _names(scenario, mind)) or _alone(said[0]):
        case "greets":
            return GREETS_BACK
        case "praises":
            return scenario.caller.manners.get("EMP_REASSURE") or scenario.caller.acknowledges
        case "calls":
            return YES
        case _:
            return ()


def _names(scenario: Scenario, mind: Mind) -> str:
    own = own_name(scenario, mind)
    known = scenario.caller.name if own is None else f"{scenario.caller.name} {value_told(scenario.facts[own])}"
    return "|".join(sorted({re.escape(word) for word in re.findall(r"[a-z']{2,}", known.lower())}))


@lru_cache(maxsize=1024)
def _called(sentence: str, names: str) -> Kind | None:
    if not names:
        return None
    words = sentence.lower().strip(" .!?,")
    called = rf"(?:{_TITLE})?(?:{names})(?: (?:{names}))?{_BEHIND}"
    found = next((kind for kind, form in _FORMS if re.fullmatch(rf"(?:oh,? )?(?:{form}),? {called}", words)), None)
    return found or ("calls" if re.fullmatch(called, words) else None)


def _alone(sentence: str) -> Kind | None:
    return "praises" if re.fullmatch(rf"(?:oh,? )?(?:{_PRAISE})", sentence.lower().strip(" .!?,")) else None
