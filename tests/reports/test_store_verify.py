"""Checking the seals names the first thing that was changed, cut off or taken away."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from reports.store import Store
from tests.reports.made import at_noon, judged, keep, marking_of, short_call

Meddle = Callable[[str], tuple[str, ...]]


@pytest.fixture
def meddled(store_path: Path) -> Meddle:
    """Keep two calls, change the file behind the program's back, and say what checking it then finds."""

    def meddle(sql: str) -> tuple[str, ...]:
        with Store.open(store_path, now=at_noon) as store:
            first, _second = keep(store, short_call("Ann")), keep(store, short_call("Ben"))
            store.add_marking(first, marking_of())
            store.add_judgement(first, judged("V01", "not_met"))
            assert store.verify().holds
        connection = sqlite3.connect(store_path)
        for (trigger,) in connection.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            connection.execute(f"drop trigger {trigger}")
        changed = connection.execute(sql).rowcount
        connection.commit()
        connection.close()
        assert changed
        with Store.open(store_path, read_only=True) as store:
            return tuple(map(str, store.verify().broken))

    return meddle


FIRST = "(select call_id from calls where number = 1)"


def test_one_changed_letter_in_an_entry_is_named(meddled: Meddle) -> None:
    sql = f"update entries set entry = replace(entry, 'Alder', 'Elder') where call_id = {FIRST} and n = 7"
    assert meddled(sql) == ("contact 00001: entry 7 does not agree with its seal: it was changed later",)


def test_a_changed_seal_is_named(meddled: Meddle) -> None:
    broken = meddled(f"update entries set hash = '{'0' * 64}' where call_id = {FIRST} and n = 3")
    assert broken[0].startswith("contact 00001: entry 3 ")


def test_an_entry_taken_from_the_middle_is_named(meddled: Meddle) -> None:
    assert "entry 5 is missing" in meddled(f"delete from entries where call_id = {FIRST} and n = 5")[0]


def test_entries_cut_off_the_end_are_named_once_the_call_was_marked(meddled: Meddle) -> None:
    broken = meddled(f"delete from entries where call_id = {FIRST} and n > 8")
    assert broken[0] == "contact 00001: marking 1 was made over 11 entries; some of them are gone"


@pytest.mark.parametrize(("table", "noun"), [("markings", "marking"), ("judgements", "judgement")])
def test_a_changed_marking_or_judgement_is_named(meddled: Meddle, table: str, noun: str) -> None:
    broken = meddled(f"update {table} set sheet = replace(sheet, 'not_met', 'met') || ' '")
    assert broken == (f"contact 00001: {noun} 1 does not agree with its seal: it was changed later",)


@pytest.mark.parametrize("kind", ["scenario", "policy"])
def test_a_changed_text_is_named(meddled: Meddle, kind: str) -> None:
    broken = meddled(f"update texts set text = text || '#' where kind = '{kind}'")
    assert broken == tuple(f"contact 0000{n}: the text of its {kind} was changed later" for n in (1, 2))


@pytest.mark.parametrize("kind", ["scenario", "policy"])
def test_a_text_taken_away_is_named(meddled: Meddle, kind: str) -> None:
    broken = meddled(f"delete from texts where kind = '{kind}'")
    assert broken[0] == f"contact 00001: the text of its {kind} is missing"


def test_a_call_from_before_policies_were_kept_misses_none(fresh_store: Store) -> None:
    keep(fresh_store, short_call(), policy=None)
    assert fresh_store.verify().holds


def test_a_whole_call_taken_away_is_named(meddled: Meddle) -> None:
    assert "contact 00001 is missing" in meddled("delete from calls where number = 1")[0]


@pytest.mark.parametrize("column", ["trainee", "mode", "scenario", "approved"])
def test_a_list_that_differs_from_what_was_sealed_is_named(meddled: Meddle, column: str) -> None:
    assert "sealed first sheet" in meddled(f"update calls set {column} = '1' where number = 2")[0]


def test_a_summary_that_says_otherwise_is_named(meddled: Meddle) -> None:
    broken = meddled("update summaries set outcome = 'referred' where outcome = 'met'")
    assert broken == ("contact 00001: the outcome in the list differs from its markings and judgements",)


def test_a_state_that_says_otherwise_is_named(meddled: Meddle) -> None:
    broken = meddled(f"update summaries set state = 'stopped' where call_id = {FIRST}")
    assert broken == ("contact 00001: the state in the list differs from how its entries end",)
