"""Opens the real desk with a faster clock, for a faster typist: `fast_desk.py STORE CALL SEED SIZE SPEED`."""

import sys
from pathlib import Path

from commands.desk_session import DeskSession
from reports.store import Store
from simulator.clock import WallClock
from simulator.desk.app import run_desk


class FastClock:
    """The wall clock, `speed` times as fast."""

    def __init__(self, speed: int) -> None:
        self._wall = WallClock()
        self._speed = speed

    def now_ms(self) -> int:
        """Milliseconds of the call since this clock was made."""
        return self._wall.now_ms() * self._speed


def main(store: str, call: str, seed: str, size: str, speed: str) -> int:
    """The desk on its own results file."""
    width, _, height = size.partition("x")
    with Store.open(Path(store)) as results:
        session = DeskSession(results, trainee="T1", call=call, seed=int(seed))
        try:
            run_desk(session, size=(int(width), int(height)), new_clock=lambda: FastClock(int(speed)))
        finally:
            if session.live is not None:
                session.live.leave()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
