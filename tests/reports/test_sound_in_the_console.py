"""The assessor hears a call at the second that a mark points to, offline, or reads why there is nothing to hear."""

import re
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from starlette.testclient import TestClient

from reports.console.app import create_app
from reports.evidence_data import evidence_of
from reports.pack.page import evidence_html
from reports.peaks import peaks_of
from reports.recordings import Recordings
from reports.sound_shown import sound_of
from reports.sound_strip import COLUMNS, Wave, sound_strip
from reports.store import Store
from reports.timeline import timeline
from scoring.delivery import Silence
from simulator import events as e
from simulator.journal import Entry, Journal
from tests.reports.made import NOON, at_noon, journal_of, keep, mark, marking_of, short_call

HERE = "http://127.0.0.1"
BEGAN_MS, LASTS_MS = 4_000, 30_000


def spool(store: Store, name: str, loud_from_s: float = 10.0) -> Path:
    """Thirty seconds: silence, then a hum."""
    samples = np.zeros(8 * LASTS_MS, dtype="<i2")
    samples[round(loud_from_s * 8_000) :] = 8_000
    store.recordings.spool.mkdir(parents=True, exist_ok=True)
    path = store.recordings.spool / name
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8_000)
        file.writeframes(samples.tobytes())
    return path


def kept(store: Store, side: str = "caller", loud_from_s: float = 10.0) -> e.RecordingKept:
    digest = store.recordings.take(spool(store, f"c.{side}.0.wav", loud_from_s), "wav")
    facts = {"track": side, "digest": digest, "codec": "wav", "began_ms": BEGAN_MS, "lasts_ms": LASTS_MS}
    return e.RecordingKept.model_validate(facts)


def with_sound(*sound: e.RecordingKept | e.RecordingLost) -> Journal:
    *before, end = (entry.event for entry in short_call())
    return journal_of(*before, *sound, end)


@pytest.fixture
def recorded(fresh_store: Store) -> tuple[e.RecordingKept, e.RecordingKept]:
    """Contact 00001 has both sides, 00002 none; 00001 is marked."""
    tracks = kept(fresh_store), kept(fresh_store, "handler", 20.0)
    call_id = keep(fresh_store, with_sound(*tracks))
    fresh_store.add_marking(call_id, marking_of(mark("V01"), mark("V06", "not_met")))
    keep(fresh_store, short_call("Ben"))
    return tracks


@pytest.fixture
def browser(fresh_store: Store) -> Iterator[TestClient]:
    with TestClient(create_app(fresh_store, at_noon), base_url=HERE) as client:
        yield client


def test_a_part_of_a_track_is_served_when_a_part_is_asked_for(
    browser: TestClient, recorded: tuple[e.RecordingKept, ...], fresh_store: Store
) -> None:
    whole = fresh_store.recordings.path(recorded[0].digest, "wav").read_bytes()
    address = f"/calls/00001/sound/{recorded[0].digest}.wav"
    answer = browser.get(address)
    assert (answer.status_code, answer.headers["content-type"], answer.content) == (200, "audio/wav", whole)
    part = browser.get(address, headers={"Range": "bytes=1000-1999"})
    assert (part.status_code, part.content) == (206, whole[1_000:2_000])
    assert part.headers["content-range"] == f"bytes 1000-1999/{len(whole)}"
    assert part.headers["cache-control"] == "no-store"  # a trainee's voice is not left in the browser's cache


def test_only_what_the_calls_own_journal_names_is_served(
    browser: TestClient, recorded: tuple[e.RecordingKept, ...], fresh_store: Store
) -> None:
    digest = recorded[0].digest
    stray = fresh_store.recordings.take(spool(fresh_store, "stray.caller.0.wav", 1.0), "wav")
    for address in (
        f"/calls/00002/sound/{digest}.wav",
        f"/calls/00001/sound/{digest}.flac",
        f"/calls/00001/sound/{stray}.wav",
        "/calls/00001/sound/..%2F..%2Fresults.sqlite",
        "/calls/00001/sound/%2Fetc%2Fpasswd",
    ):
        assert browser.get(address).status_code == 404, address
    assert browser.get(f"/calls/00001/sound/{digest}.wav", headers={"host": "evil.example"}).status_code == 403


def test_the_page_has_a_player_for_each_side_and_every_row_and_mark_leads_to_its_second(
    browser: TestClient, recorded: tuple[e.RecordingKept, ...], fresh_store: Store
) -> None:
    html = browser.get("/calls/00001").text
    for track in recorded:
        assert f'data-side="{track.track}" data-began="{BEGAN_MS}" src="/calls/00001/sound/{track.digest}.wav"' in html
    rows = timeline(fresh_store.journal("1"))
    for row in rows:
        assert f'<tr id="entry-{row.n}"' in html and f'data-at="{row.begins_ms}"' in html
    shown_by = marking_of(mark("V01")).marks[0].shown_by[0]
    at_ms = next(row for row in rows if row.n == shown_by).begins_ms
    marks = html[html.index('id="mark-V01"') :]
    link = re.search(r'class="play-from" data-at="(\d+)" href="([^"]+)"', marks)
    assert link is not None and int(link[1]) == at_ms
    # Without the script the browser itself opens the track at that second.
    assert link[2] == f"/calls/00001/sound/{recorded[0].digest}.wav#t={max(0, at_ms - BEGAN_MS) / 1000:.1f}"
    assert "/static/player.js" in html and browser.get("/static/player.js").status_code == 200


def test_nothing_on_the_page_is_fetched_from_elsewhere(browser: TestClient, recorded: object) -> None:
    html = browser.get("/calls/00001").text
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', html)
    assert "style=" not in html  # the page's own content policy would refuse it


def test_a_call_without_sound_says_so_and_has_no_player(browser: TestClient, recorded: object) -> None:
    html = browser.get("/calls/00002").text
    assert "No sound of this contact was recorded." in html
    assert "<audio" not in html and "play-from" not in html


def test_a_track_whose_file_is_gone_is_named_and_not_played(
    browser: TestClient, recorded: tuple[e.RecordingKept, ...], fresh_store: Store
) -> None:
    fresh_store.recordings.path(recorded[1].digest, "wav").unlink()
    html = browser.get("/calls/00001").text
    assert "Trainee&#39;s side is not in the recordings folder" in html
    assert html.count("<audio") == 1
    assert browser.get(f"/calls/00001/sound/{recorded[1].digest}.wav").status_code == 404


def test_it_says_that_a_trainee_typed_and_what_was_lost(fresh_store: Store) -> None:
    lost = e.RecordingLost(track="caller", because="No space left on device.")
    journal = with_sound(kept(fresh_store), lost)
    at = next(entry for entry in journal if entry.event == lost)
    notes = sound_of(journal, fresh_store.recordings).notes
    assert notes == (
        f"The caller's side was not recorded from {timeline(journal)[at.n - 1].clock} on: No space left on device.",
        "The trainee typed what they said, so there is no track of their voice.",
    )


def test_a_form_that_is_sent_in_vain_shows_the_player_again(browser: TestClient, recorded: object) -> None:
    html = browser.get("/calls/00001").text
    token = re.search(r'name="token" value="([0-9a-f]+)"', html)
    assert token is not None
    answer = browser.post("/calls/00001/judgements", data={"token": token[1], "point": "V01"})
    assert answer.status_code == 422 and "<audio" in answer.text


def test_the_evidence_page_names_the_recordings_and_holds_no_sound(
    recorded: tuple[e.RecordingKept, ...], fresh_store: Store
) -> None:
    html = evidence_html(evidence_of(fresh_store, "1", NOON))
    for track in recorded:
        assert track.digest in html
    assert "00:04 to 00:34, WAV" in html
    assert "<audio" not in html


def test_loudness_is_read_from_where_it_is(fresh_store: Store) -> None:
    track = kept(fresh_store)
    peaks = peaks_of(fresh_store.recordings.path(track.digest, "wav"), 30)
    assert peaks is not None
    assert peaks[:10] == (0.0,) * 10
    assert peaks[10:] == (8_000 / 32_768,) * 20


@pytest.mark.parametrize("content", [b"", b"RIFF", b"no sound at all" * 99])
def test_a_file_that_holds_no_sound_is_not_drawn(tmp_path: Path, content: bytes) -> None:
    for name in ("x.wav", "x.flac"):
        (tmp_path / name).write_bytes(content)
        assert peaks_of(tmp_path / name, 10) is None


def test_a_machine_that_cannot_read_a_form_still_plays_it(fresh_store: Store) -> None:
    flac = fresh_store.recordings.take(spool(fresh_store, "c.caller.0.wav"), "flac")  # no FLAC at all, in truth
    facts = {"track": "caller", "digest": flac, "codec": "flac", "began_ms": BEGAN_MS, "lasts_ms": LASTS_MS}
    keep(fresh_store, with_sound(e.RecordingKept.model_validate(facts)))
    with TestClient(create_app(fresh_store, at_noon), base_url=HERE) as browser:
        html = browser.get("/calls/00001").text
    assert "<audio" in html and 'class="strip"' not in html
    assert "This computer cannot draw FLAC" in html


def spoken_over() -> Journal:
    """The handler begins two seconds before the caller has finished; later nobody speaks for twelve."""
    timed: list[tuple[int, e.Event]] = [
        (0, short_call()[0].event),
        (0, e.PhoneRang(channel="999", line="mobile")),
        (4_000, e.CallAnswered(ring_ms=4_000)),
        (5_000, e.CallerSaid(text="There's somebody in my house.", lasts_ms=6_000)),
        (13_000, e.TalkedOver(by="handler", lasted_ms=2_000)),
        (13_000, e.HandlerSaid(text="Where are you?", began_ms=9_000, spoken_ms=4_000, source="spoken")),
        (25_000, e.CallerSaid(text="Upstairs.", lasts_ms=1_000)),
        (30_000, e.CallEnded(by="handler")),
    ]
    return tuple(Entry(n=n, t_ms=t, event=event) for n, (t, event) in enumerate(timed, 1))


def test_the_picture_shows_both_sides_talk_over_silence_and_marks_where_they_are(fresh_store: Store) -> None:
    rows = timeline(spoken_over())
    waves = [Wave(side=side, began_ms=4_000, lasts_ms=26_000, peaks=(0.5,) * COLUMNS) for side in ("caller", "handler")]
    svg = str(sound_strip(waves, rows, (), [Silence(n=6, t_ms=13_000, lasted_ms=12_000)]))
    assert 'class="s-caller"' in svg and 'class="s-handler"' in svg

    def x_of(t_ms: int) -> float:
        return round(78 + (1000 - 78 - 8) * t_ms / 30_000, 1)

    assert f'<rect class="s-over" x="{x_of(9_000)}"' in svg and "Both speak for 2.0 s, from 00:09" in svg
    assert f'<rect class="s-quiet" x="{x_of(13_000)}"' in svg and "Nobody speaks for 12.0 s, from 00:13" in svg
    assert 'data-until="30000"' in svg


def test_the_picture_of_a_typed_call_shows_where_words_were_sent(fresh_store: Store) -> None:
    rows = timeline(spoken_over())
    svg = str(sound_strip([Wave(side="caller", began_ms=4_000, lasts_ms=26_000, peaks=(0.5,))], rows, ()))
    assert svg.count('class="s-typed"') == 1 and "Not recorded: Where are you?" in svg


def test_words_in_the_picture_are_escaped() -> None:
    hostile = "<script>alert(1)</script>"
    journal = (*spoken_over()[:5], Entry(n=6, t_ms=13_000, event=e.HandlerSaid(text=hostile, began_ms=1, spoken_ms=9)))
    assert "<script>" not in str(sound_strip([], timeline(journal), ()))


def test_recordings_lie_beside_the_results_file(fresh_store: Store) -> None:
    assert isinstance(fresh_store.recordings, Recordings)
    assert fresh_store.recordings.folder == fresh_store.path.parent / "recordings"
