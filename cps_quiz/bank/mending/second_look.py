"""Signs of a word processor that YAML takes for text without a word: seen by what is missing afterwards."""

from collections.abc import Callable
from typing import TypeVar

from cps_quiz.source import codes
from cps_quiz.source.node import Node
from cps_quiz.source.problems import Problems
from cps_quiz.source.slips.draft import Draft
from cps_quiz.source.slips.lines import Page
from cps_quiz.source.slips.typing import everywhere
from cps_quiz.source.yaml_reader import read_tree

File = TypeVar("File")


def second_look(
    file: File, problems: Problems, mark: tuple[int, int], decode: Callable[[Node | None, Problems], File]
) -> File:
    """The file with wrong signs read as what they stand for, wherever that leaves fewer problems.

    `problems` since `mark` are those of the first look, and become those of the last one. `decode` goes from a
    tree to what the file holds, and notes what is wrong.
    """
    draft = Draft(problems.text, problems.text)
    for slip in everywhere(Page(problems.text)):
        again = draft.edited(slip.edits) if not draft.layers else None
        if again is None:
            break
        found = Problems(problems.text)
        tree = read_tree(again.text, found)
        if found.in_text() or tree is None:
            continue
        fix = draft.fix(slip.help, slip.edits) if slip.certain else None
        found.add(codes.YAML_SYNTAX, (slip.start, slip.end), slip.message, slip.help, fix)
        other = decode(again.tree(tree), found)
        if found.count < problems.count - mark[0] or (found.count == 1 and not problems.in_text()):
            problems.back_to(mark)
            problems.add_all(found)
            file, draft = other, again
    return file
