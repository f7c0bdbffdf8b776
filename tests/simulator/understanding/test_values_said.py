"""Values are found in spoken and typed words and written one way."""

import pytest

from simulator.understanding.spoken import digits
from simulator.understanding.values import canonical, extract, number


@pytest.mark.parametrize(
    ("kind", "said", "value"),
    [
        ("phone", "oh seven seven double oh nine hundred eight two two", "07700900822"),
        ("phone", "+44 7700 900822", "07700900822"),
        ("phone", "oh double seven double oh, nine double oh, eight double two", "07700900822"),
        ("phone", "0044 7700-900-822", "07700900822"),
        ("phone", "nought one six three two, nine six oh, four one seven", "01632960417"),
        ("postcode", "W X four, seven Q D", "WX4 7QD"),
        ("postcode", "whiskey x-ray four seven quebec delta", "WX4 7QD"),
        ("postcode", "wx47qd", "WX4 7QD"),
        ("postcode", "KX5 1ND", "KX5 1ND"),
        ("postcode", "W for whisky X 4 7 Q as in quebec D", "WX4 7QD"),
        ("registration", "Whiskey X-ray two four Quebec Tango India", "WX24 QTI"),
        ("registration", "wx24 q??", "WX24 Q??"),
        ("registration", "wx24", "WX24"),
        ("date", "the third of March nineteen eighty-four", "1984-03-03"),
        ("date", "03/04/84", "1984-04-03"),
        ("date", "March 3rd 1984", "1984-03-03"),
        ("date", "second of the fifth ninety one", "1991-05-02"),
        ("date", "14 May", "--05-14"),
        ("date", "twenty-second of June two thousand and six", "2006-06-22"),
        ("time", "ten past three", "03:10"),
        ("time", "quarter to four in the afternoon", "15:45"),
        ("time", "half nine", "09:30"),
        ("time", "1510 hours", "15:10"),
        ("time", "twenty-five past three", "03:25"),
        ("time", "half past nine at night", "21:30"),
        ("time", "midnight", "00:00"),
        ("name", "mr s m y t h e", "Smythe"),
        ("name", "o'brien", "O'brien"),
        ("age", "thirty-four", "34"),
        ("age", "in his thirties", "30s"),
        ("place", "twenty-seven Alder Rise, Quayford WX4 7QD", "27 Alder Rise, Quayford, WX4 7QD"),
        ("place", "flat 3, 27 alder rise", "Flat 3, 27 Alder Rise"),
        ("place", "four-two Tern Walk, K X nine, seven B L", "42 Tern Walk, KX9 7BL"),
        ("answer", "Yes, a crowbar", "yes"),
        ("answer", "don't know", "not known"),
        ("answer", "None", "no"),
        ("choice", "third_party", "third party"),
    ],
)
def test_a_value_is_written_one_way_however_it_is_said(kind: str, said: str, value: str) -> None:
    assert canonical(kind, said) == value


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("So that's four-two Tern Walk, K X nine, seven B "
        "L, yes?", [("place", "42 Tern Walk"), ("postcode", "KX9 7BL")]),
        ("Is it still 14 Mill Lane?", [("place", "14 Mill Lane")]),
        ("you're on 07700 900822, at 27 Alder Rise in "
        "Quayford?", [("phone", "07700900822"), ("place", "27 Alder Rise, Quayford")]),
        ("born on the third of March 1984, aged 42", [("date", "1984-03-03"), ("age", "42")]),
        ("the reg is W X 2 4 Q T I", [("registration", "WX24 QTI")]),
        ("WX24 QTI, lovely", [("registration", "WX24 QTI")]),
        ("so that's wx24 qti yes", [("registration", "WX24 QTI")]),
        ("wx 24 qti", [("registration", "WX24 QTI")]),
        ("WX24, QTI?", [("registration", "WX24 QTI")]),
        ("WX24 was the first half", []),
        ("Are you at Alder Close, Quayford?", [("place", "Alder Close, Quayford")]),
        ("Is it HM5 2TR?", [("postcode", "HM5 2TR")]),
        ("Your reference is one four two of today.", []),
        ("What number is it? I saw two of them, a 4 door.", []),
    ],
)  # fmt: skip
def test_values_are_found_in_an_utterance(said: str, values: list[tuple[str, str]]) -> None:
    assert [(found.kind, found.value) for found in extract(said)] == values


def test_a_found_value_knows_the_words_it_was_said_in() -> None:
    said = "okay, oh seven seven double oh nine hundred eight two two, got it"
    found = extract(said)[0]
    assert said[found.start : found.end] == found.said == "oh seven seven double oh nine hundred eight two two"


@pytest.mark.parametrize(
    ("said", "count"), [("there are two of them", 2), ("twenty-one", 21), ("3", 3), ("none", None)]
)
def test_the_first_number_said_is_found(said: str, count: int | None) -> None:
    assert number(said) == count


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Ropewalk Lane, number fourteen, Saltreach. Correct?", "14 Ropewalk Lane, Saltreach"),
        ("Mill Fold, Kelbourne, number twenty-two. Yes?", "22 Mill Fold, Kelbourne"),
        ("so that's linnet way number nine", "9 Linnet Way"),
        ("14 rope walk lane in saltreach", "14 Rope Walk Lane, Saltreach"),
    ],
)
def test_a_place_said_street_first_is_one_place(words: str, place: str) -> None:
    assert [found.value for found in extract(words) if found.kind == "place"] == [place]


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("oh one six three to nine six oh seven double three", "01632960733"),
        ("oh double seven double oh nine double oh ate two double two", "077009008222"),
        ("is it oh double seven double oh nine double oh two five ate", "07700900258"),
        ("from one to three men", "13"),
    ],
)
def test_words_that_sound_as_figures_are_figures_among_figures(said: str, figures: str) -> None:
    assert digits(said) == figures
