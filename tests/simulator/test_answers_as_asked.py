"""What players found: nothing unasked is given away, nothing old is told as new, and no question meets silence."""

import pytest
from tests_support import scenario_of

from scenarios.catalogue import Catalogue
from scenarios.scenario import Scenario
from simulator.answers.truth import truth_of
from simulator.caller import Line, Setting, reply
from simulator.heard import HeardIntent, Understood
from simulator.mind import Mind
from simulator.moments import Moments


def call(name: str) -> Scenario:
    return Catalogue().get(name).surfaces[0]


def said(scenario: Scenario, mind: Mind, asked: str, **moments: int) -> Line:
    name, _, slot = asked.partition(":")
    words = Understood(text=asked, understood=True, intents=(HeardIntent(id=name, slot=slot or None, confidence=0.9),))
    return reply(Setting(scenario, 1, Moments({"answered": 0, **moments})), mind, words)


OPENED = Mind("frightened", opened=True)


@pytest.mark.parametrize("slot", ["landmark", "access"])
@pytest.mark.parametrize("name", ["hiding-upstairs", "noises-downstairs"])
def test_a_question_with_an_answer_of_its_own_does_not_bring_out_the_postcode(name: str, slot: str) -> None:
    line = said(call(name), OPENED, f"ASK_LOCATION_REFINE:{slot}")
    assert line.text and not line.tells


def test_a_new_fact_still_goes_before_what_is_written_for_the_bare_question() -> None:
    line = said(call("hiding-upstairs"), OPENED, "ASK_LOCATION_REFINE:postcode")
    assert [telling.fact for telling in line.tells] == ["postcode"]


def test_an_answer_written_for_two_topics_is_given_once_in_a_breath() -> None:
    spans = ("are you and Priya living together", "are you at different addresses?")
    topics = ("living-together", "living-apart")
    both = tuple(HeardIntent(id="topic", slot=t, confidence=0.9, span=s) for t, s in zip(topics, spans, strict=True))
    words = Understood(text=", or ".join(spans), understood=True, intents=both)
    scenario = call("ex-after-an-address")
    line = reply(Setting(scenario, 1, Moments({"answered": 0})), OPENED, words).text
    once = reply(Setting(scenario, 1, Moments({"answered": 0})), OPENED, words.model_copy(update={"intents": both[:1]}))
    assert line == once.text


def test_a_topic_that_nothing_answers_gets_i_do_not_know() -> None:
    scenario = scenario_of()
    line = said(scenario, OPENED, "topic:nothing-answers-this")
    assert line.text in scenario.caller.does_not_know


@pytest.mark.parametrize("asked", ["ASK_SUSPECT_NOW", "ASK_WHAT_HAPPENED", "topic:still-inside"])
def test_who_has_gone_is_not_said_to_be_still_there(asked: str) -> None:
    mind = OPENED.having_told("inside_now").having_told("direction").having_told("two_men")
    line = said(call("hiding-upstairs"), mind, asked, **{"they-leave": 5})
    assert "gone" in line.text.lower()


@pytest.mark.parametrize("asked", ["ASK_WHAT_HAPPENED", "topic:what-was-heard"])
def test_a_voice_on_the_stairs_is_not_somebody_in_the_kitchen(asked: str) -> None:
    line = said(call("noises-downstairs"), OPENED.having_told("noise_now"), asked, **{"voice-on-the-stairs": 5})
    assert "voice" in line.text.lower() and "kitchen" not in line.text.lower()


def test_whoever_is_at_the_door_is_not_said_to_be_in_the_street() -> None:
    mind = OPENED.having_told("outside").having_told("at_the_door")
    line = said(call("nobody-has-come"), mind, "ASK_SUSPECT_NOW", **{"comes-back": 5})
    assert "door" in line.text.lower()


def test_whom_they_have_seen_is_no_longer_only_a_voice() -> None:
    scenario = call("noises-downstairs")
    mind = OPENED.having_told("voice_known").having_told("seen")
    line = said(scenario, mind, "topic:sure-who", **{"voice-on-the-stairs": 5, "seen": 9})
    assert "voice" not in line.text.lower() and line.text


@pytest.mark.parametrize(
    ("words", "answer", "fact"),
    [
        ("Weapon?", "yes", "knife"),
        ("Kids?", "yes", "child"),
        ("Hurt?", "no", "unhurt"),
        ("Alone?", "no", "here_now"),
        ("um, any kids there, in the house", "yes", "child"),
        ("Are you hurt at all?", "no", "unhurt"),
        ("is any body hurt at the moment", "no", "unhurt"),
        ("has he, er, has he been hurting you, or", "no", "unhurt"),
        ("Is he right there beside you, aye?", "yes", "here_now"),
        ("Any bairns in the hoose?", "yes", "child"),
        ("Does the person with you have any weapon?", "yes", "knife"),
        ("Do you need help, but can't talk freely?", "yes", "cannot_talk"),
    ],
)
def test_short_and_faltering_questions_get_yes_or_no(words: str, answer: str, fact: str) -> None:
    found = truth_of(words, call("a-large-order").facts)
    assert found is not None and (found.answer, found.fact) == (answer, fact)


@pytest.mark.parametrize("words", ["Is that all right with you?", "Is that all right with you, love?"])
def test_whether_it_is_all_right_with_them_asks_for_nothing_else(words: str) -> None:
    found = truth_of(words, call("a-large-order").facts)
    assert found is not None and (found.answer, found.fact) == ("yes", None)


@pytest.mark.parametrize("words", ["Hello?", "Pizza?", "Okay?", "Upstairs?"])
def test_one_word_that_is_no_written_question_gets_none(words: str) -> None:
    assert truth_of(words, call("a-large-order").facts) is None


def test_what_stands_beside_a_topic_is_not_answered_as_well() -> None:
    scenario = call("hiding-upstairs")
    topic = HeardIntent(id="topic", slot="nothing-answers-this", confidence=0.9)
    general = HeardIntent(id="ASK_WEAPON", confidence=0.99, beside=True)
    words = Understood(text="Has he got one?", understood=True, intents=(topic, general))
    line = reply(Setting(scenario, 1, Moments({"answered": 0})), OPENED, words)
    assert not line.tells and line.answers == ("topic:nothing-answers-this",)
