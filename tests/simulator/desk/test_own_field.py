"""An address typed with its postcode into one detail of a record is taken, and the postcode's own detail is named."""

import pytest

from scenarios.scenario import Row
from simulator.desk.own_field import postcode_besides

ROW = Row(
    id="m", title="Clarke", details={"address": "8 Chandler Street", "postcode": "HM5 2TR"},
    editable=("address", "postcode"),
)  # fmt: skip


@pytest.mark.parametrize("typed", ["31 Weir Gardens, Corvale EL2 9RF", "31 Weir Gardens Corvale, el29rf"])
def test_a_postcode_typed_into_the_address_is_told_of_its_own_field(typed: str) -> None:
    said = postcode_besides(ROW, "address", typed)
    assert said == (
        "Postcode has a field of its own on this record, which still reads HM5 2TR. Change it too; address stands "
        "as typed."
    )


@pytest.mark.parametrize(
    ("row", "field", "typed"),
    [
        (ROW, "address", "31 Weir Gardens, Corvale"),
        (ROW, "address", "8 Chandler Street, Oxenhythe HM5 2TR"),
        (ROW, "postcode", "EL2 9RF"),
        (ROW.model_copy(update={"editable": ("address",)}), "address", "31 Weir Gardens, Corvale EL2 9RF"),
    ],
)
def test_nothing_is_said_where_nothing_is_left_behind(row: Row, field: str, typed: str) -> None:
    assert postcode_besides(row, field, typed) == ""
