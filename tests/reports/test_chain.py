"""The hash chain names the first link that was changed or taken away."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.chain import ORIGIN, Link, canonical, first_flaw, link


def chained(texts: list[str]) -> list[Link]:
    before, links = ORIGIN, []
    for n, text in enumerate(texts, start=1):
        before = link(before, text)
        links.append(Link(n, text, before))
    return links


@settings(deadline=None)
@given(st.lists(st.text()))
def test_an_untouched_chain_holds(texts: list[str]) -> None:
    assert first_flaw(ORIGIN, chained(texts), "entry") is None


@settings(deadline=None)
@given(st.lists(st.text(), min_size=1), st.data())
def test_one_changed_link_is_named(texts: list[str], data: st.DataObject) -> None:
    links = chained(texts)
    at = data.draw(st.integers(0, len(links) - 1))
    links[at] = Link(links[at].n, links[at].text + "x", links[at].hash)
    flaw = first_flaw(ORIGIN, links, "entry")
    assert flaw is not None
    assert flaw.n == at + 1
    assert f"entry {at + 1}" in flaw.why


@settings(deadline=None)
@given(st.lists(st.text(), min_size=2), st.data())
def test_a_link_taken_out_of_the_middle_is_named(texts: list[str], data: st.DataObject) -> None:
    links = chained(texts)
    at = data.draw(st.integers(0, len(links) - 2))
    del links[at]
    flaw = first_flaw(ORIGIN, links, "entry")
    assert flaw is not None
    assert flaw.n == at + 1
    assert "missing" in flaw.why


@settings(deadline=None)
@given(st.lists(st.text(min_size=1), min_size=2, unique=True))
def test_two_links_cannot_change_places(texts: list[str]) -> None:
    links = chained(texts)
    links[0], links[1] = Link(1, links[1].text, links[1].hash), Link(2, links[0].text, links[0].hash)
    assert first_flaw(ORIGIN, links, "entry") is not None


def test_the_same_data_is_always_written_the_same_way() -> None:
    assert canonical({"b": "é", "a": [1, 2]}) == canonical({"a": [1, 2], "b": "é"}) == '{"a":[1,2],"b":"é"}'
