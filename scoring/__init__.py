"""A journal in, marks out; pure."""
