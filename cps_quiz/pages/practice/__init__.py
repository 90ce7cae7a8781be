"""One page to practice on in a browser: drill, mock exam, notes and progress in one file."""
