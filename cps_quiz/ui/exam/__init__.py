"""A mock exam on a screen, in lines, and in a pipe."""
