"""The problems of one file, collected while it is read."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Code, Diagnostic, Fix
from cps_quiz.source.span import Lines

MOST = 1000
"""Problems kept of one file: more help nobody, and a hostile file could have millions."""

_LONGEST = 1000
"""Characters of a message: it may quote a text of the file, which aliases can repeat by the megabyte."""


class Problem(NamedTuple):
    """One problem between two character offsets."""

    start: int
    end: int
    code: Code
    message: str
    help: str
    item: str | None
    fix: Fix | None = None


class Problems:
    """Collects what is wrong; `item` is the id of the item being read, for the diagnostics."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.item: str | None = None
        self.count = 0
        self.respelt: dict[str, str] = {}
        """Names of definitions that are no ids, and the ids that they mean: said once, where they are defined."""
        self._found: list[Problem] = []

    def add(
        self,
        code: Code,
        place: tuple[int, int],
        message: str,
        help: str,  # noqa: A002 - its name in JSON
        fix: Fix | None = None,
    ) -> None:
        """Note a problem at `place`, a pair of character offsets (start, end)."""
        self.count += 1
        if not self.full:
            item = _short(self.item) if self.item else None
            self._found.append(Problem(*place, code, _short(message), _short(help), item, fix))

    @property
    def full(self) -> bool:
        """Whether further problems are only counted."""
        return len(self._found) >= MOST

    def add_all(
        self, others: "Problems", only: Collection[Code] = (), back: Callable[[int], int] | None = None
    ) -> None:
        """Take over other problems, `only` those of some codes if any are given; `back` moves their places."""
        chosen = [problem for problem in others._found if not only or problem.code in only]  # noqa: SLF001 - of its own kind
        if back is not None:
            chosen = [problem._replace(start=back(problem.start), end=back(problem.end)) for problem in chosen]
        self.count += len(chosen)
        self._found += chosen[: MOST - len(self._found)]

    def in_text(self) -> tuple[int, ...]:
        """Where texts were not read as they were meant: syntax errors and tags."""
        unread = (codes.YAML_SYNTAX, codes.UNSAFE_YAML)
        return tuple(sorted(problem.start for problem in self._found if problem.code in unread))

    def mark(self) -> tuple[int, int]:
        """A place to go `back_to`."""
        return self.count, len(self._found)

    def back_to(self, mark: tuple[int, int]) -> "Problems":
        """Forget what was noted since the mark, and hand it out."""
        forgotten = Problems()
        forgotten._found = self._found[mark[1] :]
        forgotten.count = self.count - mark[0]
        self.count = mark[0]
        del self._found[mark[1] :]
        return forgotten

    def without(self, others: Collection[Code]) -> "Problems":
        """The same without those of some codes."""
        rest = Problems()
        rest._found = [problem for problem in self._found if problem.code not in others]
        rest.count = len(rest._found)
        return rest

    def amend(self, code: Code, amended: Callable[[Problem], Problem]) -> None:
        """Put another in the place of each problem of `code`."""
        self._found = [amended(problem) if problem.code is code else problem for problem in self._found]

    def copy(self) -> "Problems":
        """The same problems, to be added to on their own."""
        twin = Problems(self.text)
        twin.count = self.count
        twin._found = self._found.copy()
        return twin

    def diagnostics(self, path: str, text: str) -> list[Diagnostic]:
        """The problems with lines and columns worked out."""
        if not self._found:
            return []
        lines = Lines(text)
        return [
            Diagnostic(path, lines.span(p.start, p.end), p.code, p.message, p.help, p.item, p.fix) for p in self._found
        ]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
