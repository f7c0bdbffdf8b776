"""What `understand` hears: words alone, a file, and words as they are said in a call."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import Run


@pytest.mark.parametrize("name", ["/nonexistent", "words.txt", "rows.CSV", "my words.jsonl", "here/there", "..\\away"])
def test_a_file_that_is_not_there_is_said_in_words(run: Run, name: str) -> None:
    done = run("understand", "--json", name)
    assert done.status == 2 and done.out == ""
    assert f"There is no file {name}." in done.said and "- for what is typed in" in done.said


def test_words_that_name_no_file_are_heard(run: Run) -> None:
    done = run("understand", "--core", "--json", "Is he armed, and/or hurt?")
    assert done.status == 0 and json.loads(done.out)["text"] == "Is he armed, and/or hurt?"


def test_a_folder_is_no_file(run: Run, tmp_path: Path) -> None:
    done = run("understand", "--json", tmp_path)
    assert done.status == 2 and "is a folder" in done.said


def test_a_hyphen_reads_what_is_typed_in(run: Run) -> None:
    done = run("understand", "--core", "--json", "-", typed="Is anyone hurt?\nWhere are you?\n")
    assert [json.loads(line)["text"] for line in done.out.splitlines()] == ["Is anyone hurt?", "Where are you?"]


@pytest.mark.parametrize(
    ("said", "agreement"), [("So that's 27 Alder Rise, Quayford?", "right"), ("That's 90 Mill Fold?", "wrong")]
)
def test_in_a_call_what_is_read_back_is_held_against_its_facts(run: Run, said: str, agreement: str) -> None:
    heard = json.loads(run("understand", "--core", "--json", "--call", "hiding-upstairs", said).out)
    assert [(value["fact"], value["agreement"]) for value in heard["values"]] == [("address", agreement)]
    alone = json.loads(run("understand", "--core", "--json", said).out)
    assert all("agreement" not in value for value in alone["values"])


def test_in_a_call_its_topics_are_heard(run: Run) -> None:
    words = "What's the delivery address?"
    heard = json.loads(run("understand", "--core", "--json", "--call", "a-large-order", words).out)
    assert {"topic"} <= {intent["id"] for intent in heard["intents"]}
    assert "topic" not in run("understand", "--core", "--json", words).out


def test_a_call_that_is_not_known_is_named(run: Run) -> None:
    done = run("understand", "--call", "nope", "hello")
    assert done.status == 2 and "hiding-upstairs" in done.said
