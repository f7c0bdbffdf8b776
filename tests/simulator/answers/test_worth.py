"""What was only said by the way is passed over, and words that belong to another question ask nothing alone."""

import pytest

from simulator.answers.worth import by_the_way, worth_answering
from simulator.heard import HeardIntent, HeardValue, Understood


def topic(slot: str, span: str) -> HeardIntent:
    return HeardIntent(id="topic", slot=slot, confidence=0.9, span=span)


def beside(name: str, span: str) -> HeardIntent:
    return HeardIntent(id=name, confidence=0.9, span=span, beside=True)


def left(text: str, *heard: HeardIntent) -> list[str | None]:
    return [
        one.slot for one in worth_answering(Understood(text=text, understood=True, intents=heard), opening_now=False)
    ]


WITH_HER = topic("with-her", "Are you with her?")


@pytest.mark.parametrize("means", ["ADV_STAY_LINE", "HOLD_EXPLAIN", "EXPL_NEXT", "EMP_REASSURE"])
def test_a_topic_said_by_the_way_beside_a_question_is_only_a_courtesy(means: str) -> None:
    said = topic("stay-talking", "Stay on the line with me.")
    heard = (said, beside(means, said.span), WITH_HER)
    assert by_the_way(said, heard) and not by_the_way(WITH_HER, heard)
    assert not by_the_way(said, heard[:2])


def test_advice_with_an_answer_of_its_own_is_answered_beside_a_question() -> None:
    said = topic("lock-it", "Lock the door.")
    assert not by_the_way(said, (said, beside("ADV_SAFETY", said.span), WITH_HER))


def test_a_detail_that_was_not_caught_is_not_asked_for_beside_a_question() -> None:
    vague = HeardIntent(id="ASK_PERSON_DETAILS", confidence=0.8, span="Take your daughter")
    assert by_the_way(vague, (vague, WITH_HER)) and not by_the_way(vague, (vague,))


@pytest.mark.parametrize("whom", ["you or your father?", "him or her?", "your mum and you?"])
def test_whom_a_question_is_about_is_no_question_of_its_own(whom: str) -> None:
    hurt = topic("hurt", "Has anyone been hurt")
    assert left(f"Has anyone been hurt, {whom}", hurt, topic("parent-is", whom)) == ["hurt"]
    assert left(f"Has anyone been hurt? {whom}", hurt, topic("parent-is", whom)) == ["hurt", "parent-is"]


def test_what_only_leads_to_the_next_question_is_no_question() -> None:
    device = topic("device", "Which device did you register with us?")
    other = topic("another-way", "Then another route.")
    assert left(f"{other.span} {device.span}", other, device) == ["device"]
    assert left(other.span, other) == ["another-way"]


def test_a_statement_beside_a_plain_question_asks_nothing_to_be_made_clear() -> None:
    bang = HeardIntent(id="LISTEN_CLARIFY", slot="bang", confidence=0.6, span="So that was the bang.")
    key = topic("key", "Did Anna use her own key?")
    assert left(f"{bang.span} {key.span}", bang, key) == ["key"]
    asked = bang.model_copy(update={"span": "So that was the bang?"})
    assert left(f"{asked.span} {key.span}", asked, key) == ["bang", "key"]


def test_who_spells_out_what_they_read_back_asks_for_no_spelling() -> None:
    spelt = HeardIntent(id="PHONETIC_SPELL", confidence=0.9, span="R-I-S-E.")
    read = HeardValue(kind="place", value="27 Alder Rise", fact="address", agreement="right", standing="told")
    heard = Understood(text="27 Alder Rise, R-I-S-E.", understood=True, intents=(spelt,), values=(read,))
    assert not worth_answering(heard, opening_now=False)
    assert worth_answering(heard.model_copy(update={"values": ()}), opening_now=False) == (spelt,)


def test_what_the_next_question_is_about_is_no_question_of_its_own() -> None:
    plate = topic("plate", "did you get the number plate?")
    assert left("The van, did you get the number plate?", topic("van-seen", "The van"), plate) == ["plate"]
    assert left("Seen the van? Its colour?", topic("van", "Seen the van?"), topic("colour", "Its colour?")) == [
        "van",
        "colour",
    ]


def test_a_topic_asked_in_a_clause_of_its_own_is_answered_beside_a_plain_question() -> None:
    faint = HeardIntent(id="topic", slot="window", confidence=0.74, span="can you see out?")
    assert left("Are you with her? can you see out?", WITH_HER, faint) == ["with-her", "window"]
    said = faint.model_copy(update={"span": "you can see out"})
    assert left("Are you with her? you can see out", WITH_HER, said) == ["with-her"]
    hardly = faint.model_copy(update={"confidence": 0.7})
    assert left("Are you with her? And can you see out?", WITH_HER, hardly) == ["with-her", "window"]
    hardly = faint.model_copy(update={"confidence": 0.7, "span": "can you see out"})
    assert left("Are you with her, can you see out", WITH_HER, hardly) == ["with-her"]


def test_what_only_states_something_beside_a_plain_question_asks_nothing() -> None:
    stated = HeardIntent(id="topic", slot="louder", confidence=0.82, span="Whispering's fine.")
    born = HeardIntent(id="topic", slot="born", confidence=0.93, span="What's your date of birth?")
    words = Understood(text="Whispering's fine. What's your date of birth?", understood=True, intents=(stated, born))
    assert worth_answering(words, opening_now=False) == (born,)
    feels = stated.model_copy(update={"span": "I'm so relieved that you have the door of that room locked"})
    assert worth_answering(words.model_copy(update={"intents": (feels, born)}), opening_now=False) == (born,)
    needs = stated.model_copy(update={"span": "I need to know who else has a key to that room"})
    assert needs in worth_answering(words.model_copy(update={"intents": (needs, born)}), opening_now=False)
    asked = stated.model_copy(update={"span": "Can you speak up?"})
    both = words.model_copy(update={"intents": (asked, born)})
    assert worth_answering(both, opening_now=False) == (asked, born)


def test_who_is_only_listed_behind_a_question_is_asked_by_it() -> None:
    alone = topic("alone", "is there someone with you")
    listed = HeardIntent(id="ASK_ROLE", confidence=0.95, span="a friend or a relative perhaps")
    assert left("is there someone with you, a friend or a relative perhaps", alone, listed) == ["alone"]
    first = topic("goes-first", "who should they go to first")
    either = HeardIntent(id="ASK_ROLE", confidence=0.95, span="you or your mum?")
    assert left("who should they go to first, you or your mum?", first, either) == ["goes-first"]


@pytest.mark.parametrize(
    "told", ["Your mum's downstairs.", "You told me he was tall.", "We've got a dog unit coming as well."]
)
def test_what_is_told_beside_a_question_is_no_question_however_surely_heard(told: str) -> None:
    read = HeardIntent(id="ASK_DESC_PERSON", slot="told", confidence=0.95, span=told)
    asked = HeardIntent(id="ASK_WEAPON", slot="weapons", confidence=0.98, span="Have they got any weapons?")
    assert left(f"{told} {asked.span}", read, asked) == ["weapons"]
    assert left(told, read) == ["told"]


@pytest.mark.parametrize("wants", ["I need your name.", "You can tell me your name.", "So you're on your own."])
def test_what_wants_to_be_told_is_asked_beside_a_question_too(wants: str) -> None:
    name = HeardIntent(id="ASK_PERSON_DETAILS", slot="name", confidence=0.95, span=wants)
    asked = HeardIntent(id="ASK_WEAPON", slot="weapons", confidence=0.98, span="Have they got any weapons?")
    assert left(f"{wants} {asked.span}", name, asked) == ["name", "weapons"]


def test_no_fact_comes_out_to_what_only_tells_of_the_handler() -> None:
    hardly = HeardIntent(id="ASK_LOCATION", slot="place", confidence=0.51, span="I know the street well")
    assert left(hardly.span, hardly) == []
    wants = hardly.model_copy(update={"span": "I need to know the street"})
    assert left(wants.span, wants) == ["place"]


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("they know about the dog.", False),
        ("The officers have the colour of the van.", False),
        ("We need to know about the dog.", True),
        ("Do they know about the dog?", True),
    ],
)
def test_what_our_side_knows_is_no_question_beside_one(told: str, kept: bool) -> None:
    of_dog = HeardIntent(id="ASK_OFFICER_SAFETY", confidence=0.87, span=told)
    barks = HeardIntent(id="topic", slot="dog-quiet", confidence=0.9, span="Does he bark?")
    heard = Understood(text=f"{told} Does he bark?", understood=True, intents=(of_dog, barks))
    assert (of_dog in worth_answering(heard, opening_now=False)) is kept


def test_what_offers_an_answer_to_an_open_question_is_asked_with_it() -> None:
    why = topic("why", "Why is he so angry with you")
    offered = HeardIntent(id="ASK_HOW_MANY", confidence=0.59, span="is it just the money")
    assert left(f"{why.span}, {offered.span}?", why, offered) == ["why"]
    assert left(f"{why.span}? {offered.span}?", why, offered) == ["why", None]


def test_a_detail_named_by_itself_is_asked_for() -> None:
    number, up = topic("number", "Your phone number"), topic("up", "did anyone come up the stairs?")
    assert left(f"{number.span}, {up.span}", number, up) == ["number", "up"]


def test_a_thing_named_first_and_asked_about_is_a_question() -> None:
    chain, due = topic("chain", "the chain have you put it on the door"), topic("due", "when is it due")
    assert left(f"{chain.span} {due.span}", chain, due) == ["chain", "due"]
