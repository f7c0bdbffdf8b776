"""The desk on a real results file, badly treated: full disks, endless texts, every script, odd clocks, no fonts."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pygame as pg
import pytest
from desk_driver import Desk, desk_of, desk_on
from starlette.testclient import TestClient

from commands.assembling import catalogue
from commands.desk_session import DeskSession
from reports.console.app import create_app
from reports.evidence import evidence_of, evidence_pdf
from reports.store import Store
from reports.wall import utc_now
from scenarios.catalogue import Catalogue
from simulator import events as e
from simulator.desk.kit.faces import Faces
from simulator.desk.kit.fonts import Fonts
from simulator.desk.kit.textfield import TextField
from simulator.desk.ports import CannotStart, StartChoice
from simulator.desk.settings_file import FileSettings
from simulator.journal import Journal

CALL = "hiding-upstairs"
SAY = "Say to caller"
ANY_SCRIPT = "Zoë 😀👩‍👩‍👧 مرحبا שלום नमस्ते 你好 ẞ"
HARMFUL = "\x00\x07\x1b[31m\u202e\ud800\ufeff<b onclick='x'>&amp; [bold] {x} #let $1$ \\"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty results file."""
    with Store.open(tmp_path / "results.sqlite") as results:
        yield results


@pytest.fixture
def kept(store: Store) -> Desk:
    """A desk whose answered call is kept in the results file."""
    return desk_on(DeskSession(store, trainee="T1", call=CALL, seed=1).start).answered()


def journal(store: Store) -> Journal:
    return store.journal(store.calls()[0].call_id)


def of_kind(store: Store, kind: type) -> list[Any]:
    return [entry.event for entry in journal(store) if isinstance(entry.event, kind)]


def paste(desk: Desk, name: str, text: str) -> None:
    desk.focus(name)
    desk.ui.clip._tried = True  # the desk's own clipboard: the computer's may alter what is put there
    desk.ui.clip.put(text)
    desk.d.ctrl(pg.K_v)


def words_on(desk: Desk) -> str:
    root = desk.ui.root
    return " ".join(str(getattr(widget, "text", "")) for widget in (root.walk() if root else ()))


# a disk that refuses


def fill_up(store: Store, pages: int = 0) -> None:
    connection = store._db.conn
    used = connection.execute("pragma page_count").fetchone()[0]
    connection.execute(f"pragma max_page_count = {used + pages}")


def make_room(store: Store) -> None:
    store._db.conn.execute("pragma max_page_count = 1000000")


def make_read_only(store: Store) -> None:
    store._db.conn.execute("pragma query_only = on")


@pytest.mark.parametrize(("refuse", "told"), [(fill_up, "is full"), (make_read_only, "cannot be written")])
def test_a_disk_that_refuses_in_mid_call_ends_it_plainly_and_nothing_shown_is_lost(
    kept: Desk, store: Store, refuse: Callable[[Store], None], told: str
) -> None:
    """DESIGN 4: each entry is committed before it is shown; an append that fails ends the call as interrupted."""
    refuse(store)
    for n in range(60):
        if kept.app.desk is None:
            break
        kept.focus("New log entry")
        kept.d.type(f"line {n} ")
        kept.ui.clip.put("x" * 3_000)
        kept.d.ctrl(pg.K_v)
        kept.d.ctrl(pg.K_RETURN)
        kept.settle()
    said = words_on(kept)
    assert "Run interrupted" in said or "could not go on" in said
    assert told in said and "does not count against you" in said and "Please tell your trainer" in said
    *shown, last = kept.live.entries
    assert isinstance(last.event, e.Interrupted)
    assert journal(store)[: len(shown)] == tuple(shown)
    assert len(journal(store)) <= len(shown) + 1  # its end is kept where there is room for so much
    store._db.conn.execute("pragma query_only = off")
    make_room(store)
    store.mark_interrupted()
    assert store.calls()[0].state == "interrupted" and store.verify().holds
    kept.d.click("Take another contact")
    kept.d.key(pg.K_RETURN)
    assert kept.screen.view.line.state == "ringing"
    assert store.count() == 2


def test_a_disk_that_is_full_before_the_call_is_said_at_the_start(store: Store) -> None:
    desk = desk_on(DeskSession(store, trainee="T1", call=CALL).start)
    fill_up(store)
    desk.d.click("Take the contact")
    assert "is full" in words_on(desk) and "until results can be kept" in words_on(desk)
    make_room(store)
    desk.d.click("Take the contact")
    assert desk.screen.view.line.state == "ringing"


def test_a_results_file_that_can_no_longer_be_read_is_said_at_the_start(store: Store) -> None:
    session = DeskSession(store, trainee="T1")
    store._db.conn.execute("drop table calls")
    assert session.contacts("T1", "practice") == ()
    with pytest.raises(CannotStart, match="No contact can be taken until results can be kept"):
        session.start(StartChoice("T1", "practice"))


# a library with mistakes in it


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of two calls, in place of the library."""
    for name in (CALL, "locked-out-member"):
        shutil.copytree(catalogue().folder / name, tmp_path / "calls" / name)
    own = Catalogue(tmp_path / "calls")
    monkeypatch.setattr("commands.assembling.catalogue", lambda: own)
    monkeypatch.setattr("commands.desk_session.catalogue", lambda: own)
    return tmp_path / "calls"


@pytest.mark.parametrize("broken", ["mistake", "cp1252", "empty", "gone", "folder"])
def test_one_broken_file_keeps_no_other_call_from_being_taken(store: Store, library: Path, broken: str) -> None:
    session = DeskSession(store, trainee="T1")
    file = library / CALL / "scenario.yaml"
    file.unlink()
    if broken == "folder":
        file.mkdir()
    elif broken != "gone":
        file.write_bytes({"mistake": b"id: [", "cp1252": b"id: caf\xe9", "empty": b""}[broken])
    for _ in range(3):
        session.contacts("T1", "practice")
        live = session.start(StartChoice("T1", "practice"))
        assert live.desk == "ticket"
        assert session.live is not None
        session.live.leave()
    if broken != "gone":
        with pytest.raises(CannotStart, match="Ask your trainer to run lint"):
            session.start(StartChoice("T1", "practice", contact=CALL))


def test_a_library_without_any_call_that_can_be_played_says_so(store: Store, library: Path) -> None:
    for file in library.glob("*/scenario.yaml"):
        file.write_text("id: [", encoding="utf-8")
    desk = desk_on(DeskSession(store, trainee="T1").start)
    desk.d.click("Take the contact")
    assert "Ask your trainer to run lint" in words_on(desk)


# texts


@pytest.mark.parametrize("text", ["help " * 20_000, "1" * 100_000, "😀" * 100_000, "\n" * 100_000])
def test_a_hundred_thousand_characters_pasted_anywhere_are_cut_aloud_and_the_call_goes_on(
    kept: Desk, store: Store, text: str
) -> None:
    for name, leave in (("Caller name", pg.K_TAB), ("New log entry", pg.K_RETURN), (SAY, pg.K_RETURN)):
        paste(kept, name, text)
        widget = kept.ui.by_name(name)
        assert isinstance(widget, TextField) and len(widget.value) <= 4_000
        if text.strip():
            assert "were left out" in kept.screen.footer.notice
        kept.d.key(leave, pg.KMOD_LCTRL if name == "New log entry" else 0)
    kept.at(60_000)
    kept.screen.stop_run()
    longest = max(len(entry.model_dump_json()) for entry in journal(store))
    assert longest < 60_000
    assert [entry.n for entry in journal(store)] == list(range(1, len(journal(store)) + 1))
    if text.strip():
        assert of_kind(store, e.FieldRecorded) and of_kind(store, e.Noted) and of_kind(store, e.HandlerSaid)
    assert store.calls()[0].state == "stopped" and store.verify().holds


def test_text_in_any_script_goes_from_the_desk_through_the_store_to_console_and_pdf(
    kept: Desk, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = ANY_SCRIPT + HARMFUL
    paste(kept, "Caller name", text)
    kept.d.key(pg.K_TAB)
    paste(kept, "New log entry", text)
    kept.d.ctrl(pg.K_RETURN)
    kept.at(20_000)
    paste(kept, SAY, text)
    kept.d.key(pg.K_RETURN)
    kept.at(40_000)
    kept.clear_line()
    kept.screen.finish()
    kept.settle()
    assert kept.app.desk is None
    said = of_kind(store, e.HandlerSaid)[-1].text
    for found in (of_kind(store, e.FieldRecorded)[0].value, of_kind(store, e.Noted)[0].text, said):
        assert found.startswith(ANY_SCRIPT) and "<b onclick" in found
        assert not set(found) & set("\x00\x07\x1b\u202e\ud800\ufeff")
    call = store.calls()[0]
    evidence = evidence_of(store, call.call_id, utc_now())
    assert evidence_pdf(evidence).startswith(b"%PDF")
    monkeypatch.setattr("reports.assets.FONTS", tmp_path / "none")
    monkeypatch.setattr("reports.pack.pdf.shown_by_fonts", frozenset)
    assert evidence_pdf(evidence).startswith(b"%PDF"), "without the fonts"
    with TestClient(create_app(store), base_url="http://127.0.0.1") as browser:
        page = browser.get(f"/calls/{call.contact}").text
    assert "مرحبا" in page and "你好" in page and "😀" in page
    assert "<b onclick" not in page and "&lt;b onclick" in page


# clocks


class OddClock:
    """A clock that stands still, leaps and runs backwards, the same in every run."""

    def __init__(self) -> None:
        self._chance = random.Random(3)
        self._now = 0

    def now_ms(self) -> int:
        """A time that no honest clock would tell."""
        self._now = max(0, self._now + self._chance.choice((0, 0, 0, 50, 700, -4_000, 9_000, -60_000)))
        return self._now


def test_a_clock_that_jumps_back_and_forth_breaks_no_call(store: Store) -> None:
    desk = desk_on(DeskSession(store, trainee="T1", call=CALL).start)
    desk.app.new_clock = OddClock
    desk.begin()
    desk.d.key(pg.K_F2)
    for n in range(40):
        if desk.app.desk is None:
            break
        desk.focus("New log entry")
        desk.d.type(f"line {n}")
        desk.d.ctrl(pg.K_RETURN)
        desk.d.tick(0.2)
    times = [entry.t_ms for entry in journal(store)]
    assert len(times) > 10 and times == sorted(times)
    assert not of_kind(store, e.Interrupted)
    assert store.verify().holds


def test_while_the_clock_stands_still_everything_can_be_done(kept: Desk, store: Store) -> None:
    for n in range(5):
        kept.focus("New log entry")
        kept.d.type(f"line {n}")
        kept.d.ctrl(pg.K_RETURN)
    assert [note.text for note in of_kind(store, e.Noted)] == [f"line {n}" for n in range(5)]
    assert {entry.t_ms for entry in journal(store) if isinstance(entry.event, e.Noted)} == {2_000}


def test_a_computer_that_slept_for_a_night_in_mid_call_wakes_to_an_ended_call(kept: Desk, store: Store) -> None:
    kept.at(9 * 3_600_000)
    assert kept.screen.view.line.state == "wrap_up"
    assert len(journal(store)) < 200 and store.verify().holds


def test_a_wall_clock_that_is_set_back_moves_no_time_of_the_call(kept: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept.screen.control.wall(2_000)
    monkeypatch.setattr("reports.wall.utc_now", lambda: pytest.fail("no clock is asked in a call"))
    kept.session.wall_time = lambda: pytest.fail("nor is this one")  # type: ignore[method-assign]
    kept.at(5_000)
    kept.focus("New log entry")
    kept.d.type("still counted")
    kept.d.ctrl(pg.K_RETURN)
    assert kept.screen.control.wall(2_000) == before
    assert kept.live.entries[-1].t_ms == 5_000


# fonts and settings


def test_missing_fonts_are_told_once_a_contact_is_open_and_the_desk_works(tmp_path: Path) -> None:
    desk = desk_of()
    desk.ui.fonts = Fonts(Faces(tmp_path / "none", desk.ui.notice))
    desk.app.show_start()
    desk.ui.step()
    desk.answered()
    desk.focus("Caller name")
    desk.d.type("Ann")
    assert "font" in desk.screen.footer.notice and "install" in desk.screen.footer.notice


@pytest.mark.parametrize(
    "kept_settings",
    [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"text_size": 1' + b"0" * 400 + b"}", b'{"text_size": NaN}',
     b'{"text_size": "large", "theme": ["day"], "captions": 3}', b'{"theme": "pink", "text_size": -1e999}'],
)  # fmt: skip
def test_broken_settings_are_the_usual_ones_and_can_be_saved_again(tmp_path: Path, kept_settings: bytes) -> None:
    file = tmp_path / "desk.json"
    file.write_bytes(kept_settings)
    settings = FileSettings(file).load()
    assert 0.8 <= settings.text_size <= 2.0 and settings.theme == "day" and settings.captions is True
    FileSettings(file).save(settings)
    assert FileSettings(file).load() == settings
