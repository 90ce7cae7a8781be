"""What each key means while an exam is sat. Pure: a key and a state give the next state and an act."""

from enum import Enum
from typing import NamedTuple

from cps_quiz.core.exam.exam import Act, Certain, Do, Exam, Go, Respond
from cps_quiz.core.questions.asking import asked_for
from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Write, parts
from cps_quiz.core.questions.response import Arranged, Chosen, Response
from cps_quiz.ui.drawing.scroll import Scroll
from cps_quiz.ui.listening.asked_keys import CONFIDENCES
from cps_quiz.ui.listening.keys import BACKSPACE, DOWN, ENDED, ENTER, LEFT, MEANT_CAPITALS, PASTED, RIGHT, UP
from cps_quiz.ui.listening.scrolling import SCROLLING, scrolled
from cps_quiz.words import exam as exam_words
from cps_quiz.words import keys as key_words


class View(Enum):
    """What is on the screen."""

    QUESTION = "question"
    OVERVIEW = "overview"
    HAND_IN = "hand-in"
    HELP = "help"


class Desk(NamedTuple):
    """What the learner is doing beside what the exam itself knows.

    `steps` are the places (as shown) of an order that is not complete yet; `typed` are the digits
    of a question's number, None when none is being typed; `mark` is the part that the arrow keys point at.
    """

    view: View = View.QUESTION
    steps: tuple[int, ...] = ()
    typed: str | None = None
    mark: int | None = None
    scroll: Scroll = Scroll()
    message: str = ""


Step = tuple[Desk, Act]
"""The desk after a key, and what is to be done to the exam."""

_ON = {ENTER: 1, "n": 1, RIGHT: 1, "p": -1, LEFT: -1}


def press(desk: Desk, exam: Exam, key: str) -> Step:
    """The desk after `key`, and what it does to the exam."""
    desk = desk._replace(message="")
    if key.startswith(PASTED):
        return desk._replace(message=key_words.PASTED_IS_NO_KEY), Do.WAIT
    return _pressed(desk, exam, key)


def _pressed(desk: Desk, exam: Exam, key: str) -> Step:
    match desk.view:
        case View.HELP if len(desk.scroll.starts) > 1 and (turned := scrolled(desk.scroll, key)):
            return desk._replace(scroll=turned), Do.WAIT
        case View.HELP:
            return desk._replace(view=View.QUESTION, scroll=Scroll()), Do.WAIT
        case View.HAND_IN:
            return desk._replace(view=View.QUESTION), Do.HAND_IN if key == ENTER else Do.WAIT
        case View.OVERVIEW:
            return _over(desk, exam, key)
        case View.QUESTION if desk.typed is not None:
            return _typing(desk, exam, key)
        case View.QUESTION:
            return _question(desk, exam, key)


def _question(desk: Desk, exam: Exam, key: str) -> Step:
    if exam.settings.certainty and key in CONFIDENCES:
        return _certain(desk, exam, key)
    place = _place(exam, key)
    if key == ENTER and desk.mark is not None and not _is_taken(desk, exam, desk.mark):
        place = desk.mark
    if place is not None:
        return _answered(desk, exam, place)
    if key in _ON:
        return _moved(desk, exam, exam.at + _ON[key])
    if key == BACKSPACE:
        return desk._replace(steps=()), Respond(None)
    return (_marked(desk, exam, 1 if key == DOWN else -1), Do.WAIT) if key in {UP, DOWN} else _command(desk, key)


def _command(desk: Desk, key: str) -> Step:
    views = {"o": View.OVERVIEW, "s": View.HAND_IN, "?": View.HELP}
    acts = {"f": Do.FLAG, "F": Do.FLAG, "t": Do.BREAK, "q": Do.LEAVE, ENDED: Do.LEAVE}
    if key in views:
        return desk._replace(view=views[key], scroll=Scroll(), typed=None), Do.WAIT
    if key in acts:
        return desk, acts[key]
    if key == "g":
        return desk._replace(typed=""), Do.WAIT
    if (turned := scrolled(desk.scroll, key)) is not None:
        return desk._replace(scroll=turned), Do.WAIT
    return desk._replace(message=key_words.means_nothing(key) if key.isprintable() else ""), Do.WAIT


def _over(desk: Desk, exam: Exam, key: str) -> Step:
    """The overview: a number and Enter goes there, Enter alone goes back, n to the next open question."""
    if desk.typed or _is_digit(key):
        return _typing(desk, exam, key)
    if key == "n" and exam.open:
        later = [at for at in exam.open if at > exam.at]
        return _moved(desk, exam, (later or list(exam.open))[0])
    if key in {"s", "g"} | SCROLLING:
        return _command(desk, key)
    return Desk(steps=desk.steps), Do.LEAVE if key in {"q", ENDED} else Do.WAIT


def _typing(desk: Desk, exam: Exam, key: str) -> Step:
    typed = desk.typed or ""
    if _is_digit(key):
        return desk._replace(typed=(typed + key)[:4]), Do.WAIT
    if key == BACKSPACE:
        return desk._replace(typed=typed[:-1]), Do.WAIT
    if key == ENTER and typed:
        number, last = int(typed), len(exam.places)
        if 1 <= number <= last:
            return _moved(desk, exam, number - 1)
        return desk._replace(typed=None, message=exam_words.no_such_question(number, last)), Do.WAIT
    return desk._replace(typed=None), Do.WAIT


def _is_digit(key: str) -> bool:
    return len(key) == 1 and key in "0123456789"


def _moved(desk: Desk, exam: Exam, at: int) -> Step:
    """On to another question; from the last one to the overview."""
    if at >= len(exam.places):
        return Desk(view=View.OVERVIEW, steps=desk.steps), Do.WAIT
    if at < 0:
        return desk._replace(message=exam_words.NONE_BEFORE), Do.WAIT
    if at == exam.at:
        return Desk(steps=desk.steps), Do.WAIT
    note = key_words.only_some_placed(len(desk.steps)) if desk.steps else ""
    return Desk(message=note), Go(at)


def _certain(desk: Desk, exam: Exam, key: str) -> Step:
    if exam.place.response is None:
        return desk._replace(message=exam_words.ANSWER_FIRST), Do.WAIT
    return desk, Certain(CONFIDENCES[key])


def _place(exam: Exam, key: str) -> int | None:
    """Which part, as shown, a letter or digit means; None when it means none."""
    if len(key) != 1 or key in MEANT_CAPITALS or (exam.settings.certainty and key.isdigit()):
        return None
    place = LETTERS.find(key.casefold()) if key.isalpha() else "123456".find(key)
    return place if 0 <= place < parts(exam.place.item.body.interaction()) else None


def _answered(desk: Desk, exam: Exam, place: int) -> Step:
    """Where the part that is meant is not in sight, the page turns to it."""
    index = exam.order(exam.at)[place]
    desk = desk._replace(scroll=desk.scroll.to(place), mark=None if desk.mark is None else place)
    match exam.place.item.body.interaction():
        case ChooseOne():
            return desk, Respond(Chosen((index,)))
        case ChooseSome():
            return _ticked(desk, exam, index)
        case Arrange(steps):
            before = desk.steps
            if place in before:
                return desk._replace(message=key_words.already_placed(LETTERS[place])), Do.WAIT
            placed = (*before, place)
            if len(placed) < len(steps):
                return desk._replace(steps=placed), Respond(None) if exam.place.response else Do.WAIT
            order = exam.order(exam.at)
            return desk._replace(steps=()), Respond(Arranged(tuple(order[at] for at in placed)))
        case Write():
            return desk, Do.WAIT


def _ticked(desk: Desk, exam: Exam, index: int) -> Step:
    """An option ticked or not; more than are asked for are told of."""
    response, wanted = _toggled(exam.place.response, index), asked_for(exam.place.item)
    count = len(response.options) if response else 0
    if wanted and count > wanted:
        desk = desk._replace(message=key_words.take_back(count, wanted))
    return desk, Respond(response)


def _marked(desk: Desk, exam: Exam, step: int) -> Desk:
    """Point at the next part, or at the one before; the page follows."""
    size = parts(exam.place.item.body.interaction())
    mark = (0 if step > 0 else size - 1) if desk.mark is None else min(max(desk.mark + step, 0), size - 1)
    return desk._replace(mark=mark, scroll=desk.scroll.to(mark))


def _is_taken(desk: Desk, exam: Exam, place: int) -> bool:
    """Whether the part at a place is chosen or placed already."""
    index = exam.order(exam.at)[place]
    match exam.place.response:
        case Chosen(options):
            return index in options
        case Arranged():
            return True
        case _:
            return place in desk.steps


def _toggled(response: Response | None, index: int) -> Chosen | None:
    chosen = set(response.options if isinstance(response, Chosen) else ()) ^ {index}
    return Chosen(tuple(sorted(chosen))) if chosen else None
