"""HTML pages to print, to share and to practice on: exam report, question paper, answer key, practice page."""
