"""Finding, reading and loading bank and curriculum files."""
