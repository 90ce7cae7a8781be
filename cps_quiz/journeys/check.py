"""Checking banks: read, run the rules, mend what mends itself, report, decide the exit code."""

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from cps_quiz.bank import files
from cps_quiz.bank.cache import Cache
from cps_quiz.bank.library import Library, LoadedFile
from cps_quiz.bank.loading import load_texts
from cps_quiz.bank.saving import replace_text
from cps_quiz.core.counting import counted
from cps_quiz.errors import ExitCode
from cps_quiz.lint import cache as earlier
from cps_quiz.lint.baseline import baseline_text, read_baseline, without_known
from cps_quiz.lint.fixing import apply_fixes, diff
from cps_quiz.lint.following import without_following
from cps_quiz.lint.outputs import Output
from cps_quiz.lint.rules import rules
from cps_quiz.lint.run import run
from cps_quiz.lint.selection import Selection
from cps_quiz.lint.suppression import suppress
from cps_quiz.lint.views import Answers
from cps_quiz.lint.walk import Found
from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Diagnostic, Severity
from cps_quiz.source.problems import Problems

ROUNDS = 10
"""Rounds of fixing at most: fixes that touch each other take turns."""


class Text(NamedTuple):
    """The text of one file; `usable` is false when it could not be read, for the noted `problems`.

    `mark` is the byte order mark of a text that is not written to a file, which would keep its own.
    """

    path: str
    text: str
    usable: bool
    problems: Problems
    mark: str = ""


class Wishes(NamedTuple):
    """How to check. `selection_of` gives the selection for a path; `baseline` is of known problems.

    `answers_for` gives what a group's answers say of a library.
    """

    selection_of: Callable[[str], Selection]
    strict: bool = False
    exit_zero: bool = False
    baseline: Path | None = None
    write_baseline: Path | None = None
    severity_of: Callable[[str], Mapping[str, Severity]] = lambda _path: {}
    statistics: bool = False
    cache: Path | None = None
    answers_for: Callable[[Library], Answers] | None = None


class Checked(NamedTuple):
    """What checking came to: the report for stdout, a sentence for people, and how it ended."""

    report: str
    sentence: str
    exit_code: ExitCode
    missing: tuple[str, ...] = ()


def read_found(found: Found) -> list[Text]:
    """The texts of what a walk found; a folder that cannot be read is a text that cannot be used."""
    return [Text(*files.read_named(path)) for path in found.files] + [_unread(*folder) for folder in found.unreadable]


def _unread(folder: Path, reason: str) -> Text:
    problems = Problems()
    message = f"the system will not open this folder: {reason}"
    problems.add(codes.UNREADABLE_FILE, (0, 0), message, "see who may read it, or leave it out with `exclude`")
    return Text(str(folder), "", usable=False, problems=problems)


def text_of_bytes(path: str, content: bytes) -> Text:
    """What came on standard input, to be called `path`."""
    problems = Problems()
    mark = "\ufeff" if content.startswith(BOM_UTF8) else ""
    return Text(path, *files.decode(content, problems), problems, mark)


def check(texts: list[Text], wishes: Wishes, output: Output) -> Checked:
    """Check and report; errors of the files are the result, not exceptions."""
    run = _run(texts, wishes)
    return _report(run, wishes, output, fixed=0)


def fix(texts: list[Text], wishes: Wishes, output: Output) -> tuple[Checked, list[Text]]:
    """Mend what mends itself, then report the rest; the second is the texts as mended."""
    mended, count = _mend(texts, wishes)
    return _report(_run(mended, wishes), wishes, output, fixed=count), mended


def write_back(before: list[Text], after: list[Text]) -> None:
    """Write the files that were mended. Raises WriteFailedError."""
    for old, new in zip(before, after, strict=True):
        if new.text != old.text:
            replace_text(Path(new.path), new.text)


def show_diff(texts: list[Text], wishes: Wishes) -> Checked:
    """What `fix` would change."""
    mended, count = _mend(texts, wishes)
    shown = "".join(diff(old.path, old.text, new.text) for old, new in zip(texts, mended, strict=True))
    code = ExitCode.FOUND if shown and not wishes.exit_zero else ExitCode.OK
    return Checked(shown, f"{counted(count, 'problem')} would be mended.", code)


def _mend(texts: list[Text], wishes: Wishes) -> tuple[list[Text], int]:
    total = 0
    for _ in range(ROUNDS):
        _, found = examine(texts, wishes)
        mended, count = [], 0
        for text in texts:
            changed, number = apply_fixes(text.text, (d for d in found if d.path == text.path))
            mended.append(text._replace(text=changed))
            count += number
        if not count:
            break
        texts, total = mended, total + count
    return texts, total


class _Run(NamedTuple):
    """What a run found. The files stand there only where they were loaded, not recalled."""

    texts: list[Text]
    found: list[Diagnostic]
    files: tuple[LoadedFile, ...] = ()


def _run(texts: list[Text], wishes: Wishes) -> _Run:
    """All problems, from the cache where nothing changed."""
    if wishes.cache is None or wishes.answers_for is not None:
        return _load_and_run(texts, wishes, None)
    cache = Cache(wishes.cache)
    needs_trees = wishes.baseline is not None or wishes.write_baseline is not None
    key = earlier.of_run(cache, [(text.path, text.text, text.usable) for text in texts], _print_of(texts, wishes))
    recalled = None if needs_trees or any(text.problems.count for text in texts) else earlier.recall(cache, key)
    if recalled is not None:
        return _Run(texts, recalled)
    run = _load_and_run(texts, wishes, cache)
    earlier.keep(cache, key, run.found)
    cache.sweep()
    return run


def _print_of(texts: list[Text], wishes: Wishes) -> str:
    """What of the wishes decides what is found."""
    severities = {text.path: sorted(wishes.severity_of(text.path).items(), key=str) for text in texts}
    return repr(([wishes.selection_of(text.path) for text in texts], severities))


def _load_and_run(texts: list[Text], wishes: Wishes, cache: Cache | None) -> _Run:
    library, found = examine(texts, wishes, cache)
    return _Run(texts, found, library.files)


def examine(texts: list[Text], wishes: Wishes, cache: Cache | None = None) -> tuple[Library, list[Diagnostic]]:
    """What is loaded, and every problem that is wanted, none known and none silenced, in order."""
    library = load_texts(((text.path, text.text, text.usable, text.problems.copy()) for text in texts), cache)
    selections = {text.path: wishes.selection_of(text.path) for text in texts}
    wanted = [rule for rule in rules().values() if any(s.wants(rule.code) for s in selections.values())]
    answers = wishes.answers_for(library) if wishes.answers_for else None
    by_path: dict[str, list[Diagnostic]] = {text.path: [] for text in texts}
    for diagnostic in (*library.diagnostics, *run(library, wanted, cache, answers)):
        if selections[diagnostic.path].wants(diagnostic.code):
            by_path[diagnostic.path].append(diagnostic)
    kept = [
        _weighed(diagnostic, wishes)
        for file in library.files
        for diagnostic in without_following(suppress(file, by_path[file.path], selections[file.path]))
        if selections[file.path].wants(diagnostic.code)
    ]
    return library, sorted(kept, key=lambda diagnostic: diagnostic.sort_key)


def _weighed(diagnostic: Diagnostic, wishes: Wishes) -> Diagnostic:
    """The diagnostic with the severity that the settings give its code."""
    severity = wishes.severity_of(diagnostic.path).get(diagnostic.code.id)
    return diagnostic if severity is None else diagnostic._replace(code=diagnostic.code._replace(severity=severity))


def _report(run: _Run, wishes: Wishes, output: Output, *, fixed: int) -> Checked:
    found = run.found
    if wishes.write_baseline is not None:
        text = baseline_text(found, run.files, wishes.write_baseline.parent)
        replace_text(wishes.write_baseline, text)
        return Checked("", f"{counted(len(found), 'problem')} put off in {wishes.write_baseline}.", ExitCode.OK)
    put_off = len(found)
    if wishes.baseline is not None:
        found = without_known(found, read_baseline(wishes.baseline), run.files, wishes.baseline.parent)
    put_off -= len(found)
    texts = {text.path: text.text for text in run.texts}
    report = statistics(found) if wishes.statistics else output.render(found, texts)
    sentence = f"{counted(len(run.texts), 'file')} checked: {_summary(found, fixed, put_off)}."
    return Checked(report, sentence, _exit_code(found, wishes))


def statistics(found: Iterable[Diagnostic]) -> str:
    """How often each code was found, the most frequent first; [*] where --fix mends some."""
    diagnostics = list(found)
    counts = Counter(diagnostic.code for diagnostic in diagnostics)
    mends = {diagnostic.code for diagnostic in diagnostics if diagnostic.fix}
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0].id))
    width = len(str(max(counts.values(), default=0)))
    return "".join(
        f"{count:>{width}}  {code.id}  [{'*' if code in mends else ' '}]  {code.name}\n" for code, count in rows
    )


def _summary(found: list[Diagnostic], fixed: int, put_off: int) -> str:
    kinds = Counter(diagnostic.code.severity for diagnostic in found)
    mended = f"{counted(fixed, 'problem')} mended; " if fixed else ""
    said = [counted(kinds[severity], severity.noun) for severity in Severity if kinds[severity]]
    well = "nothing new" if put_off else "all well"
    return f"{mended}{', '.join(said) or well}{f'; {put_off} put off' if put_off else ''}"


def _exit_code(found: list[Diagnostic], wishes: Wishes) -> ExitCode:
    counting = {Severity.ERROR, Severity.WARNING} if wishes.strict else {Severity.ERROR}
    failed = any(diagnostic.code.severity in counting for diagnostic in found)
    return ExitCode.FOUND if failed and not wishes.exit_zero else ExitCode.OK
