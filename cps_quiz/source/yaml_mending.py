"""Reading on after a syntax error: the slip behind it is mended for the reading, else its item left out."""

from collections.abc import Callable

from cps_quiz.source import codes
from cps_quiz.source.node import Node
from cps_quiz.source.problems import Problems
from cps_quiz.source.slips.draft import Draft
from cps_quiz.source.slips.find import FirstError, conflict, find_slip
from cps_quiz.source.slips.slip import Slip
from cps_quiz.source.yaml_recovery import without_entry

MOST_ERRORS = 10
"""Syntax errors of one file that are looked for: each costs another reading."""

MOST_READ = 8 * 1024 * 1024
"""Characters read in all while looking for them; a larger file shows one error at a time."""

MOST_MENDED = 512 * 1024
"""Characters of a file whose slips are looked for: each mend that is tried costs a reading."""

Read = tuple[Node | None, int | None]
"""A tree, and where a syntax error ended it."""


def read_on(
    text: str, first: Read, found: Problems, problems: Problems, reads: tuple[Callable[..., Read], FirstError]
) -> Node | None:
    """The tree of a text whose first reading ended in an error; `found` are its problems so far.

    `reads` are the two ways to read a text: to a tree with its problems, and to its first error alone.
    """
    merge = conflict(text)
    if merge is not None:
        problems.add(codes.YAML_SYNTAX, merge[:2], *merge[2:])
        return None
    draft = Draft(text, text)
    node, at = first
    for _ in range(max(1, min(MOST_ERRORS, MOST_READ // max(1, len(text)))) - 1):
        following = None if at is None else _without_error(draft, at, found, problems, reads[1])
        if following is None:
            break
        draft, found = following, Problems()
        node, at = reads[0](draft.text, found)
    problems.add_all(found, back=draft.back if draft.layers else None)
    return node and draft.tree(node)


def _without_error(draft: Draft, at: int, found: Problems, problems: Problems, first_error: FirstError) -> Draft | None:
    """The draft without the error at offset `at`, which is noted; None when nothing helps."""
    slip = find_slip(draft.text, at, first_error) if len(draft.text) <= MOST_MENDED else None
    if slip is not None:
        _note(slip, draft, problems)
        return draft.edited(slip.edits)
    rest = without_entry(draft.text, at)
    if rest is None:
        return None
    problems.add_all(found, {codes.YAML_SYNTAX}, draft.back)
    return draft.blanked(rest)


def _note(slip: Slip, draft: Draft, problems: Problems) -> None:
    fix = draft.fix(slip.help, slip.edits) if slip.certain else None
    place = (draft.back(slip.start), draft.back(slip.end))
    problems.add(codes.YAML_SYNTAX, place, slip.message, slip.help, fix)
