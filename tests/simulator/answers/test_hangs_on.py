"""Who says that nobody is there is not asked for that person's name; whom they name is meant."""

from asked_by_hand import heard, surface

from simulator.answers.hangs_on import of_somebody

SERGEANT = surface("a-helpful-sergeant", 1)
WHETHER = heard("topic", "Is there a neighbour who could sit with you?", "could-come")
CALLED = heard("ASK_WHO_SUSPECT", "What are they called?")


def test_where_nobody_is_there_nothing_more_is_asked_of_them() -> None:
    assert of_somebody(SERGEANT, CALLED, WHETHER, ("There's nobody near, dear.",)) is None
    assert of_somebody(SERGEANT, CALLED, WHETHER, ("I'm on my own here.",)) is None


def test_whom_they_named_instead_is_meant() -> None:
    meant = of_somebody(SERGEANT, CALLED, WHETHER, ("There's nobody near, dear. My niece comes on a Sunday.",))
    assert meant is not None and meant.slot == "the-niece"
    reached = heard("ASK_CALLBACK", "how do I reach them?")
    meant = of_somebody(SERGEANT, reached, WHETHER, ("My niece comes on a Sunday.",))
    assert meant is not None and meant.slot == "niece-number"


def test_a_question_with_nothing_before_it_stays_what_it_is() -> None:
    assert of_somebody(SERGEANT, CALLED, None, ()) == CALLED
    other = heard("topic", "Did the men leave?", "left")
    assert of_somebody(SERGEANT, CALLED, other, ("No.",)) == CALLED


def test_how_they_came_in_is_asked_of_those_who_are_there() -> None:
    whether, came = heard("topic", "Did anybody come in behind him?", "followed-in"), "how did they get in?"
    assert (
        of_somebody(SERGEANT, heard("topic", came, "how-got-in"), whether, ("Nobody. He shut the door.",)) is not None
    )


def test_of_what_never_was_nothing_more_is_asked() -> None:
    ever = heard("topic", "Have you ever been arrested", "arrested")
    asked = heard("topic", "what was that for?", "what-for")
    assert of_somebody(SERGEANT, asked, ever, ("I've never been in trouble.",)) is None
    assert of_somebody(SERGEANT, asked, ever, ("Once, years ago.",)) == asked
    been, who = heard("topic", "Has anybody been to the door", "been"), heard("topic", "who was it?", "who-rang")
    assert of_somebody(SERGEANT, who, been, ("It's been quiet. There's nobody been.",)) is None
    other = heard("topic", "what did you put on?", "clothes")
    assert of_somebody(SERGEANT, other, ever, ("Never.",)) == other
