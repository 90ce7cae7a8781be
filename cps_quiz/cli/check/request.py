"""What `check` was asked for, with the project's settings where the command line is silent."""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cps_quiz.bank.files import MOST_BYTES
from cps_quiz.bank.library import Library
from cps_quiz.errors import QuizError
from cps_quiz.journeys import check as journey
from cps_quiz.journeys.check import Checked, Text, Wishes
from cps_quiz.journeys.drill.drill import unknown
from cps_quiz.lint.outputs import Output, outputs
from cps_quiz.lint.selection import Selection, selection
from cps_quiz.lint.settings import ProjectSettings, project_settings
from cps_quiz.lint.views import Answers

STDIN = Path("-")


class Asked(NamedTuple):
    """The command line of `check`; None where an option was not given."""

    paths: tuple[Path, ...]
    output_format: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    strict: bool = False
    exit_zero: bool = False
    fix: bool = False
    diff: bool = False
    baseline: Path | None = None
    write_baseline: Path | None = None
    stdin_path: str = "stdin.yaml"
    results: Path | None = None


def carry_out(asked: Asked) -> Checked:
    """Check what was asked for. Raises QuizError for what cannot be done."""
    texts = _texts(asked)
    settings = _settings(texts[0].path)
    output = _output(asked.output_format or settings.output_format)
    wishes = Wishes(
        selection_of=lambda path: _selection(asked, _settings(path)),
        strict=asked.strict or settings.strict,
        exit_zero=asked.exit_zero,
        baseline=asked.baseline or settings.baseline,
        write_baseline=asked.write_baseline,
        answers_for=_answers_in(asked.results) if asked.results is not None else None,
    )
    if asked.diff:
        return journey.show_diff(texts, wishes)
    if not asked.fix:
        return journey.check(texts, wishes, output)
    checked, mended = journey.fix(texts, wishes, output)
    if asked.paths == (STDIN,):
        return checked._replace(report=mended[0].mark + mended[0].text)
    journey.write_back(texts, mended)
    return checked


def _answers_in(pool: Path) -> Callable[[Library], Answers]:
    from cps_quiz.journeys.results import answers_for

    return partial(answers_for, pool)


def _texts(asked: Asked) -> list[Text]:
    if STDIN not in asked.paths:
        return journey.read_texts(asked.paths)
    if len(asked.paths) > 1:
        raise QuizError("Standard input (-) cannot be checked together with files.", "Check them one after the other.")
    text = journey.text_of_bytes(asked.stdin_path, sys.stdin.buffer.read(MOST_BYTES + 1))
    if asked.fix and not text.usable:
        # What comes out takes the place of what went in: it must never be half of it.
        raise QuizError("Standard input cannot be mended.", "`cps-quiz check -` says what is wrong with it.")
    return [text]


def _settings(path: str) -> ProjectSettings:
    return project_settings(Path(os.path.abspath(path)).parent)  # noqa: PTH100 - takes .. out, and follows no link


def _selection(asked: Asked, settings: ProjectSettings) -> Selection:
    select = settings.select if asked.select is None else asked.select
    ignore = settings.ignore if asked.ignore is None else asked.ignore
    return selection(select, ignore)


def _output(name: str | None) -> Output:
    found = outputs()
    name = name or _usual_output()
    if name not in found:
        raise unknown("output format", name, found)
    return found[name]


def _usual_output() -> str:
    if sys.stdout.isatty():
        return "full"
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "concise"
