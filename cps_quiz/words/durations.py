"""Times in words."""

from cps_quiz.core.counting import counted
from cps_quiz.core.exam.exam import Settings

SHORT, LONG = 90, 600
"""Seconds below which a time is told in seconds alone, and from which in minutes alone."""


def spoken(seconds: float) -> str:
    """A time in words, as fine as its length calls for."""
    if seconds < SHORT:
        return counted(round(seconds), "second")
    if seconds >= LONG:
        return counted(round(seconds / 60), "minute")
    minutes, rest = divmod(round(seconds), 60)
    told = f" {counted(rest, 'second')}" if rest else ""
    return f"{counted(minutes, 'minute')}{told}"


def spoken_long(seconds: float) -> str:
    """The same with hours, for times that may take days."""
    hours, minutes = divmod(round(seconds / 60), 60)
    if not hours:
        return spoken(seconds)
    rest = f" {counted(minutes, 'minute')}" if minutes else ""
    return f"{counted(hours, 'hour')}{rest}"


def time_given(settings: Settings) -> str:
    """How much time there is."""
    if settings.seconds is None:
        return "no limit"
    stretched = f" ({settings.factor:g} times the usual)" if settings.factor != 1 else ""
    return f"{spoken(settings.seconds)}{stretched}"
