"""What went with the danger ends with it: the whisper, "not yet", and that a kind goodbye is too early."""

import pytest
from asked_by_hand import heard, said, surface

from simulator.answers.answer_word import said_yes_or_no
from simulator.mind import Mind
from simulator.moments import Moments
from simulator.people import style_of

WHISPERED = ("hiding-upstairs", "noises-downstairs")
STAYING = (
    "a-helpful-sergeant", "car-in-the-ditch", "hiding-upstairs", "nobody-has-come", "noises-downstairs",
)  # fmt: skip


@pytest.mark.parametrize("call", STAYING)
def test_no_caller_says_not_hurt_yet_with_help_there(call: str) -> None:
    words = "Is anyone hurt, you or your daughter?"
    for seed in range(1, 7):
        scenario = surface(call, seed)
        until = {str(scenario.stay_on_line_until): 1}
        asked = heard("ASK_INJURY", words, "other")
        assert "Not yet" not in said(scenario, Mind("calm", opened=True), words, asked, seed=seed, **until).text


@pytest.mark.parametrize("call", WHISPERED)
def test_the_whisper_ends_with_the_danger_but_not_in_the_midst_of_its_last_line(call: str) -> None:
    scenario = surface(call, 1)
    until = str(scenario.stay_on_line_until)
    before, after = Moments({"answered": 0}), Moments({"answered": 0, until: 90_000})
    assert style_of(scenario, "caller", before, 95_000) == "whisper"
    assert style_of(scenario, "caller", after, 90_000) == "whisper"
    assert style_of(scenario, "caller", after, 95_000) == "neutral"


KIND = "Then I'll leave you with them. If he comes back, ring 999 straight away, not 101. Take care, and your daughter."


@pytest.mark.parametrize("call", STAYING)
def test_a_kind_goodbye_with_help_there_is_taken_as_one(call: str) -> None:
    for seed in range(1, 4):
        scenario = surface(call, seed)
        until = {str(scenario.stay_on_line_until): 1}
        for unkind in ("NEG_END_EARLY", "NEG_RUDE_BLAME"):
            leaves = heard(unkind, "Then I'll leave you with them.", sure=0.6)
            advice = heard("ADV_RECONTACT", "If he comes back, ring 999 straight away, not 101.")
            mind = Mind("calm", opened=True)
            line = said(scenario, mind, KIND, leaves, advice, seed=seed, **until)
            assert line.mind.trust >= mind.trust and not line.hangs_up
            assert "rude" not in line.text and said_yes_or_no(line.text) != "no"


def test_leaving_them_before_anybody_is_there_is_still_felt() -> None:
    scenario = surface("nobody-has-come", 1)
    leaves = heard("NEG_END_EARLY", "Then I'll leave you.", sure=0.9)
    line = said(scenario, Mind("angry", opened=True), "Then I'll leave you. Take care.", leaves)
    assert line.mind.trust < 0
