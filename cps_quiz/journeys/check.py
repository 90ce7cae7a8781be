"""Checking banks: read, run the rules, mend what mends itself, report, decide the exit code."""

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from cps_quiz.bank import files
from cps_quiz.bank.library import Library
from cps_quiz.bank.loading import load_texts
from cps_quiz.bank.saving import replace_text
from cps_quiz.core.counting import counted
from cps_quiz.errors import ExitCode
from cps_quiz.lint.baseline import baseline_text, read_baseline, without_known
from cps_quiz.lint.fixing import apply_fixes, diff
from cps_quiz.lint.outputs import Output
from cps_quiz.lint.rules import rules
from cps_quiz.lint.run import run
from cps_quiz.lint.selection import Selection
from cps_quiz.lint.suppression import suppress
from cps_quiz.lint.views import Answers
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
    answers_for: Callable[[Library], Answers] | None = None


class Checked(NamedTuple):
    """What checking came to: the report for stdout, a sentence for people, and how it ended."""

    report: str
    sentence: str
    exit_code: ExitCode


def read_texts(paths: Iterable[Path]) -> list[Text]:
    """The files to check. Raises PathNotFoundError, and NoBankError when there are none."""
    return [Text(*read) for read in files.read_all(paths)]


def text_of_bytes(path: str, content: bytes) -> Text:
    """What came on standard input, to be called `path`."""
    problems = Problems()
    mark = "\ufeff" if content.startswith(BOM_UTF8) else ""
    return Text(path, *files.decode(content, problems), problems, mark)


def check(texts: list[Text], wishes: Wishes, output: Output) -> Checked:
    """Check and report; errors of the files are the result, not exceptions."""
    library, found = _examine(texts, wishes)
    return _report(library, found, wishes, output, fixed=0)


def fix(texts: list[Text], wishes: Wishes, output: Output) -> tuple[Checked, list[Text]]:
    """Mend what mends itself, then report the rest; the second is the texts as mended."""
    mended, count = _mend(texts, wishes)
    library, found = _examine(mended, wishes)
    return _report(library, found, wishes, output, fixed=count), mended


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
        _, found = _examine(texts, wishes)
        mended, count = [], 0
        for text in texts:
            changed, number = apply_fixes(text.text, (d for d in found if d.path == text.path))
            mended.append(text._replace(text=changed))
            count += number
        if not count:
            break
        texts, total = mended, total + count
    return texts, total


def _examine(texts: list[Text], wishes: Wishes) -> tuple[Library, list[Diagnostic]]:
    """What is loaded, and every problem that is wanted, none known and none silenced, in order."""
    library = load_texts((text.path, text.text, text.usable, text.problems.copy()) for text in texts)
    selections = {text.path: wishes.selection_of(text.path) for text in texts}
    wanted = [rule for rule in rules().values() if any(s.wants(rule.code) for s in selections.values())]
    answers = wishes.answers_for(library) if wishes.answers_for else None
    by_path: dict[str, list[Diagnostic]] = {text.path: [] for text in texts}
    for diagnostic in (*library.diagnostics, *run(library, wanted, answers)):
        if selections[diagnostic.path].wants(diagnostic.code):
            by_path[diagnostic.path].append(diagnostic)
    kept = [
        diagnostic
        for file in library.files
        for diagnostic in suppress(file, by_path[file.path], selections[file.path])
        if selections[file.path].wants(diagnostic.code)
    ]
    return library, sorted(kept, key=lambda diagnostic: diagnostic.sort_key)


def _report(library: Library, found: list[Diagnostic], wishes: Wishes, output: Output, *, fixed: int) -> Checked:
    if wishes.write_baseline is not None:
        replace_text(wishes.write_baseline, baseline_text(found, wishes.write_baseline.parent))
        return Checked("", f"{counted(len(found), 'problem')} put off in {wishes.write_baseline}.", ExitCode.OK)
    put_off = len(found)
    if wishes.baseline is not None:
        found = without_known(found, read_baseline(wishes.baseline), wishes.baseline.parent)
    put_off -= len(found)
    report = output.render(found, {file.path: file.text for file in library.files})
    sentence = f"{counted(len(library.files), 'file')} checked: {_summary(found, fixed, put_off)}."
    return Checked(report, sentence, _exit_code(found, wishes))


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
