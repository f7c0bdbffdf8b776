"""Opens the real desk whose time is told it and which says what it shows: `told_desk.py STORE CALL SEED SIZE DIR`."""

import sys
from datetime import datetime, timedelta
from pathlib import Path

from desk_eyes import Told, shown

from commands.desk_session import DeskSession
from reports.store import Store
from simulator.desk.app import run_desk
from simulator.desk.kit.ui import UI

AFTERNOON = datetime(2026, 11, 21, 14, 6)


class ToldSession(DeskSession):
    """A session whose time of day runs as its calls do."""

    clock: Told

    def wall_time(self) -> datetime:
        """The afternoon goes by as it is told."""
        return AFTERNOON + timedelta(milliseconds=self.clock.now_ms())


def main(store: str, call: str, seed: str, size: str, folder: str) -> None:
    """The desk on its own results file; `folder` holds the time and what is shown."""
    width, _, height = size.partition("x")
    told, step = Told(Path(folder)), UI.step

    def step_and_tell(ui: UI, wait_ms: int = 0) -> bool:
        painted = step(ui, wait_ms)
        told.show(shown(ui))
        return painted

    UI.step = step_and_tell  # type: ignore[method-assign]
    with Store.open(Path(store)) as results:
        session = ToldSession(results, trainee="T1", call=call, seed=int(seed))
        session.clock = told
        try:
            run_desk(session, size=(int(width), int(height)), new_clock=lambda: told)
        finally:
            if session.live is not None:
                session.live.leave()


if __name__ == "__main__":
    main(*sys.argv[1:])
