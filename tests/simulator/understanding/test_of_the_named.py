"""What is asked of somebody by name is answered of them, and of nobody else."""

from simulator.understanding.of_the_named import of_who_is_meant
from simulator.understanding.situation import Named

PEOPLE = (
    Named("wife", ("Joanna", "your wife"), "she"),
    Named("mother", ("her mother", "Joanna's mother"), "she"),
    Named("brother", ("your brother",), "he"),
)
WIFE = ("wife-seen", ("When did you last see Joanna?", "Have you seen your wife?"))
MOTHER = ("mother-seen", ("When did you last see Joanna's mother?", "Have you seen her mother?"))
BROTHER = ("brother", ("Is your brother there?", "And your brother?"))
BOTH = ("either", ("Your wife or your brother?", "Is it Joanna, or your brother?"))
PLAIN = ("door", ("Is the door locked?",))
ALL = (WIFE, MOTHER, BROTHER, BOTH, PLAIN)


def test_who_is_named_leaves_out_what_is_all_about_another() -> None:
    assert of_who_is_meant("have you seen your brother today", ALL, PEOPLE) == (BROTHER, BOTH, PLAIN)


def test_the_mother_of_somebody_is_not_that_somebody() -> None:
    assert of_who_is_meant("when did you last see Joanna", ALL, PEOPLE) == (WIFE, BOTH, PLAIN)
    assert of_who_is_meant("when did you last see Joanna's mother", ALL, PEOPLE) == (MOTHER, PLAIN)


def test_where_nobody_or_two_are_named_nothing_is_left_out() -> None:
    assert of_who_is_meant("when did you last see her", ALL, PEOPLE) == ALL
    assert of_who_is_meant("have your wife and your brother spoken", ALL, PEOPLE) == ALL


def test_a_call_that_speaks_of_nobody_leaves_out_nothing() -> None:
    assert of_who_is_meant("have you seen your brother today", ALL, ()) == ALL


def test_what_an_aspect_of_a_person_became_is_asked_by_name_or_by_the_pronoun_of_who_comes_first() -> None:
    hers, mothers = ("wife.age", ("How old is Joanna?",)), ("mother.age", ("How old is her mother?",))
    topics = (PLAIN, hers, mothers)
    assert of_who_is_meant("roughly what age would that be", topics, PEOPLE) == (PLAIN,)
    assert of_who_is_meant("how old is she", topics, PEOPLE) == (PLAIN, hers)
    assert of_who_is_meant("how old is Joanna's mother", topics, PEOPLE) == (PLAIN, mothers)
    assert of_who_is_meant("how old is he", topics, PEOPLE) == (PLAIN,)
