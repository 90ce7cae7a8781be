"""`cps-quiz history`."""
