"""Every number, address and name is kept for fiction (DOMAIN section 9)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.safe_data import FICTIONAL_PHONES, REAL_AREAS, is_fictional_phone, unsafe_in
from scenarios.spoken_digits import spoken_numbers


@pytest.mark.parametrize(
    "text",
    [
        "07700 900000", "07700900999", "+44 7700 900822", "0044 7700 900822", "01632 960101", "(01632) 960999",
        "0113 496 0000", "0161 496 0999", "0191 498 0123", "020 7946 0999", "029 2018 0001", "028 9649 6001",
        "0808 157 0000", "0909 879 0000", "03069 990 999", "999", "101", "111", "0300 123 2040", "116 123",
        "oh seven seven double oh, nine hundred, eight two two",
        "zero seven seven zero zero nine zero zero one two three",
        "WX4 7QD", "KX2 4AL", "EL6 3PU", "HM1 3RW", "QQ1 1AA", "wx4 7qd",
        "WX24 QTI", "EP23QBI", "AI24 BCD", "wx24qti", "WX24 and then it went", "ABI 123D", "Q reg",
        "sam@example.com", "sam@mail.example", "http://harrowmere.example/page", "www.example.org", "quayford.test",
        "QQ 12 34 56 C", "///training.only.token", "HM/000417/26", "HM-0142-211126",
        "born 04-07-1962", "04.07.1962", "2026-11-21 09:30", "451200 211900", "M-201178", "number 27", "1 to 210",
        "one two three four", "That's it.Then he went",
        "e.g. this", "12.30", "Room B12", "A4 paper", "999 calls in 2026",
    ],
)  # fmt: skip
def test_what_is_kept_for_fiction_passes(text: str) -> None:
    assert unsafe_in(text) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("07911 123456", "D01"), ("ring 01245 123456 now", "D01"), ("+44 20 7123 4567", "D01"),
        ("+1 212 555 0100", "D01"),
        ("07700 901000", "D01"), ("01632 961000", "D01"), ("028 9018 0123", "D01"), ("7911123456", "D01"),
        ("0113 497 0000", "D01"), ("oh seven nine double one, one two three, four five six", "D01"),
        ("07911-123-456", "D01"), ("(020) 7123 4567", "D01"),
        ("SW1A 1AA", "D02"), ("m1 1ae", "D02"), ("CM2 6DA", "D02"), ("EC1A1BB", "D02"), ("ZZ99 9ZZ", "D02"),
        ("AB12 CDE", "D03"), ("ab12cde", "D03"), ("A123 BCD", "D03"), ("ABC 123D", "D03"), ("wx24abc", "D03"),
        ("a.n.other@gmail.com", "D04"), ("x@police.uk", "D04"), ("x@notexample.com", "D04"),
        ("https://www.gov.uk/help", "D05"), ("see bbc.co.uk today", "D05"), ("www.harrowmere.com", "D05"),
        ("AB 12 34 56 C", "D06"), ("JG123456A", "D06"),
        ("///index.home.raft", "D07"), ("filled.count.soap", "D07"),
        ("42/12345/26", "D08"), ("EX/12345/26", "D08"), ("EX-0142-211126", "D08"),
        ("moved to Chelmsford", "D10"), ("Essex Police", "D10"),
    ],
)  # fmt: skip
def test_what_may_belong_to_somebody_is_found(text: str, code: str) -> None:
    assert [unsafe.code for unsafe in unsafe_in(text)] == [code]


def test_a_policys_own_service_numbers_may_be_spoken() -> None:
    assert unsafe_in("ring 0800 123 4567") != ()
    assert unsafe_in("ring 0800 123 4567", {"helpline": "0800 123 4567"}) == ()


def test_there_are_all_real_postcode_areas_and_none_of_those_free() -> None:
    assert len(REAL_AREAS) >= 124 and not REAL_AREAS & {"KX", "WX", "HM", "QX"}


@given(
    st.sampled_from(FICTIONAL_PHONES), st.text("0123456789", min_size=4, max_size=4), st.sampled_from(["", " ", "-"])
)
def test_every_number_of_the_ranges_for_drama_passes_however_it_is_grouped(shape: str, ends: str, gap: str) -> None:
    digits = shape.replace("x", "")
    digits += ends[: len(shape) - len(digits)]
    assert is_fictional_phone(digits)
    assert unsafe_in(f"on {digits[:5]}{gap}{digits[5:]}.") == ()


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    unsafe_in(text)


def test_a_hundred_thousand_figures_are_searched_without_delay() -> None:
    unsafe_in("0" * 100_000)
    unsafe_in("0 " * 50_000)
    unsafe_in("a." * 50_000)


def test_spoken_figures_are_read_as_they_are_said() -> None:
    assert list(spoken_numbers("it's oh one six three two, nine six oh, treble one thanks")) == [
        ("oh one six three two, nine six oh, treble one", "01632960111")
    ]
    assert list(spoken_numbers("one of the two")) == []
