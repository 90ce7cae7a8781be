"""What is said to a person, by subject: the sentences that a translation would need."""
