"""Which models decide: the words alone, or the encoder beside them."""

import os
from typing import Literal

Mode = Literal["core", "semantic"]
SETTING = "FIRST_CONTACT_UNDERSTANDING"


def wanted() -> Mode:
    """`semantic`, unless the environment asks for `core`; the encoder's file may still be missing."""
    return "core" if os.environ.get(SETTING, "").strip().lower() == "core" else "semantic"
