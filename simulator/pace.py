"""How long talking and typing take; the figures of the role profile and of the design."""

HANDLER_WORDS_A_MINUTE = 150
CALLER_WORDS_A_MINUTE = 165
TYPED_CHARACTERS_A_MINUTE = 150  # 30 words a minute (role profile; DOMAIN F-L14)
CHOICE_MS = 1_000
REPLY_GAP_MS = 500
TURN_GAP_MS = 300


def _words(text: str) -> int:
    return max(1, len(text.split()))


def handler_speaks_ms(text: str) -> int:
    """Milliseconds a handler takes to say this, at 150 words a minute."""
    return _words(text) * 60_000 // HANDLER_WORDS_A_MINUTE


def caller_speaks_ms(text: str, words_a_minute: int = CALLER_WORDS_A_MINUTE) -> int:
    """Milliseconds a caller takes to say this, at 165 words a minute or their own pace, and at least 0.6 s."""
    return max(600, _words(text) * 60_000 // words_a_minute)


def typed_ms(text: str) -> int:
    """Milliseconds it takes to type this, at 30 words (150 characters) a minute."""
    return len(text) * 60_000 // TYPED_CHARACTERS_A_MINUTE
