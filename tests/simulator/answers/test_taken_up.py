"""A question that takes up what was just told is answered from that, not with the suspect or the time of tonight."""

import pytest
from asked_by_hand import heard, said, surface

from simulator.caller import Line
from simulator.heard import HeardIntent
from simulator.mind import Mind

CALM = Mind("calm", opened=True)


def after(call: str, first: str, topic: HeardIntent, words: str, then: HeardIntent) -> Line:
    """What comes back to words that were heard as `then`, after what `topic` brought out."""
    scenario = surface(call, 1)
    return said(scenario, said(scenario, CALM, first, topic).mind, words, then)


def unknown(call: str, line: Line) -> bool:
    return any(one in line.text for one in surface(call, 1).caller.does_not_know)


def test_which_one_asks_which_of_those_just_told_of() -> None:
    carrying = heard("ASK_WEAPON", "Carrying anything?")
    line = after("hiding-upstairs", "Carrying anything?", carrying, "Which one?", heard("ASK_WEAPON", "Which one?"))
    assert "topic:which-armed" in line.answers


def test_which_one_of_what_nobody_can_tell_apart_gets_an_honest_answer_and_no_what() -> None:
    asked = heard("topic", "Is it dark?", "light-on")
    line = after("hiding-upstairs", "Is it dark?", asked, "Which one?", heard("LISTEN_CLARIFY", "Which one?"))
    assert unknown("hiding-upstairs", line)


def test_whose_arm_is_the_arm_that_they_spoke_of() -> None:
    asked = heard("ASK_INJURY", "Are you hurt?", "caller")
    for then in (heard("topic", "Whose arm?", "which-arm"), heard("ASK_WHO_SUSPECT", "Whose arm?")):
        assert after("car-in-the-ditch", "Are you hurt?", asked, "Whose arm?", then).text.endswith("My arm.")


@pytest.mark.parametrize("words", ["When was that?", "When was that torch in the garden?", "How long ago was that?"])
def test_when_of_another_thing_told_is_not_the_time_of_tonight(words: str) -> None:
    asked = heard("topic", "Have you rung before?", "rung-before")
    line = after("noises-downstairs", "Have you rung before?", asked, words, heard("ASK_WHEN", words))
    assert not line.tells
    assert "topic:torch-when" in line.answers


@pytest.mark.parametrize("words", ["When was that?", "When did the noise start?"])
def test_when_of_what_they_ring_about_is(words: str) -> None:
    asked = heard("ASK_WHAT_HAPPENED", "What's happened?")
    line = after("noises-downstairs", "What's happened?", asked, words, heard("ASK_WHEN", words))
    assert [one.fact for one in line.tells] == ["time"]


def test_where_is_that_after_their_address_is_their_address() -> None:
    asked = heard("ASK_LOCATION", "What's the address?", "incident")
    then = heard("ASK_LOCATION", "Where's that?", "incident")
    line = after("lamp-by-the-door", "What's the address?", asked, "Where's that?", then)
    assert not unknown("lamp-by-the-door", line)
    assert surface("lamp-by-the-door", 1).facts["address"].value.forms[0] in line.text  # type: ignore[union-attr]


def test_what_did_it_say_keeps_the_topic_that_was_heard() -> None:
    asked = heard("topic", "Where did the number come from?", "where-the-number-came-from")
    then = heard("topic", "What did it say?", "letter-says")
    line = after("ex-after-an-address", "Where did the number come from?", asked, "What did it say?", then)
    assert "topic:letter-says" in line.answers


def test_a_thing_not_told_of_is_left_to_the_hearing() -> None:
    asked = heard("topic", "Have you rung before?", "rung-before")
    line = after(
        "noises-downstairs", "Rung before?", asked, "When did you wake up?", heard("ASK_WHEN", "When did you wake up?")
    )
    assert [one.fact for one in line.tells] == ["time"]


@pytest.mark.parametrize("before", ["changed-phone", "message-colour"])
def test_what_is_taken_up_tells_nothing_that_nobody_was_heard_to_ask_for(before: str) -> None:
    then = heard("ASK_WHEN", "When was this?")
    line = after("locked-out-member", "New?", heard("topic", "New?", before), "When was this?", then)
    assert "deadline" not in [one.fact for one in line.tells]  # only ever asked by its topics


def test_where_it_is_now_is_asked_of_what_its_author_wrote_it_for() -> None:
    asked = heard("topic", "Is that the right crime number?", "number-right")
    then = heard("topic", "Where is it now?", "letter-where")
    line = after("ex-after-an-address", "Is that the right crime number?", asked, "Where is it now?", then)
    assert "topic:letter-where" in line.answers and not line.tells


def test_since_when_of_another_thing_told_is_not_the_time_of_tonight() -> None:
    asked = heard("topic", "Who is your doctor?", "doctor")
    line = after("a-helpful-sergeant", "Who is your doctor?", asked, "Since when?", heard("ASK_WHEN", "Since when?"))
    assert not line.tells
