"""Lines that stand a little too far in or out, dashes that were lost, texts that ran on."""

from collections.abc import Iterator
from re import compile as pattern

from cps_quiz.source.diagnostic import Edit
from cps_quiz.source.field_words import OURS, plain_name
from cps_quiz.source.slips.counting import counted
from cps_quiz.source.slips.lines import Line, Page
from cps_quiz.source.slips.slip import Slip, written

FARTHEST = 8
"""Columns that a line is moved at most: further off, nobody knows where it belongs."""

LINES_ABOVE = 60
"""Lines above that show where a line may belong."""

BEGINS = frozenset({"id", "correct", "wrong"})
"""Fields that begin an entry of a list."""

_NO_COLON = pattern(r"( *(?:- +)?)([a-z_]+)( +)(\S.*)")
_NEEDED = frozenset({"id", "stem", "options", "correct", "wrong", "why", "misconception", "bank", "title", "topic"})


def layout(page: Page, number: int) -> Iterator[Slip]:
    """Ways to mend how line `number` stands."""
    line = page.lines[number]
    yield from _lost_dash(page, number)
    if line.dash or line.is_field:
        yield from _moved(page, number)
    else:
        yield from _no_colon(page, number)
        yield from _said_at_the_end(page, number)
        yield from _ran_on(page, number)


def _moved(page: Page, number: int) -> Iterator[Slip]:
    line = page.lines[number]
    for indent in sorted(_columns_above(page, number), key=lambda column: (abs(column - line.indent), -column)):
        by = indent - line.indent
        if not by or abs(by) > FARTHEST:
            continue
        name = f"`{line.key}`" if line.key else "this entry"
        way = "in" if by < 0 else "out"
        message = f"{name} stands {_spaces(abs(by))} too far {way}"
        cure = f"begin the line with {counted(indent, 'space')}, like the lines that belong with it"
        place = line.start + line.indent
        end = line.end if not line.key else place + len(line.key) + (line.column - line.indent)
        for rows in _rows_to_move(page, number):
            yield Slip(place, end, message, cure, tuple(_shift(row, by) for row in rows))


def _rows_to_move(page: Page, number: int) -> list[list[Line]]:
    """The line alone and what stands below it; the whole entry first where its lines fit each other."""
    line, whole = page.lines[number], _with_children(page, number)
    fits = line.dash and len(whole) > 1 and whole[1].indent == line.column
    return [whole, [line]] if fits else [[line], whole]


def _spaces(count: int) -> str:
    return "one space" if count == 1 else f"{count} spaces"


def _shift(line: Line, by: int) -> Edit:
    return Edit(line.start, line.start + line.indent, " " * max(0, line.indent + by))


def _columns_above(page: Page, number: int) -> set[int]:
    """Where lines of the same kind begin above: dashes for a line with a dash, else fields."""
    line = page.lines[number]
    found = set()
    for other in page.lines[max(0, number - LINES_ABOVE) : number]:
        if other.is_field or other.dash:
            found.add(other.indent if line.dash else other.column)
            found |= {other.column, other.column + 2} if line.dash and not other.dash else set()
    return found


def _with_children(page: Page, number: int) -> list[Line]:
    line = page.lines[number]
    rows = [line]
    for other in page.lines[number + 1 :]:
        if not other.is_blank and other.indent <= line.indent:
            break
        if other.text.strip():
            rows.append(other)
    return rows


def _lost_dash(page: Page, number: int) -> Iterator[Slip]:
    line = page.lines[number]
    above = page.above(number)
    if line.dash and above >= 0 and not page.lines[above].dash:
        yield from _first_dash(page, number)
    if line.dash or plain_name(line.key) not in BEGINS:
        return
    place = line.start + line.indent
    message = f"a dash is missing before `{line.key}`, which begins a new entry"
    cure = f"write `- {line.key}:`, with the dash below the dashes above it"
    edits = [Edit(place, place, "- ")]
    yield Slip(place, place + len(line.key), message, cure, tuple(edits))
    if line.indent >= 2:  # noqa: PLR2004 - the width of a dash
        yield Slip(place, place + len(line.key), message, cure, (Edit(place - 2, place, "- "),))


def _first_dash(page: Page, number: int) -> Iterator[Slip]:
    """The first entry of the list has no dash, the one of line `number` has one."""
    dash = page.lines[number].indent
    at = page.above(number)
    while at >= 0 and not page.lines[at].dash and page.lines[at].indent >= dash:
        first = page.lines[at]
        if plain_name(first.key) in BEGINS:
            place = first.start + first.indent
            message = f"a dash is missing before `{first.key}`, which begins a new entry"
            cure = f"write `- {first.key}:`, with the dash above the dashes below it"
            if first.indent >= dash + 2:
                yield Slip(place, place + len(first.key), message, cure, (Edit(place - 2, place, "- "),))
            rows = [row for row in page.lines[at + 1 : number] if row.text.strip()]
            edits = (Edit(place, place, "- "), *(_shift(row, 2) for row in rows))
            yield Slip(place, place + len(first.key), message, cure, edits)
        at = page.above(at)


def _no_colon(page: Page, number: int) -> Iterator[Slip]:
    line = page.lines[number]
    found = _NO_COLON.fullmatch(line.text.rstrip())
    if not found or found[2] not in _NEEDED or found[2] not in OURS or _is_there(page, number, found[2]):
        return
    at = line.start + found.end(2)
    edits = (Edit(at, line.end, f": {written(found[4])}"),)
    message = f"a colon is missing behind `{found[2]}`"
    yield Slip(line.start + found.start(2), at, message, f"write `{found[2]}: ` and then the text", edits)


def _is_there(page: Page, number: int, name: str) -> bool:
    """Whether the entry that line `number` belongs to has that field above it."""
    column = page.lines[number].indent
    for other in reversed(page.lines[max(0, number - LINES_ABOVE) : number]):
        if other.column == column and other.key == name:
            return True
        if other.column <= column and other.dash:
            return False
    return False


def _said_at_the_end(page: Page, number: int) -> Iterator[Slip]:
    """What a chat says below the bank that it made: text at the margin, apart from the rest, to the end."""
    line, rest = page.lines[number], [row for row in page.lines[number:] if row.text.strip()]
    apart = number > 0 and page.lines[number - 1].is_blank and line.indent == 0 and not line.text.startswith("#")
    if apart and not any(row.is_field or row.dash for row in rest):
        edits = tuple(Edit(row.start, row.start, "# ") for row in rest)
        yield Slip(line.start, line.end, "this line is no part of the bank", "delete it, or write # before it", edits)


def _ran_on(page: Page, number: int) -> Iterator[Slip]:
    line = page.lines[number]
    above = page.above(number)
    if above < 0 or not line.text.strip():
        return
    while above >= 0 and not (page.lines[above].is_field or page.lines[above].dash):
        above = page.above(above)
    if above < 0 or not page.lines[above].text.strip():
        return
    inner = page.lines[above].column + 2
    rows = []
    for row in page.lines[number:]:
        if row.is_field or row.dash or not row.text.strip():
            break
        rows.append(row)
    edits = tuple(Edit(row.start, row.start + row.indent, " " * max(inner, row.indent)) for row in rows)
    name = page.lines[above].key
    of = f"the text of `{name}`" if name else "a text"
    message = f"{of} runs on here, and this line does not stand further in than its field"
    yield Slip(line.start + line.indent, line.end, message, f"begin the line with {counted(inner, 'space')}", edits)
