"""What to say where a field or an entry is of another type than it should be: a list, a text, nothing."""

from re import compile as pattern

from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Edit, Fix
from cps_quiz.source.field_words import EVERY, OURS, TEXTS
from cps_quiz.source.node import Mapping, Node, Scalar, Sequence
from cps_quiz.source.problems import Problems
from cps_quiz.source.slips.counting import counted
from cps_quiz.source.slips.missing import dialogue
from cps_quiz.source.slips.slip import COMMENT, put_in_quotes, quoted

ONE_ID = frozenset({"misconception", "names", "objective", "topic", "scenario", "set", "id"})
"""Fields that name one id."""

_HIDDEN_ENTRY = pattern(r"\n( *)- +\S[^\n]*")


def note_no_text(problems: Problems, name: str, node: Node) -> None:
    """A list or a group of fields stands where a text belongs."""
    place, fix = (node.start, node.end), None
    message, cure = f"`{name}` must be a text", "put it in quotes if it starts with [ or {"
    if type(node) is Sequence:
        below = problems.text[node.start : node.start + 1] == "-"
        if name in ONE_ID:
            message, cure = f"`{name}` must be one id", f"a list stands here: keep the one `{name}` that fits best"
        elif below and name in {"correct", "wrong"}:
            message, cure = f"{message}, and a list stands here", f"write one `- {name}: ...` for each of them"
        elif below:
            message = f"{message}, and a list stands here"
            cure = f"write `{name}: |`, and the lines below it without dashes"
    elif type(node) is Mapping and (end := _end_above(problems.text, name, node)):
        place = end - len(name) - 1, end
        message, cure = dialogue(name)
        shown = COMMENT.search(problems.text, end, node.end)  # in a block it would be
        fix = None if shown else Fix(f"write `{name}: |`", (Edit(end, end, " |"),))
    problems.add(codes.WRONG_TYPE, place, message, cure, fix)


def _end_above(text: str, name: str, node: Mapping) -> int:
    """Where the line of the field `name` ends above the lines of `node`; 0 where these are no lines of a text."""
    end = len(text[: node.start].rstrip())
    alone = text.endswith(f"{name}:", 0, end) and "\n" in text[end : node.start]
    speakers = all(isinstance(field, Scalar) and field.text not in EVERY for field in node.fields)
    texts = all(isinstance(value, Scalar) and not value.style for value in node.values)
    return end if alone and speakers and texts and (name in TEXTS or name not in OURS) else 0


def note_no_fields(problems: Problems, name: str, node: Node) -> None:
    """An entry of a list of groups has no fields."""
    text = problems.text
    message, cure, fix = f"an entry of `{name}` has no fields", "write `field: text` after the `- `", None
    if type(node) is Scalar and not node.text and not node.style:
        start = text.rfind("\n", 0, node.start) + 1
        end = text.find("\n", node.start) + 1 or len(text)
        message, cure = f"a dash stands alone in `{name}`", "delete this line"
        fix = Fix(cure, (Edit(start, end, ""),)) if text[start:end].strip() == "-" else None
    problems.add(codes.WRONG_TYPE, (node.start, node.end), message, cure, fix)


def note_no_entry(problems: Problems, name: str, node: Node, entries: list[Node]) -> str:
    """An entry of the list of texts `entries` is none; those with a colon inside are said once for the list.

    The text that was meant, or "".
    """
    if type(node) is not Mapping or not _is_text_with_colon(problems.text, node):
        message, cure = f"an entry of `{name}` is not a text", "write one text after each `- `"
        problems.add(codes.WRONG_TYPE, (node.start, node.end), message, cure)
        return ""
    maps = (entry for entry in entries if type(entry) is Mapping)
    colons = (entry for entry in maps if _is_text_with_colon(problems.text, entry))
    if not problems.full and next(colons, None) is node:
        texts = [(entry.start, problems.text[entry.start : entry.values[0].end].rstrip()) for entry in (node, *colons)]
        edits = tuple(Edit(start, start + len(text), quoted(text)) for start, text in texts)
        more = f" (and so on {counted(len(texts) - 1, 'more line')})" if len(texts) > 1 else ""
        at = node.fields[0].end
        cure = put_in_quotes(texts[0][1])
        message = f"a colon and a space stand inside unquoted text{more}"
        problems.add(codes.WRONG_TYPE, (at, at + 1), message, cure, Fix("put it in quotes", edits))
    return problems.text[node.start : node.end].strip()


def _is_text_with_colon(text: str, entry: Mapping) -> bool:
    if len(entry.fields) != 1 or type(entry.values[0]) is not Scalar or text[entry.start : entry.start + 1] in "{\"'?":
        return False
    return "\n" not in text[entry.start : entry.values[0].end] and not entry.values[0].style


def note_hidden_entry(problems: Problems, node: Scalar) -> None:
    """A line of the text `node` begins with a dash that is nearly below its own: the next entry of the list."""
    found = _HIDDEN_ENTRY.search(problems.text, node.start, node.end)
    line_start = problems.text.rfind("\n", 0, node.start) + 1
    column = problems.text.find("-", line_start, node.start) - line_start
    if found is None or not 0 <= column < len(found[1]) < node.start - line_start:
        return
    at = found.end(1)
    message = "this line is read as the end of the text above it, because its dash is not below the other dashes"
    cure = f"begin the line with {counted(column, 'space')}; if it does go on with the text, put the whole in quotes"
    fix = Fix(f"begin the line with {counted(column, 'space')}", (Edit(found.start(1), at, " " * column),))
    certain = not _HIDDEN_ENTRY.search(problems.text, found.end(), node.end)
    problems.add(codes.WRONG_TYPE, (at, found.end()), message, cure, fix if certain else None)
