"""The desk's pure parts: keys, rows of the form, answers, drafts, typing, deeds, results, settings."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.policy import Policy
from scenarios.scenario import Row
from scenarios.vocabulary import vocabulary
from simulator import actions as a
from simulator.desk.answers import CHOICES, AnswerValue, read_answer
from simulator.desk.debrief_rows import fact_rows, mark_rows, verdict_counts
from simulator.desk.deeds import deeds
from simulator.desk.drafts import Drafts
from simulator.desk.field_rows import groups
from simulator.desk.keys import SHORTCUTS, help_rows, label_of
from simulator.desk.names import Names
from simulator.desk.ports import Debrief, DeskSettings
from simulator.desk.result_columns import columns_of, shares_of, values_of
from simulator.desk.settings_file import FileSettings
from simulator.desk.typing_pace import TypingPace

# keys


def test_no_two_shortcuts_share_a_key() -> None:
    chords = [(s.key, s.ctrl, s.alt, s.shift) for s in SHORTCUTS]
    assert len(chords) == len(set(chords))


def test_no_shortcut_takes_a_key_that_writes_or_edits() -> None:
    taken = {s.key for s in SHORTCUTS if s.ctrl and not s.shift}
    assert not taken & set("acvxzy"), "these belong to the text boxes"
    assert all(s.ctrl or s.alt or len(s.key) > 1 for s in SHORTCUTS)


def test_the_help_shows_every_command() -> None:
    told = {says for _, says in help_rows()}
    assert {s.says for s in SHORTCUTS} <= told
    assert label_of("stop") == "Ctrl+Shift+S" and label_of("answer") == "F2"


# the form


@pytest.mark.parametrize("desk", ["incident", "ticket"])
@pytest.mark.parametrize("columns", [6, 12])
def test_every_field_of_the_vocabulary_is_on_the_form_once_and_inside_its_row(desk: str, columns: int) -> None:
    fields = vocabulary().fields[desk]  # type: ignore[index]
    placed = [p for group in groups(fields.values(), columns) for row in group.rows for p in row]
    assert sorted(p.field.id for p in placed) == sorted(fields)
    for group in groups(fields.values(), columns):
        for row in group.rows:
            ends = [p.column + p.span for p in row]
            assert [p.column for p in row] == [0, *ends[:-1]] and ends[-1] <= columns


# answers


@settings(deadline=None)  # other programs share the machine
@given(st.sampled_from([None, *CHOICES]), st.text(st.characters(codec="utf-8", exclude_characters=",")))
def test_an_answer_is_read_back_as_it_was_given(chosen: str | None, detail: str) -> None:
    given_ = AnswerValue(chosen, detail.strip())
    if chosen is None and read_answer(given_.text()).chosen is not None:
        return  # the words alone say yes or no
    assert read_answer(given_.text()) == given_


def test_not_known_is_an_answer_and_not_a_no() -> None:
    assert AnswerValue("N/K").text() == "not known" and AnswerValue("No", "none seen").text() == "no, none seen"


# drafts


def test_a_draft_is_recorded_two_seconds_after_its_last_key_and_once() -> None:
    drafts, done = Drafts(), []
    drafts.touch("name", 1_000, lambda: done.append("early"))
    drafts.touch("name", 2_500, lambda: done.append("name"))
    drafts.record_due(4_499)
    assert done == [] and drafts.next_due_ms() == 4_500
    drafts.record_due(4_500)
    drafts.leave("name")
    assert done == ["name"]


def test_leaving_records_at_once_and_everything_is_recorded_before_the_call_is_left() -> None:
    drafts, done = Drafts(), []
    for name in ("name", "postcode", "note"):
        drafts.touch(name, 0, lambda name=name: done.append(name))  # type: ignore[misc]
    drafts.leave("postcode")
    drafts.record_all()
    assert done == ["postcode", "name", "note"] and len(drafts) == 0


def test_drafts_wait_while_nothing_can_be_recorded() -> None:
    done: list[str] = []
    can = [False]
    drafts = Drafts(lambda: can[0])
    drafts.touch("name", 0, lambda: done.append("name"))
    drafts.leave("name")
    drafts.record_all()
    assert done == [] and len(drafts) == 1
    can[0] = True
    drafts.record_due(2_000)
    assert done == ["name"]


# typing


def test_an_utterance_begins_at_its_first_key_and_is_told_at_most_once_a_second() -> None:
    pace = TypingPace()
    told = [pace.speech("x" * n, 5_000 + 300 * n) for n in range(1, 9)]
    assert [n for n, keys in enumerate(told) if keys] == [0, 4]
    assert told[0] == a.KeysHeard(speech=True) and pace.said() == 5_300 and pace.said() is None


def test_words_taken_back_begin_anew() -> None:
    pace = TypingPace()
    pace.speech("h", 1_000)
    pace.speech("", 2_000)
    pace.speech("p", 9_000)
    assert pace.said() == 9_000


def test_keys_in_fields_are_no_speech() -> None:
    assert TypingPace().elsewhere(0) == a.KeysHeard(speech=False)


# deeds


@pytest.mark.parametrize("desk", ["incident", "ticket"])
def test_every_deed_makes_its_action_from_what_it_asks_for(desk: str, policy: Policy) -> None:
    for deed in deeds(Names.of(policy, desk)):  # type: ignore[arg-type]
        values = {i.key: next(iter((i.choices or {}).values()), "words") for i in deed.inputs}
        action = deed.make(values)
        assert action.kind == deed.id


def test_consent_that_was_not_recorded_is_neither_given_nor_refused(policy: Policy) -> None:
    refer = next(d for d in deeds(Names.of(policy, "incident")) if d.id == "refer")
    made = [refer.make({"to": "victim_support", "consent": c}) for c in ("", "yes", "no")]
    assert [m.consent for m in made] == [None, True, False]  # type: ignore[union-attr]


def test_only_the_contact_centre_resets_and_only_the_incident_desk_requests_units(policy: Policy) -> None:
    incident = {d.id for d in deeds(Names.of(policy, "incident"))}
    ticket = {d.id for d in deeds(Names.of(policy, "ticket"))}
    assert "reset" in ticket - incident and "request" in incident - ticket


# results


def test_results_show_the_title_first_and_a_changed_cell_as_it_is_now(log_row: Row) -> None:
    columns = columns_of([log_row])
    assert columns == ("Record", "Type", "Address")
    changed = log_row.model_copy(update={"details": {"Address": "21 Alder Rise"}})
    assert values_of(changed, columns) == ["HM-1100-0407", "Suspicious vehicle", "21 Alder Rise"]


def test_short_columns_are_shown_whole_and_long_ones_share_the_rest(log_row: Row) -> None:
    long = log_row.model_copy(update={"title": "HM-1100-0407 " + "x" * 60})
    shares = shares_of([long], columns_of([long]), 60)
    assert shares[2] >= len("19 Alder Rise") and sum(shares) <= 60.5 and shares[0] > shares[1] - 1
    assert sum(shares_of([log_row], columns_of([log_row]), 200)) == 200


# the debrief


def test_lost_marks_come_first_with_their_reason_and_entries(debrief: Debrief) -> None:
    rows, reasons, shown = mark_rows(debrief, only_lost=False)
    assert [row.right for row in rows] == ["Not met", "Met"] and shown == ((4,), (3,))
    assert "Cleared too soon." in reasons[0][1] and len(mark_rows(debrief, only_lost=True)[0]) == 1
    assert verdict_counts(debrief.marks) == "1 not met, 1 met"


def test_a_fact_is_told_three_ways_with_the_cause(debrief: Debrief) -> None:
    _, words, _ = fact_rows(debrief)
    assert words[0][0] == "Address: transposed"
    assert all(part in words[0][1] for part in ("True: 27", "Told: 27", "Recorded: 72"))


# settings


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    keeper = FileSettings(tmp_path / "deep" / "settings.json")
    keeper.save(DeskSettings(1.3, "contrast", False))
    assert FileSettings(tmp_path / "deep" / "settings.json").load() == DeskSettings(1.3, "contrast", False)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"text_size": "big", "theme": "pink", "captions": 1}', '{"theme": ["day"]}', "\x00"]
)
def test_broken_settings_are_the_usual_ones(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    assert FileSettings(path).load() == DeskSettings()


def test_a_text_size_out_of_bounds_is_brought_within_them(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"text_size": 90}', encoding="utf-8")
    assert FileSettings(path).load().text_size == 2.0


def test_a_folder_that_cannot_be_written_costs_only_the_settings(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    FileSettings(blocked / "settings.json").save(DeskSettings(1.5))
    assert FileSettings(blocked / "settings.json").load() == DeskSettings()
