"""What a mock exam showed. Made from what is kept of it alone, so that it reads the same years later."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from math import factorial
from statistics import fmean, median
from typing import NamedTuple

from cps_quiz.core.exam.certainty import TABLES, Marks
from cps_quiz.core.exam.exam import Breaks, Ending, Exam, Place, Settings
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item, ItemId, Level, TopicId
from cps_quiz.core.questions.fingerprint import fingerprint
from cps_quiz.core.questions.interaction import (
    Arrange,
    ChooseOne,
    ChooseSome,
    Interaction,
    MisconceptionId,
    ObjectiveId,
    Write,
)
from cps_quiz.core.questions.labels import tempted
from cps_quiz.core.questions.response import Response
from cps_quiz.core.statistics.proportion import FEW, Interval, wilson


class Outcome(NamedTuple):
    """How one question went. All or nothing: a part of the points is no right answer here.

    `print` is the item's fingerprint then, `response` what was handed in, None for an open question;
    `chance` is how often a guess is right; `tempted` the misconceptions that the answer shows.
    """

    item: ItemId
    topic: TopicId
    objective: ObjectiveId | None
    level: Level | None
    print: str
    response: Response | None
    chance: float
    right: bool
    tempted: tuple[MisconceptionId, ...]
    certainty: Confidence | None
    flagged: bool
    seconds: float

    @property
    def answered(self) -> bool:
        """Whether there is an answer."""
        return self.response is not None


class FinishedExam(NamedTuple):
    """A mock exam that is over: `number` counts the learner's exams from 1; times in milliseconds since 1970.

    `id` is that of its sitting, `spent` the seconds that its clock ran.
    """

    id: str
    number: int
    started_at: int
    ended_at: int
    day: str
    ending: Ending
    seed: int
    settings: Settings
    breaks: Breaks
    spent: float
    outcomes: tuple[Outcome, ...]


class Part(NamedTuple):
    """Right answers among the questions of one kind; `few` when they are too few to tell much."""

    name: str
    right: int
    asked: int

    @property
    def share(self) -> float:
        """Right of asked, 0 to 1."""
        return self.right / self.asked if self.asked else 0.0

    @property
    def few(self) -> bool:
        """Whether the share rests on few questions."""
        return self.asked < FEW

    @property
    def interval(self) -> Interval:
        """Wilson's 95 % interval."""
        return wilson(self.right, self.asked)


class Marked(NamedTuple):
    """The marks by one table, and what answers that were all right and sure would have brought."""

    table: Marks
    marks: int
    most: int


class Calibrated(NamedTuple):
    """Of the answers with one certainty: how many there were, and how many were right."""

    certainty: Confidence
    right: int
    asked: int


class ExamReport(NamedTuple):
    """The result. `whole` counts open questions as not right; `chance` is the score that guessing would reach.

    `objectives` are named "topic/objective"; `misconceptions` count misses, the most first.
    """

    whole: Part
    answered: int
    target: float
    chance: float
    topics: tuple[Part, ...]
    levels: tuple[Part, ...]
    objectives: tuple[Part, ...]
    misses: int
    misconceptions: tuple[tuple[MisconceptionId, int], ...]
    marked: tuple[Marked, ...]
    calibration: tuple[Calibrated, ...]
    median_seconds: float

    @property
    def met(self) -> bool:
        """Whether the target was reached."""
        return 100 * self.whole.right >= self.target * self.whole.asked

    @property
    def open(self) -> int:
        """Questions without an answer."""
        return self.whole.asked - self.answered


def outcome(place: Place) -> Outcome:
    """How the question of `place` went."""
    item, response = place.item, place.response
    return Outcome(
        item=item.id,
        topic=item.topic,
        objective=item.objective,
        level=item.level,
        print=fingerprint(item),
        response=response,
        chance=chance(item.body.interaction()),
        right=response is not None and item.body.score(response).full,
        tempted=tempted(item, response) if response is not None else (),
        certainty=place.certainty,
        flagged=place.flagged,
        seconds=round(place.seconds, 1),
    )


def outcomes(exam: Exam) -> tuple[Outcome, ...]:
    """How each question went, in the order of the exam."""
    return tuple(outcome(place) for place in exam.places)


def chance(interaction: Interaction) -> float:
    """How often somebody is right who hands in something at random.

    One option of n: 1/n. Several: any set of options that is not empty, as the number is not
    always told: 1/(2**n - 1). An order of n steps: 1/n!. A text is never scored: 0.
    """
    match interaction:
        case ChooseOne(options):
            return 1 / len(options)
        case ChooseSome(options):
            return 1 / ((1 << len(options)) - 1)
        case Arrange(steps):
            return 1 / factorial(len(steps))
        case Write():
            return 0.0


def exam_again(finished: FinishedExam, items: Mapping[ItemId, Item]) -> Exam:
    """The exam as it ended, of those of its questions that are still the same among `items`, by their numbers."""
    places = [
        Place(number, items[one.item], one.response, one.certainty, one.flagged, one.seconds)
        for number, one in enumerate(finished.outcomes, 1)
        if is_same(one, items.get(one.item))
    ]
    return Exam(finished.seed, finished.settings, tuple(places), 0, finished.spent, finished.breaks)


def is_same(one: Outcome, item: Item | None) -> bool:
    """Whether `item` is still what was asked."""
    return item is not None and fingerprint(item) == one.print


def exam_report(found: Iterable[Outcome], settings: Settings) -> ExamReport:
    """Sum up the outcomes of an exam that had at least one question."""
    all_ = tuple(found)
    answered = [one for one in all_ if one.answered]
    misses = [one for one in answered if not one.right]
    seconds = [one.seconds for one in answered]
    hits = Counter(misconception for one in misses for misconception in dict.fromkeys(one.tempted))
    return ExamReport(
        whole=Part("", sum(one.right for one in all_), len(all_)),
        answered=len(answered),
        target=settings.target,
        chance=fmean(one.chance for one in all_),
        topics=_parts(all_, lambda one: one.topic),
        levels=_levels(all_),
        objectives=_parts(all_, lambda one: f"{one.topic}/{one.objective}" if one.objective else None),
        misses=len(misses),
        misconceptions=tuple(hits.most_common()),
        marked=tuple(_marked(all_, table) for table in TABLES) if settings.certainty else (),
        calibration=_calibration(answered) if settings.certainty else (),
        median_seconds=median(seconds) if seconds else 0.0,
    )


def _parts(found: Iterable[Outcome], name: Callable[[Outcome], str | None]) -> tuple[Part, ...]:
    """Parts in the order in which they are met; outcomes without a name are left out."""
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one in found:
        called = name(one)
        if called is not None:
            asked[called] += 1
            right[called] += one.right
    return tuple(Part(called, right[called], asked[called]) for called in asked)


def _levels(found: Iterable[Outcome]) -> tuple[Part, ...]:
    """From recall to analyze."""
    order = [level.value for level in Level]
    parts = _parts(found, lambda one: one.level.value if one.level else None)
    return tuple(sorted(parts, key=lambda part: order.index(part.name)))


def _marked(found: tuple[Outcome, ...], table: Marks) -> Marked:
    """Answers without a certainty count as guesses, the lowest; open questions bring nothing."""
    marks = sum(table.of(one.certainty or Confidence.GUESSING, right=one.right) for one in found if one.answered)
    return Marked(table, marks, table.most * len(found))


def _calibration(answered: list[Outcome]) -> tuple[Calibrated, ...]:
    said = ((word, [one.right for one in answered if one.certainty is word]) for word in Confidence)
    return tuple(Calibrated(word, sum(rights), len(rights)) for word, rights in said if rights)
