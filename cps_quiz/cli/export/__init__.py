"""`cps-quiz export`."""
