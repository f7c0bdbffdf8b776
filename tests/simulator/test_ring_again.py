"""Asked to ring again if something changes the caller agrees; it is no question about their earlier calls (issue 3)."""

import pytest

from benchmarks.asked import Row, put


@pytest.mark.parametrize("call", ["nobody-has-come", "noises-downstairs", "ex-after-an-address"])
@pytest.mark.parametrize(
    "words", ["If he comes to the door, will you ring 999?", "Can you call 999 straight away if he comes back?"]
)
def test_asked_to_ring_again_if_it_changes_they_say_that_they_will(call: str, words: str) -> None:
    _, reply = put(call, Row(words, want=()))
    of_it = {answer for answer in reply.answers if answer == "ADV_RECONTACT" or answer.startswith("topic:")}
    assert of_it and of_it <= {"ADV_RECONTACT", "topic:ring-999"}
