"""The desk on the real engine and a real scenario: what it shows before anything is told, and a whole contact."""

from collections.abc import Callable

import pygame as pg
import pytest
from desk_driver import Desk, desk_on, started_of

from scenarios.catalogue import Catalogue
from scenarios.policy_file import load_policy
from scenarios.scenario import Place, Scenario
from simulator import events as e
from simulator.call import Call, JournalNotKept
from simulator.desk.played_call import PlayedCall
from simulator.desk.ports import StartChoice
from simulator.heard import HeardIntent, Understood
from simulator.journal import Entry
from simulator.understanding.situation import Situation


class KnowsOneQuestion:
    """Understands every utterance as a question for the address."""

    mode = "core"

    def understand(self, text: str, situation: Situation) -> Understood:
        """An intent without looking at the words."""
        return Understood(text=text, understood=True, intents=(HeardIntent(id="ASK_LOCATION", confidence=0.9),))

    def alike(self, text: str, examples: tuple[str, ...]) -> tuple[float, ...] | None:
        """Nothing is known of sense here."""
        return None


def played(id_: str, keep: Callable[[Entry], None] | None = None) -> Callable[[StartChoice], PlayedCall]:
    scenario = Catalogue().get(id_).for_seed(1)
    policy = load_policy().policy

    def start(choice: StartChoice) -> PlayedCall:
        call = Call(scenario, policy, started_of(choice), KnowsOneQuestion(), {}, keep)
        return PlayedCall(call, "HM-1121-0733")

    return start


def drawn(desk: Desk) -> set[str]:
    """Every string that the desk paints on any of its tabs, and every hint, option and name it carries."""
    strings: set[str] = set()
    paint = desk.ui.text

    def listening(surface: object, text: str, *args: object, **more: object) -> float:
        strings.add(text)
        return paint(surface, text, *args, **more)  # type: ignore[arg-type]

    desk.ui.text = listening  # type: ignore[method-assign]
    for command in ("go_form", "go_grade", "go_lookup", "go_record", "go_identity", "go_actions"):
        desk.app.command(command)
        desk.ui.damage.add_all()
        desk.ui.step()
    root = desk.ui.root
    for widget in root.walk() if root else ():
        strings |= {widget.name, widget.tooltip, str(getattr(widget, "placeholder", ""))}
        strings |= {str(option) for option in getattr(widget, "options", ())}
    strings.add(pg.display.get_caption()[0])
    return strings


def secrets(scenario: Scenario) -> set[str]:
    """What would tell a trainee what is coming."""
    facts = [f.value.line if isinstance(f.value, Place) else f.value for f in scenario.facts.values()]
    words = {scenario.id, scenario.title, scenario.family, scenario.caller.name, scenario.plan.aim}
    words |= {*facts, *(r.value for r in scenario.restricted), *(t.id for t in scenario.twists), *scenario.opening}
    return {word for word in words if len(word) > 4 and word != scenario.channel.number}


@pytest.mark.parametrize("id_", ["hiding-upstairs", "ex-after-an-address"])
def test_nothing_on_the_desk_tells_what_is_coming(id_: str) -> None:
    """Handbook 4.7.6 principle 2: no indication of the contingency."""
    desk = desk_on(played(id_)).begin("assessment")
    shown = drawn(desk)
    names = "\n".join(shown - set(_choices(desk))).lower()
    assert len(secrets(Catalogue().get(id_).for_seed(1))) > 10 and len(shown) > 100
    told = {secret for secret in secrets(Catalogue().get(id_).for_seed(1)) if secret.lower() in names}
    assert not told


def test_two_contacts_differ_on_the_desk_by_what_the_network_shows_alone() -> None:
    """Handbook 4.7.6 principle 2: nothing but the telephone's own facts sets one ringing contact off from another."""
    desks = [desk_on(played(id_)).begin("assessment") for id_ in ("hiding-upstairs", "ex-after-an-address")]
    first, second = (drawn(desk) for desk in desks)
    network = {part for desk in desks for part in _network(desk)}
    assert {word for word in first ^ second if word not in network} == set()


def _network(desk: Desk) -> set[str]:
    bar = desk.screen.bar
    line = desk.screen.view.line
    return {line.number or bar._no_number(), bar._channel(), bar._network()}


def _choices(desk: Desk) -> list[str]:
    root = desk.ui.root
    return [str(o) for w in (root.walk() if root else ()) for o in getattr(w, "options", ())]


def test_nothing_in_an_assessment_says_what_is_missing() -> None:
    """DESIGN section 2, principle 2: no prompts in assessment."""
    desk = desk_on(played("hiding-upstairs")).answered("assessment")
    words = "\n".join(drawn(desk) - set(_choices(desk))).lower()
    for prompt in ("not asked", "missing", "required", "remember to", "have you", "of 6 assessed", "not graded"):
        assert prompt not in words


def test_a_whole_contact_on_the_real_engine_is_recorded_as_it_was_done() -> None:
    desk = desk_on(played("hiding-upstairs")).answered()
    desk.at(8_000)
    desk.d.type("What is the address?")
    desk.d.key(pg.K_RETURN)
    for ms in range(9_000, 40_000, 500):
        desk.at(ms)
    said = [c.text for c in desk.screen.view.captions if c.who == "caller"]
    assert said and any(isinstance(entry.event, e.FactTold) for entry in desk.live.entries)
    desk.focus("Incident address")
    desk.d.type("27 Alder Rise, Quayford")
    desk.d.ctrl(pg.K_g)
    desk.d.letter("1")
    desk.d.key(pg.K_F5)
    desk.d.type("Intruder in the house.")
    desk.d.ctrl(pg.K_RETURN)
    desk.clear_line()
    desk.screen.finish()
    kinds = [entry.event.kind for entry in desk.live.entries]
    for kind in ("call_answered", "handler_said", "field_recorded", "graded", "handed_over", "call_ended"):
        assert kind in kinds
    assert kinds[-1] == "contact_closed"


def test_a_store_that_fails_ends_the_run_plainly_and_keeps_what_was_kept() -> None:
    kept: list[Entry] = []

    def keep(entry: Entry) -> None:
        if len(kept) >= 4:
            raise JournalNotKept("The disk is full.")
        kept.append(entry)

    desk = desk_on(played("hiding-upstairs", keep)).answered()
    desk.focus("Caller name")
    desk.d.type("Ellen Marsh")
    desk.d.key(pg.K_TAB)
    desk.settle()
    words = desk.ui.root.words.text if desk.ui.root else ""  # type: ignore[attr-defined]
    assert "The disk is full." in words and "does not count against you" in words
    assert len(kept) == 4
