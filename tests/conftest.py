"""How the tests run: sums by one thread, no property against the clock, the words alone unless a test asks for more."""

import os
from pathlib import Path

from hypothesis import settings

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# The encoder is tried in simulator/understanding/test_encoder.py, and by `rehearse --all` and the benchmark.
os.environ.setdefault("FIRST_CONTACT_UNDERSTANDING", "core")
# What is worked out of the calls is kept for all tests of this checkout, for those in programs of their own too.
os.environ.setdefault("FIRST_CONTACT_SENSES", str(Path(__file__).parents[1] / ".pytest_cache" / "senses"))

# A busy machine is slow by chance; what may take how long is measured in benchmarks/.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
