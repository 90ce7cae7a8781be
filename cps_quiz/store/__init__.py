"""What the program keeps on disk for its user."""
