"""Approval of a scenario: bound to one version, only ever added to (handbook 4.3.3, principle 4)."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from reports.approval import Approval
from reports.store import Store


def approval(fingerprint: str = "a" * 64, decision: str = "approved", reason: str = "Played and reviewed.") -> Approval:
    return Approval.model_validate(
        {
            "scenario": "small-call",
            "fingerprint": fingerprint,
            "decision": decision,
            "author": "I. Quill",
            "reason": reason,
            "at": datetime(2026, 11, 21, tzinfo=UTC),
        }
    )


def test_a_version_is_approved_until_it_is_retired_and_only_that_version(tmp_path: Path) -> None:
    with Store.open(tmp_path / "r.sqlite") as store:
        assert not store.is_approved("a" * 64)
        store.add_approval(approval())
        assert store.is_approved("a" * 64) and not store.is_approved("b" * 64)
        store.add_approval(approval(decision="retired"))
        assert not store.is_approved("a" * 64)
        assert [one.decision for one in store.approvals()] == ["approved", "retired"]


def test_an_approval_cannot_be_changed_or_taken_away(tmp_path: Path) -> None:
    with Store.open(tmp_path / "r.sqlite") as store:
        store.add_approval(approval())
    connection = sqlite3.connect(tmp_path / "r.sqlite")
    for deed in ("update approvals set sheet = 'x'", "delete from approvals"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(deed)
    connection.close()


def test_an_approval_needs_a_reason() -> None:
    with pytest.raises(ValidationError):
        approval(reason="   ")
