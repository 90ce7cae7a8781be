"""Which lines of a long page are on the screen. Pure: each move gives another state."""

from typing import NamedTuple, Self

END = 1_000_000
"""A line below every page: drawing brings it back to the beginning of the last part."""


class Scroll(NamedTuple):
    """The line on top, the lines that parts begin with, and the parts in which marked lines stand."""

    top: int = 0
    starts: tuple[int, ...] = (0,)
    places: tuple[int, ...] = ()

    @property
    def part(self) -> int:
        """The part, from 0, that the line on top belongs to."""
        return max(at for at, start in enumerate(self.starts) if start <= max(self.top, 0))

    @property
    def more(self) -> bool:
        """Whether there is a part below."""
        return self.top < self.starts[-1]

    def within(self) -> Self:
        """The same, not above the first line and not below the beginning of the last part."""
        return self._replace(top=min(max(self.top, 0), self.starts[-1]))

    def by_lines(self, lines: int) -> Self:
        """Some lines down, or up."""
        return self._replace(top=self.top + lines).within()

    def by_parts(self, parts: int) -> Self:
        """On to the beginning of a part below or above."""
        if parts > 0:
            return self._replace(top=min((at for at in self.starts if at > self.top), default=self.starts[-1]))
        return self._replace(top=max((at for at in self.starts if at < self.top), default=0))

    def to(self, place: int) -> Self:
        """To the part in which the marked line number `place` stands, if that is known."""
        at = self.places[place] if place < len(self.places) else self.part
        return self if at == self.part else self._replace(top=self.starts[at])
