"""A field that is empty because its text begins with a number sign, which makes a comment of it."""

from cps_quiz.source.diagnostic import Edit, Fix
from cps_quiz.source.node import Scalar


def lost_comment(name: str, node: Scalar, text: str) -> tuple[tuple[int, int], str, str, Fix | None] | None:
    """Place, message, help and fix for the empty `node` of the field `name`; None where no comment follows it."""
    line_end = text.find("\n", node.end) if "\n" in text[node.end :] else len(text)
    behind = text[node.start : line_end].strip()
    if node.style or not behind.startswith("#"):
        return None
    quoted = "'" + behind.replace("'", "''") + "'"
    start = text.index("#", node.start)
    end = start + len(behind)
    fix = Fix(f"write {quoted}", (Edit(start, end, quoted),)) if behind[1:2].strip() else None
    return (start, end), f"`{name}` is empty: what stands behind # is a comment, and lost", f"write {quoted}", fix
