"""`cps-quiz bank`."""
