"""Which questions of an exam to look at again, and how each is told."""

from enum import Enum

from cps_quiz.core.exam.exam import Exam, Place
from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.core.questions.response import Arranged, Chosen
from cps_quiz.ui.listening.keys import ENDED, ENTER
from cps_quiz.words import keys as key_words
from cps_quiz.words.drill import THEN


class Wish(Enum):
    """What a learner wants after the result."""

    MISSED = "missed"
    FLAGGED = "flagged"
    ALL = "all"
    DRILL = "drill"
    LEAVE = "leave"


WISHES = {
    "m": Wish.MISSED,
    "f": Wish.FLAGGED,
    "a": Wish.ALL,
    "d": Wish.DRILL,
    "q": Wish.LEAVE,
    ENTER: Wish.LEAVE,
    ENDED: Wish.LEAVE,
}


def is_right(place: Place) -> bool:
    """Whether the answer makes every point."""
    return place.response is not None and place.item.body.score(place.response).full


def chosen_places(exam: Exam, wish: Wish) -> tuple[int, ...]:
    """The places (from 0) of the questions that a learner wants to see."""
    match wish:
        case Wish.MISSED | Wish.DRILL:
            return tuple(at for at, place in enumerate(exam.places) if not is_right(place))
        case Wish.FLAGGED:
            return exam.flagged
        case Wish.ALL:
            return tuple(range(len(exam.places)))
        case Wish.LEAVE:
            return ()


def wished(key: str, exam: Exam) -> Wish | None:
    """What a key wishes for; None for one that would show nothing."""
    wish = WISHES.get(key)
    return wish if wish is Wish.LEAVE or (wish and chosen_places(exam, wish)) else None


def keys(exam: Exam) -> list[str]:
    """The keys that lead on from the result; those that would show nothing are left out."""
    return key_words.result_keys(len(chosen_places(exam, Wish.MISSED)), len(exam.flagged), len(exam.places))


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
