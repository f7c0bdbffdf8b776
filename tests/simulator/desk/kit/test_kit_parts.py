"""The parts under the widgets: caches, damage, timers, sorting."""

from hypothesis import given
from hypothesis import strategies as st
from pygame import Rect

from simulator.desk.kit.caches import ByteCapped
from simulator.desk.kit.damage import MANY, Damage, merged
from simulator.desk.kit.sorting import sort_key
from simulator.desk.kit.testing import FakeClock
from simulator.desk.kit.timers import Timers

rects = st.builds(Rect, st.integers(0, 200), st.integers(0, 200), st.integers(1, 60), st.integers(1, 60))
SCREEN = Rect(0, 0, 260, 260)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 40)), max_size=60))
def test_a_cache_never_holds_more_than_its_cap(puts: list[tuple[int, int]]) -> None:
    cache: ByteCapped[int] = ByteCapped(100)
    for key, size in puts:
        cache.put(key, size, size)
        assert cache.held <= 100
        assert cache.get(key) == size
    assert cache.held == sum(kept for kept in (cache.get(key) for key in range(10)) if kept)


def test_the_longest_unused_is_forgotten_first() -> None:
    cache: ByteCapped[str] = ByteCapped(2)
    cache.put("a", "a", 1)
    cache.put("b", "b", 1)
    cache.get("a")
    cache.put("c", "c", 1)
    assert (cache.get("a"), cache.get("b"), cache.get("c")) == ("a", None, "c")


def test_what_is_larger_than_the_cap_is_not_kept() -> None:
    cache: ByteCapped[str] = ByteCapped(2)
    cache.put("a", "a", 3)
    assert cache.get("a") is None and cache.held == 0


@given(st.lists(rects, max_size=MANY + 20))
def test_merged_parts_cover_all_and_do_not_overlap(parts: list[Rect]) -> None:
    apart = merged(parts) if parts else []
    for part in parts:
        assert any(whole.contains(part) for whole in apart)
    for number, one in enumerate(apart):
        assert one.collidelist(apart[number + 1 :]) == -1


def test_damage_is_all_at_first_and_then_only_what_is_told() -> None:
    damage = Damage()
    assert damage.take(SCREEN) == [SCREEN]
    assert not damage
    damage.add(Rect(-10, -10, 20, 20), SCREEN)
    damage.add(Rect(900, 900, 5, 5), SCREEN)
    assert damage.take(SCREEN) == [Rect(0, 0, 10, 10)]
    damage.add(Rect(1, 1, 1, 1), SCREEN)
    damage.add_all()
    assert damage.take(SCREEN) == [SCREEN]


def test_timers_fire_when_due_and_catch_up_once() -> None:
    clock, done = FakeClock(), []
    timers = Timers(clock)
    timers.every(1.0, lambda: done.append("tick"))
    timers.after(2.5, lambda: done.append("once"))
    timers.fire()
    assert done == [] and timers.next_in() == 1.0
    clock.now = 2.6
    timers.fire()
    assert done == ["tick", "once"]
    timers.fire()
    assert done.count("once") == 1


def test_a_cancelled_timer_is_silent() -> None:
    clock, done = FakeClock(), []
    timers = Timers(clock)
    timer = timers.every(1.0, lambda: done.append(1))
    timer.cancel()
    clock.now = 5.0
    timers.fire()
    assert done == [] and timers.next_in() is None


def test_a_timer_may_set_and_cancel_others_while_it_fires() -> None:
    clock, done = FakeClock(), []
    timers = Timers(clock)
    other = timers.after(2.0, lambda: done.append("other"))
    timers.after(1.0, lambda: (other.cancel(), timers.after(1.0, lambda: done.append("new"))))
    clock.now = 2.0
    timers.fire()
    clock.now = 3.0
    timers.fire()
    assert done == ["new"]


def test_cells_sort_as_people_expect() -> None:
    days = ["02/11/2026", "27/10/2026", "30/12/2025"]
    assert sorted(days, key=sort_key) == ["30/12/2025", "27/10/2026", "02/11/2026"]
    assert sorted(["10", "9", "120"], key=sort_key) == ["9", "10", "120"]
    assert sorted(["41 Alder Rise", "8 Birch Close", "19 alder rise"], key=sort_key)[0] == "8 Birch Close"
    assert sorted(["b", "A", "c"], key=sort_key) == ["A", "b", "c"]


@given(st.lists(st.text(max_size=12)))
def test_any_cells_can_be_sorted(cells: list[str]) -> None:
    assert sorted(sorted(cells, key=sort_key)) == sorted(cells)
