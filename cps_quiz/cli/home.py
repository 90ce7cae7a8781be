"""The home screen: shown in a terminal when no command is named."""

from datetime import date, datetime

from cps_quiz.bank.library import Library
from cps_quiz.cli.pages import Shown, show_page
from cps_quiz.cli.plan import ask_exam_date
from cps_quiz.cli.wiring import library, now, open_progress
from cps_quiz.journeys.drill.practice import index
from cps_quiz.journeys.exam.keeping import KIND as EXAM
from cps_quiz.journeys.exam.keeping import newest_in_progress
from cps_quiz.journeys.progress import EXAM_DATE, Glimpse, exam_date, glimpse
from cps_quiz.store.database import SHORT_PATIENCE_SECONDS
from cps_quiz.store.progress import Progress
from cps_quiz.ui.progress.home import Glance, blocks, sentences
from cps_quiz.words import home as home_words
from cps_quiz.words.aims import notes_step
from cps_quiz.words.steps import Step


def show_home() -> None:
    """Show the home screen and start what is chosen. Raises QuizError, and GoOnWith for a step."""
    loaded, at = library(None), now()
    store = open_progress(SHORT_PATIENCE_SECONDS)
    if store.setting(EXAM_DATE) is None and not store.day_totals():
        ask_exam_date(store, at)
    glimpsed = glimpse(loaded, store, at)
    found = glance(glimpsed, loaded, exam_date(store), at)
    steps = _steps(glimpsed, loaded, store)
    store.close()
    show_page(
        Shown(
            home_words.TITLE,
            lambda writer: blocks(found, loaded.glossary, writer),
            sentences(found, loaded.glossary),
            steps,
            enter_starts=True,
        ),
        loaded,
        plain=False,
    )


def glance(glimpsed: Glimpse, loaded: Library, exam: date | None, at: datetime) -> Glance:
    """Where the learner stands, in a few lines."""
    seen = glimpsed.overview
    return Glance(
        ready=home_words.ready(glimpsed.predictions),
        weakest=glimpsed.weakest,
        today=home_words.today(seen, glimpsed.schedule),
        days_left=(exam - at.date()).days if exam is not None and exam >= at.date() else None,
        streak=seen.streak,
        answers=seen.today,
        kind=tuple(home_words.kind(seen, glimpsed.topics, glimpsed.overcome, loaded.glossary)),
        begun=seen.begun,
    )


def _steps(glimpsed: Glimpse, loaded: Library, store: Progress) -> list[Step]:
    left = home_words.Left(
        exam=newest_in_progress(store.all_unfinished(EXAM), index(loaded.items), store) is not None,
        drill=store.unfinished("drill") is not None,
    )
    notes = notes_step(glimpsed.weakest, glimpsed.notes, loaded.glossary)
    return home_words.steps(glimpsed.overview, left, notes, loaded.glossary)
