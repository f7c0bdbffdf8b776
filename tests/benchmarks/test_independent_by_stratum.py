"""The independent wording is scored stratum by stratum, and a fault heard without cause is counted."""

from pathlib import Path

import pytest

from benchmarks import independent

ROWS = """text,intents,stratum,by
are you hurt,ASK_INJURY,authored,me
"where is he, are you safe",ASK_SUSPECT_NOW|ASK_SAFE_NOW,real,me
what is the capital of Mongolia,,out,me
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "rows.csv"
    path.write_text(ROWS, encoding="utf-8")
    monkeypatch.setattr(independent, "FILE", path)
    return path


def test_rows_are_kept_by_stratum_in_the_order_of_the_file(file: Path) -> None:
    strata = independent.read_strata(file)
    assert list(strata) == ["authored", "real", "out"]
    assert strata["real"][0].labels == ("ASK_SUSPECT_NOW", "ASK_SAFE_NOW")
    assert strata["out"][0].out_of_scope


def test_each_stratum_prints_only_the_figures_it_can_have(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    independent.main([])
    core = capsys.readouterr().out.split("== core ==")[1].split("\nsemantic")[0].split("== semantic ==")[0]
    authored, real, out, everything = core.strip().split("\n\n")
    assert "top-1" in authored and "multi-intent" not in authored and "left alone" not in authored
    assert "multi-intent recall" in real
    assert "left alone" in out and "top-1" not in out
    assert everything.startswith("all: 2 for the caller (1 with several intents), 1 not")
