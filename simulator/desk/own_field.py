"""What is said of a change to a record that holds a postcode, where the record keeps postcodes apart; pure."""

from scenarios.scenario import Row
from simulator.desk.names import readable
from simulator.understanding.values import codes_said

POSTCODE = "postcode"


def postcode_besides(row: Row, field: str, value: str) -> str:
    """Words for whoever typed an address and its postcode in one: nothing is split for them, since a postcode guessed
    out of a line of words might be written on a record in silence. Empty where there is nothing to say. `row` is the
    record as it stands after the change."""
    own = next((name for name in row.editable if "".join(name.lower().split()) == POSTCODE), None)
    typed = next((code.value for code in codes_said(value) if code.kind == POSTCODE), None)
    if own is None or typed is None or "".join(field.lower().split()) == POSTCODE:
        return ""
    stands = row.details.get(own) or row.cells.get(own, "")
    if _bare(stands) == _bare(typed):
        return ""
    reads = f", which still reads {stands}" if stands else ", which is empty"
    return f"{readable(own)} has a field of its own on this record{reads}. Change it too; {field} stands as typed."


def _bare(postcode: str) -> str:
    return "".join(postcode.upper().split())
