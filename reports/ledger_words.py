"""Words for lines of the ledger that are the same wherever they are printed."""

from reports.labels import TELLINGS
from scoring.outcome import LedgerLine, Marking
from simulator.journal import clock


def labels_of(marking: Marking) -> dict[str, str]:
    """What the facts of a marked call are called, by their ids."""
    return {line.fact: line.label for line in marking.ledger}


def told_words(line: LedgerLine) -> str:
    """When and as what a fact was told; every telling where there was more than one, or none in full."""
    if line.tellings:
        return "; ".join(f"{TELLINGS[one.standing].lower()} at {clock(one.t_ms)}: {one.value}" for one in line.tellings)
    return f"{line.disclosed} at {clock(line.disclosed_ms or 0)}" if line.disclosed else ""
