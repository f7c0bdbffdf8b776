"""What marking keeps of a scenario's facts is what the scenario says of them."""

import pytest

from scenarios.catalogue import Catalogue
from scenarios.scenario import Scenario
from scoring.fact_sheets import BARE, fact_index, fact_sheets

CALLS = Catalogue()


@pytest.fixture(params=CALLS.ids())
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return CALLS.get(request.param).surfaces[0]


def test_a_sheet_says_what_the_scenario_says(scenario: Scenario) -> None:
    for name, sheet in fact_sheets(scenario).items():
        assert sheet.fact is scenario.facts[name]
        assert sheet.kind == scenario.fact_kind(name)
        assert len(sheet.without_bare) == len(sheet.fact.recorded_by)
        assert not any(word.lower() in BARE for group in sheet.without_bare for word in group)


def test_sheets_are_made_once(scenario: Scenario) -> None:
    assert fact_sheets(scenario) is fact_sheets(scenario)


def test_facts_are_found_by_tag_field_and_question(scenario: Scenario) -> None:
    index = fact_index(scenario)
    for name, fact in scenario.facts.items():
        assert all(name in index.tagged((tag,)) for tag in fact.tags)
        assert fact.field is None or name in index.in_fields((fact.field,))
        for asked in fact.told_when.asked:
            intent, _, slot = asked.partition(":")
            assert name in index.answering((intent,))
            assert name in index.answering((asked,))
            assert name in index.brought_out_by(intent, slot or None)
            finer_only = bool(slot) and intent not in fact.told_when.asked
            assert not finer_only or name not in index.brought_out_by(intent, "another")
