"""Whether words have the form of telling something: "your mum's downstairs", "you told me he was tall". Pure."""

import re

_TELLS = re.compile(
    r"(?:(?:and|well|okay|ok|right|yes|no|oh|now|look|listen|because|but)[,. ]+)*"
    r"(?:i|we|they|he|she|it|that|this|there|you|(?:your|my|our|the|his|her) \w+(?: \w+)?)"
    r"(?:'s|'re|'ve|'ll|'m|'d| is| are| was| were| has| have| had| will| can| could| may| might| told| said| did| do)"
    r"\b",
    re.IGNORECASE,
)


def tells(text: str) -> bool:
    """Whether the words begin with somebody or something and what is said of it; "so he's gone" is put to them."""
    said = text.strip()
    return not said.endswith("?") and _TELLS.match(said) is not None
