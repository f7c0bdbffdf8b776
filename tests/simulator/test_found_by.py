"""A look-up says why a record is listed where its title and cells do not show it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.scenario import Row
from simulator.desk.result_columns import MATCHED, columns_of, with_reasons
from simulator.found_by import found_by

WALKING = Row(
    id="log-1", title="HM-0061-021026 Concern, 14 Mill Lane", cells={"date": "02/10/2026"},
    details={"text": "Found outside a former address."}, found_by=("6 Chandler Street", "dale", "14 Mill Lane"),
    about="Winifred",
)  # fmt: skip
CLARKE = Row(
    id="m-2", title="Clarke, Rhona", cells={"number": "M-201178"}, details={"postcode": "EL6 3PD"}, found_by=("clarke",)
)


@pytest.mark.parametrize(
    ("row", "query", "why"),
    [
        (WALKING, "6 Chandler Street", "6 Chandler Street (filed under it)"),
        (WALKING, "14 mill lane", ""),
        (WALKING, "Mill Lane Dale", "Dale (filed under it)"),
        (WALKING, "Winifred", "Winifred (party)"),
        (WALKING, "former address", "former address (text)"),
        (CLARKE, "clarke", ""),
        (CLARKE, "m201178 clarke", ""),
        (CLARKE, "el63pd", "el63pd (postcode)"),
        (CLARKE, "M-204816 Clarke", "Clarke only, not M-204816"),
        (CLARKE, "M-201178 Smith", "M-201178 only, not Smith"),
    ],
)
def test_a_record_says_what_it_was_found_by_where_the_list_does_not_show_it(row: Row, query: str, why: str) -> None:
    assert found_by(row, query, "previous") == why


def test_the_list_has_a_column_for_it_only_where_it_is_needed() -> None:
    assert MATCHED not in columns_of(with_reasons((CLARKE,), "clarke", "members"))
    rows = with_reasons((CLARKE, WALKING), "6 Chandler Street", "previous")
    assert MATCHED in columns_of(rows) and rows[1].cells[MATCHED] == "6 Chandler Street (filed under it)"


@given(st.text(max_size=60) | st.lists(st.sampled_from(["dale", "M-2011", "6 ", "the", "\u0130x"])).map(" ".join))
def test_any_query_has_a_reason_or_none(query: str) -> None:
    assert isinstance(found_by(WALKING, query, "previous"), str)
