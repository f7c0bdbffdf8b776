"""The results on the command line, and the recipe in the docs that checks a file without this program."""

import re
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from commands.evidence import evidence
from commands.verify import verify
from reports.problems import StoreProblem
from reports.store import Store
from tests.reports.made import keep, marking_of, short_call

DOCS = Path(__file__).parents[2] / "docs" / "results.md"


@pytest.fixture
def kept(fresh_store: Store) -> Path:
    """A results file with two calls of Ann's and one of Ben's."""
    for trainee in ("Ann", "Ann", "Ben"):
        fresh_store.add_marking(keep(fresh_store, short_call(trainee)), marking_of())
    return fresh_store.path


def run(command: object, *words: str | Path) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words])  # type: ignore[arg-type]


def damage(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("drop trigger entries_no_update")
        connection.execute("update entries set entry = replace(entry, 'Alder', 'Elder') where n = 5")


def test_an_untouched_file_passes(kept: Path) -> None:
    done = run(verify, "--store", kept)
    assert done.exit_code == 0
    assert "Every seal holds: 3 calls and 33 entries" in done.output


def test_the_first_broken_entry_of_each_call_is_named(kept: Path) -> None:
    damage(kept)
    done = run(verify, "--store", kept)
    assert done.exit_code == 1
    assert done.output.count("entry 5 does not agree with its seal") == 3
    assert "contact 00002" in done.output


def test_one_calls_evidence_is_written(kept: Path, tmp_path: Path) -> None:
    done = run(evidence, "2", "--pdf", tmp_path / "a.pdf", "--html", tmp_path / "a.html", "--store", kept)
    assert done.exit_code == 0, done.output
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert "Ann" in (tmp_path / "a.html").read_text(encoding="utf-8")


def test_each_of_a_trainees_calls_gets_its_own_file(kept: Path, tmp_path: Path) -> None:
    done = run(evidence, "Ann", "--html", tmp_path / "ann.html", "--store", kept)
    assert done.exit_code == 0, done.output
    assert sorted(file.name for file in tmp_path.glob("*.html")) == ["ann-00001.html", "ann-00002.html"]


def test_somebody_unknown_is_said_with_who_there_is(kept: Path) -> None:
    done = run(evidence, "Nobody", "--store", kept)
    assert isinstance(done.exception, StoreProblem)
    assert "Trainees: Ann, Ben" in str(done.exception)


def test_the_recipe_in_the_docs_checks_a_file_without_this_program(kept: Path) -> None:
    recipe = re.search(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.S)
    assert recipe
    code = recipe[1].replace('"results.sqlite"', repr(str(kept)))
    exec(code, {})
    damage(kept)
    with pytest.raises(AssertionError):
        exec(code, {})
