"""What can be asked in a call, with the wordings known for it."""

from pathlib import Path

import yaml

from simulator.askable import asked_in


def test_topics_and_questions_for_a_yes_and_for_a_no_stand_apart() -> None:
    groups = asked_in("a-large-order")
    assert len(groups) > 30
    assert not any("Can you talk?" in group and "Are you hurt?" in group for group in groups.values())


def test_further_wordings_join_their_topic_and_those_of_no_topic_are_left_out(tmp_path: Path) -> None:
    known = asked_in("a-large-order")
    topic = next(iter(known))
    more = {topic: ["Words nobody said before"], "no-such-topic": ["Nor these"]}
    (tmp_path / "a-large-order.yaml").write_text(yaml.safe_dump(more), encoding="utf-8")
    assert asked_in("a-large-order", tmp_path) == {**known, topic: (*known[topic], "Words nobody said before")}


def test_a_call_without_further_wordings_has_its_own(tmp_path: Path) -> None:
    assert asked_in("a-large-order", tmp_path) == asked_in("a-large-order")
