"""The docs cannot rot: what they must name is named, and what they show can be run."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from run_sim import COMMANDS, cli
from scenarios.lint import lint
from scenarios.vocabulary import vocabulary
from simulator.rehearsal import rehearsal_of
from simulator.steps import STEP_NAMES

ROOT = Path(__file__).parents[1]
FORMATS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("desk", ["incident", "ticket"])
def test_every_field_and_each_of_its_names_is_in_the_formats(desk: str) -> None:
    heading = {"incident": "### Fields of the incident desk", "ticket": "### Fields of the contact-centre desk"}[desk]
    table = FORMATS.partition(heading)[2].partition("\n### ")[0]
    for field in vocabulary().fields[desk].values():
        row = next((line for line in table.splitlines() if line.startswith(f"| `{field.id}` | {field.label}")), "")
        assert row, field.id
        assert all(f"`{name}`" in row for name in field.also), field.id


def test_every_word_of_every_list_is_in_the_formats() -> None:
    for name, choices in vocabulary().lists.items():
        for choice in choices.values():
            assert f"| `{choice.id}` | {choice.label} |" in FORMATS, (name, choice.id)


def test_every_intent_with_its_slots_is_in_the_formats() -> None:
    for intent in vocabulary().intents.values():
        row = next((line for line in FORMATS.splitlines() if line.startswith(f"| `{intent.id}` |")), "")
        assert row and all(f"`{slot}`" in row for slot in intent.slots), intent.id


def test_every_step_is_in_the_formats() -> None:
    assert [name for name in STEP_NAMES if f"`{name}`" not in FORMATS] == []


def test_every_tag_is_in_the_formats() -> None:
    assert [tag for tag in vocabulary().tags if f"* `{tag}`" not in FORMATS] == []


def test_the_rehearsal_shown_in_the_formats_can_be_read() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", FORMATS, re.S)
    script = next(block for block in blocks if "\ndo:" in block)
    assert len(rehearsal_of(script, "formats.md").steps) == 10


def test_the_scenario_shown_in_the_formats_is_whole(tmp_path: Path) -> None:
    """A trainer may begin with it: lint only asks for more rehearsals."""
    example, script = re.findall(r"```yaml\n(.*?)```", FORMATS, re.S)[:2]
    folder = tmp_path / "calls" / "hiding-upstairs"
    (folder / "rehearsals").mkdir(parents=True)
    (folder / "scenario.yaml").write_text(example, encoding="utf-8")
    assert "\ndo:" in script
    (folder / "rehearsals" / "short.yaml").write_text(script, encoding="utf-8")
    assert {problem.code for problem in lint((folder,))} <= {"L06", "L07"}


def test_lint_takes_a_call_by_its_id() -> None:
    assert CliRunner().invoke(cli, ["lint", "hiding-upstairs"]).exit_code == 0
    unknown = CliRunner().invoke(cli, ["lint", "no-such-call"])
    assert unknown.exit_code == 2 and "no call no-such-call" in unknown.output


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"run_sim.py {name}" not in readme] == []


def test_every_link_and_picture_of_the_docs_leads_somewhere() -> None:
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    for page in pages:
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"
