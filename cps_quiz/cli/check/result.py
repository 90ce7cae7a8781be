"""Where the report of `check` goes, and its colours."""

import os
import sys
from pathlib import Path
from re import MULTILINE
from re import compile as pattern

from cps_quiz.bank.saving import replace_text
from cps_quiz.cli.wiring import complain
from cps_quiz.errors import ExitCode
from cps_quiz.journeys.check import Checked

_HEAD = pattern(r"^(?P<place>\S.*?:\d+:\d+: )(?P<severity>error|warning|info)(?P<code> [A-Z]\d{3})\b", MULTILINE)
_COLOURS = {"error": "31", "warning": "33", "info": "36"}


def show(checked: Checked, *, quiet: bool, output_file: Path | None) -> ExitCode:
    """Write the report to its file or to standard output, the sentence to standard error.

    In UTF-8 whatever the locale, as banks are: most reports are for programs, and a mended text is a bank.
    """
    if output_file is not None:
        replace_text(output_file, checked.report)
    else:
        report = coloured(checked.report) if wants_colour() else checked.report
        sys.stdout.buffer.write(report.encode(errors="surrogateescape"))
        sys.stdout.flush()
    for name in checked.missing:
        complain(f"There is no file or folder {name}. Check the spelling of the path.")
    if not quiet:
        complain(checked.sentence)
    return ExitCode.CANNOT_RUN if checked.missing else checked.exit_code


def wants_colour() -> bool:
    """NO_COLOR forbids it, FORCE_COLOR asks for it, else it is for terminals."""
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR", "")
    if forced:
        return forced != "0"
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def coloured(report: str) -> str:
    """Severity and code of each problem in colour; only reports for people have such lines."""
    return _HEAD.sub(
        lambda f: f"{f['place']}\x1b[1;{_COLOURS[f['severity']]}m{f['severity']}{f['code']}\x1b[0m", report
    )
