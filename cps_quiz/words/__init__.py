"""What is said to a learner, by subject: the sentences that a translation would need."""
