"""What `exam` does: the form, the screen, the clock and the keeping of answers, put together."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from cps_quiz.bank.library import Library
from cps_quiz.cli.drill.run import drill_again, open_or_go_without
from cps_quiz.cli.wiring import complain, complaints, library, now, say, seed_or_chance, terminal_keys
from cps_quiz.core.exam.exam import Ending, Exam, Settings
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.journeys.drill.practice import index
from cps_quiz.journeys.exam.exam import Wanted, WholeExamScreen, blueprint_for, draw, run_exam
from cps_quiz.journeys.exam.keeping import KIND, ExamBook, ExamInProgress, newest_in_progress
from cps_quiz.journeys.exam.past import missed, view
from cps_quiz.store.progress import Progress
from cps_quiz.ui.drawing.look import look
from cps_quiz.words import exam as exam_words
from cps_quiz.words import exam_result
from cps_quiz.words.exam_result import ExamView

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
    store = open_or_go_without("exam")
    earlier = _cut_off(loaded, store)
    fresh = partial(_form, asked, loaded, store)
    first = fresh() if earlier is None else None  # what cannot be put together is told before the screen opens
    with complaints(plain=asked.plain) as tell, _screen(loaded.glossary, plain=asked.plain) as screen:
        begun = _begun(earlier, first, fresh, screen, partial(ExamBook, store, now, tell))
        if begun is None:
            return
        exam, book = begun
        try:
            exam, ending = run_exam(exam, screen, book, time.monotonic)
        except KeyboardInterrupt:
            if book.is_kept:
                tell(exam_words.interrupted(_command(asked)))
            raise
        if ending is Ending.LEFT:
            tell(exam_words.kept_for_later(exam, _command(asked) if book.is_kept else ""))
            return
        seen = view(book.ended(exam, ending), loaded)
        if ending is Ending.TIME:
            screen.time_up(exam)
        again = screen.show(seen, exam)
        screen.stay(seen)
    if again:
        drill_again(missed(exam), loaded, store, plain=asked.plain)


def _command(asked: Asked) -> str:
    """What goes on with an exam of these banks on such a screen."""
    banks = "".join(f" --bank {quote(str(bank))}" for bank in asked.banks or ())
    return f"cps-quiz exam{banks}{' --plain' if asked.plain else ''}"


def look_again(seen: ExamView, exam: Exam, loaded: Library, *, plain: bool) -> None:
    """Show the result of an earlier exam, and walk through its questions."""
    with _screen(loaded.glossary, plain=plain) as screen:
        again = screen.show(seen, exam)
        screen.stay(seen)
    if gone := len(seen.finished.outcomes) - len(exam.places):
        complain(exam_result.gone(gone))
    if again:
        drill_again(missed(exam), loaded, open_or_go_without("drill"), plain=plain)


def _form(asked: Asked, loaded: Library, store: Progress | None) -> Exam:
    """A fresh exam. A given seed promises the same form again, so it leaves the past aside."""
    blueprint = blueprint_for(loaded, asked.wanted)
    seed = seed_or_chance(asked.seed)
    seen = store.last_seen() if store and asked.seed is None else {}
    seconds = None if asked.untimed else 60 * blueprint.minutes * asked.factor
    settings = Settings(seconds, blueprint.target, asked.factor, asked.certainty)
    return Exam.start(draw(loaded, blueprint, seen, seed), settings, seed)


def _begun(
    earlier: ExamInProgress | None, first: Exam | None, fresh: Callable[[], Exam], screen: WholeExamScreen, books: Books
) -> tuple[Exam, ExamBook] | None:
    """The exam to sit, the one that was cut off or a fresh one, and where it is kept; None to sit none."""
    if earlier is not None:
        old = books(earlier)
        going_on = screen.begin([exam_words.cut_off(earlier.exam)], again=True)
        if going_on is not None:
            return (earlier.exam.resumed(), old) if going_on else None
    exam = first or fresh()
    if not screen.begin(exam_words.before(len(exam.places), exam.settings), again=False):
        return None
    if earlier is not None:
        old.ended(earlier.exam, Ending.LEFT)
        exam = fresh()  # the questions of the other one have been seen by now
    return exam, books(None)


def _cut_off(loaded: Library, store: Progress | None) -> ExamInProgress | None:
    """The exam to go on with, if there is one and somebody to ask."""
    if store is None or not sys.stdin.isatty():
        return None
    return newest_in_progress(store.all_unfinished(KIND), index(loaded.items))


@contextmanager
def _screen(glossary: Glossary, *, plain: bool) -> Iterator[WholeExamScreen]:
    seen = look(plain=plain)
    with terminal_keys() as keys:
        if keys is None:
            from cps_quiz.ui.exam.line_answers import LineExam, TypedExam

            kind = TypedExam if sys.stdin.isatty() else LineExam
            yield kind(say, complain, sys.stdin.fileno(), glossary)
        elif seen.plain:
            from cps_quiz.ui.exam.plain import PlainExam

            yield PlainExam(say, keys, glossary)
        else:
            from cps_quiz.ui.drawing.console import full_screen
            from cps_quiz.ui.exam.terminal import TerminalExam

            with full_screen() as console:
                yield TerminalExam(console, keys, seen, glossary)
