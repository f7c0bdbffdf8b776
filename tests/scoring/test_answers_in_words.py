"""The words that answer a caller's own question, and those that were only heard as an answer (issue 5: M20, C08)."""

import pytest

from scoring.answers_in_words import answered_in_words
from scoring.speech import Turn
from simulator.events import HandlerSaid

NEXT_STEPS = ("EXPL_NEXT", "EXPL_TIME")
TIME_ALONE = ("EXPL_TIME",)


def said(text: str) -> Turn:
    return Turn(1, 1, 1_000, HandlerSaid(text=text, source="typed", began_ms=0, spoken_ms=400))


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("Is somebody coming?", "I'll have a car with you soon, it's been sent."),
        ("Is somebody coming?", "Polis are on their way to ye."),
        ("Are they still coming?", "I'll let the lads know it was only the cat, they'll maybe pop by."),
        ("Should I go down?", "No, you hold fast where you are."),
        ("Do I open it?", "Keep the chain on."),
        ("Do you want me to lift him?", "ok your with him dont lift him unless it burns"),
        ("Shall I let them in?", "They catch all sorts out, so bide there with me."),
        ("Have I been silly?", "They do this for a living."),
        ("Am I in trouble for ringing?", "No bother at all."),
        ("Is she one of yours?", "I don't believe she's a real police officer."),
        ("Are you writing this down?", "Every word's being noted."),
        ("What d'you need my date of birth for?", "DOB's to prove it's you."),
        ("You never said what it's for, the date of birth.", "It's so I know who I'm talking to."),
        ("So what am I supposed to do?", "In your shoes I'd ring my solicitor."),
        ("Can you send it to my own email?", "Only the registered phone, never a personal one."),
    ],
)
def test_words_that_plainly_answer_do(asked: str, text: str) -> None:
    assert answered_in_words(asked, NEXT_STEPS, said(text))


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("Is somebody coming?", "Three hours, that's shocking. Is he a stranger?"),
        ("Are they nearly here?", "A blue van, turned left. Did you see them leave?"),
        ("Should I go down?", "Stay on the line with me."),
        ("Should I go down?", "I'm going to let my colleague stay with you."),
        ("Do I open it?", "Did you get any of the plate?"),
        ("Have I been silly?", "What can you see from the window?"),
        ("Is he one of yours?", "Did he say he was from the police?"),
        ("Are you writing this down?", "What is your name?"),
    ],
)
def test_words_about_something_else_answer_nothing(asked: str, text: str) -> None:
    assert answered_in_words(asked, NEXT_STEPS, said(text)) is False


def test_a_question_of_time_alone_wants_a_word_about_time() -> None:
    assert answered_in_words("How long, please?", TIME_ALONE, said("We can't give you a time.")) is True
    assert answered_in_words("How long, please?", TIME_ALONE, said("Officers are being sent.")) is False


def test_a_question_of_no_known_kind_is_left_to_what_was_heard() -> None:
    assert answered_in_words("What did you have for tea?", NEXT_STEPS, said("Chips.")) is None


def test_a_list_of_words_answers_nothing() -> None:
    crowd = "police officers coming way stay keep lock hide weapon injury suspect vehicle address name number age"
    assert answered_in_words("Is somebody coming?", NEXT_STEPS, said(crowd)) is False
