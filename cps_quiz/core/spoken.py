"""Times in words."""

from cps_quiz.core.counting import counted
from cps_quiz.core.exam import Settings


def spoken(seconds: float) -> str:
    """A time in words; seconds where it is short."""
    return counted(round(seconds / 60), "minute") if seconds >= 90 else counted(round(seconds), "second")  # noqa: PLR2004


def time_given(settings: Settings) -> str:
    """How much time there is."""
    if settings.seconds is None:
        return "no limit"
    stretched = f" ({settings.factor:g} times the usual)" if settings.factor != 1 else ""
    return f"{spoken(settings.seconds)}{stretched}"
