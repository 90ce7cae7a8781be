"""Options that do not say `correct:` or `wrong:`, though a `why:` or `misconception:` stands below them."""

from collections.abc import Iterator
from re import compile as pattern

from cps_quiz.source.diagnostic import Edit
from cps_quiz.source.field_words import FOR_ITEM, FOR_OPTION, LISTS, plain_name
from cps_quiz.source.slips.lines import Line, Page
from cps_quiz.source.slips.slip import SHORT, Slip, slip_of_all, written

_BELOW = frozenset(
    {"why", "misconception", "names", *(name for name, ours in FOR_OPTION.items() if ours in {"why", "misconception"})}
)
_LISTS = frozenset({"options", *(name for name, ours in FOR_ITEM.items() if ours == "options")})
_SIGNS = r"[-*_:\"')\]>=\u2013\u2014\u2192]"
_SAID = pattern(
    rf"(?:[*_\"'(\[<]*(?P<word>correct|wrong)(?P<behind>{_SIGNS}*(?:\s+{_SIGNS}+(?=\s))?)\s+(?!not?\b)"
    r"|(?P<right>[\u2713\u2714\u2705\u2611])\ufe0f?\s*|(?P<cross>[\u2717\u2718\u274c\u2612])\ufe0f?\s*)(?P<text>\S.*)",
    flags=2,
)


def unlabelled(page: Page) -> Iterator[Slip]:
    """All options of the file without a label of this format."""
    found = [_meant(page, number) for number in _of_options(page) if _is_bare(page, number)]
    edits = [edit for edit, _ in found]
    certain = all(said for _, said in found)
    cure = "begin it with `correct: ` or `wrong: `, and then its text"
    if found and certain and len(edits[0].text) <= SHORT:
        cure = f"write {edits[0].text}"
    slip = slip_of_all(edits, "this option does not say `correct:` or `wrong:`", cure)
    if slip is not None:
        yield slip._replace(certain=certain)


def _is_bare(page: Page, number: int) -> bool:
    line = page.lines[number]
    if not line.dash or line.is_field or not line.text[line.column :].strip():
        return False
    below = _field_below(page, number)
    if below is None or below.dash or plain_name(below.key) not in _BELOW:
        return False
    return below.indent > line.indent


def _of_options(page: Page) -> Iterator[int]:
    """The lines that stand below `options:`, up to the next list or item."""
    inside = False
    for number, line in enumerate(page.lines):
        name = plain_name(line.key)
        if name in _LISTS | LISTS | {"id"}:
            inside = name in _LISTS
        elif inside:
            yield number


def _field_below(page: Page, number: int) -> Line | None:
    """The first field or dash below line `number`, behind the rest of its text."""
    end = page.region(number)
    rows = (page.lines[at] for at in range(number + 1, len(page.lines)))
    return next((row for row in rows if row.start > end and not row.is_blank), None)


def _meant(page: Page, number: int) -> tuple[Edit, bool]:
    """The option with a label, and whether it says so itself: if not, what stands below it gives a guess."""
    line, end = page.lines[number], page.region(number)
    start = line.start + line.column
    text = page.text[start:end].rstrip()
    said = _SAID.fullmatch(text)
    if said and (said["word"] is None or said["behind"] or not text[0].isalpha()):
        kind = "correct" if said["right"] or (said["word"] or "").casefold() == "correct" else "wrong"
        return Edit(start, end, f"{kind}: {written(said['text'])}"), True
    below = _field_below(page, number)
    kind = "correct" if below is not None and plain_name(below.key) == "why" else "wrong"
    return Edit(start, end, f"{kind}: {text if line.end < end else written(text)}"), False
