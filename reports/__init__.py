"""The evidence store, the assessor's console, evidence pages."""
