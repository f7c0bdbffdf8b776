"""Puts the parts together: the command line of First Contact."""
