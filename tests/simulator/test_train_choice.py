"""The author's step that learns when a clause asks a topic."""

from itertools import islice

import pytest

from simulator.train_choice import Case, cases, learnt
from simulator.understanding.choosing import Standing
from simulator.understanding.understand import load_understanding

WORDINGS = {
    "a-large-order": {"postcode": ["the letters and numbers after your street"]},
    "locked-out-member": {"tea": ["fancy a brew while we wait"]},
}


def test_own_questions_foreign_ones_and_general_words_are_put_to_each_call() -> None:
    found = list(cases(WORDINGS, ["Has he got a knife?"], load_understanding()))
    assert {(case.call, case.kind) for case in found} >= {
        ("a-large-order", "own"),
        ("a-large-order", "foreign"),
        ("a-large-order", "general"),
        ("locked-out-member", "own"),
    }
    assert not any(case.meant for case in found if case.kind != "own"), "what belongs elsewhere asks nothing here"


def test_one_call_alone_gives_its_cases() -> None:
    one = {"a-large-order": WORDINGS["a-large-order"]}
    assert {case.kind for case in cases(one, ["Has he got a knife?"], load_understanding())} == {"own", "general"}


def test_the_same_wordings_give_the_same_cases() -> None:
    listener = load_understanding()
    one, other = (list(islice(cases(WORDINGS, ["Is he armed?"], listener), 9)) for _ in range(2))
    assert one == other


def test_likeness_is_learnt_to_speak_for_the_topic() -> None:
    pytest.importorskip("sklearn", reason="an author's step: `uv run --group train`")
    near = Standing(0.9, 0.3, 0.2, asks=True, answered=False, words=6)
    far = Standing(0.4, 0.0, 0.9, asks=True, answered=True, words=6)
    found = [Case("a", "own", near, meant=True)] * 20 + [Case("a", "general", far, meant=False)] * 20
    _, alike, apart, sure, *_ = learnt(found)
    assert alike > 0 and apart > 0 > sure
