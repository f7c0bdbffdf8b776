"""The desk opens without what only a contact needs; the rest is loaded while the trainee writes their name."""

import subprocess
import sys
from pathlib import Path

import pytest

from commands import desk_session
from commands.desk_session import DeskSession
from commands.warming import Warming
from reports.store import Store
from scenarios.catalogue import Catalogue
from simulator.desk.ports import CannotStart, StartChoice

ROOT = Path(__file__).parents[1]
NOT_YET = (
    "scoring.marking", "scoring.detectors", "simulator.understanding.understand", "simulator.rehearsal",
    "reports.console", "reports.pack", "starlette", "uvicorn", "jinja2", "typst", "phonenumbers", "rich",
)  # fmt: skip
OPENED = """
import sys
import commands.train, commands.desk_session, commands.sound, commands.trouble, commands.warming, simulator.desk.app
print(*sys.modules)
"""


def test_the_start_screen_needs_no_marking_no_understanding_and_no_pages() -> None:
    ran = subprocess.run([sys.executable, "-c", OPENED], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = ran.stdout.split()
    assert "simulator.desk.app" in loaded
    assert [name for name in NOT_YET if name in loaded] == []


def test_what_was_never_begun_is_not_waited_for_and_what_was_is_there_afterwards() -> None:
    warming = Warming()
    warming.wait()
    warming.begin()
    warming.wait()
    assert "commands.kept_call" in sys.modules and "simulator.understanding.understand" in sys.modules


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two contacts: the first in turn has a mistake in its file."""
    whole = Catalogue().path("hiding-upstairs").read_text(encoding="utf-8")
    for name, text in (("broken-first", "id: [\n"), ("hiding-upstairs", whole)):
        (tmp_path / "calls" / name).mkdir(parents=True)
        (tmp_path / "calls" / name / "scenario.yaml").write_text(text, encoding="utf-8")
    calls = Catalogue(tmp_path / "calls")
    monkeypatch.setattr(desk_session, "catalogue", lambda: calls)
    return tmp_path


def test_contacts_are_offered_by_neutral_numbers_without_being_compiled(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compiles(self: Catalogue, scenario_id: str) -> None:
        raise AssertionError(f"{scenario_id} was compiled")

    monkeypatch.setattr(Catalogue, "get", compiles)
    with Store.open(library / "results.sqlite") as store:
        offers = DeskSession(store).contacts("", "practice")
        assert len(offers) == 2 and offers == DeskSession(store).contacts("", "practice")
        assert all(offer.label.startswith("Contact C") and offer.key not in offer.label for offer in offers)


def test_a_file_with_mistakes_is_passed_over_when_the_next_contact_is_taken(library: Path) -> None:
    waited: list[bool] = []
    with Store.open(library / "results.sqlite") as store:
        session = DeskSession(store, ready=lambda: waited.append(True))
        live = session.start(StartChoice("Trainee", "practice"))
        live.begin()
        assert waited and store.calls()[0].started.scenario == "hiding-upstairs"
        assert session.live is not None
        session.live.leave()


def test_where_no_contact_can_be_played_the_trainee_is_told_so(library: Path) -> None:
    (library / "calls" / "hiding-upstairs" / "scenario.yaml").write_text("id: [\n", encoding="utf-8")
    with Store.open(library / "results.sqlite") as store, pytest.raises(CannotStart, match="no contact"):
        DeskSession(store).start(StartChoice("Trainee", "practice"))
