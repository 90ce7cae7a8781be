"""What the terminal can show, and the signs and colours chosen for it."""

import locale
import os
import sys
from codecs import lookup
from collections.abc import Mapping
from typing import NamedTuple


class Signs(NamedTuple):
    """Signs that stand beside words, never instead of them."""

    right: str
    wrong: str
    other: str
    bar: str
    rest: str
    dot: str
    mark: str


UNICODE = Signs(right="✓", wrong="✗", other="·", bar="━", rest="─", dot="·", mark="▸")
ASCII = Signs(right="+", wrong="x", other="-", bar="=", rest="-", dot="|", mark=">")

STYLES = {
    "accent": "magenta",
    "right": "bold green",
    "wrong": "bold red",
    "strong": "bold",
    "emphasis": "italic",
    "quiet": "",
}
"""Colours of the sixteen that every theme defines, and no dim text: readable on dark and on light."""


WIDEST = 100
"""Columns used at most where no other width is set: longer lines are hard to read."""


class Look(NamedTuple):
    """Plain or not, Unicode or not, and the columns used at most."""

    plain: bool
    unicode: bool
    width: int = WIDEST

    @property
    def signs(self) -> Signs:
        """The signs to use."""
        return UNICODE if self.unicode else ASCII


def look(environment: Mapping[str, str] = os.environ, *, plain: bool) -> Look:
    """What standard output can show. `CPS_QUIZ_PLAIN` is plain whatever is asked.

    So is a dumb terminal, and a pipe, unless `FORCE_COLOR` says that colours arrive somewhere.
    """
    plain = plain or environment.get("CPS_QUIZ_PLAIN", "0") not in {"", "0"}
    term = environment.get("TERM")
    is_terminal = sys.stdout.isatty() and term is not None
    shows = (is_terminal or environment.get("FORCE_COLOR", "0") not in {"", "0"}) and term != "dumb"
    return Look(plain=plain or not shows, unicode=_is_unicode(locale.getencoding()))


def _is_unicode(encoding: str) -> bool:
    """Whether the locale's own encoding can write any letter; Python's UTF-8 mode does not say."""
    try:
        return lookup(encoding).name.startswith("utf")
    except LookupError:
        return False
