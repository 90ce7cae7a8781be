"""`cps-quiz drill`."""

from typing import Annotated

import typer

from cps_quiz.cli.wiring import Banks, Plain, Seed, drill_screen, library, seed_or_chance
from cps_quiz.core.bank import Level, TopicId
from cps_quiz.core.drill import Wanted
from cps_quiz.core.interaction import MisconceptionId
from cps_quiz.journeys.drill import prepare, run

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def drill(
    topics: Annotated[list[str] | None, typer.Argument(metavar="[TOPIC]...", help="Only these topics.")] = None,
    count: Annotated[int, typer.Option("--count", "-n", min=1, help="How many questions.")] = 10,
    level: Annotated[Level | None, typer.Option(help="Only questions of this level.")] = None,
    misconception: Annotated[str | None, typer.Option(help="Only questions in which this one tempts.")] = None,
    seed: Seed = None,
    banks: Banks = None,
    plain: Plain = False,
) -> None:
    """Questions one by one, each answer explained."""
    loaded = library(banks)
    wanted = Wanted(
        topics=frozenset(TopicId(topic) for topic in topics or ()),
        level=level,
        misconception=MisconceptionId(misconception) if misconception else None,
    )
    prepared = prepare(loaded, wanted, count, seed_or_chance(seed))
    with drill_screen(loaded.glossary, plain=plain) as screen:
        run(prepared, screen)
