"""What `exam` does: the form, the screen, the clock and the keeping of answers, put together."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from cps_quiz.bank.library import Library
from cps_quiz.cli.drill.run import Asked as DrillAsked
from cps_quiz.cli.drill.run import drill_again
from cps_quiz.cli.screens import shelf_of
from cps_quiz.cli.wiring import (
    carried,
    complain,
    complaints,
    elapsed,
    go_on,
    library,
    now,
    open_or_wait,
    open_progress,
    say,
    screen_look,
    seed_or_chance,
    terminal_keys,
)
from cps_quiz.core.exam.exam import Ending, Exam, Settings
from cps_quiz.core.record.log import Attempt
from cps_quiz.errors import EndedElsewhereError
from cps_quiz.journeys.asked_questions import asked_of, changed
from cps_quiz.journeys.drill.keeping import Notices
from cps_quiz.journeys.drill.practice import index, not_aside
from cps_quiz.journeys.exam.exam import Wanted, WholeExamScreen, blueprint_for, draw, run_exam
from cps_quiz.journeys.exam.keeping import KIND, ExamBook, ExamInProgress, newest_in_progress, read_in_progress
from cps_quiz.journeys.exam.past import missed, view
from cps_quiz.store.progress import Progress
from cps_quiz.store.windows import is_open
from cps_quiz.words import exam as exam_words
from cps_quiz.words import exam_result
from cps_quiz.words import keeping as keeping_words
from cps_quiz.words.exam_result import ExamView
from cps_quiz.words.steps import Step

Books = Callable[[ExamInProgress | None], ExamBook]
"""Opens the book of an exam that was cut off, or of a fresh one."""


class Asked(NamedTuple):
    """The command line of `exam`; `seed` is None for a fresh one."""

    wanted: Wanted = Wanted()
    untimed: bool = False
    factor: float = 1.0
    certainty: bool = False
    seed: int | None = None
    banks: list[Path] | None = None
    plain: bool = False


def carry_out(asked: Asked) -> None:
    """Sit an exam. Raises QuizError for what cannot be done."""
    loaded = library(asked.banks)
    store, keeping = open_or_wait()
    earlier = _cut_off(loaded, store)
    fresh = partial(_form, asked, loaded, store)
    first = fresh() if earlier is None else None  # what cannot be put together is told before the screen opens
    with complaints(plain=asked.plain) as tell, _screen(loaded, store, plain=asked.plain) as screen:
        notices = Notices(tell, screen.note)
        notices.look(keeping)
        books = partial(ExamBook, keeping, now, notices)
        begun = _begun(_Choice(earlier, first, fresh), store, screen, books)
        if begun is None:
            return
        exam, book = begun
        try:
            seen, exam = _sat(exam, book, screen, loaded, _Told(tell, _command(asked)))
        finally:
            book.closed()
        if seen is None:
            return
        step = _step(seen, exam, screen, carried(asked.banks, plain=asked.plain))
    _go_on(step, exam, loaded, DrillAsked(banks=asked.banks, plain=asked.plain))


class _Told(NamedTuple):
    """How to tell what becomes of an exam, and the command that goes on with it."""

    tell: Callable[[str], None]
    command: str


def _sat(
    exam: Exam, book: ExamBook, screen: WholeExamScreen, loaded: Library, told: _Told
) -> tuple[ExamView | None, Exam]:
    """Let an exam be sat; its result, None when there is none to show."""
    try:
        exam, ending = run_exam(exam, screen, book, elapsed)
    except KeyboardInterrupt:
        if book.is_kept:
            told.tell(exam_words.interrupted(told.command))
        raise
    if ending is Ending.LEFT:
        told.tell(exam_words.kept_for_later(exam, told.command if book.is_kept else ""))
        return None, exam
    if len(exam.open) == len(exam.places):
        book.discarded(exam)
        if ending is Ending.TIME:
            screen.time_up(exam)
        told.tell(exam_words.NOT_KEPT)
        return None, exam
    seen = view(book.ended(exam, ending), loaded)
    if ending is Ending.TIME:
        screen.time_up(exam)
    return seen, exam


def _command(asked: Asked) -> str:
    """What goes on with an exam of these banks on such a screen."""
    banks = "".join(f" --bank {quote(str(bank))}" for bank in asked.banks or ())
    return f"cps-quiz exam{banks}{' --plain' if asked.plain else ''}"


def look_again(seen: ExamView, exam: Exam, loaded: Library, asked: DrillAsked) -> None:
    """Show the result of an earlier exam, and walk through its questions as they were asked."""
    with _screen(loaded, open_progress(), plain=asked.plain) as screen:
        step = _step(seen, exam, screen, carried(asked.banks, plain=asked.plain))
    if gone := len(seen.finished.outcomes) - len(exam.places):
        complain(exam_result.gone(gone))
    if others := changed(asked_of(exam), index(loaded.items)):
        complain(exam_result.changed(others))
    _go_on(step, exam, loaded, asked)


def _step(seen: ExamView, exam: Exam, screen: WholeExamScreen, on: tuple[str, ...]) -> Step | None:
    """Show a result until the learner has seen enough, and what they choose to do next."""
    again = [exam_result.DRILL_MISSES] if missed(exam) else []
    steps = [*again, *seen.next_steps(on)]
    step = screen.show(seen, exam, steps)
    screen.stay(seen, steps)
    return step


def _go_on(step: Step | None, exam: Exam, loaded: Library, asked: DrillAsked) -> None:
    if step == exam_result.DRILL_MISSES:
        drill_again(missed(exam), loaded, asked)
    else:
        go_on(step)


def _form(asked: Asked, loaded: Library, store: Progress | None) -> Exam:
    """A fresh exam. A given seed promises the same form again, so it leaves the past aside."""
    blueprint = blueprint_for(loaded, asked.wanted)
    seed = seed_or_chance(asked.seed)
    seen = store.last_seen() if store and asked.seed is None else {}
    seconds = None if asked.untimed else 60 * blueprint.minutes * asked.factor
    settings = Settings(seconds, blueprint.target, asked.factor, asked.certainty)
    return Exam.start(draw(loaded, blueprint, seen, seed, not_aside(loaded.items, store)), settings, seed)


class _Choice(NamedTuple):
    """The exam that was cut off, else one that is put together already, and how to put another together."""

    earlier: ExamInProgress | None
    first: Exam | None
    fresh: Callable[[], Exam]


def _begun(
    choice: _Choice, store: Progress | None, screen: WholeExamScreen, books: Books
) -> tuple[Exam, ExamBook] | None:
    """The exam to sit, the one that was cut off or a fresh one, and where it is kept; None to sit none."""
    earlier = choice.earlier
    elsewhere = store is not None and earlier is not None and is_open(store.path, earlier.owner)
    if store is not None and earlier is not None:
        words = exam_words.open_elsewhere if elsewhere else exam_words.cut_off
        offered = words(earlier.exam, keeping_words.changed_since(earlier.changed))
        going_on = screen.begin([offered], again=True)
        if going_on is not None:
            return _gone_on(earlier, store, books) if going_on else None
    exam = choice.first or choice.fresh()
    if not screen.begin(exam_words.before(len(exam.places), exam.settings, kept=store is not None), again=False):
        return None
    if store is not None and earlier is not None and not elsewhere:
        old = books(earlier)
        old.taken_over()
        if len(earlier.exam.open) < len(earlier.exam.places):
            old.ended(earlier.exam, Ending.LEFT)
        else:
            old.discarded(earlier.exam)
        exam = choice.fresh()  # the questions of the other one have been seen by now
    return exam, books(None)


def _gone_on(earlier: ExamInProgress, store: Progress, books: Books) -> tuple[Exam, ExamBook]:
    """An exam taken up again, as it stands by now: another window may have gone on with it meanwhile."""
    book = books(earlier)
    book.taken_over()
    exam = earlier.exam
    plan = store.plan_of(earlier.id)
    if plan is None:
        raise EndedElsewhereError
    now_ = read_in_progress(
        Attempt(earlier.id, KIND, exam.seed, earlier.started_at, plan),
        {place.item.id: place.item for place in exam.places},
    )
    return (now_.exam if now_ else exam).resumed(), book


def _cut_off(loaded: Library, store: Progress | None) -> ExamInProgress | None:
    """The exam to go on with, if there is one and somebody to ask."""
    if store is None or not sys.stdin.isatty():
        return None
    return newest_in_progress(store.all_unfinished(KIND), index(loaded.items), store)


@contextmanager
def _screen(loaded: Library, store: Progress | None, *, plain: bool) -> Iterator[WholeExamScreen]:
    seen, glossary, shelf = screen_look(plain=plain), loaded.glossary, shelf_of(loaded, store)
    with terminal_keys(full=not seen.plain) as keys:
        if keys is None:
            from cps_quiz.ui.exam.line_answers import LineExam, TypedExam

            kind = TypedExam if sys.stdin.isatty() else LineExam
            yield kind(say, complain, sys.stdin.fileno(), glossary)
        elif seen.plain:
            from cps_quiz.ui.exam.plain import PlainExam

            yield PlainExam(say, keys, glossary, shelf)
        else:
            from cps_quiz.ui.drawing.console import full_screen
            from cps_quiz.ui.exam.terminal import TerminalExam

            with full_screen() as console:
                yield TerminalExam(console, keys, seen, glossary, shelf)
