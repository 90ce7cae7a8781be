"""Gaps in a stem: blanks inside it, and an end that is left open."""

from re import IGNORECASE
from re import compile as pattern

BLANK = pattern(
    r"(?<!\w)_{2,}(?!\w)|_{4,}|(?<!\w)_(?:\s_)+(?!\w)|\\_(?:\\_)+"
    r"|\[(?:\s*\.{3}\s*|\s*\u2026\s*|blank|\s+)\]|\(blank\)|\bfill\s+in\s+the\s+(?:blank|gap|missing\s+word)s?\b",
    IGNORECASE,
)
OPEN_END = pattern(
    r"(?:\.{3}|\u2026|[-\u2013\u2014])$"
    r"|\b(?:a|an|and|are|as|at|be|because|by|for|from|is|of|or|that|the|their|to|was|were|with)\s*[.:]?$",
    IGNORECASE,
)
"""A stem that leaves off in the middle of a sentence, sometimes with a full stop after it."""
