"""Files that are broken, hostile, foreign or huge: each is answered by its place and a mend, and the rest goes on."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from scenarios.catalogue import Catalogue

LIBRARY = Catalogue()
GOOD = "scenario: hiding-upstairs\ndo:\n  - answer\n  - say: Police emergency, what is the address?\n"


def written(folder: Path, text: str, name: str = "mine.yaml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


HOSTILE = {
    "aliases": ("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 1, "S07"),
    "tag": ("scenario: hiding-upstairs\ndo: !!python/object/apply:os.system ['exit']\n", 2, "S06"),
    "doubled key": (GOOD + "scenario: other\n", 5, "S08"),
    "open bracket": ("scenario: [hiding-upstairs\n", 2, "S05"),
    "tab": ("scenario: x\n\tdo: y\n", 2, "S05"),
    "too deep": ("do: " + "[" * 5_000, 1, "S09"),
    "too large": ("# " + "x" * 600_000 + "\n", 1, "S02"),
    "invisible": ("scenario: hiding\u202eupstairs\n", 1, "S04"),
    "two documents": (GOOD + "---\n" + GOOD, 5, "S11"),
    "empty": ("", 1, "S1"),
}


@pytest.mark.parametrize("command", ["lint", "rehearse", "preview"])
@pytest.mark.parametrize("kind", HOSTILE)
def test_broken_and_hostile_yaml_is_told_by_its_place(run: Any, tmp_path: Path, command: str, kind: str) -> None:
    text, line, code = HOSTILE[kind]
    file = written(tmp_path, text, "scenario.yaml" if command == "preview" else "mine.yaml")
    done = run(command, file)
    assert done.status == 1
    assert f"{file.name}:{line}:" in done.said
    assert f" {code}" in done.said


def test_a_point_that_the_scenario_does_not_use_is_told_by_its_place(run: Any, tmp_path: Path) -> None:
    done = run("rehearse", written(tmp_path, GOOD + "expect: {A01: met, Z99: met}\n"))
    assert done.status == 1
    assert "mine.yaml:5:25: R47 the point `Z99`" in done.said


def test_a_point_that_does_not_exist_is_told_in_a_scenario_with_the_nearest(run: Any, tmp_path: Path) -> None:
    text = LIBRARY.path("hiding-upstairs").read_text(encoding="utf-8")
    before, marking, after = text.partition("\nmarking:\n  [\n    ")
    assert marking
    done = run("lint", written(tmp_path, f"{before}{marking}V99, {after}", "scenario.yaml"))
    line = before.count("\n") + 4
    assert done.status == 1
    assert f"scenario.yaml:{line}:5: " in done.said and "`V99`" in done.said and "Did you mean" in done.said


@pytest.mark.parametrize(
    ("name", "mend"),
    [("hiding-upstares", "Did you mean `hiding-upstairs`?"), ("q" * 100_000, "Known here:")],
    ids=["misspelled", "endless"],
)
def test_a_rehearsal_for_a_scenario_that_is_not_there_names_those_that_are(
    run: Any, tmp_path: Path, name: str, mend: str
) -> None:
    done = run("rehearse", written(tmp_path, GOOD.replace("hiding-upstairs", name)))
    assert done.status == 1
    assert "mine.yaml:1:11: R40" in done.said and mend in done.said
    assert len(done.said) < 500


def test_a_rehearsal_of_another_scenario_is_told_where_it_does_not_fit(run: Any, tmp_path: Path) -> None:
    """A script written for one call and pointed at another: its points are not marked there, and the line says so."""
    script = next(file for file in LIBRARY.rehearsals("locked-out-member") if file.stem == "strong")
    text = script.read_text(encoding="utf-8").replace("scenario: locked-out-member", "scenario: hiding-upstairs")
    done = run("rehearse", written(tmp_path, text))
    assert done.status == 1
    assert "is not used by this scenario" in done.said and "mine.yaml:" in done.said


def test_a_policy_that_is_not_there_is_told_by_its_place(run: Any, tmp_path: Path) -> None:
    done = run("rehearse", written(tmp_path, "policy: elsewhere\n" + GOOD))
    assert done.status == 1
    assert "mine.yaml:1:9: R31" in done.said


def test_one_bad_script_does_not_keep_the_others_from_being_played(run: Any, tmp_path: Path) -> None:
    for name, text in (("a.yaml", "do: ]"), ("b.yaml", GOOD), ("c.yaml", GOOD.replace("hiding", "x" * 3_000))):
        written(tmp_path, text, name)
    done = run("rehearse", "--brief", tmp_path)
    assert done.status == 1
    assert "a.yaml:1:" in done.said and "c.yaml:1:" in done.said
    assert "1 played" in done.said and "2 cannot be played" in done.said


@pytest.mark.parametrize("command", ["lint", "rehearse", "preview", "understand --json"])
def test_a_file_that_is_not_utf8_says_what_to_do(run: Any, tmp_path: Path, command: str) -> None:
    file = tmp_path / ("scenario.yaml" if command == "preview" else "mine.yaml")
    file.write_bytes("scenario: café\n".encode("cp1252"))
    done = run(*command.split(), file)
    assert done.status == 1
    assert "Save" in done.said and "UTF-8" in done.said


@pytest.mark.parametrize("command", ["lint", "rehearse", "preview", "understand --json"])
def test_a_file_that_may_not_be_read_says_so(
    run: Any, tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, GOOD, "scenario.yaml" if command == "preview" else "mine.yaml")
    opened = Path.open

    def refused(self: Path, *args: Any, **more: Any) -> Any:
        if self.name == file.name and self.parent == tmp_path:
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *args, **more)

    monkeypatch.setattr(Path, "open", refused)
    done = run(*command.split(), file)
    assert done.status == 1
    assert file.name in done.said and "Permission denied" in done.said and "rights" in done.said


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file that blocks and one that never ends")
def test_a_pipe_or_a_device_is_not_read_for_ever(run: Any, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for name in (tmp_path / "pipe.yaml", Path("/dev/zero")):
        assert run("rehearse", name).status == 2
        assert run("lint", name).status == 2


def test_a_folder_in_a_files_place_is_said(run: Any, tmp_path: Path) -> None:
    (tmp_path / "call.yaml").mkdir()
    for words in (("preview", tmp_path / "call.yaml"), ("approve", tmp_path, "--by", "A", "--reason", "R")):
        done = run(*words)
        assert done.status in (1, 2)
        assert "there is no scenario" in done.said
    assert run("evidence", "1", "--pdf", tmp_path).status == 2


KEPT = 20_000  # of one text, in characters


@pytest.mark.parametrize(
    "text", ["help me " * 12_500, "1" * 100_000, "😀é\u0301ي" * 8_000], ids=["words", "one", "any"]
)
def test_a_hundred_thousand_characters_in_a_script_are_refused_at_their_place_rather_than_cut_unseen(
    run: Any, tmp_path: Path, text: str
) -> None:
    steps = (
        f'  - note: {{section: facts, text: "{text}"}}\n  - record: {{name: "{text}"}}\n'
        f'  - look_up: {{system: gazetteer, query: "{text}", reason: Live incident}}\n'
    )
    done = run("rehearse", "--json", written(tmp_path, GOOD + steps))
    assert done.status == 1 and json.loads(done.out) == []
    told = [line for line in done.err.splitlines() if " R57 " in line]
    assert [line.split(".yaml:")[1].split(":")[0] for line in told] == ["5", "6", "7"]
    assert all(f"Write no more than {KEPT:,}" in line for line in told)


def test_as_much_as_one_text_holds_is_said_in_one_breath_and_heard(run: Any, tmp_path: Path) -> None:
    done = run("rehearse", "--json", written(tmp_path, GOOD + f'  - say: "{"a" * KEPT}"\n'))
    assert done.status == 0, done.err[:500]
    said = [e["event"]["text"] for e in json.loads(done.out)["entries"] if e["event"]["kind"] == "handler_said"]
    assert said[-1] == "a" * KEPT


def test_words_that_take_longer_to_say_than_a_call_lasts_outlast_it_and_that_is_said(run: Any, tmp_path: Path) -> None:
    done = run("rehearse", "--json", written(tmp_path, GOOD + f'  - say: "{"what is the address? " * 950}"\n'))
    assert done.status == 0, done.err[:500]
    events = [entry["event"] for entry in json.loads(done.out)["entries"]]
    assert [event["because"] for event in events if event["kind"] == "action_refused"] == ["The call has ended."]
    assert events[-1]["kind"] == "contact_closed"


@pytest.mark.parametrize(
    "text", ["😀👩‍👩‍👧 مرحبا שלום नमस्ते 你好 ẞ", r"\x1b[31m\a\0\x7f", "[bold]x[/] [/nope] {x} %s $x"]
)
def test_text_of_any_kind_is_played_and_shown_and_steers_no_terminal(run: Any, tmp_path: Path, text: str) -> None:
    steps = f'  - say: "{text}"\n  - note: {{section: facts, text: "{text}"}}\n'
    file = written(tmp_path, GOOD + steps)
    done = run("rehearse", file)
    assert done.status == 0
    assert not set(done.out) & (set(map(chr, range(32))) - {"\n"}) and "\x7f" not in done.out
    assert json.loads(run("rehearse", "--json", file).out)["scenario"] == "hiding-upstairs"


def test_whatever_is_typed_into_a_preview_is_answered(run: Any) -> None:
    typed = ["caf\udce9", "\0\x1b[2J", "x" * 100_000, "/wait 99999999999999999999", "/wait ²", "/nosuch", "😀", "/end"]
    done = run("preview", "hiding-upstairs", typed="\n".join(typed))
    assert done.status == 0
    assert "The call has ended." in done.out
    assert not set(done.out) & {"\0", "\x1b"}


def test_what_is_typed_for_understanding_may_be_anything(run: Any) -> None:
    done = run("understand", "--json", "-", typed="caf\udce9\n\0\n😀\n" + "x" * 100_000 + "\n\n")
    assert done.status == 0
    assert len([json.loads(line) for line in done.out.splitlines()]) == 5
