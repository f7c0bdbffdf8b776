"""No process is left running when the program that started it is gone, however it went."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60.0


@pytest.mark.parametrize("kind", ["piped", "endless", "pool"])
def test_whoever_works_for_a_program_ends_when_it_is_killed(kind: str) -> None:
    """A child with lines of its own, one whose lines somebody else holds open, and the workers of a pool."""
    program = [sys.executable, str(ROOT / "tests" / "support" / "short_lived.py"), kind]
    lines, held_open = os.pipe()
    try:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with subprocess.Popen(program, env=environment, stdin=lines, stdout=subprocess.PIPE) as parent:
            assert parent.stdout is not None
            assert parent.stdout.readline().strip() == b"at work"
            parent.kill()
            # What it says ends when the last of its children, who speak through the same pipe, have ended.
            assert parent.communicate(timeout=PATIENCE_S) == (b"", None)
    finally:
        os.close(lines)
        os.close(held_open)
