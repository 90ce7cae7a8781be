"""Lines that stand a little too far in or out, dashes that were lost, texts that ran on."""

from collections.abc import Iterator

from cps_quiz.source.diagnostic import Edit
from cps_quiz.source.field_words import plain_name
from cps_quiz.source.slips.counting import counted
from cps_quiz.source.slips.kin import holds, is_kin
from cps_quiz.source.slips.lines import Line, Page
from cps_quiz.source.slips.missing import BEGINS, LINES_ABOVE
from cps_quiz.source.slips.slip import Slip
from cps_quiz.source.slips.strays import runs_on

FARTHEST = 8
"""Columns that a line is moved at most: further off, nobody knows where it belongs."""


def layout(page: Page, number: int) -> Iterator[Slip]:
    """Ways to mend how line `number` stands."""
    line = page.lines[number]
    yield from _lost_dash(page, number)
    if line.dash or line.is_field:
        yield from _moved(page, number)
    else:
        yield from _ran_on(page, number)


def _moved(page: Page, number: int) -> Iterator[Slip]:
    line = page.lines[number]
    for indent in sorted(_columns_above(page, number), key=lambda column: (abs(column - line.indent), -column)):
        by = indent - line.indent
        if not by or abs(by) > FARTHEST:
            continue
        message, cure = displaced(f"`{line.key}`" if line.key else "this entry", -by, indent)
        place = line.start + line.indent
        end = line.end if not line.key else place + len(line.key) + (line.column - line.indent)
        for rows in _rows_to_move(page, number, indent):
            further = along(page.number(rows[-1].start) + 1, by, is_alone=len(rows) == 1)
            yield Slip(place, end, message, cure + further, tuple(_shift(row, by) for row in rows))


def displaced(name: str, by: int, indent: int) -> tuple[str, str]:
    """Message and help for a line that stands `by` spaces too far in, or out where that is below 0."""
    message = f"{name} stands {_spaces(abs(by))} too far {'in' if by > 0 else 'out'}"
    return message, f"begin the line with {counted(indent, 'space')}, like the lines that belong with it"


def along(last: int, by: int, *, is_alone: bool) -> str:
    """That further lines are to be moved with the first, down to line `last`."""
    return "" if is_alone or abs(by) == 1 else f"; and so move the lines below it, to line {last}"


def _rows_to_move(page: Page, number: int, indent: int) -> list[list[Line]]:
    """The line alone and what stands below it; the whole entry first where its lines fit each other."""
    line, whole = page.lines[number], _with_children(page, number, indent)
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
    key = "correct" if line.key == "why" and page.nearest_list(number) == "options" else line.key
    for other in page.lines[max(0, number - LINES_ABOVE) : number]:
        if line.dash and not other.dash and other.is_field and holds(other.key, key):
            found |= {other.column, other.column + 2}
        elif (other.is_field or other.dash) and other.dash >= line.dash and is_kin(key, other.key):
            found.add(other.indent if line.dash else other.column)
    return found


def _with_children(page: Page, number: int, indent: int) -> list[Line]:
    """The lines of one entry, to the next one, which may begin at `indent` already."""
    line = page.lines[number]
    rows = [line]
    for other in page.lines[number + 1 :]:
        is_next = other.dash and other.indent == indent and is_kin(line.key, other.key)
        if is_next or (not other.is_blank and other.indent <= line.indent):
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
    cure = f"begin the line with {counted(inner, 'space')}"
    yield Slip(line.start + line.indent, line.end, message, cure, edits, certain=runs_on(page, number))
