"""The recogniser in its own process: words come back, a death is survived, a missing model says how to mend it."""

from pathlib import Path

import pytest

from audio import recogniser_choice
from audio.recogniser import Heard, NoRecogniser, RecogniserFailed, WordHeard
from audio.recogniser_child import ChildRecogniser
from audio.recogniser_choice import choose_recogniser
from audio.recogniser_engines import WHISPER_OPTIONS, threads_to_use
from audio.recogniser_model import DIGEST, PATH_VARIABLE, Model, ModelUnusable, find_model, own_model

READY = 'import json,sys,os\nprint(json.dumps({"id": 0, "ok": True}), flush=True)\n'
ECHO = """
for line in sys.stdin:
    wish = json.loads(line)
    word = {"word": "hello", "probability": 0.5, "began_s": 0.1, "ended_s": 0.4}
    print(json.dumps({"id": wish["id"], "ok": True, "text": "hello", "engine": "e", "words": [word]}), flush=True)
"""


def child(code: str) -> ChildRecogniser:
    return ChildRecogniser(["-c", READY + code], "An engine for tests.")


def test_words_come_back_with_their_likelihood_and_times() -> None:
    recogniser = child(ECHO)
    heard = recogniser.recognise(b"\0\0" * 100)
    assert heard == Heard("hello", "e", (WordHeard("hello", 0.5, 0.1, 0.4),)) and heard.confidence == 0.5
    assert recogniser.describe() == "An engine for tests." and not recogniser.trouble
    recogniser.close()
    recogniser.close()


def test_a_recogniser_that_died_is_started_again(tmp_path: Path) -> None:
    mark = tmp_path / "died"
    dies_once = f"""
if not os.path.exists({str(mark)!r}):
    open({str(mark)!r}, "w").close()
    sys.stdin.readline()
    sys.exit(1)
"""
    recogniser = child(dies_once + ECHO)
    assert recogniser.recognise(b"\0\0").text == "hello" and mark.exists()
    recogniser.close()


def test_a_recogniser_that_keeps_dying_is_given_up_with_a_reason() -> None:
    recogniser = child("sys.stdin.readline()\nsys.exit(1)\n")
    with pytest.raises(RecogniserFailed, match="stopped working"):
        recogniser.recognise(b"\0\0")
    assert recogniser.trouble
    recogniser.close()


def test_a_recogniser_that_is_too_slow_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audio.recogniser_child.ANSWER_TIMEOUT_S", 0.2)
    recogniser = child("import time\nsys.stdin.readline()\ntime.sleep(60)\n")
    with pytest.raises(RecogniserFailed, match="no answer"):
        recogniser.recognise(b"\0\0")
    assert recogniser.pid is None
    recogniser.close()


@pytest.mark.parametrize("answer", ['print("nonsense", flush=True)', 'print("[1]", flush=True)'])
def test_nonsense_is_not_taken_for_words(answer: str) -> None:
    recogniser = child(f"for line in sys.stdin: {answer}\n")
    with pytest.raises(RecogniserFailed, match="nonsense"):
        recogniser.recognise(b"\0\0")
    recogniser.close()


def test_what_cannot_be_worked_out_says_why_and_the_next_is_heard() -> None:
    code = """
wish = json.loads(sys.stdin.readline())
print(json.dumps({"id": wish["id"], "ok": False, "why": "too loud"}), flush=True)
"""
    recogniser = child(code + ECHO)
    with pytest.raises(RecogniserFailed, match="too loud"):
        recogniser.recognise(b"\0\0")
    assert recogniser.recognise(b"\0\0").text == "hello"
    recogniser.close()


def test_an_engine_that_does_not_load_says_why() -> None:
    code = 'import json\nprint(json.dumps({"id": 0, "ok": False, "why": "ImportError: no engine"}), flush=True)\n'
    recogniser = ChildRecogniser(["-c", code], "")
    with pytest.raises(RecogniserFailed, match="no engine"):
        recogniser.prepare()
    assert "no engine" in recogniser.describe()


def test_the_real_process_without_its_engine_says_what_is_missing(tmp_path: Path) -> None:
    recogniser = ChildRecogniser(["-m", "audio.recogniser_process", "whisper", str(tmp_path), "mine", "checked"], "")
    with pytest.raises(RecogniserFailed, match=r"does not start"):
        recogniser.prepare()
    recogniser.close()


def test_the_recogniser_is_never_told_what_to_expect() -> None:
    """SPEECH.md 3.3: a prompt makes it hear what it was told to expect."""
    assert WHISPER_OPTIONS["initial_prompt"] is None and WHISPER_OPTIONS["hotwords"] is None
    assert WHISPER_OPTIONS["condition_on_previous_text"] is False and WHISPER_OPTIONS["vad_filter"] is True


def test_the_desk_keeps_a_processor_to_itself() -> None:
    assert [threads_to_use(n) for n in (None, 1, 2, 4, 16)] == [1, 1, 1, 3, 4]


def test_weights_that_are_not_those_measured_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"something else")
    with pytest.raises(ModelUnusable, match="sha256"):
        Model(tmp_path, "tiny.en", DIGEST).check()
    Model(tmp_path, "mine").check()


def test_a_model_of_ones_own_is_found_by_its_folder(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"weights")
    assert find_model({PATH_VARIABLE: str(tmp_path)}) == Model(tmp_path, tmp_path.name)


@pytest.mark.parametrize("name", ["nowhere", "x" * 5_000, "\0"])
def test_a_folder_without_a_model_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(ModelUnusable, match=PATH_VARIABLE):
        own_model(tmp_path / name)


def test_without_the_extra_speech_nothing_is_recognised_and_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recogniser_choice, "_installed", lambda name: False)
    recogniser = choose_recogniser({})
    assert isinstance(recogniser, NoRecogniser) and "speech" in recogniser.describe()
    with pytest.raises(RecogniserFailed):
        recogniser.prepare()
    with pytest.raises(RecogniserFailed):
        recogniser.recognise(b"")
    recogniser.close()


def test_pocketsphinx_is_the_last_resort_and_marked_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recogniser_choice, "_installed", lambda name: name == "pocketsphinx")
    assert "low reliability" in choose_recogniser({}).describe()


def test_a_model_from_the_settings_is_used_unless_the_environment_names_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(recogniser_choice, "_installed", lambda name: True)
    for name in ("kept", "named"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "model.bin").write_bytes(b"weights")
    kept, named = str(tmp_path / "kept"), str(tmp_path / "named")
    assert "model kept" in choose_recogniser({}, kept).describe()
    assert "model named" in choose_recogniser({PATH_VARIABLE: named}, kept).describe()


def test_a_model_that_is_not_there_falls_back_and_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(recogniser_choice, "_installed", lambda name: True)
    words = choose_recogniser({PATH_VARIABLE: str(tmp_path / "nowhere")}).describe()
    assert "low reliability" in words and PATH_VARIABLE in words
