"""The evidence page as HTML and PDF."""
