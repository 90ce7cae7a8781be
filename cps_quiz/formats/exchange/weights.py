"""Points of single answers in percent, as Moodle and others give them, and which of them are the key."""

from collections.abc import Sequence

from cps_quiz.core.questions.interaction import Option

_WHOLE = 99.99
_NEAR = 0.01
"""Moodle writes thirds as 33.33333."""


def percent(value: float) -> str:
    """A number with at most five decimals, none that are 0: 50, 33.33333, -16.66667."""
    return f"{value:.5f}".rstrip("0").rstrip(".")


def grid_weights(options: Sequence[Option]) -> list[str]:
    """The percents that score as ours: of one key 100 and 0, of n keys 100/n and -100/n, clamped at 0."""
    keys = sum(option.correct for option in options)
    return [percent(100 / keys if option.correct else (-100 / keys)) for option in options]


def single_weights(options: Sequence[Option]) -> list[str]:
    """The percents of options of which one is chosen."""
    return ["100" if option.correct else "0" for option in options]


def key_of_weights(weights: Sequence[float], *, several: bool) -> tuple[str, list[bool], str]:
    """The item type, which answers are right, and what of the scoring is lost ("" for nothing).

    Where one answer is to be chosen, only those of all points are right; where several, those of any.
    """
    if not several:
        return _of_single(weights)
    keys = [weight > 0 for weight in weights]
    share = 100 / (sum(keys) or 1)
    equal = all(abs(weight - (share if right else -share)) < _NEAR for weight, right in zip(weights, keys, strict=True))
    told = "" if equal else f"points of {', '.join(map(percent, weights))} %; here right choices count minus wrong ones"
    return "multiple", keys, told


def _of_single(weights: Sequence[float]) -> tuple[str, list[bool], str]:
    keys = [weight > _WHOLE for weight in weights]
    if sum(keys) > 1:
        return "multiple", keys, f"any one of {sum(keys)} answers was right; here all of them are to be chosen"
    partial = [percent(weight) for weight in weights if 0 < weight <= _WHOLE or weight < 0]
    return "single", keys, f"part of the points for a wrong choice ({', '.join(partial)} %)" if partial else ""
