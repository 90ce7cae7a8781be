"""Which questions of an exam to look at again, and how each is told."""

from enum import Enum

from cps_quiz.core.exam.exam import Exam, Place
from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.core.questions.response import Arranged, Chosen
from cps_quiz.words import exam as exam_words
from cps_quiz.words.drill import THEN
from cps_quiz.words.steps import Step


class Wish(Enum):
    """Which questions a learner wants to see again."""

    MISSED = "missed"
    FLAGGED = "flagged"
    ALL = "all"


def is_right(place: Place) -> bool:
    """Whether the answer makes every point."""
    return place.response is not None and place.item.body.score(place.response).full


def chosen_places(exam: Exam, wish: Wish) -> tuple[int, ...]:
    """The places (from 0) of the questions that a learner wants to see."""
    match wish:
        case Wish.MISSED:
            return tuple(at for at, place in enumerate(exam.places) if not is_right(place))
        case Wish.FLAGGED:
            return exam.flagged
        case Wish.ALL:
            return tuple(range(len(exam.places)))


def walks(exam: Exam) -> dict[Step, tuple[int, ...]]:
    """The walks through the questions that have something to show, as steps, each with its places."""
    found = {wish: chosen_places(exam, wish) for wish in Wish}
    return {Step(exam_words.walk(wish.value, len(places))): places for wish, places in found.items() if places}


def given(exam: Exam, at: int) -> str:
    """The answer to a question by its letters, as shown; "" when it is open."""
    order, response = exam.order(at), exam.places[at].response
    match response:
        case Chosen(options):
            return ", ".join(sorted(LETTERS[order.index(index)] for index in options))
        case Arranged(steps):
            return THEN.join(LETTERS[order.index(step)] for step in steps)
        case _:
            return ""
