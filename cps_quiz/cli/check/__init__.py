"""`cps-quiz check`."""
