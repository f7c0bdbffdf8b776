"""A persona fills what a scenario leaves out about how its caller speaks; the scenario's own words go first."""

from typing import Any

from scenarios.persona import Persona
from scenarios.persona_file import load_persona, persona_names
from scenarios.problems import Fault, ProblemsFound, fault, hint

LINES = (
    "not_understood", "does_not_know", "asks_back", "silence", "silence_after", "acknowledges", "goodbye", "impatient",
    "after_hold", "interrupted", "fillers", "words_a_minute",
)  # fmt: skip
MOOD_LINES = ("says_when_upset", "says_when_calmed", "warns", "says_when_shut")
MOOD_ADDED = ("calmed_by", "upset_by")


def with_persona(data: dict[str, Any]) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """The data of one surface with its caller's persona filled in, and what is wrong with the persona named."""
    caller = data.get("caller")
    name = caller.get("persona") if isinstance(caller, dict) else None
    if not isinstance(caller, dict) or not isinstance(name, str):
        return data, ()
    try:
        persona = load_persona(name)
    except KeyError:
        return data, (fault(("caller", "persona"), "R80", word=name, hint=hint(name, persona_names())),)
    except ProblemsFound:
        return data, (fault(("caller", "persona"), "R83", word=name),)
    return data | {"caller": _filled(caller, persona)}, ()


def _filled(caller: dict[str, Any], persona: Persona) -> dict[str, Any]:
    plain = persona.model_dump(mode="json")
    filled = {key: plain[key] for key in LINES if plain[key]} | caller
    manners = caller.get("manners", {})
    if isinstance(manners, dict):
        filled["manners"] = plain["manners"] | manners
    mood = caller.get("mood")
    if isinstance(mood, dict):
        filled["mood"] = _mood(mood, plain)
    return filled


def _mood(mood: dict[str, Any], plain: dict[str, Any]) -> dict[str, Any]:
    filled = {key: plain[key] for key in MOOD_LINES} | mood
    for key in MOOD_ADDED:
        own = mood.get(key, [])
        if isinstance(own, list):
            filled[key] = list(dict.fromkeys([*own, *plain[key]]))
    return filled
