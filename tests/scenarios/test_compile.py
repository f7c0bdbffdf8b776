"""A scenario file in; the scenario, or everything that is wrong with it with the right places, out."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios.compile import compile_file, compile_text
from scenarios.paths import CALLS
from scenarios.problems import Problem, ProblemsFound

Place = tuple[int, int, str]
Changed = Callable[[str, str], tuple[list[Place], tuple[int, int]]]
ProblemsOf = Callable[[str], tuple[Problem, ...]]


def test_a_faultless_scenario_compiles_to_one_surface_for_each_variant(small: str) -> None:
    compiled = compile_text(small, "small.yaml")
    assert compiled.variant_names == ("first", "second")
    assert [surface.channel.number for surface in compiled.surfaces] == ["07700 900822", "07700 900823"]
    assert compiled.for_seed(1) == compiled.for_seed(3) != compiled.for_seed(2)


@pytest.mark.parametrize("path", sorted(CALLS.glob("*/scenario.yaml")), ids=lambda path: path.parent.name)
def test_every_call_of_the_library_compiles(path: Path) -> None:
    assert compile_file(path).id == path.parent.name


def test_names_are_put_in_their_canonical_form(small: str) -> None:
    text = (
        small.replace("field: registration", "field: vrm")
        .replace("asked: [ASK_LOCATION]", "asked: [ask_location]")
        .replace("previous:", "history:")
    )
    plain, other = compile_text(small, "small.yaml"), compile_text(text, "small.yaml")
    assert other.surfaces == plain.surfaces and other.fingerprint == plain.fingerprint
    assert plain.surfaces[0].accepts.category == ("criminal_damage",)


def test_ten_mistakes_give_ten_lines_with_the_right_places(small: str, problems_of: ProblemsOf) -> None:
    mistakes = [
        ('kind: "101"', "kind: «101", "M03"),
        ("[03-2.6, 03-4.7]", "[«3.2-6, 03-4.7]", "R28"),
        ("why_simulated:", "«why_simulatd:", "M02"),
        ("starts: calm", "starts: «clam", "R21"),
        ("field: location", "field: «locaton", "R06"),
        ("asked: [ASK_LOCATION]", "asked: [«ASK_LOCATON]", "R01"),
        ("tags: [essential]", "tags: «essential", "M04"),
        ("after: 40s", "after: «40", "M12"),
        ("grade: [scheduled]", "grade: [«sheduled]", "R13"),
        ("[V01, A01", "[V01, «A99", "R12"),
    ]
    for before, after, _ in mistakes:
        assert before in small
        small = small.replace(before, after, 1)
    marked = [(number, line.index("«") + 1) for number, line in enumerate(small.split("\n"), 1) if "«" in line]
    found = [(p.line, p.column, p.code) for p in problems_of(small.replace("«", ""))]
    assert found == [(*place, code) for place, (_, _, code) in zip(marked, mistakes, strict=True)]


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("id: small-call\n", "«", "M01"),
        ("line: mobile,", "line: «moble,", "M08"),
        ("{starts: calm,", "{starts: calm, trust: «9,", "M09"),
        ("id: small-call", "id: «Small Call", "M10"),
        ('opening: ["Somebody broke my gate."]', "opening: «[]", "M11"),
        ('opening: ["Somebody broke my gate."]', "opening:«", "M14"),
        ("says: [Nadia Holt.]", "says: «Nadia Holt.", "M04"),
        ("  length: {from: 1m, to: 6m}", "  length: «6m", "M05"),
        ("voice: {kind: woman}", "voice: {kind: woman}\n  can_speak_freely: «perhaps", "M07"),
        ("Holt\n    field: name", "Holt\n    tolerance_min: «ten\n    field: name", "M06"),
        ("value: WX24 QTI", "value: «[WX24 QTI]", "M15"),
        ("family: damage", "family: «12", "M03"),
        ("length: {from: 1m,", "length: {from: «1 hour,", "M12"),
        ("asked: [ASK_DESC_VEHICLE]", "asked: [«ASK_LOCATION:kitchen]", "R02"),
        ('"topic:gate"', '«"topic:fence"', "R03"),
        ("says: [The van is back.]", "says: [The van is back.]\n    reveals: [«plat]", "R04"),
        ("since: address", "since: «adress", "R05"),
        ("since: address", 'since: «"graded:soon"', "R13"),
        ("since: address", 'since: «"said:ASK_NOTHING"', "R01"),
        ("since: address", 'since: «"requested:circus"', "R09"),
        ("since: address", 'since: «"press:one"', "R54"),
        ("since: address", 'since: «"question:one"', "R55"),
        ("tags: [essential]", "tags: [«essental]", "R07"),
        ("  previous:", "  «members:", "R08"),
        ("look_ups: [previous]", "look_ups: [previous], referrals: [«zoo]", "R10"),
        ("look_ups: [previous]", "look_ups: [previous], escalations: [«king]", "R11"),
        ("category: [criminal damage]", "category: [«piracy]", "R14"),
        ("look_ups: [previous]", "closing: {qualifiers: [«wet]}", "R15"),
        ("look_ups: [previous]", "closing: {result: [«shrugged]}", "R16"),
        ("look_ups: [previous]", "purposes: [«because]", "R17"),
        ("look_ups: [previous]", "reset_channels: [«pigeon]", "R18"),
        ("look_ups: [previous]", "records: [«log-9]", "R20"),
        ("look_ups: [previous]", "routes: [«backdoor]", "R24"),
        ("look_ups: [previous]", "restrict: [«secret]", "R25"),
        ("look_ups: [previous]", "signposts: [«oracle]", "R26"),
        ("look_ups: [previous]", "updates: [{record: log-1, field: «name, fact: name}]", "R33"),
        ("accepts:", "never: {outcomes: [«escape]}\naccepts:", "R27"),
        ("accepts:", "verification: {request: «wish, genuine: true, items: {}}\naccepts:", "R23"),
        ("accepts:", "presses: [{id: one, asks_for: [«home], says: [Where?]}]\naccepts:", "R19"),
        ("id: van-back", "id: «address", "R29"),
        ("id: van-back", "id: «graded", "R30"),
        ("title: Broken gate", "title: Broken gate\npolicy: «harowmere", "R31"),
        ("  plate:", "  «The Plate:", "R32"),
        ("says: [The van is back.]", "says: [The van is back.]\n    sound: «../../etc/passwd", "R34"),
        ("says: [The van is back.]", "says: [The van is back.]\n    sound: «/etc/passwd", "R34"),
        ("says: [The van is back.]", "says: [The van is back.]\n    sound: «C:\\sounds\\a.wav", "R34"),
        ("says: [The van is back.]", "says: [The van is back.]\n    sound: «none.wav", "R35"),
        ("says: [The van is back.]", "says: [The van is back.]\n    sound: «explosion", "R70"),
        ("accepts:", "sounds: {bed: room, timed: [{sound: «bark, when: {after: 20s}}]}\naccepts:", "R70"),
        ("accepts:", "sounds: {timed: [{sound: dog, when: {after: 20s, since: «nowhere}}]}\naccepts:", "R05"),
        ("value: Nadia Holt\n    field: name", "value: «witch\n    field: role", "R36"),
        ("with: {partial: true}", "with: {«parts: true}", "R52"),
        ("with: {partial: true}", "with: {partial: «3}", "R53"),
        ("03-4.7]", "«03-9.9]", "R56"),
        ("[V01, A01", "[V01, «V01", "R29"),
        ("{name: first, line: 27 Alder Rise,", "{name: first, line: 27 Alder Rise, «line: x,", "S08"),
        ("  - {name: first,", "  - «{", "S22"),
        ("name: second, line", "name: second, «2nd: x, line", "S30"),
        ("variants:\n  - {name: first", "«variants: all\nx:\n  - {name: first", "S21"),
        ("title: Broken gate", "title: «$title", "S25"),
        ("title: Broken gate", "title: «Broken $ gate", "S27"),
        ("line: 4 Tern Walk", "line: «[4 Tern Walk]", "S28"),
        ("  plate:", "  «$plate:", "S29"),
        ("name: second", "name: «first", "S23"),
        ("{name: second, line: 4 Tern Walk,", "«{name: second,", "S24"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_once_and_where_it_stands(changed: Changed, before: str, after: str, code: str) -> None:
    found, marked = changed(before, after)
    assert (*marked, code) in found


def test_a_mistake_brings_no_others_with_it(changed: Changed) -> None:
    for before, after in (
        ("field: location", "field: «locaton"),
        ("aim: Takes", "«aimm: Takes"),
        ("after: 40s", "after: «40"),
    ):
        found, marked = changed(before, after)
        assert [place[:2] for place in found] == [marked]


def test_a_word_that_is_nearly_right_is_answered_with_what_was_meant(small: str, problems_of: ProblemsOf) -> None:
    (problem,) = problems_of(small.replace("starts: calm", "starts: clam"))
    assert str(problem) == "small.yaml:14:18: R21 `clam` is no mood. Did you mean `calm`?"


def test_a_number_where_text_is_meant_is_answered_with_quotes(small: str, problems_of: ProblemsOf) -> None:
    (problem,) = problems_of(small.replace('kind: "101"', "kind: 101"))
    assert problem.mend == 'Put it in quotes: "101".'


def test_a_fault_in_one_variant_is_told_at_its_slot(small: str, problems_of: ProblemsOf) -> None:
    text = small.replace("starts: calm", "starts: $mood").replace("number: 07700 900822", "mood: calm, number: 1a")
    (problem,) = problems_of(text.replace("number: 07700 900823", "mood: clam, number: 1b"))
    assert (text.split("\n")[problem.line - 1][:17], problem.code) == ("  - {name: second", "R21")


def test_a_source_fault_does_not_hide_the_others(small: str, problems_of: ProblemsOf) -> None:
    text = small.replace("title: Broken gate", "title: !!str Broken gate").replace("starts: calm", "starts: clam")
    assert [problem.code for problem in problems_of(text)] == ["S06", "R21"]


def test_the_fingerprint_is_that_of_the_meaning(small: str) -> None:
    plain = compile_text(small, "small.yaml").fingerprint
    respaced = "# a remark\n" + small.replace("family: damage", 'family:   "damage"   # another')
    assert compile_text(respaced, "elsewhere.yaml").fingerprint == plain
    assert compile_text(small.replace("Iron.", "Wood."), "small.yaml").fingerprint != plain
    assert compile_text(small.replace("name: second", "name: other"), "small.yaml").fingerprint != plain


@pytest.mark.parametrize("text", ["just words", "- a\n- b\n", "5", "null", "[]"])
def test_a_file_that_is_no_scenario_is_one_problem(problems_of: ProblemsOf, text: str) -> None:
    assert len(problems_of(text)) == 1


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_scenario_with_any_line_lost_or_changed_compiles_or_is_refused(small_text: str, data: st.DataObject) -> None:
    lines = small_text.split("\n")
    number = data.draw(st.integers(0, len(lines) - 1))
    lines[number] = data.draw(
        st.sampled_from(["", lines[number][:-2], lines[number] + "]", lines[number] + " x: 1", "  - y"])
    )
    try:
        compile_text("\n".join(lines), "small.yaml")
    except ProblemsFound as error:
        assert error.problems and all(1 <= problem.line <= len(lines) + 1 for problem in error.problems)


KEYS = ("channel", "plan", "caller", "facts", "twists", "records", "accepts", "marking", "variants", "answers")
LEAVES = st.none() | st.booleans() | st.integers(-9, 9) | st.text("ab$:", max_size=4)
DATA = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab$", max_size=3), inner, max_size=3)
)


@given(key=st.sampled_from(KEYS), value=DATA)
@settings(max_examples=60, deadline=None)
def test_any_data_in_any_part_compiles_or_is_refused(small_text: str, key: str, value: object) -> None:
    head = small_text.split("\n")
    start = next(n for n, line in enumerate(head) if line.startswith(f"{key}:"))
    end = next((n for n in range(start + 1, len(head)) if head[n][:1] not in (" ", "")), len(head))
    text = "\n".join([*head[:start], f"{key}: {json.dumps(value)}", *head[end:]])
    try:
        compile_text(text, "small.yaml")
    except ProblemsFound as error:
        assert error.problems


def test_a_hundred_thousand_characters_in_a_name_make_a_short_message(small: str, problems_of: ProblemsOf) -> None:
    (problem,) = problems_of(small.replace("starts: calm", f"starts: {'x' * 100_000}"))
    assert len(str(problem)) < 400


def test_a_sound_file_is_refused_since_only_made_sounds_are_played(small: str, tmp_path: Path) -> None:
    (tmp_path / "sounds").mkdir()
    (tmp_path / "sounds" / "own.wav").write_bytes(b"RIFF")
    text = small.replace("says: [The van is back.]", "says: [The van is back.]\n    sound: own.wav")
    with pytest.raises(ProblemsFound) as found:
        compile_text(text, (tmp_path / "scenario.yaml").as_posix())
    assert [problem.code for problem in found.value.problems] == ["R71"]
