"""`sweep`: what it says of a sound scenario, and that it finds what is wrong."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from commands.sweep import sweep
from commands.sweep_checks import checks
from commands.sweep_plays import Result, Surface, Walked, play_character, play_omission, play_walks, stage
from commands.sweep_rows import Rows
from commands.sweeping import MANY, in_rows, tasks_of
from scenarios.catalogue import Catalogue
from scoring.detectors.table import DETECTORS
from scoring.omissions import Omission, OmissionsProblem, Table, table, table_of
from simulator.robot_changes import Change

SURFACE = Surface("noises-downstairs", 1)


def test_every_point_that_the_calls_use_has_a_way_to_be_lost() -> None:
    calls = Catalogue()
    used = {choice.point for name in calls.ids() for one in calls.get(name).surfaces for choice in one.marking}
    assert used <= set(table().omissions)
    assert set(table().omissions) <= set(DETECTORS)


def test_the_ideal_robot_earns_all_and_the_silent_one_nothing() -> None:
    ideal, silent = play_character(SURFACE, "ideal"), play_character(SURFACE, "silent")
    assert ideal.outcome == "met"
    assert set(ideal.verdicts.values()) <= {"met", "waived", "not_applicable"}
    assert silent.outcome == "not_met"
    assert not {"met", "partly"} & set(silent.verdicts.values())


def test_the_keyword_stuffer_fails() -> None:
    assert play_character(SURFACE, "keyword-stuffer").outcome == "not_met"


def test_a_robot_that_leaves_one_thing_out_loses_that_point() -> None:
    assert play_omission(SURFACE, "A05", 0).verdicts["A05"] == "not_met"


def test_walks_end_and_leak_nothing() -> None:
    assert play_walks(SURFACE, 1, 6) == Walked(6)


def test_tasks_share_out_every_walk_once() -> None:
    tasks = tasks_of((SURFACE, Surface("noises-downstairs", 2)), 75)
    seeds = [(task.surface.seed, n) for task in tasks for n in range(task.walks[0], sum(task.walks))]
    assert len(seeds) == len(set(seeds)) == 75


def test_only_a_long_sweep_looks_at_all_words_beforehand() -> None:
    short, long = tasks_of((SURFACE,), MANY - 1), tasks_of((SURFACE,), MANY)
    assert not any(task.of_many for task in short)
    assert all(task.of_many for task in long if task.walks[1])


def test_one_process_plays_a_whole_surface_where_there_is_work_for_all() -> None:
    surfaces = tuple(Surface("noises-downstairs", seed) for seed in range(1, 17))
    tasks = tasks_of(surfaces, 160)
    rows = in_rows(tasks, workers=2)
    assert tuple(task for row in rows for task in row) == tasks
    assert all(len({task.surface for task in row}) == 1 for row in rows)
    assert len(rows) == len(surfaces)


def test_a_single_surface_is_shared_out_among_all_processes() -> None:
    rows = in_rows(tasks_of((SURFACE,), 200), workers=4)
    assert len(rows) >= 8


def test_a_process_keeps_to_the_scenario_whose_words_it_has_heard() -> None:
    rows = Rows([("a", "a1"), ("a", "a2"), ("b", "b1"), ("b", "b2"), ("b", "b3")])
    assert [rows.next_for(process) for process in (0, 1, 0, 1, 0, 1)] == ["b1", "a1", "b2", "a2", "b3", None]


def test_two_processes_share_a_scenario_when_nothing_else_is_left() -> None:
    rows = Rows([("a", "a1"), ("a", "a2"), ("a", "a3")])
    assert [rows.next_for(process) for process in (0, 1, 0, 1)] == ["a1", "a2", "a3", None]


def _judged(**verdicts: str) -> dict[str, list[str]]:
    """What is wrong, by check, where the robot that loses A05 ends with these verdicts."""
    good = {"A05": "met", "A14": "met", "V03": "met"}
    strangers = {name: Result(name, dict.fromkeys(good, "not_met"), "not_met") for name in ("silent", "parrot")}  # type: ignore[arg-type]
    results = {
        "ideal": Result("ideal", good, "met", 200_000),  # type: ignore[arg-type]
        "slow typist": Result("slow typist", good, "met", 200_000),  # type: ignore[arg-type]
        "keyword-stuffer": Result("keyword-stuffer", {}, "met"),
        "without A05": Result("without A05", {**good, **verdicts}, "met"),  # type: ignore[dict-item]
        **strangers,
    }
    rules = Table({"A05": Omission("A05", (Change(),), frozenset({"A14"}))}, ())
    scenario = stage(SURFACE).scenario
    chosen = tuple(choice for choice in scenario.marking if choice.point == "A05")
    found = checks(SURFACE, scenario.model_copy(update={"marking": chosen}), results, Walked(1, ((5, "x"),)), rules)
    return {check.what: list(check.wrong) for check in found}


def test_a_point_lost_with_what_it_names_holds() -> None:
    assert _judged(A05="not_met", A14="partly")["each point is lost by the deed it is for"] == []


def test_a_point_that_costs_more_than_it_names_does_not_hold() -> None:
    (wrong,) = _judged(A05="not_met", V03="partly")["each point is lost by the deed it is for"]
    assert "loses V03 too" in wrong


def test_a_point_that_nothing_loses_does_not_hold() -> None:
    assert _judged()["each point is lost by the deed it is for"] == ["A05 is not lost"]


def test_a_stuffer_that_passes_and_a_walk_that_breaks_do_not_hold() -> None:
    found = _judged()
    assert found["the keyword-stuffer fails"] == ["its outcome is met"]
    assert found["nothing done by chance breaks or leaks"] == ["walk 5: x"]


def test_a_table_that_names_an_unknown_point_is_refused() -> None:
    with pytest.raises(OmissionsProblem, match="Z99"):
        table_of({"points": {"Z99": {"ways": []}}, "characters": {}})
    with pytest.raises(OmissionsProblem, match="unsayed"):
        table_of({"points": {"A05": {"ways": [{"unsayed": []}]}}, "characters": {}})


def test_an_unknown_scenario_is_a_wrong_call() -> None:
    done = CliRunner().invoke(sweep, ["no-such-call"])
    assert done.exit_code == 2


def test_a_scenario_without_a_strong_rehearsal_does_not_hold(tmp_path: Path) -> None:
    file = tmp_path / "scenario.yaml"
    file.write_text(Path(stage(SURFACE).compiled.path).read_text(encoding="utf-8"), encoding="utf-8")
    done = CliRunner().invoke(sweep, [str(file), "--calls", "1", "--workers", "1", "--json"])
    told = json.loads(done.stdout)
    assert done.exit_code == 1
    assert [check["what"] for check in told["checks"]] == ["there is a strong rehearsal"] * len(told["checks"])
