"""A tuple that lasts: found wherever the plain one is."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.understanding.lasting import Lasting


@given(st.lists(st.text()))
def test_a_lasting_tuple_goes_by_what_the_plain_one_goes_by(things: list[str]) -> None:
    lasting = Lasting(things)
    assert lasting == tuple(things) and hash(lasting) == hash(tuple(things))
    assert {tuple(things): "found"}[lasting] == "found"


def test_what_it_goes_by_is_worked_out_once() -> None:
    asked: list[int] = []

    class Counted:
        def __hash__(self) -> int:
            asked.append(1)
            return 7

    lasting = Lasting([Counted()])
    assert hash(lasting) == hash(lasting)
    assert len(asked) == 1
