"""Pure values and decisions: no files, no clock, no screen."""
