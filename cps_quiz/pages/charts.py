"""Plots as inline SVG. Each says in words what it shows; its numbers stand beside it in a table or in text.

They are drawn 320 units wide with labels above their bars, so that they fit a phone without getting small.
"""

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

from cps_quiz.core.exam.report import Part
from cps_quiz.core.results.shown import ShownShare
from cps_quiz.pages.markup import Element, Node, element

WIDTH, _EDGE = 320, 12
_PLOT = WIDTH - 2 * _EDGE
_ROW, _LINE, _BAR = 38, 14, 12
_NAME = 46
"""Letters of a name that fit one line at this width and letter size."""

COLUMNS = 25
"""Questions in one plot of times: more would make a column thinner than its mark."""

_TALL = 70


class Limit(NamedTuple):
    """A share (0 to 1) that all others are held against; `kind` is the style of its line."""

    label: str
    share: float
    kind: str


class Column(NamedTuple):
    """The time of one question, and whether it was missed or left open."""

    number: int
    seconds: float
    missed: bool = False
    open: bool = False


def shares(title: str, parts: Sequence[tuple[str, Part]], limits: Sequence[Limit] = ()) -> Element:
    """A bar for each share, with Wilson's interval as a whisker, and a line for each limit."""
    top = _LINE * len(limits) + 4
    bottom = top + _ROW * len(parts)
    rows = [node for at, (name, part) in enumerate(parts) for node in _share(name, part, top + _ROW * at)]
    lines = [node for at, limit in enumerate(limits) for node in _limit(limit, _LINE * (at + 1) - 4, bottom)]
    description = "; ".join(f"{name}: {part.right} of {part.asked}" for name, part in parts)
    return _plot(
        title, f"{description}. The whiskers span the 95% intervals.", bottom + 22, *lines, *rows, *_scale(bottom)
    )


def ranges(title: str, rows: Sequence[tuple[str, ShownShare]]) -> Element:
    """A bar for each share with its interval; of a share that is not told, only the range in which it lies."""
    bottom = 4 + _ROW * len(rows)
    drawn = [node for at, (name, shown) in enumerate(rows) for node in _range(name, shown, 4 + _ROW * at)]
    description = "; ".join(f"{name}: {shown.told}" for name, shown in rows)
    return _plot(title, f"{description}. The whiskers span the 95% intervals.", bottom + 22, *drawn, *_scale(bottom))


def _range(name: str, shown: ShownShare, top: float) -> list[Node]:
    middle = top + 20 + _BAR / 2
    low, high = _at(shown.low), _at(shown.high)
    whisker = f"M{low:.1f} {middle - 4}v8m0-4H{high:.1f}m0-4v8"
    bar = [_bar(_PLOT * shown.value, top + 20)] if shown.value is not None else []
    dashed = "mark" if shown.value is not None else "mark dashed"
    return [_text(_EDGE, top + 14, f"{_short(name)}: {shown.told}"), *bar, element("path", d=whisker, class_=dashed)]


def counts(title: str, bars: Sequence[tuple[str, int]], most: int) -> Element:
    """A bar for each count, `most` being the full width, with the count behind its name."""
    rows: list[Node] = []
    for at, (name, count) in enumerate(bars):
        y = _ROW * at
        rows += [_text(_EDGE, y + 14, f"{_short(name)}: {count}"), _bar(_PLOT * count / max(1, most), y + 20)]
    description = "; ".join(f"{name}: {count}" for name, count in bars)
    return _plot(title, f"{description}. A full bar would be {most}.", _ROW * len(bars) + 4, *rows)


def times(title: str, columns: Sequence[Column], longest: float) -> Element:
    """A column for the time of each question, on a scale up to `longest`; missed ones have a triangle, open a ring."""
    ground, wide = _TALL + 34, _PLOT / COLUMNS
    drawn = [node for at, column in enumerate(columns) for node in _column(column, _EDGE + wide * at, ground, longest)]
    top = ground - _TALL
    scale = [
        _text(_EDGE, 12, f"dotted line: {longest:.0f} s; \u25b2 missed, \u25cb open"),
        _stroke("axis dashed", _EDGE, top, WIDTH - _EDGE, top),
        _stroke("axis", _EDGE, ground, WIDTH - _EDGE, ground),
    ]
    description = ", ".join(f"{column.number}: {column.seconds:.0f}" for column in columns)
    return _plot(title, f"Seconds for each question: {description}.", ground + 18, *scale, *drawn)


def _plot(title: str, description: str, height: float, *drawn: Node) -> Element:
    said = (element("title", title), element("desc", description))
    return element("figure", element("svg", *said, *drawn, viewBox=f"0 0 {WIDTH} {height:g}", role="img"))


def _share(name: str, part: Part, top: float) -> list[Node]:
    middle = top + 20 + _BAR / 2
    low, high = (_at(share) for share in part.interval)
    whisker = f"M{low:.1f} {middle - 4}v8m0-4H{high:.1f}m0-4v8"
    label = _text(_EDGE, top + 14, f"{_short(name)}: {part.share:.0%}")
    return [label, _bar(_PLOT * part.share, top + 20), element("path", d=whisker, class_="mark")]


def _limit(limit: Limit, baseline: float, bottom: float) -> list[Node]:
    """The line of a limit, with its label on the side where there is room."""
    x = _at(limit.share)
    right = limit.share > 0.5  # noqa: PLR2004 - the middle
    label = f"{limit.label} {limit.share:.0%}"
    return [
        _text(x - 4 if right else x + 4, baseline, label, anchor="end" if right else "start"),
        _stroke(f"mark {limit.kind}", x, baseline - 9, x, bottom),
    ]


def _scale(bottom: float) -> list[Node]:
    found: list[Node] = [_stroke("axis", _EDGE, bottom, WIDTH - _EDGE, bottom)]
    for share, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end")):
        x = _at(share)
        found += [_stroke("axis", x, bottom, x, bottom + 4), _text(x, bottom + 16, f"{share:.0%}", anchor=anchor)]
    return found


def _column(column: Column, x: float, ground: float, longest: float) -> list[Node]:
    wide = _PLOT / COLUMNS
    tall = _TALL * column.seconds / longest if longest else 0.0
    middle, above = x + wide / 2, ground - tall - 7
    drawn: list[Node] = [
        element(
            "rect", x=x + 1.5, y=ground - tall, width=wide - 3, height=tall, class_="miss" if column.missed else "bar"
        )
    ]
    if column.open:
        drawn.append(element("circle", cx=middle, cy=above, r=3, class_="open"))
    elif column.missed:
        drawn.append(element("path", d=f"M{middle:.1f} {above - 4:.1f}l4 7h-8z", class_="miss"))
    if column.number % 5 == 0:
        drawn.append(_text(middle, ground + 13, str(column.number), anchor="middle"))
    return drawn


def _at(share: float) -> float:
    return _EDGE + _PLOT * share


def _bar(width: float, top: float) -> Element:
    return element("rect", x=_EDGE, y=top, width=width, height=_BAR, class_="bar")


def _stroke(kind: str, x1: float, y1: float, x2: float, y2: float) -> Element:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=kind)


def _text(x: float, y: float, words: str, *, anchor: str = "start") -> Element:
    return element("text", words, x=x, y=y, text_anchor=anchor)


def _short(name: str) -> str:
    """A name cut to one line; it stands whole in the table."""
    room = _NAME
    for at, char in enumerate(name):
        room -= 2 if east_asian_width(char) in {"W", "F"} else 1
        if room < 0:
            return f"{name[:at].rstrip()}\u2026"
    return name
