"""Words to intents and values."""

from simulator.understanding.understand import load_understanding as load_understanding
