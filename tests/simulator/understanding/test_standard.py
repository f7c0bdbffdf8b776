"""Dialect and misspelt words are heard as the standard ones, and nothing else is changed."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from simulator.understanding.situation import Situation
from simulator.understanding.standard import LISTS, standard
from simulator.understanding.understand import loaded


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("whaur aboot are ye the now?", "where are you now?"),
        ("where exactly are you two now?", "where exactly are you now?"),
        ("are you two all right?", "are you two all right?"),
        ("since when has it been locked?", "how long has it been locked?"),
        ("since when?", "since when?"),
        ("what did they look like, even just their clothes?", "what did they look like, even just their clothes?"),
        ("what is he like, is he tall", "what is he like, is he tall"),
        ("was he, like, tall?", "was he tall?"),
        ("Have you tried him?", "have you rung him?"),
        ("have you tried him at work", "have you tried him at work"),
        ("Right, have I missed anything?", "Right, is there anything I've not asked you?"),
        ("have I missed anything good on the television?", "have I missed anything good on the television?"),
        ("I shan't leave you.", "I'm staying with you."),
        ("I won't leave you my number.", "I won't leave you my number."),
        ("do you think hes rite", "do you think he's right"),
        ("D'ye ken them?", "Do you know them?"),
        ("Is Ken there?", "Is Ken there?"),
        ("can you here any voices", "can you hear any voices"),
        ("could you stay here and wait", "could you stay here and wait"),
        ("wear is it coming from", "where is it coming from"),
        ("what were you wearing", "what were you wearing"),
        ("and were you hurt", "and were you hurt"),
        ("have they come up the stares", "have they come up the stairs"),
        ("something only anna wood no", "something only anna would know"),
        ("no, the other one", "no, the other one"),
        ("Has 'e got owt on 'im?", "Has he got anything on him?"),
        ("is there any one with you", "is there anyone with you"),
        ("did he, like, tell you to", "did he tell you to"),
        ("what did he... what's he been saying", "what's he been saying"),
        ("any one of them will do", "any one of them will do"),
        ("And your good lady, what do folk call her?", "And your good lady, what is her name?"),
        ("Report what you see outside at present.", "tell me what you see outside at present."),
        ("what's yer wife cried", "what's your wife called"),
        ("I'll report what you see", "I'll report what you see"),
        ("are her een open, and whit dae ye cry yer nanny?", "are her eyes open, and what do you call your nanny?"),
        ("is the frnt door lokced", "is the front door locked"),
        ("r u hurt n is any1 else in the hse w u", "are you hurt and is anyone else in the house with you"),
        ("whit toun's that in, and whit's the dug cried?", "what town's that in, and what's the dog called?"),
        ("R, U, N", "R, U, N"),
        ("hosue lokced dorr", "hosue lokced dorr"),
        ("is it aff the latch", "is it off the latch"),
        ("k u m b, u for uniform", "k u m b, u for uniform"),
        ("Wheer is Bethan, and is Befroe a name?", "Where is Bethan, and is Befroe a name?"),
    ],
)
def test_the_words_become_the_standard_ones(said: str, meant: str) -> None:
    assert standard(said) == meant


def test_no_word_of_the_lists_was_read_as_something_else_than_a_word() -> None:
    kept = yaml.safe_load(LISTS.read_text(encoding="utf-8"))["words"]
    assert {type(word) for variants in kept.values() for word in variants} | {type(word) for word in kept} == {str}


@given(st.text(max_size=300))
def test_any_words_at_all_are_borne_and_once_is_enough(words: str) -> None:
    assert standard(words) == standard(words)


def test_a_question_in_dialect_is_understood_as_the_same_question() -> None:
    listener = loaded("core")
    dialect = listener.understand("whaur aboot are ye the noo?", Situation())
    plain = listener.understand("where are you now?", Situation())
    assert [one.id for one in dialect.intents] == [one.id for one in plain.intents]
    assert dialect.text == "whaur aboot are ye the noo?"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Is, um, is somebody there?", "Is somebody there?"),
        ("it's eighteen, er, Tern Walk", "it's eighteen, Tern Walk"),
        ("the number is four four seven", "the number is four four seven"),
        ("you, you're not alone", "you, you're not alone"),
        ("And you're, you're both all right", "And you're both all right"),
        ("what's your, what do I call you?", "what do I call you?"),
        ("where did you, er, where've you got that from?", "where've you got that from?"),
        ("the number and the name of the street", "the address"),
        ("where exactly are you two now", "where exactly are you now"),
        ("are you two all right", "are you two all right"),
        ("is it dark where you are, are you sat down?", "is it dark where you are, are you sat down?"),
        ("are, are you sat down?", "are you sat down?"),
        ("how old is she, is she hurt?", "how old is she, is she hurt?"),
    ],
)
def test_a_falter_is_taken_out_and_nothing_that_counts(said: str, meant: str) -> None:
    assert standard(said) == meant


@pytest.mark.parametrize("said", ["whats ur staff no", "membership no?", "what's the house no."])
def test_no_behind_what_has_a_number_is_its_number(said: str) -> None:
    assert "number" in standard(said)


@pytest.mark.parametrize("said", ["Is it your phone, no?", "no phone", "he's at the house no doubt"])
def test_another_no_stays_a_no(said: str) -> None:
    assert "number" not in standard(said)
