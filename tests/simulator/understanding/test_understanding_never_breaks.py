"""Any words at all, in any situation, are taken calmly, and the same way each time."""

from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.vocabulary import vocabulary
from simulator.understanding.situation import KnownFact, Secret, Situation
from simulator.understanding.understand import load_understanding
from simulator.understanding.values import KINDS

texts = st.text(max_size=300)
facts = st.builds(KnownFact, id=st.just("f"), kind=st.sampled_from(KINDS), value=texts, told=st.booleans())
situations = st.builds(
    Situation,
    facts=st.tuples(facts, facts),
    secrets=st.tuples(
        st.builds(Secret, id=st.just("s"), value=texts, phrases=st.tuples(texts), confirms=st.tuples(texts))
    ),
    safe_advice=st.tuples(texts),
    unsafe_advice=st.tuples(texts),
    promises=st.tuples(texts),
    topics=st.tuples(st.tuples(st.just("t"), st.tuples(texts, texts))),
    expected=st.tuples(st.sampled_from(["ASK_LOCATION", "VER_ASK_ITEM:postcode", "no such intent"])),
    last_caller_line=texts,
)


@settings(max_examples=60, deadline=None)
@given(texts, situations)
def test_any_words_in_any_situation_are_taken(text: str, situation: Situation) -> None:
    found = load_understanding().understand(text, situation)
    assert found.text == text
    assert all(0 <= intent.confidence <= 1 for intent in found.intents)
    assert found.understood or not found.intents
    assert found == load_understanding().understand(text, situation)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_only_known_intents_are_heard(text: str) -> None:
    known = {intent.id for intent in vocabulary().intents.values()}
    assert {intent.id for intent in load_understanding().understand(text, Situation()).intents} <= known


def test_a_hundred_thousand_characters_are_no_trouble() -> None:
    understanding = load_understanding()
    for text in ("a" * 100_000, "what's the address? " * 5_000, "9" * 100_000, "\x00\u202e😀" * 33_000, "a, " * 33_000):
        found = understanding.understand(text, Situation())
        assert found.text == text


def test_a_long_row_of_figures_or_letters_holds_no_value() -> None:
    fact = KnownFact("number", "phone", "07700 900822", told=True)
    for text in ("9 " * 2_000, "one two three " * 300, "A B C " * 600):
        found = load_understanding().understand(text, Situation(facts=(fact,)))
        assert found.values == ()


def test_emoji_and_control_characters_do_not_hide_the_question() -> None:
    found = load_understanding().understand("\x00 What's\tthe  address\u200b? 😀", Situation())
    assert [intent.id for intent in found.intents] == ["ASK_LOCATION"]


def test_what_the_scene_expects_never_makes_something_out_of_nothing() -> None:
    expects = Situation(expected=("ASK_LOCATION", "ASK_WEAPON"))
    assert not load_understanding().understand("banana", expects).intents
