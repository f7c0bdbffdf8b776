"""A number that the handler names by its end is agreed to where it ends so, and told whole where it was not yet."""

import pytest
from asked_by_hand import said, steady

from simulator.heard import HeardValue
from simulator.mind import Mind

CALLS = ("a-helpful-sergeant", "hiding-upstairs", "locked-out-member", "noises-downstairs")


def ending(figures: str) -> HeardValue:
    return HeardValue(kind="phone", value=figures, said=figures, fact="callback", agreement="near", standing="told")


@pytest.mark.parametrize("call", CALLS)
def test_the_right_end_of_a_number_they_told_gets_a_yes_that_checks_no_whole(call: str) -> None:
    scenario = steady(call, 1)
    figures = scenario.facts["callback"].value.replace(" ", "")[-4:]
    mind = Mind("calm", opened=True, told=("callback",))
    line = said(scenario, mind, f"the one ending {figures}, yes?", values=(ending(figures),))
    assert not line.confirms and not line.corrects and not line.tells and line.text.startswith("Yes")


@pytest.mark.parametrize("call", CALLS)
def test_one_they_have_not_told_is_told_whole(call: str) -> None:
    scenario = steady(call, 1)
    figures = scenario.facts["callback"].value.replace(" ", "")[-4:]
    line = said(scenario, Mind("calm", opened=True), f"the one ending {figures}?", values=(ending(figures),))
    assert [one.fact for one in line.tells] == ["callback"] and line.text.startswith("Yes. ")


@pytest.mark.parametrize("words", ["the one ending 9999, yes?", "so that's 9999?"])
def test_another_end_is_put_right(words: str) -> None:
    mind = Mind("calm", opened=True, told=("callback",))
    line = said(steady("hiding-upstairs", 1), mind, words, values=(ending("9999"),))
    assert line.corrects == "callback"
