"""What `check` was asked for, with the project's settings where the command line is silent."""

import os
import sys
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from cps_quiz.bank.files import MOST_BYTES
from cps_quiz.bank.library import Library
from cps_quiz.core.counting import counted
from cps_quiz.errors import ExitCode, NoBankError, PathNotFoundError, QuizError
from cps_quiz.journeys import check as journey
from cps_quiz.journeys.check import Checked, Text, Wishes
from cps_quiz.journeys.drill.drill import unknown
from cps_quiz.lint.outputs import Output, outputs
from cps_quiz.lint.selection import Selection, selection, severities
from cps_quiz.lint.settings import ProjectSettings, project_settings, settings_of_file
from cps_quiz.lint.views import Answers
from cps_quiz.lint.walk import Found, Patterns, find, ignored_in
from cps_quiz.store.settings import checks_path

STDIN = Path("-")


class Asked(NamedTuple):
    """The command line of `check`; None where an option was not given."""

    paths: tuple[Path, ...] = ()
    output_format: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    strict: bool = False
    exit_zero: bool = False
    fix: bool = False
    diff: bool = False
    baseline: Path | None = None
    write_baseline: Path | None = None
    statistics: bool = False
    show_files: bool = False
    no_cache: bool = False
    config: Path | None = None
    isolated: bool = False
    stdin_path: str = "stdin.yaml"
    results: Path | None = None


def carry_out(asked: Asked) -> Checked:
    """Check what was asked for. Raises QuizError for what cannot be done."""
    project = _settings(asked, str(Path(os.curdir) / "x"))
    found = None if STDIN in asked.paths else find(_paths(asked, project), _patterns(project))
    if asked.show_files and found is not None:
        return _shown(found)
    texts = [_stdin(asked)] if found is None else _texts(found, _paths(asked, project))
    settings = _settings(asked, texts[0].path)
    output = _output(asked.output_format or settings.output_format)
    checked = _carried_out(asked, texts, _wishes(asked, settings), output)
    return checked._replace(missing=found.missing if found is not None else ())


def _carried_out(asked: Asked, texts: list[Text], wishes: Wishes, output: Output) -> Checked:
    if asked.diff:
        return journey.show_diff(texts, wishes)
    if not asked.fix:
        return journey.check(texts, wishes, output)
    checked, mended = journey.fix(texts, wishes, output)
    if asked.paths == (STDIN,):
        return checked._replace(report=mended[0].mark + mended[0].text)
    journey.write_back(texts, mended)
    return checked


def _wishes(asked: Asked, settings: ProjectSettings) -> Wishes:
    return Wishes(
        selection_of=cache(lambda path: _selection(asked, _settings(asked, path), path)),
        strict=asked.strict or settings.strict,
        exit_zero=asked.exit_zero,
        baseline=asked.baseline or settings.baseline,
        write_baseline=asked.write_baseline,
        severity_of=cache(lambda path: severities(_settings(asked, path).severity)),
        statistics=asked.statistics,
        cache=None if asked.no_cache else checks_path(),
        answers_for=_answers_in(asked.results) if asked.results is not None else None,
    )


def _answers_in(pool: Path) -> Callable[[Library], Answers]:
    from cps_quiz.journeys.results import answers_for

    return partial(answers_for, pool)


def _paths(asked: Asked, project: ProjectSettings) -> tuple[Path, ...]:
    if asked.paths:
        return asked.paths
    if project.paths:
        return tuple(Path(os.path.relpath(project.folder / path)) for path in project.paths)
    usual = Path("question_banks")
    return (usual if usual.is_dir() else Path(os.curdir),)


def _patterns(project: ProjectSettings) -> Patterns:
    return Patterns(project.folder, project.include, project.exclude)


def _shown(found: Found) -> Checked:
    report = "".join(f"{path}\n" for path in found.files)
    others = f"; {counted(found.passed_over, 'other YAML file')} passed over" if found.passed_over else ""
    return Checked(report, f"{counted(len(found.files), 'file')}{others}.", ExitCode.OK, found.missing)


def _texts(found: Found, paths: tuple[Path, ...]) -> list[Text]:
    """The texts to check. Raises PathNotFoundError or NoBankError when there are none."""
    if found.files or found.unreadable:
        return journey.read_found(found)
    if found.missing:
        raise PathNotFoundError(found.missing[0])
    raise NoBankError(", ".join(map(str, paths)))


def _stdin(asked: Asked) -> Text:
    if len(asked.paths) > 1:
        raise QuizError("Standard input (-) cannot be checked together with files.", "Check them one after the other.")
    text = journey.text_of_bytes(asked.stdin_path, sys.stdin.buffer.read(MOST_BYTES + 1))
    if asked.fix and not text.usable:
        # What comes out takes the place of what went in: it must never be half of it.
        raise QuizError("Standard input cannot be mended.", "`cps-quiz check -` says what is wrong with it.")
    return text


def _settings(asked: Asked, path: str) -> ProjectSettings:
    if asked.isolated:
        return ProjectSettings()
    if asked.config is not None:
        return settings_of_file(asked.config)
    return project_settings(Path(os.path.abspath(path)).parent)  # noqa: PTH100 - takes .. out, and follows no link


def _selection(asked: Asked, settings: ProjectSettings, path: str) -> Selection:
    select = settings.select if asked.select is None else asked.select
    ignore = settings.ignore if asked.ignore is None else asked.ignore
    chosen = selection((*select, *asked.extend_select) if select else (), (*ignore, *asked.extend_ignore))
    return chosen._replace(never=ignored_in(path, settings))


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
