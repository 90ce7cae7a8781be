"""Days as people write them."""

from calendar import month_name
from datetime import date
from re import compile as pattern

from cps_quiz.errors import QuizError

_ISO = pattern(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED = pattern(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?")
_NAMED = pattern(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?")
_NAMED_LAST = pattern(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?(?:,?\s+(\d{4}))?")
_NAMES = tuple(month_name[1:])


class NoDateError(QuizError):
    """What was written is no day that can be meant."""


def day_to_come(text: str, today: date) -> date:
    """The day that a text means: 2027-03-14, 3/14/2027, March 14; without a year the next one.

    Raises NoDateError for a text that is no day, and for a day that is past.
    """
    found = _parts(" ".join(text.casefold().split()))
    year, month, day = found or (0, 0, 0)
    try:
        meant = date(year or today.year, month, day)
        if not year and meant < today:
            meant = date(today.year + 1, month, day)
    except ValueError:
        raise NoDateError(f'"{text}" is no date.', "Write it like 2027-03-14, 3/14/2027 or March 14.") from None
    if meant < today:
        raise NoDateError(f"{meant} is in the past.", "Give a day that is still to come.")
    return meant


def _parts(text: str) -> tuple[int, int, int] | None:
    """Year (0 where none is named), month and day; None for another form."""
    if iso := _ISO.fullmatch(text):
        return int(iso[1]), int(iso[2]), int(iso[3])
    if slashed := _SLASHED.fullmatch(text):
        year = int(slashed[3] or 0)
        return (year + 2000 if 0 < year < 100 else year), int(slashed[1]), int(slashed[2])  # noqa: PLR2004
    if named := _NAMED.fullmatch(text):
        return int(named[3] or 0), _month(named[1]), int(named[2])
    if named := _NAMED_LAST.fullmatch(text):
        return int(named[3] or 0), _month(named[2]), int(named[1])
    return None


def _month(name: str) -> int:
    """A month by its name or its beginning; 0 for none."""
    return next((number for number, full in enumerate(_NAMES, 1) if full.casefold().startswith(name)), 0)
