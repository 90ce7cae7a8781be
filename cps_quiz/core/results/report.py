"""The report on a group's answers: each item, what to look at first, approaches, exams. Only what may be shown."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cps_quiz.core.results.concerns import Concern, concerns_of, first
from cps_quiz.core.results.items import ItemResult, Known, item_results
from cps_quiz.core.results.shown import ShownShare, mean_share, share
from cps_quiz.core.statistics.group import FormSums, Group, Leaning, Version
from cps_quiz.core.statistics.proportion import Interval
from cps_quiz.core.statistics.reliability import (
    bootstrap_interval,
    feldt_interval,
    kr20,
    kr21,
    person_error,
    standard_error,
)


class ApproachResult(NamedTuple):
    """How an approach tempted in a topic and month: mean share over people, and who fell for it twice or more."""

    approach: str
    topic: str
    month: str
    n: int
    chosen: ShownShare
    twice: ShownShare


class ExamResult(NamedTuple):
    """First exams of one length: `reliability` by `method`, with errors in right answers for a group and a person."""

    items: int
    n: int
    same_form: bool
    mean: float
    reliability: float | None
    interval: Interval | None
    error: float | None
    person_error: float


class Results(NamedTuple):
    """The whole report."""

    people: int
    answers: int
    few: int
    held: int
    concerns: tuple[Concern, ...]
    items: tuple[ItemResult, ...]
    approaches: tuple[ApproachResult, ...]
    exams: tuple[ExamResult, ...]


def results(group: Group, known: Mapping[Version, Known]) -> Results:
    """All that may be shown of a group, exams before drills."""
    sums = sorted(group.items.values(), key=lambda one: (one.setting != "exam", one.version))
    items = item_results(sums, known)
    pairs = zip(sums, items, strict=True)
    concerns = [concern for one, item in pairs for concern in concerns_of(one, item, known.get(one.version))]
    return Results(
        people=group.people,
        answers=group.answers,
        few=group.few,
        held=len(group.held),
        concerns=first(concerns),
        items=tuple(items),
        approaches=tuple(sorted(map(_approach, group.leanings.values()), key=_by_temptation)),
        exams=tuple(map(_exam, group.forms.values())),
    )


def _approach(one: Leaning) -> ApproachResult:
    shares = [(chosen / offered, n) for (offered, chosen), n in one.people.items()]
    twice = sum(n for (_, chosen), n in one.people.items() if chosen > 1)
    return ApproachResult(one.approach, one.topic, one.month, one.n, mean_share(shares), share(twice, one.n))


def _by_temptation(one: ApproachResult) -> tuple[float, str, str, str]:
    return -(one.chosen.value or 0.0), one.approach, one.topic, one.month


def _exam(form: FormSums) -> ExamResult:
    scores, same = form.scores, form.rights is not None
    found = kr20(scores, form.rights) if form.rights is not None else kr21(scores)
    interval = None
    if found is not None:
        interval = feldt_interval(found, scores.n, scores.items) if same else bootstrap_interval(scores)
    if interval is None:
        found = None
    return ExamResult(
        items=scores.items,
        n=scores.n,
        same_form=same,
        mean=scores.mean,
        reliability=found,
        interval=interval,
        error=standard_error(scores, found) if found is not None else None,
        person_error=person_error(scores.mean, scores.items) if scores.items > 1 else 0.0,
    )


def tempting_most(found: Iterable[ApproachResult], count: int) -> list[ApproachResult]:
    """The approaches that tempt most, each in the topic and month where it does."""
    best: dict[str, ApproachResult] = {}
    for one in found:
        if one.chosen.value is not None:
            best.setdefault(one.approach, one)
    return list(best.values())[:count]
