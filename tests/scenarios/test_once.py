"""Tables that are worked out once for each very thing."""

from scenarios import once as module
from scenarios.once import once


def test_a_thing_is_worked_on_once() -> None:
    seen: list[tuple[str, ...]] = []
    length = once(lambda thing: seen.append(thing) or len(thing))  # type: ignore[func-returns-value]
    thing = ("a", "b")
    assert [length(thing), length(thing)] == [2, 2]
    assert seen == [thing]


def test_another_thing_that_is_equal_has_a_table_of_its_own() -> None:
    table = once(lambda thing: list(thing))
    one, other = ["a"], ["a"]
    assert table(one) is table(one)  # type: ignore[arg-type]
    assert table(one) is not table(other)  # type: ignore[arg-type]


def test_the_oldest_table_goes_when_there_are_too_many() -> None:
    worked = 0

    def work(thing: list[int]) -> int:
        nonlocal worked
        worked += 1
        return thing[0]

    known = once(work)
    things = [[number] for number in range(module.MOST + 1)]
    assert [known(thing) for thing in things] == list(range(module.MOST + 1))
    assert known(things[-1]) == module.MOST
    assert worked == module.MOST + 1
    assert known(things[0]) == 0
    assert worked == module.MOST + 2
