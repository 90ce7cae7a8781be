"""`cps-quiz check`."""

import typer

from cps_quiz.cli.check import options as given
from cps_quiz.cli.check.request import Asked, carry_out
from cps_quiz.cli.check.result import show

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def check(
    paths: given.Paths = None,
    output_format: given.Format = None,
    select: given.Codes = None,
    ignore: given.Codes = None,
    extend_select: given.Codes = None,
    extend_ignore: given.Codes = None,
    strict: given.Strict = False,
    exit_zero: given.ExitZero = False,
    fix: given.Fix = False,
    diff: given.Diff = False,
    baseline: given.Baseline = None,
    write_baseline: given.WriteBaseline = None,
    statistics: given.Statistics = False,
    quiet: given.Quiet = False,
    output_file: given.OutputFile = None,
    show_files: given.ShowFiles = False,
    no_cache: given.NoCache = False,
    config: given.Config = None,
    isolated: given.Isolated = False,
    results: given.Results = None,
    stdin_path: given.StdinPath = "stdin.yaml",
) -> None:
    """Validate banks: what is wrong, where, and how to mend it."""
    asked = Asked(
        paths=tuple(paths or ()),
        output_format=output_format,
        select=given.split(select),
        ignore=given.split(ignore),
        extend_select=given.split(extend_select) or (),
        extend_ignore=given.split(extend_ignore) or (),
        strict=strict,
        exit_zero=exit_zero,
        fix=fix,
        diff=diff,
        baseline=baseline,
        write_baseline=write_baseline,
        statistics=statistics,
        show_files=show_files,
        no_cache=no_cache,
        config=config,
        isolated=isolated,
        stdin_path=stdin_path,
        results=results,
    )
    raise typer.Exit(show(carry_out(asked), quiet=quiet, output_file=output_file))
