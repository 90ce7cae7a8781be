"""`cps-quiz rule`."""

from typing import Annotated

import typer

from cps_quiz.cli.wiring import say
from cps_quiz.journeys.rules import all_rules, manual_page

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def rule(
    word: Annotated[str | None, typer.Argument(metavar="[CODE|NAME]", help="Without one: all rules.")] = None,
) -> None:
    """What a rule means, with an example that it finds and one that it does not."""
    say(all_rules() if word is None else manual_page(word))
