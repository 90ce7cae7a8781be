"""What is not said beside its cause: one mistake, one message."""

from collections.abc import Iterable

from cps_quiz.source.diagnostic import Diagnostic

OF_THE_TEXT = {"E302": ("S013",), "E306": ("E302", "S013")}
OF_THE_ITEM = {"K205": ("W503",)}
"""Codes that follow from others: those of the same text, and those of the same item."""

REPEATED = "S003"
"""A field that nobody knows is named once in an item, though each option has it."""


def without_following(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What was `found` in one file, without what only follows from something else that was."""
    diagnostics = list(found)
    texts = {(d.code.id, d.span.line, d.span.column) for d in diagnostics}
    items = {(d.code.id, d.item) for d in diagnostics}
    first: dict[tuple[str | None, str], Diagnostic] = {}
    return [
        d
        for d in diagnostics
        if not (d.code.id == REPEATED and d.item and not d.fix and first.setdefault((d.item, d.message), d) is not d)
        and not any((cause, d.span.line, d.span.column) in texts for cause in OF_THE_TEXT.get(d.code.id, ()))
        and not any((cause, d.item) in items for cause in OF_THE_ITEM.get(d.code.id, ()))
    ]
