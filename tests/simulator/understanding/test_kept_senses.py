"""The vectors kept beside the encoder: of every shipped example, the same as fresh ones, and no harm without them."""

from pathlib import Path

import numpy as np
import pytest

from simulator.keep_senses import shipped
from simulator.truth import questions_of_the_line
from simulator.understanding.blend import unit
from simulator.understanding.encoder import load_encoder
from simulator.understanding.kept_senses import from_steps, in_steps, load_senses, save_senses


def test_every_shipped_example_is_kept_so_that_a_call_begins_at_once() -> None:
    kept = load_senses().at
    missing = [text for text in shipped() if text not in kept]
    assert not missing, "make them: python -m simulator.keep_senses"


def test_the_questions_that_every_caller_answers_are_among_them() -> None:
    assert set(questions_of_the_line()) <= set(shipped())


def test_a_kept_vector_is_the_one_that_would_be_made_now() -> None:
    encoder, kept = load_encoder(), load_senses()
    for text in shipped()[::500]:
        fresh = from_steps(in_steps(unit(encoder.means((text,))[0])))
        known = kept.get(text)
        assert known is not None
        assert float(known @ fresh) > 0.999


def test_steps_keep_the_direction() -> None:
    vector = unit(np.linspace(-1, 2, 384).astype(np.float32))
    assert float(from_steps(in_steps(vector)) @ vector) > 0.9999


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive", b"text"])
def test_a_broken_file_keeps_nothing_and_does_no_harm(tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "senses.npz"
    broken.write_bytes(content)
    assert load_senses(broken).get("Where are you?") is None
    assert load_senses(tmp_path / "absent.npz").get("Where are you?") is None


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    vector = unit(np.arange(1, 385, dtype=np.float32))
    save_senses({"Where are you?": vector, "Who's there?": -vector}, tmp_path / "senses.npz")
    kept = load_senses(tmp_path / "senses.npz")
    found = kept.get("Who's there?")
    assert found is not None and float(found @ vector) < -0.999
    assert kept.get("Never said") is None
