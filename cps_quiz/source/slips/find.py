"""Which slip it was that the YAML parser stumbled over: the first whose mend lets it read on."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, pairwise, product
from re import MULTILINE
from re import compile as pattern

from cps_quiz.source.slips.draft import edited
from cps_quiz.source.slips.layout import layout
from cps_quiz.source.slips.lines import Page
from cps_quiz.source.slips.missing import missing, no_colon
from cps_quiz.source.slips.quoting import boxes, quoting
from cps_quiz.source.slips.slip import Slip
from cps_quiz.source.slips.strays import strays
from cps_quiz.source.slips.typing import everywhere, tabs_by_width
from cps_quiz.source.slips.unlabelled import unlabelled

FirstError = Callable[[str], int | None]
"""Where reading a text stops; None where it reads to the end."""

MOST_TRIED = 40
"""Mends that are tried for one error: each costs a reading."""

AHEAD = 400
"""Characters behind the error that a mend is tried on."""

_OPENS = pattern(r"^<{7} ", MULTILINE)
_CLOSES = pattern(r"^>{7} ", MULTILINE)


def conflict(text: str) -> tuple[int, int, str, str] | None:
    """The marks of a merge that was not finished: where the first stands, and what to say."""
    first = _OPENS.search(text) if "<<<<<<<" in text else None
    if first is None or not _CLOSES.search(text, first.start()):
        return None
    count = len(_OPENS.findall(text))
    more = f" (and {count - 1} more below)" if count > 1 else ""
    message = f"a merge left two versions here, between the lines <<<<<<< and >>>>>>>{more}"
    return first.start(), first.end(), message, "keep the one that is right, and delete the other with the three marks"


def find_slip(text: str, at: int, first_error: FirstError) -> Slip | None:
    """The slip behind the error at offset `at`; None when no mend helps."""
    page = Page(text)
    number = page.number(at)
    limit = text.find("\n", min(len(text), page.lines[number].end + AHEAD))
    tried = text[: limit if limit >= 0 else len(text)]
    for count, slip in enumerate(_candidates(page, number)):
        if count >= MOST_TRIED:
            return None
        if _helps(tried, slip, at, page.lines[number].end, first_error):
            return slip
    return None


def _helps(text: str, slip: Slip, at: int, line_end: int, first_error: FirstError) -> bool:
    edits = sorted(edit for edit in slip.edits if edit.end <= len(text))
    mended = edited(text, edits)
    error = first_error(mended)
    if error is None or mended == text:
        return mended != text
    grown = sum(len(e.text) - (e.end - e.start) for e in edits if e.start <= at)
    return error > max(at, line_end) + grown


def _candidates(page: Page, number: int) -> Iterator[Slip]:
    signs = [*everywhere(page)]
    yield from signs
    yield from _pairs(combinations(signs, 2))
    yield from tabs_by_width(page)
    yield from boxes(page)
    above = page.above(number)
    owners = list(dict.fromkeys((page.owner(number), page.owner(above) if above >= 0 else number)))
    near = list(dict.fromkeys((number, *([above] if above >= 0 else []), *owners)))
    for line in near:
        yield from no_colon(page, line)
        yield from missing(page, line)
    yield from unlabelled(page)
    for line in near:
        yield from strays(page, line)
    first, others = owners[:1], owners[1:]
    for owner in first:
        yield from _text_then_layout(page, owner, number)
    for owner in others:
        yield from quoting(page, owner)
    if above >= 0:
        yield from layout(page, above)
    yield from _pairs(product((*signs, *layout(page, number)), [*quoting(page, number)]))


def _pairs(pairs: Iterable[tuple[Slip, Slip]]) -> Iterator[Slip]:
    """Two slips that only help together."""
    for one, other in pairs:
        edits = sorted((*one.edits, *other.edits))
        if all(before.end <= after.start for before, after in pairwise(edits)):
            message, cure = f"{one.message}; and {other.message}", f"{one.help}; {other.help}"
            yield Slip(one.start, one.end, message, cure, tuple(edits), certain=one.certain and other.certain)


def _text_then_layout(page: Page, owner: int, number: int) -> Iterator[Slip]:
    """The text first, unless the line looks like a field that slipped into the text above it."""
    if owner == number:
        yield from quoting(page, owner)
        yield from layout(page, number)
    else:
        yield from layout(page, number)
        yield from quoting(page, owner)
