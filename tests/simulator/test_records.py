"""What a look-up finds, and what an update leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests_support import POLICY, scenario_of

from scenarios.policy import Policy
from scenarios.scenario import Row, Scenario
from simulator.records import Records


@pytest.fixture
def records(small: Scenario, policy: Policy) -> Records:
    rows = (
        Row(id="m-1", title="Okafor, Grace", cells={"member": "HL-20418"}, details={"Postcode": "KX3 9BL"},
            editable=("Postcode",), found_by=("locked account",)),
        Row(id="m-2", title="Okafor, Gerald", cells={"member": "HL-77102"}, details={"Phone": "01632 960417"}),
        Row(id="m-3", title="HM/000592/26", cells={"type": "Complaint"}),
    )  # fmt: skip
    return Records(small, {"members": rows}, policy)


def found(records: Records, query: str) -> set[str]:
    return {row.id for row in records.search("members", query)}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("okafor", {"m-1", "m-2"}),
        ("GRACE okafor", {"m-1"}),
        ("HL20418", {"m-1"}),
        ("01632960417", {"m-2"}),
        ("kx39bl", {"m-1"}),
        ("the locked account please", {"m-1"}),
        ("HM/000592/26", {"m-3"}),
        ("HM/592/26", {"m-3"}),
        ("hm 592-26", {"m-3"}),
        ("hm59226", {"m-3"}),
        ("HM00059226", {"m-3"}),
        ("592", {"m-3"}),
        ("HM/593/26", set()),
        ("nobody", set()),
        ("", set()),
        ("   ", set()),
    ],
)
def test_a_query_finds_what_fits_all_its_words(records: Records, query: str, ids: set[str]) -> None:
    assert found(records, query) == ids


def test_an_update_changes_this_contact_only_and_gives_back_what_stood_there(records: Records) -> None:
    assert records.field_name("m-1", "post code") is None
    assert records.field_name("m-1", "postcode") == "Postcode"
    assert records.update("m-1", "Postcode", "WX4 1AA") == "KX3 9BL"
    row = records.row("m-1")
    assert row is not None and row.details["Postcode"] == "WX4 1AA"
    assert found(records, "wx4 1aa") == {"m-1"}


def test_what_is_not_editable_stays(records: Records) -> None:
    assert records.field_name("m-2", "Phone") is None


def test_a_record_says_which_of_its_fields_can_be_changed(records: Records) -> None:
    assert records.editable("m-1") == ("Postcode",)
    assert records.editable("m-2") == records.editable("nothing") == ()


@given(st.text(max_size=80))
def test_any_query_is_answered(query: str) -> None:
    rows = (Row(id="m-1", title="Okafor, Grace"),)
    assert len(Records(scenario_of(), {"members": rows}, POLICY).search("members", query)) <= 1


@pytest.mark.parametrize(
    ("query", "ids"),
    [("14 Ropewalk Lane", {"g-1"}), ("14b ropewalk lane saltreach", {"g-1"}), ("14", set()), ("14 Alder Rise", set())],
)
def test_a_street_is_found_whatever_house_is_asked_for(
    small: Scenario, policy: Policy, query: str, ids: set[str]
) -> None:
    rows = (Row(id="g-1", title="Ropewalk Lane, Saltreach", details={"numbers": "1 to 60"}),)
    streets = Records(small, {"gazetteer": rows}, policy)
    assert {row.id for row in streets.search("gazetteer", query)} == ids


def test_the_street_asked_for_stands_before_those_whose_notes_name_it(small: Scenario, policy: Policy) -> None:
    rows = (
        Row(id="g-1", title="Alder Close, Quayford", details={"note": "Not Alder Rise."}),
        Row(id="g-2", title="Alder Rise, Quayford"),
    )
    streets = Records(small, {"gazetteer": rows}, policy)
    assert [row.id for row in streets.search("gazetteer", "27 Alder Rise")] == ["g-2", "g-1"]


@pytest.fixture
def members(small: Scenario, policy: Policy) -> Records:
    rows = (
        Row(id="m-1", title="Clarke, Rhiannon", cells={"number": "M-204816", "born": "23/05/1992"},
            details={"phone": "07700 900174"}, found_by=("M-204816", "Rhiannon Clarke")),
        Row(id="m-2", title="Clarke, Rhona", cells={"number": "M-201178", "born": "23/05/1992"},
            details={"phone": "07700 900371"}, found_by=("clarke", "M-201178")),
        Row(id="m-3", title="WX24 QTI van", details={"keeper": "14 Mill Lane"}),
    )  # fmt: skip
    return Records(small, {"members": rows}, policy)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("M204816 Clarke", ["m-1", "m-2"]),
        ("M-204816 Clarke", ["m-1", "m-2"]),
        ("m 204816 clarke", ["m-1", "m-2"]),
        ("Clarke M-204816", ["m-1", "m-2"]),
        ("clarke 204816", ["m-1", "m-2"]),
        ("Clarke, Rhiannon M204816", ["m-1", "m-2"]),
        ("07700900174 Clarke", ["m-1", "m-2"]),
        ("Clarke 07700 900 174", ["m-1", "m-2"]),
        ("+44 7700 900174 Clarke", ["m-1", "m-2"]),
        ("M204816 Smith", ["m-1"]),
        ("Smith M-204816", ["m-1"]),
        ("M204816 Rhona", ["m-1"]),
        ("wx24qti red van", ["m-3"]),
        ("WX24-QTI silver", ["m-3"]),
        ("14 Farm Lane", []),
        ("Smith 23/05/1992", []),
    ],
)
def test_the_very_number_brings_its_record_and_what_agrees_in_part_stands_after_it(
    members: Records, query: str, ids: list[str]
) -> None:
    assert [row.id for row in members.search("members", query)] == ids
