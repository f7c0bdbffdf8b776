"""The page that lists every problem, for people: `python -m scenarios.problem_page` writes docs/problems.md."""

import re
from pathlib import Path

from scenarios.problems import Kind, kinds

PAGE = Path(__file__).parents[1] / "docs" / "problems.md"

_PARTS = {
    "S": "Source: whether the file can be read, and its variants filled in",
    "M": "Shape: keys and kinds of values",
    "R": "References: words that name something else",
    "D": "Data that may belong to somebody real",
    "L": "Doubts about the whole",
}

_HEAD = """# Every problem that lint knows

`run_sim.py lint` prints each as `file:line:column: CODE message. mend`. Codes are never reused. A *doubt* is a warning:
the scenario can be played, but look at it again. Words in square brackets are filled in. This page is written by
`python -m scenarios.problem_page` from `scenarios/problems.yaml`; a test keeps it current.
"""


def page() -> str:
    """The whole page in Markdown."""
    parts = [_HEAD]
    for letter, title in _PARTS.items():
        rows = [kind for kind in kinds().values() if kind.code.startswith(letter)]
        parts.append(f"\n## {title}\n\n| code | what is wrong | how to mend it |\n|---|---|---|\n")
        parts.extend(_row(kind) for kind in rows)
    return "".join(parts)


def _row(kind: Kind) -> str:
    doubt = "*doubt:* " if kind.severity == "warning" else ""
    return f"| {kind.code} | {doubt}{_plain(kind.message)} | {_plain(kind.mend)} |\n"


def _plain(template: str) -> str:
    shown = re.sub(r"(?<!\{)\{(\w+)\}(?!\})", lambda match: _SPOKEN.get(match[1], f"[{match[1]}]"), template)
    return shown.replace("{{", "{").replace("}}", "}").replace("|", "\\|")


_SPOKEN = {"hint": "Take what is offered: the nearest word, or one of those that are known."}


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
