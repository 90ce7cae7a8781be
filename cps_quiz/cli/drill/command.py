"""`cps-quiz drill`."""

from typing import Annotated

import typer

from cps_quiz.cli.completion import approaches, items, topics
from cps_quiz.cli.drill.run import Asked, carry_out
from cps_quiz.cli.wiring import Banks, Plain, Seed
from cps_quiz.core.drill.drill import Wanted
from cps_quiz.core.memory.due import Mode
from cps_quiz.core.questions.bank import ItemId, Level, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.errors import QuizError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def drill(
    topics: Annotated[
        list[str] | None, typer.Argument(metavar="[TOPIC]...", help="Only these topics.", autocompletion=topics)
    ] = None,
    count: Annotated[
        int | None, typer.Option("--count", "-n", min=1, help="How many questions. [as set, or 10]")
    ] = None,
    due: Annotated[bool, typer.Option("--due", help="Only what is due today.")] = False,
    missed: Annotated[bool, typer.Option("--missed", help="Only what you missed the last time.")] = False,
    new: Annotated[bool, typer.Option("--new", help="Only what you never met.")] = False,
    level: Annotated[Level | None, typer.Option(help="Only questions of this level.")] = None,
    misconception: Annotated[
        str | None, typer.Option(help="Only questions in which this one tempts.", autocompletion=approaches)
    ] = None,
    flagged: Annotated[bool, typer.Option("--flagged", help="Only what you flagged.")] = False,
    items: Annotated[
        list[str] | None, typer.Option("--item", help="Only this question; may be given again.", autocompletion=items)
    ] = None,
    minutes: Annotated[int | None, typer.Option(min=1, max=1440, help="No new question after that time.")] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the drill that was cut off.")] = False,
    cram: Annotated[bool, typer.Option("--cram", help="Leave the schedule as it is.")] = False,
    confidence: Annotated[
        bool | None, typer.Option("--confidence/--no-confidence", help="Ask how sure you were; remembered.")
    ] = None,
    seed: Seed = None,
    banks: Banks = None,
    plain: Plain = False,
) -> None:
    """Questions one by one, each answer explained."""
    wanted = Wanted(
        topics=frozenset(TopicId(topic) for topic in topics or ()),
        level=level,
        misconception=MisconceptionId(misconception) if misconception else None,
        only=frozenset(ItemId(item) for item in items or ()),
    )
    modes = [mode for mode, on in ((Mode.DUE, due), (Mode.MISSED, missed), (Mode.NEW, new)) if on]
    if len(modes) > 1:
        raise QuizError("Of --due, --missed and --new only one can be asked for at a time.", "Leave the others out.")
    mode = modes[0] if modes else Mode.USUAL
    asked = Asked(wanted, count, mode, seed, confidence, cram, banks, plain, resume, flagged, minutes)
    carry_out(asked)
