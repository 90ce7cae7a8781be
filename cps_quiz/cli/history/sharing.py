"""`cps-quiz history share`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.cli.wiring import Banks, complain, library, open_progress, say
from cps_quiz.errors import ExitCode, QuizError
from cps_quiz.words import sharing as words

Programme = Annotated[str, typer.Option("--programme", help="The code that your instructor gave you.")]
Out = Annotated[Path, typer.Option("--output", "-o", help="The file to write, to be handed to the instructor.")]
Yes = Annotated[bool, typer.Option("--yes", help="Write it without asking.")]
Withdraw = Annotated[bool, typer.Option("--withdraw", help="Write the file that takes all of it back.")]


def share(programme: Programme, output: Out, yes: Yes = False, withdraw: Withdraw = False, banks: Banks = None) -> None:
    """Show what would leave for a programme, ask, and write it into a file. Nothing is sent."""
    from cps_quiz.bank.saving import replace_text
    from cps_quiz.journeys.sharing import offer, withdrawal

    record = open_progress()
    if withdraw:
        replace_text(output, f"{withdrawal(record, programme)}\n")
        say(words.takes_back(str(output), programme))
        return
    found = offer(record, programme, library(banks).items)
    for sentence in found.sentences:
        say(sentence)
    if not yes and not _agreed(output):
        complain("Nothing was written.")
        raise typer.Exit(ExitCode.OK)
    replace_text(output, "".join(f"{line}\n" for line in found.lines))
    say(words.written(str(output), len(found.lines)))


def _agreed(output: Path) -> bool:
    """Whether the person says yes. Raises QuizError when nobody can be asked."""
    print(f"Write this to {output}? (y/n) ", end="", flush=True)
    line = sys.stdin.readline()
    if not line:
        raise QuizError("Nobody said whether to write it.", "Answer y, or give --yes.")
    return line.strip().casefold() in {"y", "yes"}
