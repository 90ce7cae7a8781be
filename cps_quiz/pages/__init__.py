"""HTML pages to print and to share: exam report, question paper, answer key."""
