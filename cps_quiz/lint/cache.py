"""Results of earlier runs, so that what did not change is not looked at again.

An entry is a file named after a print of all that decides it: the program, the texts, the curriculum, the
selection. It is taken only when it is whole; what is damaged or cannot be written is done without.
"""

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from cps_quiz import __version__
from cps_quiz.bank import files
from cps_quiz.bank.saving import replace_text
from cps_quiz.errors import QuizError
from cps_quiz.source.diagnostic import Code, Diagnostic, Edit, Fix, Severity
from cps_quiz.source.span import Span

MOST_ENTRIES = 400
"""Entries kept at most; when there are more, the ones that were not used longest go."""

MOST_BYTES = 32 * 1024 * 1024
"""An entry that would be larger is not kept."""


class Cache:
    """Entries in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def recall(self, key: str) -> list[Diagnostic] | None:
        """The diagnostics kept under `key`; None where there are none, or what there is is damaged."""
        try:
            path = self.folder / key
            with path.open("rb") as file:
                digest, _, body = file.read(MOST_BYTES).partition(b"\n")
            if digest.decode() != sha256(body).hexdigest():
                return None
            found = [_restored(row) for row in json.loads(body)]
            os.utime(path)
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None
        return found

    def keep(self, key: str, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep `diagnostics` under `key`, if that can be done."""
        with suppress(OSError, QuizError, UnicodeEncodeError):
            body = json.dumps([_plain(diagnostic) for diagnostic in diagnostics], ensure_ascii=False)
            if len(body) < MOST_BYTES // 4:
                self.folder.mkdir(parents=True, exist_ok=True)
                replace_text(self.folder / key, f"{sha256(body.encode()).hexdigest()}\n{body}")
                self._sweep()

    def _sweep(self) -> None:
        entries = sorted(self.folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        for path in entries[:-MOST_ENTRIES]:
            path.unlink(missing_ok=True)


def run_key(texts: Iterable[tuple[str, str, bool]], wishes: str) -> str:
    """The key of a whole run over `texts`, with all that decides what it finds."""
    shipped = files.shipped_curriculum()
    curriculum = files.read_named(shipped)[1] if shipped.is_file() else ""
    digest = sha256(f"{_program()}\0{wishes}\0{curriculum}".encode(errors="surrogatepass"))
    for path, text, usable in texts:
        digest.update(f"\0{path}\0{len(text)}\0{usable}\0{text}".encode(errors="surrogatepass"))
    return digest.hexdigest()


def file_key(path: str, text: str, context: str) -> str:
    """The key of what the rules of single items and files find in one file; `context` is what else they look at."""
    parts = f"file\0{_program()}\0{context}\0{path}\0{text}"
    return sha256(parts.encode(errors="surrogatepass")).hexdigest()


@cache
def _program() -> str:
    """The program's version, and when its code last changed: in a checkout no version tells."""
    package = Path(__file__).parent.parent
    newest = max(
        Path(folder, name).stat().st_mtime_ns
        for folder, _, names in os.walk(package)
        for name in names
        if name.endswith((".py", ".txt", ".yaml"))
    )
    return f"{__version__} {sys.version_info[:3]} {newest}"


def _plain(diagnostic: Diagnostic) -> list[Any]:
    path, span, code, message, help_, item, fix = diagnostic
    severity = [code.id, code.name, code.severity.value]
    return [path, span, severity, message, help_, item, fix and [fix.title, fix.edits]]


def _restored(row: list[Any]) -> Diagnostic:
    path, span, (id_, name, severity), message, help_, item, fix = row
    mend = Fix(fix[0], tuple(Edit(*edit) for edit in fix[1])) if fix else None
    return Diagnostic(path, Span(*span), Code(id_, name, Severity(severity)), message, help_, item, mend)
