"""What numbers from a few tries can say."""
