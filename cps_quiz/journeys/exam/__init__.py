"""A mock exam from its form to its review, with what is kept of it."""
