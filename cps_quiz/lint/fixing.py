"""Applying fixes to texts, and showing what they would change."""

from collections.abc import Iterable
from difflib import unified_diff
from itertools import pairwise

from cps_quiz.source.diagnostic import Diagnostic, Edit


def apply_fixes(text: str, diagnostics: Iterable[Diagnostic]) -> tuple[str, int]:
    """`text` with the fixes of its `diagnostics`, and how many were applied.

    A fix that touches what an earlier one changed is left for the next round.
    """
    pieces, at, count = [], 0, 0
    for edits in sorted(tuple(sorted(d.fix.edits)) for d in diagnostics if d.fix and d.fix.edits):
        if edits[0].start < at or not _do_not_overlap(edits):
            continue
        for edit in edits:
            pieces += [text[at : edit.start], edit.text]
            at = edit.end
        count += 1
    return "".join([*pieces, text[at:]]), count


def _do_not_overlap(edits: tuple[Edit, ...]) -> bool:
    return all(one.end <= other.start for one, other in pairwise(edits))


def diff(path: str, before: str, after: str) -> str:
    """A unified diff; empty when nothing changes."""
    rows = unified_diff(_rows(before), _rows(after), path, path)
    return "".join(row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n" for row in rows)


def _rows(text: str) -> list[str]:
    """Lines at their line feeds only, so that a lone form feed or carriage return splits nothing."""
    return [f"{row}\n" for row in text.split("\n")[:-1]] + (
        [text.rpartition("\n")[2]] if not text.endswith("\n") and text else []
    )
