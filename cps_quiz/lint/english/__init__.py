"""What is known of the language that questions are written in."""
