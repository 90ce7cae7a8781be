"""Text with positions: places, problems, the YAML tree, and reading it field by field."""
