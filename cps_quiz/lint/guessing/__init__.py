"""Guessers who never read the question, and how far luck would get them."""
