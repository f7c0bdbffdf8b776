"""The marker agrees with labellers who labelled the gold cases unseen (goal: 92 % exact, kappa 0.80)."""

import pytest

from benchmarks.gold import Agreement, Batch, agreement, batches, by_point, marked, rows

BATCHES = batches()
FIRST = BATCHES[0]


@pytest.fixture(scope="module")
def machine() -> dict[tuple[str, str], str]:
    """The marker's verdicts on every case of the first batch."""
    return dict(marked(FIRST.cases))


def test_the_labellers_agree_with_each_other() -> None:
    found = agreement(FIRST.labels["a"], FIRST.labels["b"])
    assert found.judged >= 700 and found.exact >= 0.9 and found.kappa >= 0.8


def test_the_marker_agrees_with_what_both_say(machine: dict[tuple[str, str], str]) -> None:
    found = agreement(machine, FIRST.agreed)
    assert found.judged >= 700 and found.exact >= 0.92 and found.kappa >= 0.80


def test_every_case_belongs_to_one_batch_and_every_label_to_a_batch() -> None:
    cases = [case for batch in BATCHES for case in batch.cases]
    assert len(cases) == len(set(cases))
    assert all(key[0] in batch.cases for batch in BATCHES for labels in batch.labels.values() for key in labels)


def test_a_batch_agrees_on_what_all_its_labellers_say() -> None:
    key, other, alone = ("x", "A01"), ("x", "A02"), ("x", "A03")
    batch = Batch(
        ("c", "d"), ("x",), {"c": {key: "met", other: "met", alone: "met"}, "d": {key: "met", other: "partly"}}
    )
    assert batch.agreed == {key: "met"}
    one = Batch(("c",), ("x",), {"c": {key: "met"}})
    assert one.agreed == {key: "met"}
    assert [words for words, _ in rows(batch, {})] == [
        "labeller C and labeller D", "marker and labeller C", "marker and labeller D", "marker and what both say"
    ]  # fmt: skip
    assert list(by_point({key: "met"}, batch.agreed)) == [("A01", Agreement(1, 1.0, 1.0))]


def test_kappa_takes_off_what_chance_would_give() -> None:
    one = {("c", str(n)): "met" if n < 5 else "not_met" for n in range(10)}
    other = {("c", str(n)): "met" if n % 2 else "not_met" for n in range(10)}
    assert agreement(one, one) == Agreement(10, 1.0, 1.0)
    assert abs(agreement(one, other).kappa) < 0.25
