"""Words to intents and values."""
