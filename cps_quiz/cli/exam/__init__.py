"""`cps-quiz exam`."""
