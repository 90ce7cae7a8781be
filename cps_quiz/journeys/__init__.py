"""What the program does, end to end, for a screen and a store that are handed in."""
