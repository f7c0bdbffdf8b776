"""What a trainee's eyes see of a desk, in a few words, and the folder over which a test and a desk in a window meet.

The test tells the time, the desk tells what it shows: so neither runs ahead of the other, however slow the machine.
"""

import json
import mmap
from pathlib import Path
from typing import Any

from simulator.desk.desk_screen import DeskScreen
from simulator.desk.kit.textfield import TextField
from simulator.desk.kit.ui import UI
from simulator.desk.start import StartScreen

Sight = dict[str, Any]


def shown(ui: UI) -> Sight:
    """The screen, and at a desk what the line does, where the keyboard is, and what stands there."""
    if not isinstance(ui.root, DeskScreen):
        return {"screen": "start" if isinstance(ui.root, StartScreen) else "end"}
    view = ui.root.view
    return {
        "screen": "desk",
        "line": view.line.state,
        "asked to clear": ui.root.bar.asking,
        "said": [caption.text for caption in view.captions if caption.who == "you"],
        "entries": len([row for row in view.log if row.section]),
        "grade": view.grade,
        "over it": len(ui.overlays),
        "keyboard": ui.focus.name if ui.focus else "",
        "text": ui.focus.text if isinstance(ui.focus, TextField) else "",
    }


class Told:
    """The time in milliseconds, as one process writes it and the other reads it, and the sight of the desk."""

    def __init__(self, folder: Path) -> None:
        self._time, self._sight = folder / "time", folder / "sight.json"
        if not self._time.exists():
            self._time.write_bytes(bytes(8))
        with self._time.open("r+b") as file:
            self._ms = mmap.mmap(file.fileno(), 8)
        self._last: Sight = {}

    def now_ms(self) -> int:
        """The time as it was told last."""
        return int.from_bytes(self._ms[:], "little")

    def tell(self, now_ms: int) -> None:
        """It is this time."""
        self._ms[:] = now_ms.to_bytes(8, "little")

    def show(self, sight: Sight) -> None:
        """The desk shows this."""
        if sight != self._last:
            self._last = sight
            new = self._sight.with_suffix(".new")
            new.write_text(json.dumps(sight), encoding="utf-8")
            new.replace(self._sight)

    def seen(self) -> Sight:
        """What the desk shows; nothing before it shows anything."""
        found: Sight = json.loads(self._sight.read_text(encoding="utf-8")) if self._sight.exists() else {}
        return found
