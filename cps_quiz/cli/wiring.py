"""Puts together what commands need: banks, screen, chance."""

import atexit
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta, timezone
from functools import cache
from math import isfinite
from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated

import typer

from cps_quiz.bank.copies import load_or_recall
from cps_quiz.bank.files import shipped
from cps_quiz.bank.library import Library
from cps_quiz.errors import BrokenBanksError, NotOursError, QuizError
from cps_quiz.source.safe_text import safe
from cps_quiz.store.changes import is_changed, stamp
from cps_quiz.store.database import (
    PATIENCE_SECONDS,
    SHORT_PATIENCE_SECONDS,
    StoreError,
    StoreNewerError,
    database_path,
)
from cps_quiz.store.patient import PatientProgress
from cps_quiz.store.progress import Progress
from cps_quiz.store.settings import Settings, copies_path, read_settings, settings_path
from cps_quiz.store.spool import taken, waiting_files
from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drawing.look import look as seen_look
from cps_quiz.ui.listening.keys import Keys, single_keys_can_be_read
from cps_quiz.words import keeping as keeping_words
from cps_quiz.words.steps import Step

Banks = Annotated[
    list[Path] | None, typer.Option("--bank", help="A bank file or a folder of them; may be given again.")
]


def small_enough(value: int | None) -> int | None:
    """A number that the record can hold."""
    if value is not None and abs(value) >= 2**63:
        raise typer.BadParameter("That number is too long: 18 digits are enough.")
    return value


Seed = Annotated[
    int | None,
    typer.Option(
        "--seed", metavar="N", callback=small_enough, help="The same number gives the same order of everything."
    ),
]
Plain = Annotated[bool, typer.Option("--plain", help="One line after another, for screen readers.")]


Force = Annotated[bool, typer.Option("--force", help="Replace a file that cps-quiz did not write.")]


def refuse_to_replace(path: Path, *, force: bool) -> None:
    """Raises NotOursError where a file stands that is no page of this program, unless by `force`."""
    from cps_quiz.pages.document import GENERATOR

    if force or not path.is_file():
        return
    with path.open("rb") as file:
        if GENERATOR.encode() not in file.read(4096):
            raise NotOursError(str(path))


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
    return banks or [*settings().banks] or [shipped()]


def _sound(found: Library, asked: list[Path], item: str | None = None) -> Library:
    errors = [diagnostic for diagnostic in found.diagnostics if diagnostic.is_error]
    if item is not None and any(known.id == item for known in found.items):
        errors = [diagnostic for diagnostic in errors if diagnostic.item == item]
    if errors:
        from cps_quiz.lint.outputs.concise import line

        report = "\n".join(line(diagnostic) for diagnostic in errors)
        raise BrokenBanksError(report, len(errors), "".join(f" {path}" for path in asked))
    return found


@cache
def settings() -> Settings:
    """What the person has set. Raises BadSettingsError."""
    return read_settings(settings_path())


def look(*, plain: bool) -> Look:
    """How to show things: as asked, as set, and as standard output can."""
    return seen_look(plain=plain or settings().plain)._replace(width=settings().width)


def screen_look(*, plain: bool) -> Look:
    """The same for a screen that redraws: whatever `FORCE_COLOR` says, that needs a terminal."""
    return look(plain=plain or not sys.stdout.isatty())


def now() -> datetime:
    """The time, in a zone of the learner's own, in which it is midnight when their day begins."""
    here = datetime.now().astimezone()
    return here.astimezone(timezone((here.utcoffset() or timedelta()) - timedelta(hours=settings().day_starts)))


def elapsed() -> float:
    """Seconds that only ever grow, whatever becomes of the time of day; the computer's sleep is among them."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)  # time.monotonic stands still while a Mac sleeps
    return time.monotonic()


def open_progress(patience: float = PATIENCE_SECONDS) -> Progress:
    """The learner's progress, with what waited to be kept; closed when the program ends. Raises StoreError."""
    path, stamps = database_path(), copies_path()
    changed = is_changed(path, stamps)
    store = Progress(path, patience)
    atexit.register(_close, store, stamps)
    if changed and not store.agrees():
        store.rebuild()
        complain(keeping_words.TOTALS_MADE_AGAIN)
    with ExitStack() as held:
        if files := [file for file in waiting_files(path) if held.enter_context(taken(file))]:
            from cps_quiz.journeys.history import take_in

            if answers := take_in(store, files):
                complain(keeping_words.taken_in(answers))
    return store


def _close(store: Progress, stamps: Path) -> None:
    store.close()
    stamp(store.path, stamps)


def open_or_wait() -> tuple[Progress | None, PatientProgress]:
    """The learner's progress, None where it cannot be opened now, and what keeps a sitting in it in any case."""
    path = database_path()
    try:
        store = open_progress(SHORT_PATIENCE_SECONDS)
    except StoreNewerError:
        raise
    except StoreError as error:
        book = PatientProgress(path, None, error)
    else:
        book = PatientProgress(path, store)
    atexit.register(book.close)
    return (store if book.waiting is None else None), book


def seed_or_chance(seed: int | None) -> int:
    """The given seed, else a fresh one."""
    return int.from_bytes(os.urandom(4)) if seed is None else seed


def say(text: str = "") -> None:
    """Write a line to standard output, harmless, in ASCII where the locale asks for it, and wrapped on a terminal."""
    shown = safe(text, unicode=seen_look(plain=True).unicode)
    print(_wrapped(shown) if sys.stdout.isatty() else shown, flush=True)


def _wrapped(text: str) -> str:
    """A text in lines as wide as the terminal, broken between words; what was indented stays so."""
    from textwrap import wrap

    width = min(get_terminal_size().columns, settings().width)
    lines: list[str] = []
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip(" ")))
        lines += wrap(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False) or [""]
    return "\n".join(lines)


def complain(text: str) -> None:
    """Write a line to standard error, in the same way."""
    shown = safe(text, unicode=seen_look(plain=True).unicode)
    print(_wrapped(shown) if sys.stderr.isatty() else shown, file=sys.stderr, flush=True)


@contextmanager
def complaints(*, plain: bool) -> Iterator[Callable[[str], None]]:
    """How to complain while a drill goes on: on a full screen, after it, as that would wipe the words away."""
    if screen_look(plain=plain).plain or not sys.stdin.isatty():
        yield complain
        return
    waiting: list[str] = []
    try:
        yield waiting.append
    finally:
        for sentence in waiting:
            complain(sentence)


def ask_line() -> str:
    """A line that the person types; "" when there is none."""
    return sys.stdin.readline().strip()


@contextmanager
def terminal_keys(*, full: bool = False) -> Iterator[Keys | None]:
    """The keys of the terminal on standard input; None when it is no terminal, or hands over whole lines only.

    A terminal that is closed ends the program as ^C does. With a `full` screen, ^Z gives the shell its own back.
    """
    for ending in ("SIGHUP", "SIGTERM"):
        if hasattr(signal, ending):  # Windows has no SIGHUP
            signal.signal(getattr(signal, ending), signal.default_int_handler)
    if not sys.stdin.isatty() or not single_keys_can_be_read():
        yield None
        return
    from cps_quiz.ui.drawing.console import ENTER, LEAVE
    from cps_quiz.ui.listening.terminal_keys import TerminalKeys

    keys = TerminalKeys(LEAVE, ENTER, pasting=True) if full else TerminalKeys()  # plain mode writes no codes
    with keys.listening():
        yield keys


class GoOnWith(Exception):  # noqa: N818 - it asks for something, nothing has failed
    """Another command is to be started: these words behind the program's name."""

    def __init__(self, command: Sequence[str]) -> None:
        super().__init__(*command)
        self.command = list(command)


def go_on(step: Step | None) -> None:
    """Start what the learner chose, if they did. Raises GoOnWith."""
    if step is not None:
        raise GoOnWith(step.command)


def carried(banks: list[Path] | None, *, plain: bool) -> tuple[str, ...]:
    """The options that a next step needs to be about the same banks, on the same screen."""
    named = [word for bank in banks or () for word in ("--bank", str(bank))]
    return (*named, *(["--plain"] if plain else []))
