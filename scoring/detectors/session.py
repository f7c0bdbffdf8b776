"""Points of a whole shift that a single contact can already show."""

from scoring.finding import met, not_met
from scoring.outcome import Finding
from scoring.reading import Reading
from scoring.settings import Settings
from scoring.wording import count, listed
from simulator.events import FieldRecorded, HandlerSaid, LogLinked, LookedUp, MessageSent, Noted


def s03(reading: Reading, settings: Settings) -> Finding:
    """Met when at least three of telephone, log, look-up and message to a unit are used in one contact."""
    kinds = {
        "telephone": (HandlerSaid,),
        "log": (Noted, FieldRecorded),
        "look-up": (LookedUp,),
        "message": (MessageSent,),
    }
    used = {name: reading.seen.of(kind) for name, kind in kinds.items() if reading.seen.of(kind)}
    shown = [happened[0] for happened in used.values()]
    if len(used) >= 3:
        return met(f"Used {listed(used)} together.", shown)
    return not_met(f"Used {count(len(used), 'technology', 'technologies')} only.", shown, reading.whole)


def s04(reading: Reading, settings: Settings) -> Finding:
    """Met when the linked log is linked, or a colleague is sent what they need."""
    done = next(iter(reading.seen.of((LogLinked, MessageSent))), None)
    if done is not None:
        return met(f"Passed linked information on at {done.at}.", done)
    return not_met(f"Linking the log or telling a colleague was {reading.undone()}.", reading.whole)
