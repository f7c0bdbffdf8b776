"""The trainee's desk: a view folded from entries, painted; the keys; nothing of it decides."""
