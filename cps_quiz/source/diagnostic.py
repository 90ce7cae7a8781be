"""What is wrong with a user's file: a value, never an exception."""

from enum import Enum
from typing import NamedTuple

from cps_quiz.source.span import Span


class Severity(Enum):
    """How much a problem matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def noun(self) -> str:
        """What one problem of this severity is called."""
        return "remark" if self is Severity.INFO else self.value


class Code(NamedTuple):
    """A kind of problem: its stable code, its name, its severity."""

    id: str
    name: str
    severity: Severity


class Edit(NamedTuple):
    """Replace the characters from offset `start` to before `end` with `text`."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """Edits that mend a problem without anybody's judgement; `title` says what they do."""

    title: str
    edits: tuple[Edit, ...]


class Diagnostic(NamedTuple):
    """One problem at its place: what is wrong (`message`) and the cure (`help`).

    `path` is as the user gave it, `item` the id of the item where there is one.
    """

    path: str
    span: Span
    code: Code
    message: str
    help: str
    item: str | None = None
    fix: Fix | None = None

    @property
    def is_error(self) -> bool:
        """Whether the file cannot be used before this is mended."""
        return self.code.severity is Severity.ERROR

    @property
    def sort_key(self) -> tuple[str, Span, str, str]:
        """Path, place, code; then the message, so that the order never hangs on chance."""
        return (self.path, self.span, self.code.id, self.message)
