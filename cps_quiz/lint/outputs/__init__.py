"""Report styles of `check`, one file each.

A member exports `OUTPUT`: its name, and a function from diagnostics and the texts of the files
to the report.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from cps_quiz.plugins import members
from cps_quiz.source.diagnostic import Diagnostic


class Output(NamedTuple):
    """One report style; `render` takes sorted diagnostics and the text of each path."""

    name: str
    render: Callable[[Sequence[Diagnostic], Mapping[str, str]], str]


def outputs() -> dict[str, Output]:
    """All report styles by name."""
    found = members(sys.modules[__name__], "OUTPUT", Output)
    return {output.name: output for output in found.values()}
