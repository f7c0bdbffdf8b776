"""JSON Schemas from the models, so that an editor completes and checks the YAML: `python -m scenarios.schema`."""

import json
from pathlib import Path
from typing import Any

from scenarios.checks.rehearsals import OUTCOMES, VERDICTS
from scenarios.names import MOMENTS, Names
from scenarios.paths import SCHEMAS
from scenarios.persona import Persona
from scenarios.policy import Policy
from scenarios.references import REFERENCES
from scenarios.scenario import Scenario
from scenarios.vocabulary import vocabulary
from scenarios.vocabulary.steps import StepWords, steps

Schema = dict[str, Any]
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SLOT: Schema = {"type": "string", "pattern": r"\$"}


def schemas() -> dict[str, Schema]:
    """The schemas by file name."""
    return {
        "scenario.schema.json": scenario_schema(),
        "rehearsal.schema.json": rehearsal_schema(),
        "persona.schema.json": {"$schema": _DRAFT} | Persona.model_json_schema(),
        "policy.schema.json": {"$schema": _DRAFT} | Policy.model_json_schema(),
    }


def write(folder: Path = SCHEMAS) -> None:
    """Writes the schemas where the calls and policies look for them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (folder / name).write_text(text_of(schema), encoding="utf-8", newline="\n")


def text_of(schema: Schema) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def scenario_schema() -> Schema:
    """A scenario as written: with variants, `$slots` where numbers and choices stand, and bare marking points."""
    schema: Schema = {"$schema": _DRAFT} | Scenario.model_json_schema(by_alias=True)
    _complete(schema)
    schema = _with_slots(schema)
    schema["properties"]["variants"] = _variants()
    point = schema["$defs"]["MarkingChoice"]
    schema["$defs"]["known_point"] = _points_known()
    bare = {"$ref": "#/$defs/known_point"}
    schema["properties"]["marking"]["items"] = {"anyOf": [bare, {"$ref": "#/$defs/MarkingChoice"}]}
    point["properties"]["point"] = bare
    return schema


def _variants() -> Schema:
    slots: Schema = {"type": ["string", "number", "boolean"]}
    return {
        "description": "Surfaces: each fills the same $slots with its own text; seed 1 plays the first.",
        "type": "array",
        "minItems": 1,
        "items": {
            "type": "object",
            "required": ["name"],
            "properties": {"name": {"type": ["string", "number"]}},
            "additionalProperties": slots,
        },
    }


def _points_known() -> Schema:
    return {"oneOf": [{"const": point.id, "description": point.text} for point in vocabulary().points.values()]}


def _with_slots(value: Any) -> Any:
    """Any number, choice or pattern may also be a text with a slot."""
    if isinstance(value, list):
        return [_with_slots(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    typed = value.get("type") in ("integer", "number", "boolean")
    narrow = value.get("type") == "string" and ({"enum", "pattern", "const"} & set(value))
    if typed or narrow:
        told = {key: value[key] for key in ("title", "description", "default") if key in value}
        return told | {"anyOf": [{key: inner for key, inner in value.items() if key not in told}, _SLOT]}
    return {key: _with_slots(inner) for key, inner in value.items()}


def _complete(schema: Schema) -> None:
    """Offers the known words wherever a reference stands, without refusing their other names."""
    names = Names({}, None, {})
    for pattern, kind in REFERENCES:
        words = sorted(_words(kind, names))
        where = _at(schema, schema, pattern.split("."))
        if words and where is not None and where.get("type") == "string":
            schema["$defs"][f"known_{kind}"] = {"enum": words}
            where["anyOf"] = [{"$ref": f"#/$defs/known_{kind}"}, {"type": where.pop("type")}]


def _words(kind: str, names: Names) -> tuple[str, ...]:
    if kind == "moment":
        return MOMENTS
    if kind == "asked":
        intents = vocabulary().intents.values()
        return tuple(name for intent in intents for name in (intent.id, *(f"{intent.id}:{s}" for s in intent.slots)))
    if kind == "field":
        return tuple({field for fields in vocabulary().fields.values() for field in fields})
    if kind in ("fact", "restricted", "record", "topic", "point"):
        return ()
    return names.resolve(kind, "?").options


def _at(root: Schema, here: Schema, steps_left: list[str]) -> Schema | None:
    """The part of a schema that a reference's pattern names, or None where it names keys."""
    here = _resolved(root, here)
    if not steps_left:
        return here if here.get("type") == "string" else None
    head, rest = steps_left[0], steps_left[1:]
    for option in (here, *(_resolved(root, one) for one in here.get("anyOf", []))):
        found: Schema | None = option.get("properties", {}).get(head)
        if found is None and head == "*":
            found = option.get("items") or option.get("additionalProperties") or None
        if isinstance(found, dict):
            return found if not rest and found.get("type") == "string" else _at(root, found, rest)
    return None


def _resolved(root: Schema, schema: Schema) -> Schema:
    reference = schema.get("$ref")
    if isinstance(reference, str):
        found: Schema = root["$defs"][reference.removeprefix("#/$defs/")]
        return found
    return schema


def rehearsal_schema() -> Schema:
    """A rehearsal as written: its head, its steps by name, and the verdicts it must get."""
    bare = [step.id for step in steps().values() if not step.needed and not step.keys and step.id != "wait"]
    forms = [{"enum": bare}, *(_step_schema(step) for step in steps().values() if step.known or step.keys)]
    verdicts: Schema = {point: {"enum": list(VERDICTS)} for point in vocabulary().points}
    return {
        "$schema": _DRAFT,
        "title": "Rehearsal",
        "type": "object",
        "required": ["scenario", "do"],
        "additionalProperties": False,
        "properties": {
            "scenario": {"type": "string"},
            "seed": {"type": "integer", "minimum": 1},
            "policy": {"type": "string"},
            "mode": {"enum": ["practice", "assessment"]},
            "pace": {"enum": ["spoken", "typed"]},
            "about": {"type": "string"},
            "do": {"type": "array", "items": {"anyOf": forms}},
            "expect": {
                "type": "object",
                "properties": {"outcome": {"enum": list(OUTCOMES)}} | verdicts,
                "additionalProperties": False,
            },
        },
    }


def _step_schema(step: StepWords) -> Schema:
    parameters: Schema = {"type": "object"}
    if step.keys is None:
        parameters |= {"properties": {key: {} for key in step.known}, "additionalProperties": False}
        value: Schema = {"anyOf": [parameters, {"type": ["string", "number", "boolean", "array"]}]}
    else:
        value = parameters
    return {"type": "object", "required": [step.id], "properties": {step.id: value}, "additionalProperties": False}


if __name__ == "__main__":
    write()
