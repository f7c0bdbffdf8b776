"""Marking is not interrupted by a look for rubbish, and leaves that as it found it."""

import gc

import pytest

from scoring.untidied import untidied


def test_nothing_is_looked_through_meanwhile_and_afterwards_as_before() -> None:
    assert gc.isenabled()
    with untidied():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_fault_meanwhile_leaves_it_as_it_was() -> None:
    with pytest.raises(ValueError, match="a fault"), untidied():
        raise ValueError("a fault")
    assert gc.isenabled()


def test_who_does_not_want_it_looked_through_keeps_that() -> None:
    gc.disable()
    try:
        with untidied():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
