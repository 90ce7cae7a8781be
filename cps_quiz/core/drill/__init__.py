"""A drill: questions one by one, feedback after each."""
