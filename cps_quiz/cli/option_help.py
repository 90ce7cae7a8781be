"""Limits of numbers in the help and in complaints, as people say them."""

from functools import partial
from typing import Any


def say_limits_plainly(command: Any) -> None:  # noqa: ANN401 - typer's own type of commands is private
    """Have a command and its subcommands say `1 to 1440` for `1<=x<=1440`, and `N` for `int range`."""
    for inner in getattr(command, "commands", {}).values():
        say_limits_plainly(inner)
    for option in command.params:
        kind = option.type
        if hasattr(kind, "_describe_range"):  # typer has no other place to say it
            kind._describe_range = partial(limits, kind.min, kind.max)  # noqa: SLF001
            option.metavar = option.metavar or "N"


def limits(least: float | None, most: float | None) -> str:
    """What numbers may be."""
    if least is None:
        return f"at most {most:g}" if most is not None else ""
    return f"{least:g} or more" if most is None else f"{least:g} to {most:g}"
