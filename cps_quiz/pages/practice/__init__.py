"""One page to practise on in a browser: drill, mock exam, notes and progress in one file."""
