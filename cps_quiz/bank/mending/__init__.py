"""Items that say what they mean in another program's words or shape: what is meant, and how to write it here."""
