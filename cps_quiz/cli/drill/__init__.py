"""`cps-quiz drill`."""
