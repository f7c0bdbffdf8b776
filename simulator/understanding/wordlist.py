"""Lists of words written as one line of text."""


def listed(text: str) -> tuple[str, ...]:
    """The words of the line, in order."""
    return tuple(text.split())
