"""How the tests run: sums by one thread, and the words alone decide unless a test asks for the encoder."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# The encoder is tried in simulator/understanding/test_encoder.py, and by `rehearse --all` and the benchmark.
os.environ.setdefault("FIRST_CONTACT_UNDERSTANDING", "core")
