"""What learning.py prints."""

from collections.abc import Iterable, Sequence
from math import sqrt
from statistics import fmean, stdev
from typing import NamedTuple

from cps_quiz.core.memory.forecast import Prediction

KINDS = ("questions from here", "new questions")


class Sitting(NamedTuple):
    """Two exams after a day, of questions from here and of new ones: what was predicted and what came out."""

    day: int
    predicted: tuple[Prediction | None, Prediction | None]
    scores: tuple[float, float]


class Outcome(NamedTuple):
    """How a learner's weeks ended: expected scores, the exams on the way, items met, minutes a day."""

    bank: float
    unseen: float
    sittings: list[Sitting]
    met: int
    minutes: float


def told(outcomes: Sequence[dict[str, Outcome]]) -> Iterable[str]:
    """The policies, how far ours is ahead, and what its forecasts are worth."""
    yield from _scores(outcomes)
    if "ours" in outcomes[0]:
        for kind, name in enumerate(KINDS):
            yield f"  forecasts of {name}: % within the 80 % interval; too high by; half its width"
            yield from _forecasts([one["ours"] for one in outcomes], kind)


def _scores(outcomes: Sequence[dict[str, Outcome]]) -> Iterable[str]:
    yield "  expected % from here, of unseen ones, items met, minutes; ours less it (95 % intervals, paired), of both"
    for name in outcomes[0]:
        ends = [one[name] for one in outcomes if name in one]
        ours = [one["ours"] for one in outcomes if name in one and "ours" in one]
        bank, unseen = 100 * fmean(end.bank for end in ends), 100 * fmean(end.unseen for end in ends)
        line = f"  {name:19} {bank:5.1f} {unseen:5.1f} {fmean(end.met for end in ends):5.0f}"
        line += f" {fmean(end.minutes for end in ends):5.1f}"
        if ours and name != "ours":
            line += f"   {_mean([100 * (mine.bank - end.bank) for mine, end in zip(ours, ends, strict=True)])}"
            line += f"   {_mean([100 * (mine.unseen - end.unseen) for mine, end in zip(ours, ends, strict=True)])}"
        yield line


def _mean(values: Sequence[float]) -> str:
    """The mean and its 95 % interval."""
    mean, half = fmean(values), 1.96 * stdev(values) / sqrt(len(values))
    return f"{mean:+5.2f} ({mean - half:+.2f} to {mean + half:+.2f})"


def _forecasts(ends: Sequence[Outcome], kind: int) -> Iterable[str]:
    for place, day in enumerate(sitting.day for sitting in ends[0].sittings):
        sittings = [end.sittings[place] for end in ends]
        pairs = [(one.predicted[kind], one.scores[kind]) for one in sittings]
        sure = [(predicted, score) for predicted, score in pairs if predicted is not None]
        if sure:
            held = fmean(predicted.low <= score <= predicted.high for predicted, score in sure)
            off = fmean(predicted.score - score for predicted, score in sure)
            half = fmean(predicted.high - predicted.low for predicted, _ in sure) / 2
            yield f"    day {day:2}  {held:4.0%}  {100 * off:+5.1f}  +-{100 * half:.1f}"
