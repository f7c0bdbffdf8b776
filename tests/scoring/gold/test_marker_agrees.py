"""The marker agrees with two labellers who labelled the gold cases unseen (goal: 92 % exact, kappa 0.80)."""

import pytest

from benchmarks.gold import Agreement, agreement, labels, marked

A, B = labels("labels_a.yaml"), labels("labels_b.yaml")
AGREED = {key: verdict for key, verdict in A.items() if B.get(key) == verdict}


@pytest.fixture(scope="module")
def machine() -> dict[tuple[str, str], str]:
    """The marker's verdicts on every case."""
    return dict(marked(sorted({case for case, _ in A})))


def test_the_labellers_agree_with_each_other() -> None:
    found = agreement(A, B)
    assert found.judged >= 700 and found.exact >= 0.9 and found.kappa >= 0.8


def test_the_marker_agrees_with_what_both_say(machine: dict[tuple[str, str], str]) -> None:
    found = agreement(machine, AGREED)
    assert found.judged >= 700 and found.exact >= 0.92 and found.kappa >= 0.80


def test_kappa_takes_off_what_chance_would_give() -> None:
    one = {("c", str(n)): "met" if n < 5 else "not_met" for n in range(10)}
    other = {("c", str(n)): "met" if n % 2 else "not_met" for n in range(10)}
    assert agreement(one, one) == Agreement(10, 1.0, 1.0)
    assert abs(agreement(one, other).kappa) < 0.25
