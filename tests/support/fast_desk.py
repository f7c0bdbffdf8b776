"""Opens the real desk with a faster clock, for a faster typist: `fast_desk.py STORE CALL SEED SIZE SPEED`."""

import sys
from datetime import datetime, timedelta
from pathlib import Path

from commands.desk_session import DeskSession
from reports.store import Store
from simulator.clock import WallClock
from simulator.desk.app import run_desk

AFTERNOON = datetime(2026, 11, 21, 14, 6)


class FastClock:
    """The wall clock, `speed` times as fast."""

    def __init__(self, speed: int) -> None:
        self._wall = WallClock()
        self._speed = speed

    def now_ms(self) -> int:
        """Milliseconds of the call since this clock was made."""
        return self._wall.now_ms() * self._speed


class FastSession(DeskSession):
    """A session whose time of day runs as its calls do."""

    clock: FastClock

    def wall_time(self) -> datetime:
        """The afternoon goes by faster."""
        return AFTERNOON + timedelta(milliseconds=self.clock.now_ms())


def main(store: str, call: str, seed: str, size: str, speed: str) -> None:
    """The desk on its own results file."""
    width, _, height = size.partition("x")
    with Store.open(Path(store)) as results:
        session = FastSession(results, trainee="T1", call=call, seed=int(seed))
        session.clock = FastClock(int(speed))
        try:
            run_desk(session, size=(int(width), int(height)), new_clock=lambda: FastClock(int(speed)))
        finally:
            if session.live is not None:
                session.live.leave()


if __name__ == "__main__":
    main(*sys.argv[1:])
