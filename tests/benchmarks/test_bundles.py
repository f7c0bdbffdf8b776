"""Bundles: read from their files, and judged by what is heard of each part."""

from pathlib import Path

import pytest

from benchmarks import bundles as module
from benchmarks.bundles import Bundle, Part, bundles, judged
from scenarios.catalogue import Catalogue
from scenarios.vocabulary import vocabulary

CALLS = Catalogue().ids()


def test_every_call_has_bundles_of_two_parts_and_more() -> None:
    for call in CALLS:
        found = bundles(call)
        assert len(found) >= 20 and all(len(one.parts) >= 2 and one.say for one in found), call


def test_what_a_part_may_mean_is_a_topic_of_the_call_or_a_meaning_there_is() -> None:
    known = set(vocabulary().intents)
    for call in CALLS:
        topics = {f"topic:{name}" for surface in Catalogue().get(call).surfaces for name in surface.topics}
        means = {name for one in bundles(call) for part in one.parts for name in part.means}
        assert all(name in topics or name.partition(":")[0] in known for name in means), call


def test_a_call_without_a_file_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "DATA", tmp_path)
    assert bundles("hiding-upstairs") == ()


def test_parts_heard_lost_and_not_asked_for_are_told_apart() -> None:
    name, weapon = Part(("ASK_PERSON_DETAILS:name",), "What's your name?"), Part(("ASK_WEAPON",), "Any weapons?")
    both = judged("hiding-upstairs", Bundle("What's your name, and any weapons?", (name, weapon)))
    assert both.whole and both.caught == both.answered == (name, weapon) and not both.not_asked
    less = judged("hiding-upstairs", Bundle("What's your name?", (name, weapon)))
    assert less.lost == (weapon,) and not less.whole
    more = judged("hiding-upstairs", Bundle("What's your name, and any weapons?", (name,)))
    assert more.not_asked and not more.asked_back_idly
