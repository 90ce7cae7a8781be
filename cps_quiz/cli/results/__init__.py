"""`cps-quiz results`."""
