"""A force's policy file and the world: checked like scenarios."""

from pathlib import Path

import pytest

from scenarios.paths import POLICIES
from scenarios.policy_file import compile_policy
from scenarios.problems import ProblemsFound
from scenarios.world_file import compile_world

TEXT = (POLICIES / "harrowmere.yaml").read_text(encoding="utf-8")


def codes(tmp_path: Path, before: str, after: str) -> list[str]:
    """The codes for which the policy is refused with one piece changed."""
    assert before in TEXT
    file = tmp_path / "changed.yaml"
    file.write_text(TEXT.replace(before, after, 1), encoding="utf-8")
    try:
        compile_policy(file)
    except ProblemsFound as error:
        return [problem.code for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("rank: 2", "rank: 1", "L16"),
        ("lower_needs: supervisor", "lower_needs: postman", "R11"),
        ('  "101":', '  "102":', "R43"),
        ("[full_name, date_of_birth", "[fullname, date_of_birth", "R22"),
        ("{id: safeguarding,", "{id: live_incident,", "R29"),
        ("force: Harrowmere Police", "fource: Harrowmere Police", "M02"),
        ("set_within: 30s", "set_within: 30", "M12"),
        ("reset_channels: [", "reset_channels: [pigeon, ", "R18"),
        ("shares: {", "shares: {beauty: 0.5, ", "R42"),
        ("  criticals:", "  criticals:\n    other: [Z99]", "R12"),
        ("  criticals:", "  demoted: {Z99: why}\n  criticals:", "R12"),
    ],
)
def test_a_mistake_in_a_policy_is_told(tmp_path: Path, before: str, after: str, code: str) -> None:
    assert codes(tmp_path, before, after) == [code]


def test_the_fingerprint_of_a_policy_follows_its_meaning(tmp_path: Path) -> None:
    file = tmp_path / "same.yaml"
    file.write_text(TEXT, encoding="utf-8")
    plain = compile_policy(file).fingerprint
    file.write_text("# other words\n" + TEXT, encoding="utf-8")
    assert compile_policy(file).fingerprint == plain
    file.write_text(TEXT.replace("set_within: 30s", "set_within: 31s"), encoding="utf-8")
    assert compile_policy(file).fingerprint != plain


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("zoo:\n  - {id: a, title: b}\n", "R08"),
        ("gazetteer:\n  - {id: a, title: b}\n  - {id: a, title: c}\n", "R29"),
        ("gazetteer:\n  - {id: a}\n", "M01"),
        ("- a\n", "S13"),
        ("", "S12"),
    ],
)
def test_a_mistake_in_the_world_is_told(tmp_path: Path, text: str, code: str) -> None:
    file = tmp_path / "world.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ProblemsFound, match=code):
        compile_world(file)
