"""Where the learner stands, put together from the store and the banks."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple, Protocol

from cps_quiz.bank.library import Library
from cps_quiz.core.exam.report import FinishedExam, chance
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.memory.due import History
from cps_quiz.core.memory.forecast import Possible, Prediction, Predictions, predict
from cps_quiz.core.memory.schedule import Schedule, schedule
from cps_quiz.core.memory.skills import Skill, aim
from cps_quiz.core.memory.standing import (
    Leaning,
    Mastery,
    Overview,
    calendar,
    forecast,
    objectives,
    overview,
    since,
    topics,
)
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import MisconceptionId, Write
from cps_quiz.core.record.log import Confused
from cps_quiz.journeys.drill.practice import Asides, Remembered, history, not_aside
from cps_quiz.journeys.exam.keeping import Exams, finished_exams
from cps_quiz.journeys.exam.past import as_row

EXAM_DATE = "exam-date"
"""Setting: the day of the exam (ISO date); "" when the learner was asked and did not say."""

FEWEST_ANSWERS = 5
"""Answers below which no aim is called the weakest."""

FEWEST_LATELY = 5
"""Offers of late from which on a misconception that was not chosen any more counts as overcome. Our own choice."""

WEEK = 7


class Book(Remembered, Asides, Exams, Protocol):
    """What the store can tell of the whole past. Methods raise QuizError when it cannot be read."""

    def day_totals(self) -> Sequence[tuple[str, int, int, int]]:
        """For each of the learner's days (ISO date), oldest first: answers, first tries, right ones."""

    def leanings(self, since: str) -> Sequence[tuple[MisconceptionId, int, int, int, int]]:
        """For each misconception: offered, chosen, and both since a day (ISO date)."""

    def overcome(self, since: str, fewest: int) -> Sequence[MisconceptionId]:
        """Misconceptions chosen before a day (ISO date) and no more since, though on offer at least so often."""

    def confusions(self) -> Sequence[Confused]:
        """Approaches that were taken for another, the most often first."""

    def calibration(self) -> dict[Confidence, tuple[int, int]]:
        """For each confidence: how often it was given, and how often the answer was right."""

    def setting(self, name: str) -> str | None:
        """A choice that was kept."""


class Week(NamedTuple):
    """A week of practice: answers, first tries, and those that were right."""

    answers: int = 0
    asked: int = 0
    right: int = 0


class Glimpse(NamedTuple):
    """What the home screen shows, and what costs little; `notes` are those on the weakest aim, as `study` takes it."""

    overview: Overview
    topics: list[Mastery]
    weakest: Skill | None
    overcome: Sequence[MisconceptionId]
    schedule: Schedule | None
    predictions: Predictions
    notes: str | None


class Standing(NamedTuple):
    """All that `progress` shows.

    `days` are (day, answers), `ahead` (day, items due), `exams` the oldest first, `weeks` this week and the last one.
    """

    glimpse: Glimpse
    objectives: list[Mastery]
    leanings: list[Leaning]
    confusions: list[Confused]
    days: list[tuple[date, int]]
    ahead: list[tuple[date, int]]
    calibration: dict[Confidence, tuple[int, int]]
    exams: list[FinishedExam]
    weeks: tuple[Week, Week]


def asked_items(library: Library) -> list[Item]:
    """The items that may be asked."""
    return [item for item in library.items if not item.retired]


def look_over(library: Library, book: Book, now: datetime) -> tuple[Overview, History]:
    """Counts, the streak and what is weakest, and the past that they rest on."""
    past = history(book, now)
    return overview(not_aside(asked_items(library), book), past, _days(book), now.date()), past


def glimpse(library: Library, book: Book, now: datetime) -> Glimpse:
    """What the home screen shows."""
    return _glimpse(library, book, now, history(book, now))


def _glimpse(library: Library, book: Book, now: datetime, past: History) -> Glimpse:
    items, days = asked_items(library), _days(book)
    picked = not_aside(items, book)
    seen = overview(picked, past, days, now.date())
    return Glimpse(
        overview=seen,
        topics=topics(items, past.past, past.today),
        weakest=seen.weakest if sum(days.values()) >= FEWEST_ANSWERS else None,
        overcome=book.overcome(since(now.date()), FEWEST_LATELY),
        schedule=planned(book, seen, past),
        predictions=_predictions(library, picked, past, now),
        notes=_notes(seen.weakest, items),
    )


def stand(library: Library, book: Book, now: datetime) -> Standing:
    """All that `progress` shows."""
    items, past = asked_items(library), history(book, now)
    return Standing(
        glimpse=_glimpse(library, book, now, past),
        objectives=objectives(items, past.past, past.today),
        leanings=sorted(_leanings(book, now), key=lambda leaning: (-leaning.chosen, leaning.misconception)),
        confusions=list(book.confusions()),
        days=calendar(_days(book), now.date()),
        ahead=forecast(not_aside(items, book), past),
        calibration=book.calibration(),
        exams=finished_exams(book),
        weeks=_weeks(book, now.date()),
    )


def _notes(weakest: Skill | None, items: Iterable[Item]) -> str | None:
    of = (item for item in items if aim(item) == weakest)
    return next((f"{item.topic}/{item.objective}" if item.objective else item.topic for item in of), None)


def _weeks(book: Book, today: date) -> tuple[Week, Week]:
    """This week, from its Monday, and the one before."""
    monday = today - timedelta(days=today.weekday())
    found = [Week(), Week()]
    for day, *counts in book.day_totals():
        back = (monday - date.fromisoformat(day)).days
        at = 0 if back <= 0 else 1 if back <= WEEK else None
        if at is not None:
            found[at] = Week(*(a + b for a, b in zip(found[at], counts, strict=True)))
    return found[0], found[1]


def _predictions(library: Library, items: Iterable[Item], past: History, now: datetime) -> Predictions:
    """What exams today would bring; reflections are no part of one."""
    possible = [
        Possible(aim(item), item.topic, past.past.get(item.id), chance(interaction))
        for item in items
        if not isinstance(interaction := item.body.interaction(), Write)
    ]
    weights = {topic.id: topic.weight for topic in library.curriculum.topics.values()}
    return predict(possible, weights, now)


def exam_date(book: Book) -> date | None:
    """The day of the exam, if it was told."""
    kept = book.setting(EXAM_DATE)
    return date.fromisoformat(kept) if kept else None


def planned(book: Book, seen: Overview, past: History) -> Schedule | None:
    """What to do each day until the exam; None without a date to come."""
    exam = exam_date(book)
    met = [memory for skill, memory in past.skills.items() if skill in seen.aims]
    return schedule(exam, past.today, seen.unmet, met) if exam and exam >= past.today else None


def _days(book: Book) -> dict[date, int]:
    return {date.fromisoformat(day): answers for day, answers, _, _ in book.day_totals()}


def _leanings(book: Book, now: datetime) -> list[Leaning]:
    return [Leaning(*row) for row in book.leanings(since(now.date()))]


def as_data(standing: Standing) -> dict[str, Any]:
    """A standing as plain data."""
    glimpsed = standing.glimpse
    seen = glimpsed.overview
    return {
        "due": seen.due,
        "new": seen.new,
        "missed": seen.missed,
        "streak_days": seen.streak,
        "answers_today": seen.today,
        "topics": [mastery._asdict() for mastery in glimpsed.topics],
        "objectives": [mastery._asdict() for mastery in standing.objectives],
        "misconceptions": [
            {**leaning._asdict(), "share": leaning.share, "trend": leaning.trend} for leaning in standing.leanings
        ],
        "confusions": [confused._asdict() for confused in standing.confusions],
        "days": [{"day": day.isoformat(), "answers": answers} for day, answers in standing.days],
        "forecast": [{"day": day.isoformat(), "due": due} for day, due in standing.ahead],
        "calibration": {
            confidence.value: {"asked": asked, "right": right}
            for confidence, (asked, right) in standing.calibration.items()
        },
        "questions_from_here": _as_row(glimpsed.predictions.questions_from_here),
        "new_questions": _as_row(glimpsed.predictions.new_questions),
        "exams": [as_row(finished) for finished in standing.exams],
        "weeks": {"this": standing.weeks[0]._asdict(), "last": standing.weeks[1]._asdict()},
        "exam_date": glimpsed.schedule.exam.isoformat() if glimpsed.schedule else None,
    }


def _as_row(prediction: Prediction | None) -> dict[str, float] | None:
    return prediction._asdict() if prediction else None


def objective_titles(library: Library) -> dict[tuple[str, str], str]:
    """Titles of the objectives, by topic and id."""
    topics_ = library.curriculum.topics.values()
    return {(topic.id, objective.id): objective.title for topic in topics_ for objective in topic.objectives}
