"""The program: its commands, each imported only when it runs, and the one error boundary."""

import errno
import os
import sys
import traceback
from functools import partial
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from cps_quiz import __version__
from cps_quiz.cli.wiring import GoOnWith, complain
from cps_quiz.errors import ExitCode, QuizError, UnknownNameError
from cps_quiz.words.steps import PROGRAM

COMMANDS = {
    "drill": "drill.command",
    "exam": "exam.command",
    "explain": "explain",
    "study": "study",
    "progress": "progress",
    "plan": "plan",
    "find": "find",
    "check": "check.command",
    "preview": "preview.command",
    "rule": "rule",
    "audit": "audit",
    "bank": "bank.command",
    "import": "import_",
    "export": "export.command",
    "results": "results.command",
    "history": "history.command",
}
"""Each command in the order of the help page, and the module of this room that makes its `app`."""


SHOWING: tuple[list[str], ...] = (
    *([name] for name in ("progress", "plan", "find", "history")),
    ["bank", "show"],
    ["history", "own-words"],
    ["history", "notes"],
)
"""How command lines begin that only show something: when they are left, the page that they came from is there again."""


class _Commands(TyperGroup):
    """Finds a command's module by its name when the command is wanted."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - typer's own context type is private
        """The commands in the order of the help page."""
        return list(COMMANDS)

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401
        """Run the command; a pipe that its reader closed is told to the boundary, not to typer."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise SystemExit(_output_failed(error)) from None

    def get_command(self, ctx: Any, name: str) -> Any:  # noqa: ANN401
        """The command called `name`, or None."""
        if name not in COMMANDS:
            return None if ctx.resilient_parsing else _meant(name)
        command = typer.main.get_command(import_module(f"cps_quiz.cli.{COMMANDS[name]}").app)
        _say_limits_plainly(command)
        return command


def _say_limits_plainly(command: Any) -> None:  # noqa: ANN401 - typer's own type of commands is private
    """Have a command and its subcommands say `1 to 1440` for `1<=x<=1440`, and `N` for `int range`."""
    for inner in getattr(command, "commands", {}).values():
        _say_limits_plainly(inner)
    for option in command.params:
        kind = option.type
        if hasattr(kind, "_describe_range"):  # typer has no other place to say it
            kind._describe_range = partial(_limits, kind.min, kind.max)  # noqa: SLF001
            option.metavar = option.metavar or "N"


def _limits(least: float | None, most: float | None) -> str:
    """What numbers may be."""
    if least is None:
        return f"at most {most:g}" if most is not None else ""
    return f"{least:g} or more" if most is None else f"{least:g} to {most:g}"


_SIGNS = "Any text: \u00e9 \u2713 \u754c."
"""Some of what the program writes, for trying an encoding."""


def _meant(name: str) -> None:
    """Nothing; raises UnknownNameError for a name that looks like one of the commands."""
    from cps_quiz.core.questions.search import near

    if guesses := near(name, COMMANDS):
        raise UnknownNameError("command", name, guesses, "All commands: cps-quiz -h")


app = typer.Typer(
    cls=_Commands,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Practice for people who want to become Massachusetts Certified Peer Specialists.",
)


@app.callback()
def start(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """Without a command: what is due and what to do next; without a terminal, help."""
    if version:
        print(f"cps-quiz {__version__}")
    elif ctx.invoked_subcommand is None and sys.stdin.isatty() and sys.stdout.isatty():
        from cps_quiz.cli.home import show_home

        show_home()
    elif ctx.invoked_subcommand is None:
        print(ctx.get_help())


def main() -> NoReturn:
    """Run the command line and exit with one of the documented codes."""
    for stream in (sys.stdout, sys.stderr):
        _make_writable(stream)
    sys.exit(_flushed(_run()))


def _make_writable(stream: Any) -> None:  # noqa: ANN401 - whatever stands in for a stream
    """Whatever PYTHONIOENCODING and the locale say: what cannot be written so is shown by a sign, not a traceback."""
    if not hasattr(stream, "reconfigure"):
        return
    stream.reconfigure(errors="replace")
    try:
        (_SIGNS * 20).encode(stream.encoding, "replace")
    except UnicodeError:
        stream.reconfigure(encoding="utf-8", errors="replace")


def _run() -> int:
    """Run the command, then those that the learner starts from its screens."""
    command, pages = sys.argv[1:], list[list[str]]()
    while True:
        try:
            code = _run_one(command)
            if not (pages and _only_shows(command)) or code != ExitCode.OK:
                return code
            command = pages.pop()
        except GoOnWith as wish:
            pages = [*pages, command] if _only_shows(command) else []
            command = wish.command


def _only_shows(command: list[str]) -> bool:
    """Whether a command is a page to read, as home, whose command line is empty, is too."""
    return not command or command[:2] in SHOWING or (command[:1] in SHOWING and command[0] != "history")


def _run_one(command: list[str]) -> int:
    try:
        app(command, prog_name=PROGRAM)
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else ExitCode.OK
    except GoOnWith:
        raise
    except QuizError as error:
        complain(f"{error.sentence}\n{error.hint}".strip())
        return error.exit_code
    except OSError as error:
        return _output_failed(error)
    except Exception:  # noqa: BLE001 - the boundary: whatever else gets here is a bug of ours
        traceback.print_exc()
        complain("This is a bug in cps-quiz, not in what you did. What stands above helps to mend it.")
        return ExitCode.BUG
    return ExitCode.OK


def _flushed(code: int) -> int:
    try:
        sys.stdout.flush()
    except OSError as error:
        return _output_failed(error)
    return code


def _output_failed(error: OSError) -> int:
    """Standard output is gone or full. Every file is guarded where it is used, so it is that."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if error.errno in {errno.EPIPE, errno.EIO}:
        return ExitCode.INTERRUPTED
    complain(f"The output could not be written: {error.strerror or error}.")
    return ExitCode.CANNOT_RUN
