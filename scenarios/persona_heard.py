"""A surface as somebody of the library would speak it: whom it fits, and the same facts in that persona's manner."""

from scenarios.persona import Persona
from scenarios.persona_fill import LINES, MOOD_LINES
from scenarios.scenario import Scenario

ENGLISH = "English"


def misfit(persona: Persona, scenario: Scenario, own: Persona | None = None) -> str:
    """Why this person cannot be the one who rings in this surface ("" where they can be).

    `own` is the persona that the author gave the surface.
    """
    caller = scenario.caller
    youngest, oldest = persona.ages
    if caller.answers_by != "speech":
        return "this caller cannot speak freely, so nobody's manner is heard"
    if caller.age is not None and not youngest <= caller.age <= oldest:
        return f"this caller is {caller.age}, and the persona is for ages {youngest} to {oldest}"
    if persona.roles and caller.role not in persona.roles:
        return f"this caller is {caller.role}, and the persona is for: {', '.join(persona.roles)}"
    if own is not None and own.need and own.need != persona.need:
        return f"the facts of this call are those of somebody with this need: {own.need}"
    if persona.need == "Deaf" and scenario.channel.relay is None:
        return "a Deaf person who signs rings through a relay assistant, and this call has none"
    spoken = own.first_language if own is not None else ENGLISH
    if spoken not in (ENGLISH, persona.first_language):
        return f"the facts of this call are those of somebody whose first language is {spoken}"
    return ""


def spoken_by(scenario: Scenario, persona: Persona, own: Persona | None = None) -> Scenario:
    """The surface with the caller speaking as this persona does, before the scenario's own stock lines; facts stay."""
    caller = scenario.caller
    lines = {name: getattr(persona, name) for name in LINES}
    moved = {
        name: tuple(dict.fromkeys((*getattr(caller.mood, name), *getattr(persona, name))))
        for name in ("calmed_by", "upset_by")
    }
    mood = caller.mood.model_copy(update={name: getattr(persona, name) for name in MOOD_LINES} | moved)
    theirs = own.manners if own is not None else {}
    kept = {name: said for name, said in caller.manners.items() if said != theirs.get(name)}
    return scenario.model_copy(
        update={
            "caller": caller.model_copy(
                update=lines | {"persona": persona.id, "manners": {**kept, **persona.manners}, "mood": mood}
            )
        }
    )
