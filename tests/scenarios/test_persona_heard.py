"""A call spoken by somebody else of the library: whom it fits, other words, and the same facts."""

from scenarios.catalogue import Catalogue
from scenarios.persona_file import load_persona, persona_names
from scenarios.persona_heard import misfit, spoken_by
from scenarios.scenario import Scenario

NOISES = Catalogue().get("noises-downstairs").for_seed(1)
SHOP = Catalogue().get("nobody-has-come").for_seed(1)
ORDER = Catalogue().get("a-large-order").for_seed(1)
DITCH = Catalogue().get("car-in-the-ditch").for_seed(1)
RELAY = Catalogue().get("lamp-by-the-door").for_seed(1)


def who_fits(surface: Scenario) -> set[str]:
    own = load_persona(surface.caller.persona) if surface.caller.persona else None
    return {name for name in persona_names() if not misfit(load_persona(name), surface, own)}


def test_a_caller_of_sixty_eight_is_no_child_and_no_student() -> None:
    fitting = who_fits(NOISES)
    assert {"chatty-pensioner", "hard-of-hearing", "brusque-farmer"} <= fitting
    assert not {"young-child", "teenager", "student-in-halls", "deaf-sign-user"} & fitting


def test_a_child_who_rings_is_a_child() -> None:
    assert who_fits(DITCH) == {"young-child"}


def test_whose_facts_are_told_in_another_language_s_english_keeps_it() -> None:
    assert who_fits(SHOP) == {"polish-speaker"}


def test_only_who_signs_rings_through_the_relay() -> None:
    assert who_fits(RELAY) == {"deaf-sign-user"}


def test_nobody_s_manner_is_heard_behind_a_front() -> None:
    assert who_fits(ORDER) == set()


def test_a_role_that_a_persona_cannot_have_does_not_fit() -> None:
    why = misfit(load_persona("healthcare-professional"), SHOP.model_copy(update={"caller": SHOP.caller}))
    assert "victim" in why and "professional" in why


def test_the_persona_s_own_words_are_heard_and_every_fact_stays() -> None:
    own, other = load_persona("west-midlands-grandmother"), load_persona("chatty-pensioner")
    heard = spoken_by(NOISES, other, own)
    assert heard.caller.not_understood == other.not_understood
    assert heard.caller.words_a_minute == other.words_a_minute
    assert heard.caller.manners["EMP_ACK"] == other.manners["EMP_ACK"]
    assert not set(own.goodbye) & set(heard.caller.goodbye)
    assert (heard.facts, heard.opening, heard.twists, heard.caller.age) == (
        NOISES.facts, NOISES.opening, NOISES.twists, NOISES.caller.age,
    )  # fmt: skip


def test_ten_personas_stand_behind_the_calls_that_ship() -> None:
    catalogue = Catalogue()
    used = {surface.caller.persona for name in catalogue.ids() for surface in catalogue.get(name).surfaces}
    assert len(used - {None}) >= 10


def test_whoever_stands_behind_a_surface_fits_it() -> None:
    catalogue = Catalogue()
    for name in catalogue.ids():
        for surface in catalogue.get(name).surfaces:
            if surface.caller.persona:
                own = load_persona(surface.caller.persona)
                assert not misfit(own, surface, own), (name, surface.caller.name)
