"""A drill on a screen, in lines, and in a pipe."""
