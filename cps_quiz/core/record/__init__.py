"""What is kept of a learner, as plain text."""
