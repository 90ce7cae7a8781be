"""What keys and typed lines mean."""
