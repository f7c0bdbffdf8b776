"""A console or pipe that is not UTF-8, as on many Windows PCs, breaks no command and garbles no file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.usefixtures("own_folders")
SAID = "Zoë 😀 مرحبا €"


def run(words: list[str], encoding: str, typed: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    program = [sys.executable, str(ROOT / "run_sim.py"), *words]
    return subprocess.run(program, cwd=ROOT, env=environment, input=typed, capture_output=True, check=False)


@pytest.mark.parametrize("encoding", ["ascii", pytest.param("cp1252:strict", marks=pytest.mark.slow)])
def test_any_script_is_printed_whatever_the_console_calls_itself(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(
        f'scenario: hiding-upstairs\ndo:\n  - answer\n  - note: {{section: facts, text: "{SAID}"}}\n', encoding="utf-8"
    )
    done = run(["rehearse", "--json", str(file)], encoding)
    assert done.returncode == 0, done.stderr
    notes = [e["event"]["text"] for e in json.loads(done.stdout)["entries"] if e["event"]["kind"] == "noted"]
    assert notes == [SAID]


@pytest.mark.slow
def test_bytes_that_are_no_utf8_may_be_piped_into_a_conversation() -> None:
    done = run(["preview", "hiding-upstairs"], "ascii", b"caf\xe9 \xff\xfe where are you?\n/end\n")
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr and b"The call has ended" in done.stdout


@pytest.mark.slow
def test_a_reader_that_goes_away_leaves_no_traceback() -> None:
    program = [sys.executable, str(ROOT / "run_sim.py"), "rehearse", "hiding-upstairs"]
    process = subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    process.wait()
    assert b"Traceback" not in complaint and b"not foreseen" not in complaint and b"Exception ignored" not in complaint
