"""Voice, hearing and the telephone line; each real part has a silent, named twin beside it."""
