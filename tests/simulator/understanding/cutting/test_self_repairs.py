"""What the trainee takes back while speaking is not asked (issue 3: free words, with their faults)."""

import pytest

from simulator.understanding.cutting.self_repairs import without_what_was_taken_back


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("How many of, um, no, what are they wearing?", "What are they wearing?"),
        ("Can you still- where do you think they, um, no, what can you hear now?", "What can you hear now?"),
        ("Is it your work, no, I mean, which email have you got?", "Which email have you got?"),
        ("Have you been, no, let me put it another way, did you go down?", "Did you go down?"),
        ("Where is he? No, sorry, where are you?", "Where are you?"),
        ("And your old, sorry, your new postcode, what's that?", "And your new postcode, what's that?"),
        ("How many would you... no, scrap that. Is there a dog?", "Is there a dog?"),
        ("Is it... no, first, where are you?", "Where are you?"),
        ("how many pizzas will it be i mean how many people are with you", "how many people are with you"),
    ],
)
def test_what_is_withdrawn_is_not_asked(said: str, meant: str) -> None:
    assert without_what_was_taken_back(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Okay. And whereabouts in the, um, are you up- are you hiding somewhere?", "Okay. Are you hiding somewhere?"),
        ("Are you- have they hurt, um, are you hurt at all, Ellen?", "Are you hurt at all, Ellen?"),
        ("How old are, um, what's your name?", "What's your name?"),
        ("Are they still, do you think they know you're there?", "Do you think they know you're there?"),
        ("Could it be, um, is there anything they'd be after?", "Is there anything they'd be after?"),
        ("Have you tried, er, how many times have you tried?", "How many times have you tried?"),
        ("Would you be able to, is it possible to see it?", "Is it possible to see it?"),
        ("Has anyone else, does anybody know it?", "Does anybody know it?"),
        ("How did mummy, was mummy talking?", "Was mummy talking?"),
        ("Is it still... can you still hear it now?", "Can you still hear it now?"),
        ("Do you know which, er, how they got in?", "Do you know how they got in?"),
    ],
)
def test_what_breaks_off_is_asked_as_it_ends(said: str, meant: str) -> None:
    assert without_what_was_taken_back(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Is your mum, um, where does your mum sleep?", "Where does your mum sleep?"),
        ("Is your mum, er, can she walk?", "Your mum, can she walk?"),
        ("Did the car, er, how did it happen?", "How did it happen?"),
        ("Is the back door, did you lock the back door?", "Did you lock the back door?"),
    ],
)
def test_a_thing_named_with_nothing_asked_of_it_is_asked_about_by_what_follows(said: str, meant: str) -> None:
    assert without_what_was_taken_back(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Put your, put the phone on silent for me.", "Put the phone on silent for me."),
        ("Keep quiet, and stay, er, stay where you are.", "Keep quiet, and stay where you are."),
        ("Is it cash or, or jewellery?", "Is it cash or jewellery?"),
        ("So you were, um, you were asleep?", "So you were asleep?"),
        ("Is there a way the, um, my officers can get in?", "Is there a way my officers can get in?"),
        ("The, er, the van, did you see it?", "The van, did you see it?"),
    ],
)
def test_words_said_twice_are_said_once(said: str, meant: str) -> None:
    assert without_what_was_taken_back(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "Is the door locked, is the window shut?",
        "Is he breathing, and is he awake?",
        "Stay there - where's the door?",
        "It's nine, nine, four.",
        "Twenty- seven Alder Rise?",
        "Where is he from, is he local?",
        "Is there anything we should know of, would you like an ambulance?",
        "Do you know who he is, is it that customer?",
        "He's not there, no, is that right?",
        "When you said no, I mean, what did he do?",
        "Is your phone, er, is it on silent?",
        "No, no, stay where you are.",
        "does your daughter no what is going on",
        "Where is he? No, don't go down.",
        "How did it start, first, what did you hear?",
        "Okay... where are you?",
        "",
    ],
)
def test_whole_questions_and_figures_stay(said: str) -> None:
    assert without_what_was_taken_back(said) == said
