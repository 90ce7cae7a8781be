"""What is remembered of items, what to ask when, and how an exam would go."""
