"""How far guessers get who never read the questions."""

from collections.abc import Sequence
from textwrap import fill
from typing import Any, NamedTuple

from cps_quiz.bank.library import Library
from cps_quiz.errors import NothingToAuditError
from cps_quiz.lint.guessing.playing import FEWEST_ITEMS, FEWEST_OPTIONS, Result, countable, play
from cps_quiz.lint.views import ItemView, views

LISTED = 10
"""Items named of those that fall to most guessers."""

COLUMNS, BAR = 79, 17


class Row(NamedTuple):
    """How one guesser did; `right`, `chance` and `limit` are shares of the items."""

    guesser: str
    right: float
    chance: float
    limit: float
    beats_chance: bool


class Fallen(NamedTuple):
    """An item whose key most guessers name, and which of them do."""

    item: str
    path: str
    guessers: tuple[str, ...]


class Audit(NamedTuple):
    """The result. `fallen` counts the guessers who look at the options, `readers` in number."""

    items: int
    others: int
    files: tuple[str, ...]
    rows: tuple[Row, ...]
    readers: int
    fallen: tuple[Fallen, ...]


def audit(library: Library) -> Audit:
    """Let the guessers play with the sound items of `library`.

    Raises NothingToAuditError when none of them counts.
    """
    items = tuple(item for file in views(library) for item in file.items)
    played = countable(items)
    if not played:
        raise NothingToAuditError(FEWEST_OPTIONS)
    results = play(played)
    readers = [result for result in results if result.guesser.reads]
    return Audit(
        items=len(played),
        others=len(items) - len(played),
        files=tuple(dict.fromkeys(item.file.path for item in played)),
        rows=tuple(_row(result, len(played)) for result in results),
        readers=len(readers),
        fallen=_fallen(played, readers),
    )


def _row(result: Result, count: int) -> Row:
    right, chance, limit = (float(points / count) for points in (result.points, result.chance, result.limit))
    return Row(result.guesser.name, right, chance, limit, result.beats_chance)


def _fallen(items: Sequence[ItemView], readers: Sequence[Result]) -> tuple[Fallen, ...]:
    """Items of which at least half of the readers take the key and nothing else, the easiest first."""
    found = []
    for place, item in enumerate(items):
        names = tuple(result.guesser.name for result in readers if result.names_key(place))
        if 2 * len(names) >= len(readers):
            found.append(Fallen(item.item.id, item.file.path, names))
    return tuple(sorted(found, key=lambda fallen: -len(fallen.guessers)))


def as_data(audit: Audit) -> dict[str, Any]:
    """The result as plain data."""
    return {
        "items": audit.items,
        "files": list(audit.files),
        "guessers": [row._asdict() for row in audit.rows],
        "fallen": [{**fallen._asdict(), "guessers": list(fallen.guessers)} for fallen in audit.fallen],
    }


def as_text(audit: Audit, *, bars: bool) -> str:
    """The result as aligned lines, with a bar for each guesser if wanted."""
    items = "1 single-choice item" if audit.items == 1 else f"{audit.items} single-choice items"
    files = "1 file" if len(audit.files) == 1 else f"{len(audit.files)} files"
    others = [f"Left aside: {audit.others} of other kinds."] if audit.others else []
    counted = [f"{items} with at least {FEWEST_OPTIONS} options, in {files}.", *others]
    return "\n".join([*counted, "", *_table(audit.rows, bars=bars), "", *_verdict(audit), *_fallen_lines(audit)])


def _table(rows: Sequence[Row], *, bars: bool) -> list[str]:
    width = max(len(row.guesser) for row in rows)
    widest = max(max(row.right, row.limit) for row in rows)
    picture = f"{'| chance, ] limit':{BAR}}  " if bars else ""
    lines = [f"{'guesser':{width}}   right  chance   limit  {picture}verdict"]
    for row in rows:
        numbers = "".join(f"{share:8.1%}" for share in (row.right, row.chance, row.limit))
        shown = f"{_bar(row, widest)}  " if bars else ""
        verdict = "BEATS CHANCE" if row.beats_chance else "within chance"
        lines.append(f"{row.guesser:{width}}{numbers}  {shown}{verdict}")
    return lines


def _bar(row: Row, widest: float) -> str:
    """The share right as a bar with marks at chance and limit; it ends at the widest of all rows."""
    full, chance, limit = (round(BAR * share / widest) for share in (row.right, row.chance, row.limit))
    cells = ["\u2501" if place < full else "\u2500" for place in range(BAR)]
    cells[min(chance, BAR - 1)] = "|"
    cells[min(limit, BAR - 1)] = "]"
    return "".join(cells)


def _verdict(audit: Audit) -> list[str]:
    beating = sum(row.beats_chance for row in audit.rows)
    said = f"{beating} of {len(audit.rows)} guessers" if beating else f"None of {len(audit.rows)} guessers"
    few = (
        [f"With fewer than {FEWEST_ITEMS} items luck explains nearly everything."] if audit.items < FEWEST_ITEMS else []
    )
    return [
        f"{said} got further than luck explains.",
        "Luck takes none past its limit in about 95 of 100 banks without cues.",
        *few,
    ]


def _fallen_lines(audit: Audit) -> list[str]:
    if not audit.fallen:
        return [f"No item falls to half of the {audit.readers} guessers who read the options."]
    shown = audit.fallen[:LISTED]
    few = f" ({LISTED} of {len(audit.fallen)})" if len(audit.fallen) > LISTED else ""
    return [
        "",
        f"Items that fall to half of the {audit.readers} guessers who read the options{few}:",
        *map(_named, shown),
    ]


def _named(fallen: Fallen) -> str:
    return fill(f"{fallen.item}: {', '.join(fallen.guessers)}", COLUMNS, initial_indent="  ", subsequent_indent="    ")
