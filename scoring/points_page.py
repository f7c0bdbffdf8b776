"""Writes docs/marking-points.md from catalogue, detectors, settings and examples: `python -m scoring.points_page`."""

import inspect
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from scoring.catalogue import LOADER, MarkingPoint, catalogue
from scoring.detectors.table import AWAITING, DETECTORS
from scoring.settings import all_settings

PAGE = Path(__file__).parent.parent / "docs" / "marking-points.md"
EXAMPLES = Path(__file__).with_name("examples.yaml")
_VERDICTS = {"met": "Met", "not_met": "Not met", "partly": "In part", "for_assessor": "For the assessor"}
_SAID_ALREADY = re.compile(r" (?:is|are)(?: not)?(?: met| half| in part| for the assessor)$")
_TIERS = {"D": "deeds", "M": "deeds and words", "U": "words", "A": "the assessor"}
_INTRODUCTION = """# The marking points

Written by `python -m scoring.points_page`; do not edit by hand. Each point has its sentence, what decides it, how it
weighs, the criteria it evidences, when it is met, and what a scenario may set for it with `with:`.

*Deeds* alone may fail a run; words never do: a critical point found lost in words makes the run *referred*, and
so does a dimension that falls short only by points judged from words. *Hold* means that a run that loses the point,
by deed or by word, or leaves it unclear, waits for the assessor. How cases are written and tested:
`tests/scoring/points/`; the examples are two of them for each point, with the very words that marking says of them.
"""


def page() -> str:
    """The page as Markdown."""
    parts = [_INTRODUCTION]
    dimension = ""
    for point in catalogue().values():
        if point.dimension != dimension:
            dimension = point.dimension
            parts.append(f"## {dimension.capitalize()}\n")
        parts.append(_entry(point))
    return "\n".join(parts)


def _entry(point: MarkingPoint) -> str:
    facts = [f"decided by {_TIERS[point.tier]}", f"weight {point.weight}"]
    facts += [point.critical] if point.critical != "none" else []
    facts.append("criteria " + ", ".join(point.criteria))
    lines = [f"### {point.id} {point.text}", "", f"*{'; '.join(facts)}*", "", _when(point.id), ""]
    lines += _examples(point.id)
    for name, setting in all_settings().get(point.id, {}).items():
        lines.append(f"* `{name}` ({setting.kind}): {setting.says}")
    return "\n".join(lines).rstrip() + "\n"


def _examples(point: str) -> list[str]:
    """One line for each example: the case, and what marking says of it."""
    shown = examples().get(point, {})
    lines = [
        f"* **{_VERDICTS[verdict]}**, {_SAID_ALREADY.sub('', one['case'])}: *{one['because']}*"
        for verdict, one in shown.items()
    ]
    return [*lines, ""] if lines else []


@cache
def examples() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Point -> verdict -> the case and what marking says of it; from examples.yaml, which a test keeps true."""
    return yaml.load(EXAMPLES.read_text(encoding="utf-8"), Loader=LOADER) or {}


def _when(point: str) -> str:
    if point in AWAITING:
        return f"Not marked yet: {AWAITING[point]}."
    return " ".join((inspect.getdoc(DETECTORS[point]) or "").split())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    print(f"{PAGE.name}: {len(catalogue())} points")
