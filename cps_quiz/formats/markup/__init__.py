"""Texts in other markups, and back."""
