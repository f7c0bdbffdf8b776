"""Takes an assessor's judgement from a form, or says what is missing; nothing is stored unless all of it holds."""

from collections.abc import Mapping
from datetime import datetime

from pydantic import ValidationError

from reports.judgement import Judgement, objections
from reports.store import Store

_ASKS = {
    "reason": "Give the reason for your judgement (up to 4,000 characters).",
    "author": "Give your name.",
    "verdict": "Choose a verdict.",
    "role": "Choose your role.",
}


def judgement_from(form: Mapping[str, str], run: int, at: datetime) -> Judgement | tuple[str, ...]:
    """The judgement that a form holds, or what is still missing, in plain sentences."""
    try:
        return Judgement.model_validate(
            {
                "point": form.get("point") or None,
                "verdict": form.get("verdict", ""),
                "reason": form.get("reason", ""),
                "author": form.get("author", ""),
                "role": form.get("role", "assessor"),
                "at": at,
                "run": run,
            }
        )
    except ValidationError as error:
        fields = [str(fault["loc"][0]) if fault["loc"] else "verdict" for fault in error.errors()]
        return tuple(dict.fromkeys(_ASKS.get(field, _ASKS["verdict"]) for field in fields))


def judge(store: Store, call_id: str, form: Mapping[str, str], at: datetime) -> tuple[str, ...]:
    """Add a judgement to a call; gives what stands against it, or nothing when it was stored."""
    markings = store.markings(call_id)
    if not markings:
        return ("This contact has not been marked yet, so there is nothing to judge.",)
    made = judgement_from(form, markings[-1].run, at)
    if not isinstance(made, Judgement):
        return made
    earlier = [stored.judgement for stored in store.judgements(call_id)]
    against = objections(made, markings[-1].marking, earlier)
    if not against:
        store.add_judgement(call_id, made)
    return against
