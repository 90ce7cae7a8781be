"""A drill from its choice to its summary, with what is kept of it."""
