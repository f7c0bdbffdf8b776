"""A topic all about him is not asked by words about her."""

from simulator.understanding.he_or_she import without_the_other_sex

HIS = ("his-number", ("Did he leave a number?", "Have you his number?"))
HERS = ("her-name", ("What is she called?", "Her name?"))
EITHER = ("baby", ("Is he breathing?", "Is she breathing?"))
PLAIN = ("door", ("Is the door locked?",))
ALL = (HIS, HERS, EITHER, PLAIN)


def test_words_about_her_leave_out_what_is_all_about_him() -> None:
    assert without_the_other_sex("have you a number for her?", ALL) == (HERS, EITHER, PLAIN)


def test_words_about_him_leave_out_what_is_all_about_her() -> None:
    assert without_the_other_sex("did he say?", ALL) == (HIS, EITHER, PLAIN)


def test_words_about_both_or_neither_leave_out_nothing() -> None:
    assert without_the_other_sex("did he ring her?", ALL) == ALL
    assert without_the_other_sex("is the door locked?", ALL) == ALL


def test_where_nobody_of_that_sex_belongs_to_the_call_somebody_was_taken_for_the_other() -> None:
    assert without_the_other_sex("how old is he?", (HERS, PLAIN)) == (HERS, PLAIN)
