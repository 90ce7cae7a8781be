"""Anki: the fields of a note, and how its card looks."""
