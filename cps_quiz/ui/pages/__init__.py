"""A page to read: in parts, with numbered next steps that a key starts."""
