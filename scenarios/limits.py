"""How long a text may be that a script, or a trainee, brings into a contact."""

LONGEST_TEXT = 20_000  # characters; longer ones are cut by the engine and refused in a script
