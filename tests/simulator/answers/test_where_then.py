"""Where they were at another time is not answered with their address."""

import pytest
from asked_by_hand import heard, said, steady

from simulator.answers.where_then import WHEN_DO_YOU_MEAN
from simulator.mind import Mind

OPENED = Mind("calm", opened=True)


@pytest.mark.parametrize(
    ("words", "then"),
    [
        ("Where were you stood when you saw that van?", True),
        ("Whereabouts were you when it went?", True),
        ("Where was you sat at the time?", True),
        ("Where were you ringing from?", False),
        ("Where were you again?", False),
        ("Where are you when it rings?", False),
    ],
)
def test_where_they_were_then_is_asked_back(words: str, then: bool) -> None:
    line = said(steady("nobody-has-come", 1), OPENED, words, heard("ASK_LOCATION", words, "incident"))
    assert (line.text in WHEN_DO_YOU_MEAN) is then and ("Market Place" in line.text) is not then
