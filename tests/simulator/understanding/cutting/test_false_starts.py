"""A question begun and begun anew is asked once (issue 3: free words, with their faults)."""

import pytest

from simulator.understanding.cutting.false_starts import without_false_starts


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Is she, um, can she walk at all?", "can she walk at all?"),
        ("Has anyone, um, has anybody rung you?", "has anybody rung you?"),
        ("Is, um, can you hear, is anyone on the stairs?", "is anyone on the stairs?"),
        ("So, um, what did they, can you describe them?", "So, um, can you describe them?"),
        ("And, um, were they, sorry, were they carrying anything?", "And, um, were they carrying anything?"),
        ("Can I just, sorry, can I take your name?", "can I take your name?"),
        ("Right, and what's the, what's your postcode?", "Right, what's your postcode?"),
        ("Whereabouts is your, sorry, what's the address there?", "what's the address there?"),
        ("How, um, how long ago was that?", "how long ago was that?"),
        ("Nine, R... Romeo, F for Foxtrot, is that right?", "Nine, Romeo, F for Foxtrot, is that right?"),
        ("So, um, when did it... when was it that it locked?", "So, um, when was it that it locked?"),
        ("Who... sorry, who's that, is he, is she still with you?", "who's that, is she still with you?"),
        ("Is your phone, er, is it on silent?", "Is your phone on silent?"),
        ("Your mum, does she, has she got a hearing aid?", "Your mum, has she got a hearing aid?"),
        ("Did he give you, did he say a number?", "did he say a number?"),
        ("Has he got, um, does he have anything in his hands?", "does he have anything in his hands?"),
        ("Are you able to, can you undo your belt?", "can you undo your belt?"),
        ("Where is, um, where's your daughter sleeping?", "where's your daughter sleeping?"),
        ("Is he up, or is it, sorry, is it late?", "Is he up, or is it late?"),
        ("Is your mum, is your mum awake?", "is your mum awake?"),
    ],
)
def test_what_breaks_off_and_is_begun_anew_is_left_out(said: str, meant: str) -> None:
    assert without_false_starts(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "He's inside, is he, can you see him?",
        "You can't see them, can you, is the curtain shut?",
        "Where is he, can you see him?",
        "Who is that, what's your name?",
        "Did he hit you, did he hit the girl?",
        "Has he got a knife, has he got a gun?",
        "How are you, are you hurt?",
        "Name, address, are you hurt?",
        "Is it just you, or is anyone there?",
        "Are you hurt, is he hurt, is anyone hurt?",
        "What are you wearing, where are you?",
        "Can you, please",
        "How, and when did he get in?",
        "Where, and when was that?",
        "",
    ],
)
def test_whole_questions_and_requests_to_agree_stay(said: str) -> None:
    assert without_false_starts(said) == said
