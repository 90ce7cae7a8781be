"""Puts together what commands need: banks, screen, chance."""

import atexit
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from math import isfinite
from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.bank.copies import load_or_recall
from cps_quiz.bank.files import shipped
from cps_quiz.bank.library import Library
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.errors import BrokenBanksError, QuizError
from cps_quiz.journeys.drill.drill import DrillScreen
from cps_quiz.source.safe_text import safe
from cps_quiz.store.database import database_path
from cps_quiz.store.progress import Progress
from cps_quiz.store.settings import bank_paths, copies_path, settings_path
from cps_quiz.ui.drawing.look import look
from cps_quiz.ui.listening.keys import Keys, single_keys_can_be_read

Banks = Annotated[
    list[Path] | None, typer.Option("--bank", help="A bank file or a folder of them; may be given again.")
]
Seed = Annotated[
    int | None,
    typer.Option("--seed", min=-(2**63), max=2**63 - 1, help="The same number gives the same order of everything."),
]
Plain = Annotated[bool, typer.Option("--plain", help="One line after another, for screen readers.")]


def finite(value: float | None) -> float | None:
    """A number as it is; `nan` and `inf`, which pass as numbers between any bounds, are none."""
    if value is not None and not isfinite(value):
        raise typer.BadParameter(f"{value} is no number to count with.")
    return value


def refuse_options_before(ctx: typer.Context) -> None:
    """Options that stand before a subcommand would be lost without a word. Raises QuizError."""
    given = [name for name in ctx.params if _source(ctx, name) == "COMMANDLINE"]
    if given:
        raise QuizError(
            f"Options before `{ctx.invoked_subcommand}` do nothing.",
            f"Put them behind it: {ctx.command_path} {ctx.invoked_subcommand} --help tells which there are.",
        )


def _source(ctx: typer.Context, name: str) -> str:
    source = ctx.get_parameter_source(name)
    return source.name if source is not None else ""


def library(banks: list[Path] | None, item: str | None = None) -> Library:
    """The banks that were asked for, else those of the settings, else the shipped ones; without positions.

    Raises BrokenBanksError when one of them has errors; of one `item` only its own count, if it was read at all.
    """
    asked = _asked(banks)
    return _sound(load_or_recall(asked, copies_path()), asked, item)


def library_with_places(banks: list[Path] | None) -> Library:
    """The same, with the place of everything in its file."""
    from cps_quiz.bank.loading import load

    asked = _asked(banks)
    return _sound(load(asked), asked)


def _asked(banks: list[Path] | None) -> list[Path]:
    return banks or bank_paths(settings_path()) or [shipped()]


def _sound(found: Library, asked: list[Path], item: str | None = None) -> Library:
    errors = [diagnostic for diagnostic in found.diagnostics if diagnostic.is_error]
    if item is not None and any(known.id == item for known in found.items):
        errors = [diagnostic for diagnostic in errors if diagnostic.item == item]
    if errors:
        from cps_quiz.lint.outputs.concise import line

        report = "\n".join(line(diagnostic) for diagnostic in errors)
        raise BrokenBanksError(report, len(errors), "".join(f" {path}" for path in asked))
    return found


def now() -> datetime:
    """The time, in the learner's own time zone."""
    return datetime.now().astimezone()


def open_progress() -> Progress:
    """The learner's progress, let go of when the program ends. Raises StoreError."""
    store = Progress(database_path())
    atexit.register(store.close)
    return store


def seed_or_chance(seed: int | None) -> int:
    """The given seed, else a fresh one."""
    return int.from_bytes(os.urandom(4)) if seed is None else seed


def say(text: str = "") -> None:
    """Write a line to standard output, harmless, and in ASCII where the locale asks for it."""
    print(safe(text, unicode=look(plain=True).unicode), flush=True)


def complain(text: str) -> None:
    """Write a line to standard error, in the same way."""
    print(safe(text, unicode=look(plain=True).unicode), file=sys.stderr, flush=True)


@contextmanager
def complaints(*, plain: bool) -> Iterator[Callable[[str], None]]:
    """How to complain while a drill goes on: on a full screen, after it, as that would wipe the words away."""
    if look(plain=plain).plain or not sys.stdin.isatty():
        yield complain
        return
    waiting: list[str] = []
    try:
        yield waiting.append
    finally:
        for sentence in waiting:
            complain(sentence)


@contextmanager
def terminal_keys() -> Iterator[Keys | None]:
    """The keys of the terminal on standard input; None when it is no terminal, or hands over whole lines only.

    A terminal that is closed ends the program as ^C does.
    """
    for ending in ("SIGHUP", "SIGTERM"):
        if hasattr(signal, ending):  # Windows has no SIGHUP
            signal.signal(getattr(signal, ending), signal.default_int_handler)
    if not sys.stdin.isatty() or not single_keys_can_be_read():
        yield None
        return
    from cps_quiz.ui.listening.terminal_keys import TerminalKeys

    keys = TerminalKeys()
    with keys.listening():
        yield keys


@contextmanager
def drill_screen(glossary: Glossary, *, plain: bool) -> Iterator[DrillScreen]:
    """The screen for a drill: full, or plain, with keys or lines for answers."""
    seen = look(plain=plain)
    with terminal_keys() as keys:
        if keys is None:
            from cps_quiz.ui.drill.line_answers import LineAnswers, TypedAnswers
            from cps_quiz.ui.drill.plain import PlainDrill

            kind = TypedAnswers if sys.stdin.isatty() else LineAnswers
            with open(sys.stdin.fileno(), "rb", closefd=False) as lines:
                yield PlainDrill(say, kind(say, complain, lines), glossary)
        elif seen.plain:
            from cps_quiz.ui.drill.key_answers import KeyAnswers
            from cps_quiz.ui.drill.plain import PlainDrill

            yield PlainDrill(say, KeyAnswers(say, keys), glossary)
        else:
            from cps_quiz.ui.drawing.console import full_screen
            from cps_quiz.ui.drill.terminal import TerminalDrill

            with full_screen() as console:
                yield TerminalDrill(console, keys, seen, glossary)
