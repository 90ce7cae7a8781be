"""What a group's answers say about questions, as it may be shown."""
