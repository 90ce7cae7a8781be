"""Lines and signs that are no part of a bank: headings, rules, marks of other programs."""

from collections.abc import Iterator
from re import compile as pattern

from cps_quiz.source.diagnostic import Edit
from cps_quiz.source.field_words import LISTS, OURS, plain_name
from cps_quiz.source.slips.counting import counted
from cps_quiz.source.slips.lines import Line, Page
from cps_quiz.source.slips.slip import Slip, slip_of_all

FEWEST_ROWS = 4
"""Lines that begin with the same sign before it is taken for another program's."""

_MERGE = pattern(r"={7}|<{7}(?: .*)?|>{7}(?: .*)?|\|{7}(?: .*)?")
_COMMENT = pattern(r"\s*(//+|\u2039!--|<!--)(.*)")
_RULE = pattern(r"[^\w\s]{3,}|_{3,}")
_NUMBERED = pattern(r"\s*(?P<number>\d{1,5})[:.|)\]]?(?P<gap>[ \t]*)(?P<rest>.*)")
_ENDED = tuple(".!?\u2026\u3002\uff1f\uff01\u061f\"'\u201d\u2019)")
_NO_PART = "this line is no part of the bank"


def strays(page: Page, number: int) -> Iterator[Slip]:
    """What may be wrong with line `number`, if it should not stand there at all."""
    line = page.lines[number]
    if _MERGE.fullmatch(line.text):
        yield from _merge_marks(page)
    elif found := _COMMENT.fullmatch(line.text):
        said = found[2].strip().removesuffix("-->").removesuffix("--\u203a").strip()
        message = f"a comment begins with # here, not with {found[1]}"
        yield Slip(line.start, line.end, message, f"write # {said}", (Edit(line.start, line.end, f"# {said}"),))
    elif _RULE.fullmatch(line.text.strip()):
        yield _commented_out([line])
    yield from _said_at_the_end(page, number)
    yield from _heading(page, number)


def _merge_marks(page: Page) -> Iterator[Slip]:
    rows = [line for line in page.lines if _MERGE.fullmatch(line.text)]
    edits = [Edit(row.start, min(row.end + 1, len(page.text)), "") for row in rows]
    message = f"a merge left its mark here, the line {rows[0].text[:7]}"
    cure = "delete the line, and keep one version of what stands above and below it"
    slip = slip_of_all(edits, message, cure, rows[0].end)
    if slip is not None:
        yield slip


def _commented_out(rows: list[Line]) -> Slip:
    edits = tuple(Edit(row.start, row.start, "# ") for row in rows)
    return Slip(rows[0].start + rows[0].indent, rows[0].end, _NO_PART, "delete it, or write # before it", edits)


def _said_at_the_end(page: Page, number: int) -> Iterator[Slip]:
    """What stands below the bank to the end, at the margin: the words of a chat, an answer key."""
    line, rest = page.lines[number], [row for row in page.lines[number:] if row.text.strip()]
    apart = number > 0 and page.lines[number - 1].is_blank and line.indent == 0 and not line.text.startswith("#")
    if apart and rest and not any(row.dash or plain_name(row.key) in OURS for row in rest):
        slip = _commented_out(rest)
        yield slip._replace(help=_cure(page, number), certain=False) if _is_below_a_block(page, number) else slip


def _is_below_a_block(page: Page, number: int) -> bool:
    """Whether the text above line `number` is one of paragraphs, to which a line at the margin may belong."""
    owner = next((row for row in reversed(page.lines[:number]) if row.is_field), None)
    return owner is not None and page.text[owner.value : owner.value + 1] in {"|", ">"}


def _cure(page: Page, number: int) -> str:
    """What to do with a line that may be a part of the text above it, or none of the bank."""
    inner = page.text_column(number)
    cure = "delete it, or write # before it"
    return f"{cure}; if it goes on with the text above, begin it with {counted(inner, 'space')}" if inner else cure


def _heading(page: Page, number: int) -> Iterator[Slip]:
    """A line between two entries that does not clearly go on with the text above it."""
    line, above = page.lines[number], page.above(number)
    has_words = any(map(str.isalnum, line.text))
    if not has_words or line.key or line.dash or line.is_blank or above < 0 or runs_on(page, number):
        return
    if page.lines[above].is_field and page.lines[above].value >= page.lines[above].end:
        return
    rows = [line]
    for row in page.lines[number + 1 :]:
        if row.is_field or row.dash:
            break
        rows += [row] if not row.is_blank else []
    yield _commented_out(rows)._replace(help=_cure(page, number), certain=False)


def runs_on(page: Page, number: int) -> bool:
    """Whether line `number` clearly goes on with the text above it: a heading may stand there, too."""
    line, above = page.lines[number], page.lines[page.above(number)]
    if above.is_field and above.value >= above.end:
        return plain_name(above.key) not in LISTS
    stopped = not above.text.rstrip().endswith(_ENDED)
    text = line.text.strip()
    is_sentence = text.endswith(_ENDED)
    after = next((row for row in page.lines[number + 1 :] if row.dash or row.is_field), None)
    if after is None or (after.dash and plain_name(after.key) == "id"):
        return stopped and (text[:1].islower() or is_sentence)
    return stopped or is_sentence


def prefixes(page: Page) -> Slip | None:
    """Line numbers, or the > of a quoted mail, before every line."""
    rows = [line for line in page.lines if line.text.strip()]
    if len(rows) < FEWEST_ROWS:
        return None
    if all(row.text.startswith(">") for row in rows):
        edits = [Edit(row.start, row.start + (2 if row.text.startswith("> ") else 1), "") for row in rows]
        return slip_of_all(edits, "each line begins with >, as mail programs quote a text", "delete it in each line")
    found = [_NUMBERED.fullmatch(row.text) for row in rows]
    made = [one for one in found if one]
    numbers = [int(one["number"]) for one in made]
    if len(made) < len(rows) or numbers != list(range(numbers[0], numbers[0] + len(rows))):
        return None
    gap = min((len(one["gap"]) for one in made if one["rest"]), default=0)
    edits = [
        Edit(row.start, row.start + one.start("gap") + min(gap, len(one["gap"])), "")
        for row, one in zip(rows, made, strict=True)
    ]
    return slip_of_all(edits, "each line begins with its number, as it was copied from a listing", "delete the numbers")
