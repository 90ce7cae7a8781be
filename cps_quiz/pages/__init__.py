"""HTML pages to print, to share and to practise on: exam report, question paper, answer key, practice page."""
