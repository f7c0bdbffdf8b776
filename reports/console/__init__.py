"""The assessor's web pages, served on 127.0.0.1."""
