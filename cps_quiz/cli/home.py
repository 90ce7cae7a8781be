"""The home screen: shown in a terminal when no command is named."""

import sys
from datetime import date

from cps_quiz.cli.drill.run import Asked, carry_out
from cps_quiz.cli.wiring import library, now, open_progress, say, terminal_keys
from cps_quiz.core.drill.drill import Wanted
from cps_quiz.core.memory.standing import Overview
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.journeys.drill.practice import index
from cps_quiz.journeys.exam.keeping import KIND as EXAM
from cps_quiz.journeys.exam.keeping import newest_in_progress
from cps_quiz.journeys.progress import Step, exam_date, look_over, next_step
from cps_quiz.store.database import SHORT_PATIENCE_SECONDS
from cps_quiz.ui.drawing.look import look
from cps_quiz.ui.listening.keys import ENTER, single_keys_can_be_read
from cps_quiz.ui.progress.home import Home, lines, sentences
from cps_quiz.ui.reading.reader import make_writer, print_blocks
from cps_quiz.words import home as home_words
from cps_quiz.words import keys as key_words


def show_home() -> None:
    """Show the home screen and start what Enter takes up. Raises QuizError."""
    loaded = library(None)
    store = open_progress(SHORT_PATIENCE_SECONDS)
    at = now()
    seen, _ = look_over(loaded, store, at)
    step = next_step(seen, unfinished=store.unfinished("drill") is not None)
    wanted = _asked(step, seen.tempting)
    exam_left = newest_in_progress(store.all_unfinished(EXAM), index(loaded.items), store) is not None
    home = Home(seen, _left(exam_date(store), at.date()), _sentence(step, seen), exam_left)
    store.close()
    _show(home, loaded.glossary)
    if _taken_up():
        carry_out(wanted)


def _show(home: Home, glossary: Glossary) -> None:
    seen = look(plain=False)
    leaves = key_words.ANY_OTHER_LEAVES if single_keys_can_be_read() else key_words.TYPED_Q_LEAVES
    if seen.plain:
        for sentence in sentences(home, glossary):
            say(sentence)
        say(key_words.home(leaves))
        return
    writer = make_writer(seen)
    keys = writer.keys(key_words.home_footer(leaves))
    print_blocks(writer, [lines(home, glossary, writer), keys])


def _taken_up() -> bool:
    with terminal_keys() as keys:
        return keys.pressed() == ENTER if keys else sys.stdin.readline() == "\n"


def _left(exam: date | None, today: date) -> int | None:
    return (exam - today).days if exam is not None and exam >= today else None


def _asked(step: Step, tempting: MisconceptionId | None) -> Asked:
    match step:
        case Step.TEMPTING:
            return Asked(wanted=Wanted(misconception=tempting))
        case Step.RESUME:
            return Asked(going_on=True)
        case Step.MEET | Step.BRING_BACK | Step.ANY:
            return Asked()


def _sentence(step: Step, seen: Overview) -> str:
    match step:
        case Step.RESUME:
            return home_words.RESUME
        case Step.BRING_BACK:
            return home_words.bring_back(seen.fading)
        case Step.MEET:
            return home_words.meet(seen.unmet)
        case Step.TEMPTING:
            return home_words.PRACTICE_TEMPTING
        case Step.ANY:
            return home_words.STAY_FRESH
