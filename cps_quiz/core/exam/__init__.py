"""A mock exam: its form, its clock, its result."""
