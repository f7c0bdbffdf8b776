"""When another thing was is not answered with the time of what the call is about."""

import pytest
from asked_by_hand import heard, said, steady

from simulator.answers.when_of_what import asks_when_of_another
from simulator.mind import Mind
from simulator.understanding.cutting.cut_up import cut
from simulator.understanding.model import load_model

OPENED = Mind("calm", opened=True)


@pytest.mark.parametrize("words", ["When did it start?", "What time did this happen?", "When did you hear the bang?"])
def test_these_ask_of_what_has_happened(words: str) -> None:
    assert not asks_when_of_another(steady("noises-downstairs", 1), words)


@pytest.mark.parametrize("words", ["When did it land on your mat?", "When did you hide?"])
def test_these_ask_of_something_else(words: str) -> None:
    assert asks_when_of_another(steady("ex-after-an-address", 1), words)


def test_what_is_asked_of_something_else_is_not_known() -> None:
    call, words = steady("ex-after-an-address", 1), "When did it land on your mat?"
    line = said(call, OPENED, words, heard("ASK_WHEN", words))
    assert "August" not in line.text and line.text


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("He said he'd burn it with you inside? When was that?", "when did he say he'd burn it with you inside"),
        ("How did he write it, and when was that?", "when did he write it"),
        ("Have you moved lately? When was that?", "when have you moved lately"),
        ("You said he rang you. When was that exactly?", "when did he ring you"),
        ("Where are you? When was that?", "When was that"),
        ("Did officers come to the house, and when was that?", "when did officers come to the house"),
        ("Who set you up in the first place, and when was it?", "when was it that they set you up in the first place"),
        ("Whose shed was that, and when did it go?", "when did the shed go"),
    ],
)
def test_when_was_that_is_of_what_was_named_before_it(words: str, asked: str) -> None:
    assert cut(words, load_model())[-1].core.rstrip("?") == asked


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("She left in a hurry, why was that then?", "why did she leave in a hurry"),
        ("Left in a hurry, why was that then?", "why did they leave in a hurry"),
        ("You're whispering. Why is that?", "why are you whispering"),
        ("Is he angry? Why is that?", "Why is that"),
        ("Okay. Why is that?", "Why is that"),
    ],
)
def test_why_is_that_is_of_what_the_handler_said_before_it(words: str, asked: str) -> None:
    assert cut(words, load_model())[-1].core.rstrip("?") == asked
