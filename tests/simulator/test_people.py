"""Somebody else takes the phone, is heard behind, or is asked for; each answers from what they know."""

from collections.abc import Callable
from typing import Any

from tests_support import POLICY, WORLD, scenario_of, started_of

from simulator import actions, events
from simulator.call import Call
from simulator.heard import HeardIntent, Understood
from simulator.journal import of_kind
from simulator.understanding.situation import Situation

Live = Callable[..., Call]
MUM = {
    "mum": {
        "name": "Rose Ford",
        "role": "mother",
        "voice": {"kind": "older-woman", "style": "panic"},
        "mood": {"starts": "calm", "upset_by": ["NEG_RUDE_BLAME"], "calmed_by": ["EMP_ACK"]},
        "does_not_know": ["You'd have to ask her."],
        "named_from": ["mum-comes"],
    }
}
TAKES = {"id": "mum-comes", "when": {"after": "20s"}, "says": ["Hello? This is her mum."], "phone_to": "mum"}
FACTS = {
    "address": {
        "value": {"line": "4 Mill Way", "town": "Quayford"},
        "field": "location",
        "told_when": {"asked": ["ASK_LOCATION"]},
        "says": ["Four Mill Way."],
        "known_by": ["caller", "mum"],
        "said_by": {"mum": ["It's number four, Mill Way."]},
    },
    "name": {
        "value": "Ann Ford",
        "field": "name",
        "told_when": {"asked": ["ASK_PERSON_DETAILS:name"]},
        "says": ["Ann."],
    },
    "where": {
        "value": "upstairs",
        "told_when": {"asked": ["ASK_SUSPECT_NOW"]},
        "says": ["He's upstairs."],
        "known_by": ["mum"],
        "said_by": {"mum": ["Upstairs. I heard him."]},
    },
}


def lines(call: Call) -> list[tuple[str, str]]:
    """Who said what, in order."""
    return [(event.speaker, event.text) for _, event in of_kind(call.entries, events.CallerSaid)]


def asks(call: Call, words: str) -> tuple[str, str]:
    """The answer to some words: who gives it, and what."""
    call.do(actions.Say(text=words), call.now_ms + 2_000)
    while call.awaits_reply:
        call.let_pass(call.next_due_ms() or call.now_ms)
    return lines(call)[-1]


def passed(live: Live, **changes: Any) -> Call:
    """A call in which the mother has the phone after twenty seconds."""
    call = live(**{"others": MUM, "twists": [TAKES], "facts": FACTS, **changes})
    asks(call, "OPEN_GREET")
    call.let_pass(30_000)
    return call


def test_who_takes_the_phone_answers_in_their_own_words_and_voice(live: Live) -> None:
    call = passed(live)
    assert [event.to for _, event in of_kind(call.entries, events.PhonePassed)] == ["mum"]
    assert asks(call, "ASK_LOCATION") == ("mum", "It's number four, Mill Way.")
    told = [event for _, event in of_kind(call.entries, events.FactTold)][-1]
    assert (told.fact, told.speaker) == ("address", "mum")
    assert [event.style for _, event in of_kind(call.entries, events.CallerSaid)][-1] == "panic"


def test_what_only_somebody_else_knows_is_not_told_whoever_asks(live: Live) -> None:
    call = live(others=MUM, twists=[TAKES], facts=FACTS)
    asks(call, "OPEN_GREET")
    assert asks(call, "ASK_SUSPECT_NOW") == ("caller", "I don't know.")
    call.let_pass(30_000)
    assert asks(call, "ASK_PERSON_DETAILS:name") == ("mum", "You'd have to ask her.")
    assert asks(call, "ASK_SUSPECT_NOW") == ("mum", "Upstairs. I heard him.")


def test_what_was_told_before_the_phone_passed_is_not_told_again_as_new(live: Live) -> None:
    call = live(others=MUM, twists=[TAKES], facts=FACTS)
    asks(call, "ASK_LOCATION")
    call.let_pass(30_000)
    asks(call, "ASK_LOCATION")
    assert [event.fact for _, event in of_kind(call.entries, events.FactTold)] == ["address"]


def test_each_person_keeps_a_trust_of_their_own(live: Live) -> None:
    again = {"id": "back", "when": {"after": "60s"}, "says": ["It's me again."], "phone_to": "caller"}
    call = passed(live, twists=[TAKES, again])
    asks(call, "NEG_RUDE_BLAME")
    moved = [event.trust for _, event in of_kind(call.entries, events.MoodChanged)]
    call.let_pass(70_000)
    asks(call, "EMP_ACK")
    assert moved == [-1]
    assert [event.trust for _, event in of_kind(call.entries, events.MoodChanged)] == [-1, 1]


def test_the_desk_names_another_person_only_once_they_said_who_they_are(live: Live) -> None:
    shouts = {"id": "shouts", "when": {"after": "8s"}, "says": ["Give me that!"], "speaker": "mum"}
    call = passed(live, twists=[shouts, TAKES])
    shown = [event.shown_as for _, event in of_kind(call.entries, events.CallerSaid) if event.speaker == "mum"]
    assert shown == ["", "Mother"]


def test_words_heard_behind_leave_the_phone_where_it_is(live: Live) -> None:
    shouts = {"id": "shouts", "when": {"after": "8s"}, "says": ["Who's that?"], "speaker": "mum", "reveals": ["where"]}
    call = live(others=MUM, twists=[shouts], facts=FACTS)
    asks(call, "OPEN_GREET")
    call.let_pass(20_000)
    assert ("mum", "Who's that?") in lines(call)
    assert not list(of_kind(call.entries, events.PhonePassed))
    assert asks(call, "ASK_LOCATION") == ("caller", "Four Mill Way.")
    assert asks(call, "ASK_REPEAT")[1] == "Four Mill Way."


def test_somebody_asked_for_comes_to_the_phone_and_goes_back_as_often_as_they_are_asked(live: Live) -> None:
    passes = [
        {"to": "mum", "asked": ["topic:mum"], "says": ["I'll get her."], "takes": ["Hello?"]},
        {"to": "caller", "asked": ["topic:girl"], "says": ["Here she is."], "takes": ["It's me."]},
    ]
    topics = {"mum": {"examples": ["a", "b", "c"]}, "girl": {"examples": ["d", "e", "f"]}}

    class Topics:
        mode = "core"

        def understand(self, text: str, situation: Situation) -> Understood:
            name, _, slot = text.partition(":")
            return Understood(text=text, understood=True, intents=(HeardIntent(id=name, slot=slot, confidence=0.9),))

        def alike(self, text: str, examples: tuple[str, ...]) -> tuple[float, ...] | None:
            """Nothing is known of sense here."""
            return None

    scenario = scenario_of(others=MUM, passes=passes, topics=topics, facts=FACTS, twists=[])
    call = Call(scenario, POLICY, started_of(), Topics(), WORLD)
    call.begin()
    call.do(actions.Answer(), 2_000)
    asks(call, "OPEN_GREET")
    assert [asks(call, name)[1] for name in ("topic:mum", "topic:girl", "topic:mum")] == [
        "Hello?",
        "It's me.",
        "Hello?",
    ]
    assert [event.to for _, event in of_kind(call.entries, events.PhonePassed)] == ["mum", "caller", "mum"]


def test_somebody_who_cannot_come_yet_is_refused_in_words(live: Live) -> None:
    one = {"to": "mum", "asked": ["ASK_SUPPORT_PRESENT"], "needs": ["graded"], "says": ["Mum!"], "takes": ["Hello?"]}
    call = live(others=MUM, passes=[{**one, "refuses": ["She's asleep."]}], facts=FACTS, twists=[])
    asks(call, "OPEN_GREET")
    assert asks(call, "ASK_SUPPORT_PRESENT") == ("caller", "She's asleep.")
    call.do(actions.Grade(to="immediate"), call.now_ms + 1_000)
    assert asks(call, "ASK_SUPPORT_PRESENT") == ("mum", "Hello?")
