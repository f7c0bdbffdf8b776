"""The house keeps its floors: imports only run down, wherever in a file they stand."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "scenarios": {"scenarios"},
    "audio": {"audio", "scenarios"},
    "simulator": {"simulator", "scenarios"},
    "scoring": {"scoring", "simulator", "scenarios"},
    "reports": {"reports", "scoring", "simulator", "scenarios"},
    "commands": {"commands", "reports", "scoring", "simulator", "scenarios", "audio"},
}
FLOORS = set(MAY_IMPORT)


def modules(floor: str) -> Iterator[Path]:
    yield from sorted((ROOT / floor).rglob("*.py"))


@cache
def imported(path: Path) -> tuple[str, ...]:
    """Every module that a file imports, also inside functions and under TYPE_CHECKING; each file is read once."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports out in full"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("floor", sorted(MAY_IMPORT))
def test_imports_only_run_down(floor: str) -> None:
    for path in modules(floor):
        for name in imported(path):
            top = name.partition(".")[0]
            if top == "audio" and (ROOT / "simulator" / "desk") in path.parents:
                continue  # the desk is the one place inside the simulator that may sound
            assert top not in FLOORS or top in MAY_IMPORT[floor], f"{path.relative_to(ROOT)} imports {name}"


def test_only_the_desk_and_the_sound_touch_pygame() -> None:
    for floor in ("scenarios", "simulator", "scoring", "reports", "commands"):
        for path in modules(floor):
            if (ROOT / "simulator" / "desk") in path.parents:
                continue
            assert not any(name.partition(".")[0] == "pygame" for name in imported(path)), path


def test_the_kit_knows_nothing_of_calls() -> None:
    for path in sorted((ROOT / "simulator" / "desk" / "kit").rglob("*.py")):
        for name in imported(path):
            ours = name.partition(".")[0] in FLOORS
            assert not ours or name.startswith("simulator.desk.kit"), f"{path.name} imports {name}"


def test_hearing_knows_nothing_of_answering_nor_answering_of_the_engine() -> None:
    engine = ("call", "run", "due", "caller", "callers_side", "handlers_side", "line_side", "robots", "desk")
    for room, above in (("understanding", ("answers", *engine)), ("answers", engine)):
        for path in sorted((ROOT / "simulator" / room).rglob("*.py")):
            for name in imported(path):
                assert not name.startswith(tuple(f"simulator.{one}." for one in above)), f"{path.name} imports {name}"
                assert name not in {f"simulator.{one}" for one in above}, f"{path.name} imports {name}"


def test_only_the_clock_asks_the_time_inside_the_engine() -> None:
    desk = ROOT / "simulator" / "desk"
    for path in modules("simulator"):
        if desk in path.parents or path.name in ("clock.py", "templates.py") or path.name.startswith("train"):
            continue
        assert not {"time", "datetime", "random"} & {name.partition(".")[0] for name in imported(path)}, path


def test_only_the_store_opens_sqlite() -> None:
    allowed = {"store.py", "connecting.py", "schema.py", "lease.py", "problems.py", "rows.py", "writer.py"}
    for floor in FLOORS:
        for path in modules(floor):
            if path.parent == ROOT / "reports" and path.name in allowed:
                continue
            assert "sqlite3" not in {name.partition(".")[0] for name in imported(path)}, path


def test_what_is_kept_of_a_call_is_kept_where_somebody_above_said() -> None:
    for floor in ("scenarios", "simulator", "scoring"):
        for path in modules(floor):
            assert "platformdirs" not in {name.partition(".")[0] for name in imported(path)}, path


def test_there_are_no_circles() -> None:
    graph: dict[str, set[str]] = {}
    names = {
        path: ".".join(path.relative_to(ROOT).with_suffix("").parts) for floor in FLOORS for path in modules(floor)
    }
    known = set(names.values())
    for path, name in names.items():
        graph[name] = {target for target in imported(path) if target in known and target != name}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail[trail.index(name) :], name))
        if name not in done:
            for target in sorted(graph[name]):
                visit(target, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())


@pytest.mark.parametrize("floor", sorted(MAY_IMPORT))
def test_every_file_opens_with_a_line_that_says_what_it_is_for(floor: str) -> None:
    for path in modules(floor):
        first = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        assert first and first.splitlines()[0].endswith((".", ":")), path
