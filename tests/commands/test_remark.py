"""Marking again: what would change is told before it is kept; what was kept is never touched."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from kept_calls import keep_rehearsed, rehearsed

import scoring.marking
from commands.assembling import compiled, load_policy
from reports.remark_pool import remark_each
from reports.store import Store
from scoring.detectors.table import DETECTORS
from scoring.finding import not_met
from scoring.marking import mark
from tests.commands.conftest import Run
from tests.reports.made import judged, started_by

ROOT = Path(__file__).resolve().parents[2]
STRICTER = "From now on nobody greets well enough."


@pytest.fixture
def results(tmp_path: Path) -> Iterator[Store]:
    """A results file with a weak call of Ann's (00001) and a strong one of Ben's (00002), each marked once."""
    with Store.open(tmp_path / "results.sqlite") as store:
        keep_rehearsed(store, script="weak", trainee="Ann")
        keep_rehearsed(store, script="strong", trainee="Ben")
        yield store


@pytest.fixture
def changed_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """M01 as it would be tomorrow: never met."""
    detectors = {**DETECTORS, "M01": lambda reading, settings: not_met(STRICTER, reading.bounds)}
    monkeypatch.setattr(scoring.marking, "DETECTORS", detectors)


def test_the_same_journal_gives_the_same_marks_a_hundred_times() -> None:
    played = rehearsed("hiding-upstairs", "weak")
    scenario, policy = compiled("hiding-upstairs").for_seed(1), load_policy("harrowmere").policy
    assert {mark(scenario, policy, played.journal).model_dump_json() for _ in range(100)} == {
        played.marking.model_dump_json()
    }


def test_under_the_same_rules_everything_stands_as_it_was(results: Store, run: Run) -> None:
    done = run("remark", "--all", "--store", results.path)
    assert done.status == 0
    assert "2 calls marked again" in done.said
    assert "0 verdicts and 0 outcomes would change in 0 calls; 2 stand as they were" in done.said


def test_a_changed_rule_is_listed_before_it_is_applied(results: Store, changed_rule: None, run: Run) -> None:
    done = run("remark", "--all", "--store", results.path)
    assert done.status == 0
    assert "Contact 00002 Ben hiding-upstairs M01 met -> not met " + STRICTER in done.said
    assert "By point: M01 2." in done.said
    assert "Nothing was written." in done.said
    assert [len(results.markings(n)) for n in ("1", "2")] == [1, 1]


def test_a_rule_changed_without_a_new_version_is_warned_of(
    results: Store, changed_rule: None, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    warned = "judged in two ways under one version of the rules (M01; first contact 00001)"
    assert warned in run("remark", "--all", "--store", results.path).said
    assert warned in run("remark", "--all", "--apply", "--store", results.path).said
    assert warned in run("remark", "--all", "--store", results.path).said  # two kept runs, and nothing more to change
    data = json.loads(run("remark", "--all", "--json", "--store", results.path).out)
    assert {"call": "00002", "points": ["M01"]} in data["two_minds"]


def test_a_rule_changed_with_a_new_version_is_not_warned_of(
    results: Store, changed_rule: None, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scoring.marking, "MARKING_VERSION", "2099.1")
    done = run("remark", "--all", "--store", results.path)
    assert "M01 met -> not met" in done.said and "in two ways" not in done.said


def test_applied_it_is_a_new_run_beside_the_old_one(results: Store, changed_rule: None, run: Run) -> None:
    before = results.markings("2")
    done = run("remark", "--all", "--apply", "--store", results.path)
    assert done.status == 0
    after = results.markings("2")
    assert after[:1] == before
    assert [one.run for one in after] == [1, 2]
    assert {one.point: one.verdict for one in after[1].marking.marks}["M01"] == "not_met"
    assert results.verify().holds


def test_applied_twice_it_adds_nothing_more(results: Store, changed_rule: None, run: Run) -> None:
    run("remark", "--all", "--apply", "--store", results.path)
    done = run("remark", "--all", "--apply", "--store", results.path)
    assert "0 new runs kept" in done.said
    assert len(results.markings("2")) == 2


def test_only_the_named_calls_are_marked(results: Store, changed_rule: None, run: Run) -> None:
    assert "1 call marked again" in run("remark", "Ben", "--store", results.path).said
    assert "1 call marked again" in run("remark", "00001", "1", "--store", results.path).said
    done = run("remark", "Nobody", "--store", results.path)
    assert done.status == 1
    assert "Trainees: Ann, Ben" in done.said


def test_a_call_whose_scenario_no_longer_compiles_is_told_and_skipped(
    results: Store, changed_rule: None, run: Run
) -> None:
    keep_rehearsed(results, text="id: hiding-upstairs\n", trainee="Cat")
    done = run("remark", "--all", "--store", results.path)
    assert done.status == 1
    assert "Contact 00003 Cat hiding-upstairs Not marked: what was kept with it can no longer be read" in done.said
    assert "1 call not marked" in done.said
    assert "M01" in done.said  # the others were marked


def test_a_mistake_of_marking_itself_keeps_no_other_call_from_being_marked(
    results: Store, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    def stumbles(reading: object, settings: object) -> None:
        raise KeyError("gone")

    monkeypatch.setattr(scoring.marking, "DETECTORS", {**DETECTORS, "R05": stumbles})
    keep_rehearsed(results, "locked-out-member", trainee="Cat")
    done = run("remark", "--all", "--store", results.path)
    assert done.status == 1
    assert done.said.count("marking made a mistake of its own (KeyError('gone'))") == 2
    assert "3 calls marked again" in done.said


def test_a_call_in_progress_is_left_alone(results: Store, run: Run) -> None:
    with results.open_call(started_by("Dan"), "text"):
        done = run("remark", "Dan", "--store", results.path)
    assert done.status == 0
    assert "it is still in progress" in done.said


def test_a_call_that_was_never_marked_gets_its_first_run(results: Store, run: Run) -> None:
    call_id = keep_rehearsed(results, marked=False, trainee="Eve")
    done = run("remark", "Eve", "--apply", "--store", results.path)
    assert "Outcome not marked -> NOT MET" in done.said
    assert results.call(call_id).outcome == "not_met"


def test_an_older_call_without_its_policy_is_marked_under_todays_and_that_is_said(results: Store, run: Run) -> None:
    keep_rehearsed(results, policy=None, trainee="Old")
    assert "1 call kept no policy" in run("remark", "Old", "--store", results.path).said
    assert "kept no policy" not in run("remark", "Ann", "--store", results.path).said


def test_the_policy_kept_with_a_call_counts_unless_todays_is_asked_for(results: Store, run: Run) -> None:
    text = load_policy("harrowmere").text
    softer = text.replace("emergency: [A01, ", "emergency: [")
    assert softer != text
    keep_rehearsed(results, script="trusts-the-map", policy=softer, trainee="Then", marked=False)
    run("remark", "Then", "--apply", "--store", results.path)
    assert results.call("3").outcome == "referred"  # A01 is held now, not critical
    assert "0 outcomes would change" in run("remark", "Then", "--store", results.path).said
    done = run("remark", "Then", "--todays-policy", "--store", results.path)
    assert "-> NOT MET A recorded deed failed what is critical here: A01." in done.said
    assert run("remark", "Then", "--todays-policy", "--apply", "--store", results.path).status == 2


def test_what_an_assessor_judged_stays_as_judged(results: Store, changed_rule: None, run: Run) -> None:
    results.add_judgement("2", judged("M01", "partly"))
    done = run("remark", "Ben", "--apply", "--store", results.path)
    assert "M01 met -> not met judged" in done.said
    assert "What an assessor judged stays as judged." in done.said
    assert [one.judgement.verdict for one in results.judgements("2")] == ["partly"]


def test_programs_can_read_what_would_change(results: Store, changed_rule: None, run: Run) -> None:
    found = json.loads(run("remark", "Ben", "--json", "--store", results.path).out)
    assert found["applied"] is False
    assert found["calls"] == 1
    assert found["changes"] == [
        {
            "call": "00002", "trainee": "Ben", "scenario": "hiding-upstairs", "point": "M01", "was": "met",
            "would_be": "not_met", "because": STRICTER, "critical": False, "judged": False,
        }
    ]  # fmt: skip
    kept = json.loads(run("remark", "Ben", "--json", "--apply", "--store", results.path).out)
    assert kept["added"] == [{"call": "00002", "run": 2}]


@pytest.mark.parametrize("words", [[], ["Ann", "--all"]])
def test_it_wants_names_or_all(results: Store, run: Run, words: list[str]) -> None:
    done = run("remark", *words, "--store", results.path)
    assert done.status == 2
    assert "Name contacts or trainees, or say --all." in done.said


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path, run: Run) -> None:
    assert run("remark", "--all", "--apply", "--store", tmp_path / "none.sqlite").status == 1
    assert not (tmp_path / "none.sqlite").exists()


@pytest.mark.slow
def test_many_programs_find_what_one_finds(results: Store) -> None:
    for script in ("grades-late", "trusts-the-map", "drops-the-grade"):
        keep_rehearsed(results, script=script, marked=False)
    ids = [call.call_id for call in results.calls()]
    one = tuple(remark_each(results, ids, workers=1))
    assert tuple(remark_each(results, ids, workers=2)) == one
    assert sum(bool(found.marking) for found in one) == 3


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a child cannot be sent Ctrl+C alone there")
@pytest.mark.parametrize("after_s", [0.4, 2.5, 5.0])
def test_ctrl_c_leaves_the_results_whole(results: Store, after_s: float) -> None:
    for number in range(120):
        keep_rehearsed(results, marked=False, trainee=f"Trainee {number}")
    command = [sys.executable, "run_sim.py", "remark", "--all", "--apply", "--store", str(results.path)]
    running = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    time.sleep(after_s)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to the command and its workers
    _, err = running.communicate(timeout=60)
    assert running.returncode in (0, 130)
    assert "Traceback" not in err
    assert results.verify().holds
    assert all(len(results.markings(call.call_id)) <= 2 for call in results.calls())
