"""Plain words for what the YAML parser rejects, with the cure for the usual slips."""

from typing import Any

import yaml

_ADVICE = (
    (
        "mapping values are not allowed",
        "a colon and a space stand inside unquoted text",
        "put the text in quotes, or write `>-` after the field and the text on the next line",
    ),
    (
        "found a tab character",
        "a tab stands at the start of a line",
        "indent with spaces, never tabs",
    ),
    (
        "cannot start any token",
        "a tab or a sign that YAML keeps for itself stands at the start of a value",
        "indent with spaces, never tabs; put text that begins with @, ` or % in quotes",
    ),
    (
        "while scanning a quoted scalar",
        "a quote that opens here is never closed",
        "close it; inside \"double quotes\" write a quote as \\\", inside 'single quotes' as ''",
    ),
    (
        "unknown escape character",
        "a backslash stands inside double quotes",
        "use single quotes instead, or write the backslash twice",
    ),
    (
        "undefined tag handle",
        "text that begins with ! is a YAML tag",
        "put the text in quotes",
    ),
    (
        "while scanning an alias",
        "text that begins with * is a YAML alias",
        "put the text in quotes",
    ),
    (
        "while scanning an anchor",
        "text that begins with & is a YAML anchor",
        "put the text in quotes",
    ),
    (
        "expected node content",
        "a value is missing or starts with a sign that YAML keeps for itself",
        "put text that begins with a special sign in quotes",
    ),
    (
        "expected <block end>",
        "this line does not fit the lines above it",
        "line it up with the field above; text that starts with a quote must end with one",
    ),
    (
        "did not find expected key",
        "this line does not fit the lines above it",
        "line it up with the field above; text that starts with a quote must end with one",
    ),
    (
        "could not find expected ':'",
        "a field without a colon, or text that ran on to a new line",
        "write `field: text`; indent the further lines of a text",
    ),
    (
        "expected '-' indicator",
        "this line does not fit the list above it",
        "begin each entry of the list with `- ` at the same indentation",
    ),
    (
        "expected ',' or",
        "a list in [brackets] or fields in {braces} are not closed, or lack a comma",
        "close them; put text that begins with [ or { in quotes",
    ),
)

_OPENINGS = ("while scanning a quoted scalar", "while scanning a simple key")
"""What the parser was at when the cause stands where it began: it looked for the end in vain."""


def place(error: yaml.MarkedYAMLError) -> int:
    """The character offset to point at for the parser's `error`."""
    mark: Any = error.context_mark if error.context in _OPENINGS else error.problem_mark or error.context_mark
    return mark.index if mark is not None else 0


def advice(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    """Message and help for the parser's `error`."""
    said = f"{error.context or ''} {error.problem or ''}".strip()
    for signature, message, cure in _ADVICE:
        if signature in said:
            return message, cure
    return f"the YAML parser stops here ({said})", "compare the line with the ones above it"
