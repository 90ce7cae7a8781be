"""Questions as people type them: numbers, letters, an answer line; also Aiken, Respondus and text2qti."""
