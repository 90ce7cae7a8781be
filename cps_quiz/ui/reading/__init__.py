"""Longer texts, items and tables, shown at once."""
