"""`cps-quiz rule`."""

from typing import Annotated

import typer

from cps_quiz.cli.wiring import say
from cps_quiz.journeys.rules import all_rules, manual_page, rules_as_json

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def rule(
    word: Annotated[str | None, typer.Argument(metavar="[CODE|NAME]", help="Without one: all rules.")] = None,
    output_format: Annotated[str, typer.Option(help="text or json.")] = "text",
) -> None:
    """What a rule means, with an example that it finds and one that it does not."""
    if output_format not in {"text", "json"}:
        raise typer.BadParameter("Use text or json.", param_hint="--output-format")
    if output_format == "json":
        print(rules_as_json(word))
        return
    say(all_rules() if word is None else manual_page(word))
