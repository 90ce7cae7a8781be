"""Checking banks: load, report, decide the exit code."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cps_quiz.bank.loading import load
from cps_quiz.errors import ExitCode
from cps_quiz.lint.outputs import Output


class Checked(NamedTuple):
    """The report for stdout, one sentence for people, and how it ended."""

    report: str
    sentence: str
    exit_code: ExitCode


def check(paths: Sequence[Path], output: Output) -> Checked:
    """Check files and folders; errors of the files are the result, not exceptions.

    Raises PathNotFoundError and NoBankError as `load` does.
    """
    library = load(paths)
    report = output.render(library.diagnostics, {file.path: file.text for file in library.files})
    count = len(library.diagnostics)
    files = "1 file" if len(library.files) == 1 else f"{len(library.files)} files"
    sentence = f"{files} checked: {'1 problem' if count == 1 else f'{count} problems' if count else 'all well'}."
    errors = any(diagnostic.is_error for diagnostic in library.diagnostics)
    return Checked(report, sentence, ExitCode.FOUND if errors else ExitCode.OK)
