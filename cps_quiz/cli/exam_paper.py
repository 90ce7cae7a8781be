"""`cps-quiz exam print`, and the report of an exam as a file."""

from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.cli.wiring import Banks, Seed, library, say, seed_or_chance

Items = Annotated[int | None, typer.Option("--items", min=1, max=1000, help="How many questions. [50]")]
Topics = Annotated[list[str] | None, typer.Option("--topic", help="Only this topic; may be given again.")]
BlueprintFile = Annotated[Path | None, typer.Option("--blueprint", help="A YAML file with all of these settings.")]


def print_(
    items: Items = None,
    topics: Topics = None,
    blueprint: BlueprintFile = None,
    seed: Seed = None,
    banks: Banks = None,
) -> None:
    """A question paper and its answer key, as pages to print."""
    from cps_quiz.journeys.exam import Wanted, blueprint_for, draw

    loaded = library(banks)
    wanted = blueprint_for(loaded, Wanted(items=items, topics=tuple(topics or ()), blueprint=blueprint))
    number = seed_or_chance(seed)
    form = draw(loaded, wanted, {}, number)
    say(str(len(form)))
