"""The contact-centre desk in the terminal wears its own labels, and offers its own choices and examples."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from run_sim import cli

POLICING = (
    "dispatch",
    "inspector",
    "officer_in_case",
    "Knife",
    "Firearms",
    "27 Alder Rise",
    "men in the house",
    "policy-",
)


def shown_after(store: Path, *lines: str, call: str = "locked-out-member") -> str:
    command = ["train", "--text", "--trainee", "T1", "--call", call, "--seed", "1", "--store", str(store)]
    return CliRunner().invoke(cli, command, input="".join(f"{line}\n" for line in ("hello", *lines))).output


def test_fields_are_called_by_the_labels_of_the_ticket(tmp_path: Path) -> None:
    lines = "/record address: 31 Weir Gardens", "/record category: account access", "/record time: 13:40"
    shown = shown_after(tmp_path / "r.db", *lines, "/clear", "/finish", "/finish")
    for label in ("Address", "Ticket type", "When it started"):
        assert f"Done: {label} recorded." in shown
    assert not any(label in shown for label in ("Incident address", "Opening code recorded", "Time of incident"))


@pytest.mark.parametrize(
    "deed", ["hand_over", "send", "escalate", "close", "record", "update", "note", "look_up", "link"]
)
def test_help_offers_nothing_of_the_other_desk(deed: str, tmp_path: Path) -> None:
    search = "/look_up system: policy, query: reset, reason: guidance check"
    helped = shown_after(tmp_path / "r.db", search, f"/help {deed}").partition(f"/{deed} ")[2].partition("The input")[0]
    helped = helped.rpartition(f"> /{deed} ")[2] if f"> /{deed} " in helped else helped
    assert "For instance" in helped and not any(word in helped for word in POLICING)


def test_a_change_is_offered_only_on_a_record_that_was_opened_and_may_be_changed(tmp_path: Path) -> None:
    searches = (
        "/look_up system: members, query: clarke, reason: member support",
        "/look_up system: policy, query: reset, reason: guidance check",
    )
    shown = shown_after(tmp_path / "r.db", *searches, "/help update", "/open mem-1", "/help update")
    assert "For instance: /update record: ID, field: postcode" in shown
    assert "For instance: /update record: mem-1, field: address, value: the new address" in shown
    assert "record: policy-" not in shown and "record: mem-2" not in shown


def test_a_hand_over_to_nobody_by_name_goes_to_the_supervisor(tmp_path: Path) -> None:
    assert "Handed over to Supervisor: rings back" in shown_after(tmp_path / "r.db", "/hand_over rings back at two")


def test_the_incident_desk_keeps_its_own(tmp_path: Path) -> None:
    shown = shown_after(tmp_path / "r.db", "/help hand_over", "/help close", call="hiding-upstairs")
    assert "dispatch" in shown and "Knife" in shown and "27 Alder Rise" in shown and "reset_completed" not in shown


def test_a_reset_shows_on_the_members_record_and_on_nobody_elses(tmp_path: Path) -> None:
    lines = (
        "/open mem-1",
        "/reset registered_device",
        "/open mem-1",
        "/reset registered_email",
        "/open mem-1",
        "/open mem-2",
    )
    shown = shown_after(tmp_path / "r.db", *lines)
    before, once, twice = shown.split("state: ")[1:4]
    assert before.startswith("Locked today, five attempts\n")
    assert once.startswith("Reset sent: link to the registered device (before: Locked today, five attempts)\n")
    assert twice.startswith("Reset sent: link to the registered email (before: Locked today, five attempts)\n")
    assert shown.split("state: ")[4].startswith("Active\n")


def test_an_address_with_its_postcode_is_told_at_once_that_the_postcode_has_its_own_field(tmp_path: Path) -> None:
    update = "/update record: mem-1, field: address, value: 31 Weir Gardens, Corvale, EL2 9RF"
    shown = shown_after(tmp_path / "r.db", update, "/update record: mem-1, field: postcode, value: EL2 9RF", update)
    assert shown.count("Postcode has a field of its own on this record, which still reads HM5 2TR.") == 1
    assert "Address changed to 31 Weir Gardens, Corvale, EL2 9RF" in shown
