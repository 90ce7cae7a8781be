"""The problems of one file, collected while it is read."""

from collections.abc import Collection
from typing import NamedTuple

from cps_quiz.source.diagnostic import Code, Diagnostic
from cps_quiz.source.span import Lines

MOST = 1000
"""Problems kept of one file: more help nobody, and a hostile file could have millions."""

_LONGEST = 1000
"""Characters of a message: it may quote a text of the file, which aliases can repeat by the megabyte."""


class _Problem(NamedTuple):
    start: int
    end: int
    code: Code
    message: str
    help: str
    item: str | None


class Problems:
    """Collects what is wrong; `item` is the id of the item being read, for the diagnostics."""

    def __init__(self) -> None:
        self.item: str | None = None
        self.count = 0
        self._found: list[_Problem] = []

    def add(self, code: Code, place: tuple[int, int], message: str, help: str) -> None:  # noqa: A002 - its name in JSON
        """Note a problem at `place`, a pair of character offsets (start, end)."""
        self.count += 1
        if not self.full:
            item = _short(self.item) if self.item else None
            self._found.append(_Problem(*place, code, _short(message), _short(help), item))

    @property
    def full(self) -> bool:
        """Whether further problems are only counted."""
        return len(self._found) >= MOST

    def add_all(self, others: "Problems", codes: Collection[Code] = ()) -> None:
        """Take over other problems, only those of some `codes` if any are given."""
        chosen = [problem for problem in others._found if not codes or problem.code in codes]  # noqa: SLF001 - of its own kind
        self.count += len(chosen)
        self._found += chosen[: MOST - len(self._found)]

    def copy(self) -> "Problems":
        """The same problems, to be added to on their own."""
        twin = Problems()
        twin.count = self.count
        twin._found = self._found.copy()
        return twin

    def diagnostics(self, path: str, text: str) -> list[Diagnostic]:
        """The problems with lines and columns worked out."""
        if not self._found:
            return []
        lines = Lines(text)
        return [Diagnostic(path, lines.span(p.start, p.end), p.code, p.message, p.help, p.item) for p in self._found]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
