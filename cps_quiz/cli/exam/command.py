"""`cps-quiz exam`."""

from typing import Annotated

import typer

from cps_quiz.cli.exam import paper as exam_paper
from cps_quiz.cli.exam import past as exam_past
from cps_quiz.cli.wiring import Banks, Plain, Seed, finite, refuse_options_before

app = typer.Typer(rich_markup_mode=None, add_completion=False, invoke_without_command=True)
app.command("list")(exam_past.list_)
app.command("show")(exam_past.show)
app.command("print")(exam_paper.print_)
app.command("delete")(exam_past.delete)


@app.callback()
def exam(
    ctx: typer.Context,
    items: exam_paper.Items = None,
    minutes: Annotated[
        float | None, typer.Option(min=1, max=1440, callback=finite, help="Time for all of it. [60]")
    ] = None,
    target: Annotated[
        float | None, typer.Option(min=1, max=100, callback=finite, help="Percent that you aim at. [80]")
    ] = None,
    topics: exam_paper.Topics = None,
    blueprint: exam_paper.BlueprintFile = None,
    untimed: Annotated[bool, typer.Option("--untimed", help="No clock.")] = False,
    time_factor: Annotated[
        float, typer.Option("--time-factor", min=1, max=10, callback=finite, help="Stretch the time: 1.5.")
    ] = 1.0,
    cbm: Annotated[bool, typer.Option("--cbm", help="Say how sure you are; marks count it.")] = False,
    seed: Seed = None,
    banks: Banks = None,
    plain: Plain = False,
) -> None:
    """A mock exam against the clock, explained at the end. Its settings are for study, not the official exam's."""
    if ctx.invoked_subcommand is not None:
        refuse_options_before(ctx)
        return
    from cps_quiz.cli.exam.run import Asked, carry_out
    from cps_quiz.journeys.exam.exam import Wanted

    wanted = Wanted(items, minutes, target, tuple(topics or ()), blueprint)
    carry_out(Asked(wanted, untimed=untimed, factor=time_factor, certainty=cbm, seed=seed, banks=banks, plain=plain))
