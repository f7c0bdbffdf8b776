"""The words that all floors share: intents, fields, systems, agencies, marking points, as data with a type each."""

from scenarios.vocabulary.words import Choice, Field, Intent, Point, Vocabulary, vocabulary

__all__ = ["Choice", "Field", "Intent", "Point", "Vocabulary", "vocabulary"]
