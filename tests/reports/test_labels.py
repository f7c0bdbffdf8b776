"""Labels: the words people read for ids and codes."""

from reports.labels import intent_meaning, points_named


def test_a_point_named_by_its_code_brings_its_sentence() -> None:
    said = points_named("A recorded deed failed what is critical here: R06, G02.")
    assert "R06 (Keeps the line" in said and "G02 (" in said and said.endswith(").")


def test_words_that_only_look_like_a_code_stay_as_they_are() -> None:
    assert points_named("Vehicle WX24 QTI, unit A99, at 00:31.") == "Vehicle WX24 QTI, unit A99, at 00:31."


def test_a_topic_is_a_question_of_the_call_in_words() -> None:
    assert intent_meaning("topic", "which-room") == "A question of this call: which room"


def test_another_intent_is_its_meaning_with_the_kind_beside_it() -> None:
    assert intent_meaning("ASK_LOCATION", "incident").endswith("(incident)")
