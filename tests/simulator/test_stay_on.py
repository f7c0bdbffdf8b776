"""Asked whether the handler is to stay on the line, a caller says so, and does not only go along."""

from asked_by_hand import heard, said, surface

from simulator.answers.answering import STAY_ON
from simulator.mind import Mind


def test_asked_which_they_would_have_they_choose() -> None:
    words = "Do you want me to stay on the line, or safer to put the phone down?"
    asked = said(surface("locked-out-member", 1), Mind("calm", opened=True), words, heard("ADV_STAY_LINE", words))
    assert asked.text in STAY_ON
    told = said(
        surface("locked-out-member", 1), Mind("calm", opened=True), "Stay with me.", heard("ADV_STAY_LINE", "Stay.")
    )
    assert told.text not in STAY_ON
