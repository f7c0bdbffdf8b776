"""One event, one penalty: marks lost for the same cause count once, at the larger (DOMAIN section 5, rule 4)."""

from scoring.outcome import Mark

# Points that lose together when one thing goes wrong; the first of equal weight keeps the loss.
SAME_CAUSE: tuple[tuple[str, ...], ...] = (
    ("A01", "V02"),  # the place is wrong and was not read back
    ("G02", "G05", "G10", "G01", "G04", "G15"),  # the grade is too low or too late, or never set
    ("V06", "V10", "V13"),  # something was changed before identity was verified
    ("C01", "C05", "C10"),  # a restricted detail was given
    ("A03", "V03"),  # the number to call back
    ("A02", "V04"),  # the name
    ("A05", "M14"),  # a code not read back and wrong
    ("A06", "M14"),
    ("C06", "V12"),  # the record of somebody else
    ("A09", "R03"),  # a weapon told and not recorded
    ("C11", "R23"),  # rung back where that is not safe
)


def capped(marks: tuple[Mark, ...]) -> dict[str, str]:
    """Points whose loss is counted under another: point to that other."""
    lost = {mark.point: mark for mark in marks if mark.verdict == "not_met"}
    under: dict[str, str] = {}
    for group in SAME_CAUSE:
        together = [lost[point] for point in group if point in lost and point not in under]
        if len(together) < 2:
            continue
        keeps = max(together, key=lambda mark: (mark.weight, -group.index(mark.point)))
        under |= {mark.point: keeps.point for mark in together if mark is not keeps}
    return under
