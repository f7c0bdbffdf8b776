"""Whoever took the phone over refuses or hands it back when it is asked for, and does not just say okay."""

import pytest
from asked_by_hand import heard, surface

from simulator.answers.hand_back import as_asked_back, wants_phone_back
from simulator.heard import Understood
from simulator.mind import Mind
from simulator.people import asked_for

ASKED = [
    "Put her back on so I can finish it.", "Put the woman who placed the call back on the line, please.",
    "Can you put her back on?", "Give the phone back to her please.", "Let me talk to your girlfriend please",
    "hand me back to the caller", "Caller, are you back with me? Yes or no.", "Can I speak to her?",
]  # fmt: skip
NOT_ASKED = [
    "Put her on her side, gently.", "Get them to the verge.", "Have you spoken to her?", "Can you talk to her?",
    "Don't put her on.", "When officers come they'll want to speak to her.", "Is she there with you?",
    "Put it on speaker.",
]  # fmt: skip


@pytest.mark.parametrize("words", ASKED)
def test_the_phone_is_asked_back_in_many_words(words: str) -> None:
    assert wants_phone_back(words)


@pytest.mark.parametrize("words", NOT_ASKED)
def test_other_words_ask_for_no_phone(words: str) -> None:
    assert not wants_phone_back(words)


@pytest.mark.parametrize("words", ASKED)
def test_who_will_not_give_it_back_hears_what_is_asked(words: str) -> None:
    for misheard in ("TRANSFER_WARM", "CTRL_REFOCUS", "OPEN_CHANNEL_CHECK"):
        understood = Understood(text=words, understood=True, intents=(heard(misheard, words, sure=0.6),))
        scenario = surface("a-large-order", 1)
        asked = as_asked_back(scenario, Mind("angry", opened=True, holds="him"), understood)
        assert [(one.id, one.slot) for one in asked.intents] == [("topic", "put-her-on")]
        assert as_asked_back(scenario, Mind("calm", opened=True), understood) == understood


@pytest.mark.parametrize(
    "words", ["Can you put her back on?", "Let me talk to the girl please", "Pass the phone back to her."]
)
def test_who_may_give_it_back_does(words: str) -> None:
    scenario = surface("car-in-the-ditch", 1)
    understood = Understood(text=words, understood=True, intents=())
    passes = asked_for(scenario, Mind("calm", opened=True, holds="driver"), understood)
    assert passes is not None and passes.to == "caller"


def test_first_aid_passes_no_phone() -> None:
    understood = Understood(text="Put her on her side, gently.", understood=True, intents=())
    assert asked_for(surface("car-in-the-ditch", 1), Mind("calm", opened=True, holds="driver"), understood) is None
