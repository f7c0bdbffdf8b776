"""The JSON Schemas are current and fit what the language allows."""

import json

import pytest

from scenarios.paths import CALLS, PERSONAS, POLICIES, SCHEMAS
from scenarios.schema import schemas, text_of
from scenarios.vocabulary.settings import settings


@pytest.mark.parametrize(
    "name", ["scenario.schema.json", "rehearsal.schema.json", "policy.schema.json", "persona.schema.json"]
)
def test_the_schema_in_the_library_is_current(name: str) -> None:
    assert (SCHEMAS / name).read_text(encoding="utf-8") == text_of(schemas()[name]), "run: python -m scenarios.schema"


def test_a_slot_may_stand_where_numbers_and_choices_stand() -> None:
    definitions = schemas()["scenario.schema.json"]["$defs"]
    slot = {"type": "string", "pattern": r"\$"}
    for model, key in (("GridReference", "easting"), ("Voice", "kind"), ("Channel", "operator")):
        assert slot in definitions[model]["properties"][key]["anyOf"], (model, key)


def test_the_editor_offers_known_words_without_refusing_other_names() -> None:
    definitions = schemas()["scenario.schema.json"]["$defs"]
    asked = definitions["Told"]["properties"]["asked"]["items"]["anyOf"]
    assert asked == [{"$ref": "#/$defs/known_asked"}, {"type": "string"}]
    assert "ASK_LOCATION" in definitions["known_asked"]["enum"]


def test_a_variant_takes_a_name_and_any_slots() -> None:
    variants = schemas()["scenario.schema.json"]["properties"]["variants"]
    assert variants["items"]["required"] == ["name"] and variants["items"]["additionalProperties"]


def test_every_reference_inside_a_schema_leads_somewhere() -> None:
    for schema in schemas().values():
        text = json.dumps(schema)
        for part in text.split('"$ref": "#/$defs/')[1:]:
            assert part.partition('"')[0] in schema["$defs"]


def test_calls_and_policies_name_their_schema() -> None:
    files = [*CALLS.glob("*/scenario.yaml"), *POLICIES.glob("*.yaml"), *PERSONAS.glob("*.yaml")]
    for file in files:
        head = file.read_text(encoding="utf-8").partition("\n")[0]
        assert head.startswith("# yaml-language-server: $schema="), file
        assert (file.parent / head.partition("=")[2].strip()).is_file(), file


def test_every_setting_of_a_point_has_a_kind_that_lint_can_check() -> None:
    known = {"duration", "count", "share", "flag", "name", "names"}
    assert {setting.kind for chosen in settings().values() for setting in chosen.values()} <= known
