"""The gold cases can be read: events parse, times never fall, entries are numbered from one."""

import pytest

from scenarios.catalogue import Catalogue
from tests.scoring.gold.loading import CaseFault, GoldCase, case_names, load_case

CATALOGUE = Catalogue()


@pytest.fixture(scope="module")
def cases() -> tuple[GoldCase, ...]:
    return tuple(load_case(name, CATALOGUE) for name in case_names())


def test_there_are_at_least_sixty_four_cases_and_some_of_each_first_call(cases: tuple[GoldCase, ...]) -> None:
    assert len(cases) >= 64
    of_each = {"hiding-upstairs", "noises-downstairs", "ex-after-an-address", "locked-out-member"}
    assert of_each <= {case.scenario.id for case in cases}


def test_each_journal_is_numbered_from_one_and_its_times_never_fall(cases: tuple[GoldCase, ...]) -> None:
    for case in cases:
        assert [entry.n for entry in case.journal] == list(range(1, len(case.journal) + 1)), case.name
        times = [entry.t_ms for entry in case.journal]
        assert times == sorted(times), case.name


def test_a_fact_is_told_when_the_line_that_carries_it_has_ended(cases: tuple[GoldCase, ...]) -> None:
    for case in cases:
        said = {
            (fact, entry.t_ms + entry.event.lasts_ms)
            for entry in case.journal
            if entry.event.kind == "caller_said"
            for fact in entry.event.facts
        }
        told = {(e.event.fact, e.t_ms) for e in case.journal if e.event.kind == "fact_told"}
        assert told == said, case.name


def test_a_row_out_of_order_or_an_unknown_word_is_refused(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("tests.scoring.gold.loading.CASES", tmp_path)
    head = "scenario: hiding-upstairs\nseed: 1\nevents:\n"
    for name, rows in (("late", "- 5: answered\n- 4: hold\n"), ("odd", '- 5: {say: "Hello", heard: [ASK_NOTHING]}\n')):
        (tmp_path / f"{name}.yaml").write_text(head + rows, encoding="utf-8")
        with pytest.raises(CaseFault, match=name):
            load_case(name, CATALOGUE)
