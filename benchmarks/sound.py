"""From the end of the trainee's line to the caller's first sound; the rows of benchmarks/speech.py as figures."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure

SPEECH = Path(__file__).parent / "speech.py"
PATIENCE_S = 300
_ROW = re.compile(r"^(?P<what>.+?)\s{2,}(?P<value>[\d.]+) (?P<unit>ms|MB|s|lines)(?:\s+goal (?P<goal>\d+) (?P=unit))?$")


def figures() -> Iterator[Figure]:
    """Run in a program of its own, since it chooses another sound device."""
    ran = subprocess.run(
        [sys.executable, str(SPEECH)], capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE_S
    )
    if ran.returncode:
        yield Figure("first sound", None, "ms", None, ran.stderr.strip().splitlines()[-1][:120])
    for line in ran.stdout.splitlines():
        row = _ROW.match(line.rstrip())
        if row:
            goal = float(row["goal"]) if row["goal"] else None
            yield Figure(row["what"], float(row["value"]), row["unit"], goal)
