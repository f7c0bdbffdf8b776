"""Whether a change to a field is a correction, which the desk asks a reason for; pure."""

from simulator.desk.view import Recorded

STILL_TYPING_MS = 10_000  # a value changed sooner than this after it was recorded is still being written
WAITS_MS = 15_000  # how long a correction waits for its reason before it is recorded without one


def is_correction(recorded: Recorded | None, value: str, now_ms: int) -> bool:
    """Whether `value` replaces what was recorded some time ago, rather than finishing it or filling a blank."""
    old, new = (recorded.value.strip().lower() if recorded else ""), value.strip().lower()
    if recorded is None or not old or not new or old in new or new in old:
        return False
    return now_ms - recorded.t_ms >= STILL_TYPING_MS
