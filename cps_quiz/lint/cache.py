"""What rules found in earlier runs, as entries of the cache."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any

from cps_quiz.bank import files
from cps_quiz.bank.cache import Cache
from cps_quiz.lint.english.words import STEMS
from cps_quiz.lint.traces import Found, Kept, Memory, Traces
from cps_quiz.lint.views import ItemView
from cps_quiz.source.diagnostic import Code, Diagnostic, Edit, Fix, Severity
from cps_quiz.source.span import Span


def of_run(cache: Cache, texts: Iterable[tuple[str, str, bool]], wishes: str) -> str:
    """The key of a whole run over `texts` (path, text, usable), with all that decides what it finds."""
    shipped = files.shipped_curriculum()
    curriculum = files.read_named(shipped)[1] if shipped.is_file() else ""
    return cache.key("run", wishes, curriculum, *(part for path, text, ok in texts for part in (path, text, str(ok))))


def of_file(cache: Cache, path: str, text: str, context: str) -> str:
    """The key of what the rules of single items and files find in one file; `context` is what else they look at."""
    return cache.key("file", context, path, text)


def recall(cache: Cache, key: str) -> list[Diagnostic] | None:
    """The diagnostics kept under `key`."""
    return cache.recall(key, lambda rows: [_restored(row) for row in rows])


def keep(cache: Cache, key: str, diagnostics: Iterable[Diagnostic]) -> None:
    """Keep the diagnostics under `key`."""
    cache.keep(key, [_plain(diagnostic) for diagnostic in diagnostics])


MOST_STEMS = 50_000
"""Stems that are kept: those of words that real banks have are fewer."""


def recall_stems(cache: Cache) -> int:
    """Take up the stems that earlier runs found: finding one takes as long as reading ten words. How many there are."""
    found = cache.recall(cache.key("stems"), lambda data: {str(word): str(stem) for word, stem in data.items()})
    STEMS.update(found or {})
    return len(STEMS)


def keep_stems(cache: Cache) -> None:
    """Keep all that are known."""
    cache.keep(cache.key("stems"), dict(islice(STEMS.items(), MOST_STEMS)))


def memory(cache: Cache, key: str) -> Memory:
    """What is found of the file whose traces are kept under `key`."""

    def found(about: str, work_out: Callable[[], Found]) -> Found:
        name = cache.key("found", key, about)
        rows = cache.recall(name, lambda data: [tuple(map(int, row)) for row in data])
        if rows is None:
            rows = work_out()
            cache.keep(name, rows)
        return rows

    return found


def recall_traces(cache: Cache, key: str, items: Sequence[ItemView]) -> bool:
    """Give the items of a file the traces that an earlier run found; false where there are none."""
    found = cache.recall(key, _restored_traces)
    if found is None or not found[1].of_so_many(len(items)):
        return False
    words, kept = found[0], Kept(found[1])
    for at, item in enumerate(items):
        item.remember(kept, at, words)
        words = ()  # the first tells those of all
    return True


def keep_traces(cache: Cache, key: str, items: Sequence[ItemView], traces: Traces) -> None:
    """Keep the traces of the items of a file."""
    words = {word for item in items for word in item.written()}
    cache.keep(key, [" ".join(words), traces])


def _restored_traces(data: list[Any]) -> tuple[Sequence[str], Traces]:
    words, texts = data
    return words.split(), Traces(*map(str, texts))


def _plain(diagnostic: Diagnostic) -> list[Any]:
    path, span, code, message, help_, item, fix = diagnostic
    severity = [code.id, code.name, code.severity.value]
    return [path, span, severity, message, help_, item, fix and [fix.title, fix.edits]]


def _restored(row: list[Any]) -> Diagnostic:
    path, span, (id_, name, severity), message, help_, item, fix = row
    mend = Fix(fix[0], tuple(Edit(*edit) for edit in fix[1])) if fix else None
    return Diagnostic(path, Span(*span), Code(id_, name, Severity(severity)), message, help_, item, mend)
