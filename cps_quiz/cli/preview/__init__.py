"""`cps-quiz preview`."""
