"""Small pictures in text: bars, sparklines, a heat map. Each stands beside the number it shows."""

from collections.abc import Sequence

from rich.text import Text

from cps_quiz.ui.drawing.look import Look

_SPARKS = ("▁▂▃▄▅▆▇█", "_.:-=+*#")
_HEAT = ("·░▒▓█", ".:+*#")


def bar(share: float, width: int, look: Look) -> Text:
    """A bar of `width` columns, filled to `share` (0 to 1)."""
    full = round(width * max(0.0, min(1.0, share)))
    signs = look.signs
    return Text(signs.bar * full, style="accent").append(signs.rest * (width - full))


def sparkline(values: Sequence[int], look: Look) -> str:
    """A column for each value, the highest for the greatest; an empty one for 0."""
    steps = _SPARKS[not look.unicode]
    most = max(values, default=0)
    return "".join(steps[_level(value, most, len(steps))] if value else look.signs.dot for value in values)


def heat(value: int, most: int, look: Look) -> str:
    """One sign that is darker for more; the lightest for none."""
    steps = _HEAT[not look.unicode]
    return steps[1 + _level(value, most, len(steps) - 1)] if value else steps[0]


def _level(value: int, most: int, steps: int) -> int:
    return min(steps - 1, (value * steps - 1) // most) if most else 0
