"""She or he in a short question is the child or the parent named just before, and nobody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.understanding.cutting.persons_named import with_persons_named


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (
            "How's the baby, is she breathing, any colour in her?",
            "How's the baby, is the baby breathing, any colour in the baby?",
        ),
        ("Is your mum downstairs? Is she hurt?", "Is your mum downstairs? Is your mum hurt?"),
        ("Is the dog with you, and is he calm?", "Is the dog with you, and is the dog calm?"),
        ("Your dad, has he fallen?", "Your dad, has your dad fallen?"),
        ("Does your husband know, and where's he?", "Does your husband know, and where's your husband?"),
        ("Can you see the baby, is she moving?", "Can you see the baby, is the baby moving?"),
        ("No, I mean the little one. Is she breathing?", "No, I mean the little one. Is the little one breathing?"),
    ],
)
def test_it_is_asked_of_who_was_named(said: str, asked: str) -> None:
    assert with_persons_named(said) == asked


@pytest.mark.parametrize(
    "said",
    [
        "Is your mum downstairs? Has he got a knife?",  # a man
        "Is the baby with you? Where's the driver, is she breathing?",
        "Does your daughter know, or Anna? Is she there?",
        "Is she breathing?",
        "There was a job at yours with the kid in the house, so is he kicking off again?",
        "Your mum's house, is it locked?",
        "Is it your partner? Is he there?",
    ],
)
def test_where_it_may_be_somebody_else_nothing_changes(said: str) -> None:
    assert with_persons_named(said) == said


@given(st.text(max_size=120))
def test_any_words_may_be_said(said: str) -> None:
    assert isinstance(with_persons_named(f"How's the baby, {said}"), str)
