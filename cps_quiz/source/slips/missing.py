"""What was left out, or stands there once too often: a colon, `items:`, a `|`, a dash."""

from collections.abc import Iterator
from re import compile as pattern

from cps_quiz.source.diagnostic import Edit
from cps_quiz.source.field_words import EVERY, LISTS, OURS, TEXTS, plain_name
from cps_quiz.source.slips.lines import Line, Page
from cps_quiz.source.slips.slip import COMMENT, Slip, written

KINDS = frozenset({"correct", "wrong"})
BEGINS = KINDS | {"id"}
"""Fields that begin an entry of a list."""

LINES_ABOVE = 60
"""Lines above that show where a line may belong."""

_NO_COLON = pattern(r"( *(?:- +)?)([a-z_]+)( +)(\S.*)")
_NEEDED = frozenset({"id", "stem", "options", "correct", "wrong", "why", "misconception", "bank", "title", "topic"})
_WORD = pattern(r"( *(?:- +)?)([A-Za-z][A-Za-z _-]*)")
_ARROWS = "-=>\u2013\u2014\u2192"
_TWO_DASHES = pattern(r" *- +(?P<second>- +)(?=(?P<key>[a-z_]+):)")


def missing(page: Page, number: int) -> Iterator[Slip]:
    """What may be missing in line `number` or above it, or stand there once too often."""
    yield from _no_colon_of_list(page, number)
    yield from _no_items(page, number)
    yield from _no_block_sign(page, number)
    yield from _extra_dash(page, number)


def no_colon(page: Page, number: int) -> Iterator[Slip]:
    """`stem What helps?` for `stem: What helps?`."""
    line = page.lines[number]
    found = _NO_COLON.fullmatch(line.text.rstrip())
    if not found or found[2] not in _NEEDED or found[4][0] in _ARROWS or _is_there(page, number, found[2]):
        return
    at = line.start + found.end(2)
    edits = (Edit(at, line.end, f": {written(found[4])}"),)
    message = f"a colon is missing behind `{found[2]}`"
    sure = found[2] not in KINDS or not found[4][0].islower()  # `wrong time to ask` may be all of an option
    cure = f"write `{found[2]}: ` and then the text"
    yield Slip(line.start + found.start(2), at, message, cure, edits, certain=sure)


def _is_there(page: Page, number: int, name: str) -> bool:
    """Whether the entry that line `number` belongs to has that field above it."""
    column = page.lines[number].indent
    for other in reversed(page.lines[max(0, number - LINES_ABOVE) : number]):
        if other.column == column and other.key == name:
            return True
        if other.column <= column and other.dash:
            return False
    return False


def _no_colon_of_list(page: Page, number: int) -> Iterator[Slip]:
    """`options` alone on its line and a list below it, or `correct` and its text below it."""
    line = page.lines[number]
    found = _WORD.fullmatch(line.text.rstrip())
    below = next((row for row in page.lines[number + 1 :] if not row.is_blank), None)
    if not found or below is None or below.indent < line.indent:
        return
    name, start = plain_name(found[2]), line.start + found.start(2)
    owns = name in LISTS and below.dash
    if not owns and not (name in KINDS and line.dash and not below.dash and below.indent > line.indent):
        return
    edits = (Edit(start, line.end, f"{name}:") if owns else Edit(start, below.start + below.indent, f"{name}: "),)
    yield Slip(start, line.end, f"a colon is missing behind `{found[2]}`", f"write `{name}:`", edits)


def _no_items(page: Page, number: int) -> Iterator[Slip]:
    """The first item right below the header."""
    line, above = page.lines[number], page.lines[page.above(number)] if page.above(number) >= 0 else None
    is_first = line.dash and plain_name(line.key) == "id" and above is not None
    if is_first and above is not None and above.is_field and not above.column and above.value < above.end:
        edits = (Edit(line.start, line.start, "items:\n"),)
        message = "the line `items:` is missing above the first item"
        yield Slip(line.start + line.indent, line.end, message, "write `items:` on a line of its own above it", edits)


def _no_block_sign(page: Page, number: int) -> Iterator[Slip]:
    """Lines of a dialogue, `Dana: ...`, which look like fields of the field above them."""
    owner = _empty_text_above(page, number)
    if owner is not None:
        message, cure = dialogue(owner.key)
        edits = (Edit(owner.end, owner.end, " |"),)
        sure = not _has_comments(page, owner, number)
        yield Slip(owner.start + owner.column, owner.end, message, cure, edits, certain=sure)


def _has_comments(page: Page, owner: Line, number: int) -> bool:
    """Whether comments may stand among the lines below a field, around line `number`: a block shows them."""
    for row in page.lines[max(0, number - LINES_ABOVE) : number + LINES_ABOVE]:
        if row.start > owner.start and not row.is_blank and row.indent <= owner.column:
            return False
        if row.start > owner.start and COMMENT.search(row.text):
            return True
    return len(page.lines) > number + LINES_ABOVE


def dialogue(name: str) -> tuple[str, str]:
    """Message and help where the lines below the field `name` are taken for fields."""
    message = f"the lines below `{name}:` look like fields, because of their colons"
    return message, f"write `{name}: |`; then they are a text, and keep their line breaks"


def _empty_text_above(page: Page, number: int) -> Line | None:
    """The text field without text that line `number` stands below."""
    line = page.lines[number]
    for other in reversed(page.lines[max(0, number - LINES_ABOVE) : number]):
        if other.is_blank:
            continue
        if other.indent < line.indent and plain_name(other.key) in TEXTS and other.value >= other.end:
            return None if line.is_field or line.dash else other
        if other.indent < line.indent or other.is_field or other.dash:
            return None
    return None


def _extra_dash(page: Page, number: int) -> Iterator[Slip]:
    line = page.lines[number]
    twice = _TWO_DASHES.match(line.text)
    if twice and twice["key"] in EVERY:
        start, end = line.start + twice.start("second"), line.start + twice.end("second")
        message = f"two dashes stand before `{twice['key']}`"
        yield Slip(start, start + 1, message, "delete one of the dashes", (Edit(start, end, ""),))
    elif line.dash and line.key in OURS - BEGINS and _is_below_a_field(page, number):
        start = line.start + line.indent
        message, cure = no_entry(line.key)
        yield Slip(start, start + 1, message, cure, (Edit(start, line.start + line.column, ""),))


def no_entry(name: str) -> tuple[str, str]:
    """Message and help for a dash before a field that belongs to the entry above."""
    return f"a dash stands before `{name}`, which belongs with the lines above it", "delete this dash"


def _is_below_a_field(page: Page, number: int) -> bool:
    """Whether the dash of line `number` stands where the fields of an entry begin."""
    line = page.lines[number]
    for other in reversed(page.lines[max(0, number - LINES_ABOVE) : number]):
        if other.is_blank or (other.column > line.indent and not (other.dash and other.indent == line.indent)):
            continue
        return other.is_field and other.column == line.indent
    return False
