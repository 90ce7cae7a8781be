"""A line of text that is being typed, with a cursor in it. Pure: each key gives another state."""

from typing import NamedTuple, Self

from cps_quiz.ui.listening.keys import BACKSPACE, DELETE, END_KEY, HOME, LEFT, PASTED, RIGHT, WORD_LEFT, WORD_RIGHT

ERASE_WORD, ERASE_LINE, UNDO = "\x17", "\x15", "\x1f"
"""^W, ^U and ^_, as terminals and shells have them while a line is typed."""

MOST_UNDONE = 100
"""Changes that can be taken back."""


class Typed(NamedTuple):
    """A text, the place of the cursor in it, and the texts before its latest changes with their cursors."""

    text: str = ""
    at: int = 0
    before: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, text: str) -> Self:
        """A text with the cursor at its end."""
        return cls(text, len(text))

    def replaced(self, start: int, end: int, by: str = "") -> Self:
        """The text with other letters from `start` to `end`, and the cursor behind them."""
        text = self.text[:start] + by + self.text[end:]
        if text == self.text:
            return self
        before = (*self.before, (self.text, self.at))[-MOST_UNDONE:]
        return self._replace(text=text, at=start + len(by), before=before)


def edited(typed: Typed, key: str) -> Typed:
    """The text after `key`; a key without meaning leaves it as it is."""
    text, at, before = typed
    erases = {
        BACKSPACE: (max(0, at - 1), at),
        DELETE: (at, at + 1),
        ERASE_WORD: (_word_left(text, at), at),
        ERASE_LINE: (0, at),
    }
    if key in erases:
        return typed.replaced(*erases[key])
    if key == UNDO:
        return Typed(*before[-1], before[:-1]) if before else typed
    if len(key) == 1 and key >= " ":
        return typed.replaced(at, at, key)
    if key.startswith(PASTED):
        return typed.replaced(at, at, "".join(max(char, " ") for char in key.removeprefix(PASTED)))
    return typed._replace(at=_moved(text, at, key))


def _moved(text: str, at: int, key: str) -> int:
    places = {
        LEFT: max(0, at - 1),
        RIGHT: min(len(text), at + 1),
        HOME: 0,
        END_KEY: len(text),
        WORD_LEFT: _word_left(text, at),
        WORD_RIGHT: _word_right(text, at),
    }
    return places.get(key, at)


def _word_left(text: str, at: int) -> int:
    return text[:at].rstrip().rfind(" ") + 1


def _word_right(text: str, at: int) -> int:
    rest = text[at:]
    gap = len(rest) - len(rest.lstrip())
    end = rest.find(" ", gap)
    return len(text) if end < 0 else at + end
