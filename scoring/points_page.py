"""Writes docs/marking-points.md from catalogue, detectors and settings: `python -m scoring.points_page`."""

import inspect
from pathlib import Path

from scoring.catalogue import MarkingPoint, catalogue
from scoring.detectors.table import AWAITING, DETECTORS
from scoring.settings import all_settings

PAGE = Path(__file__).parent.parent / "docs" / "marking-points.md"
_TIERS = {"D": "deeds", "M": "deeds and words", "U": "words", "A": "the assessor"}
_INTRODUCTION = """# The marking points

Written by `python -m scoring.points_page`; do not edit by hand. Each point has its sentence, what decides it, how it
weighs, the criteria it evidences, when it is met, and what a scenario may set for it with `with:`.

*Deeds* alone may fail a run; words never do: a critical point found lost in words makes the run *referred*, and
so does a dimension that falls short only by points judged from words. *Hold* means that a run that loses the point,
by deed or by word, or leaves it unclear, waits for the assessor. How cases are written and tested:
`tests/scoring/points/`.
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
    for name, setting in all_settings().get(point.id, {}).items():
        lines.append(f"* `{name}` ({setting.kind}): {setting.says}")
    return "\n".join(lines).rstrip() + "\n"


def _when(point: str) -> str:
    if point in AWAITING:
        return f"Not marked yet: {AWAITING[point]}."
    return " ".join((inspect.getdoc(DETECTORS[point]) or "").split())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    print(f"{PAGE.name}: {len(catalogue())} points")
