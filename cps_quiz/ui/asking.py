"""What each key means while a question is open. Pure: a key and a state give the next state."""

from typing import NamedTuple

from cps_quiz.core.drill import Move
from cps_quiz.core.explanation import LETTERS
from cps_quiz.core.interaction import Arrange, ChooseOne, ChooseSome, Interaction, Write, parts
from cps_quiz.core.response import Arranged, Chosen, Response, Written
from cps_quiz.ui.keys import BACKSPACE, DOWN, ENDED, ENTER, PAGE_DOWN, PAGE_UP, UP

LAST = -1


class Asking(NamedTuple):
    """What the learner has done with the present question.

    `picked` are places as shown, in the order of picking; `text` is the own text of a `Write`
    once it is written; `page` counts screens from 0, and LAST is where hint and message stand.
    """

    picked: tuple[int, ...] = ()
    text: str | None = None
    hint: bool = False
    help: bool = False
    page: int = 0
    message: str = ""
    asked_none: bool = False


_MOVES = {"u": Move.UNDO, "f": Move.FLAG, "F": Move.FLAG, "s": Move.SKIP, "q": Move.STOP, ENDED: Move.STOP}
_PAGES = {" ": 1, DOWN: 1, PAGE_DOWN: 1, UP: -1, PAGE_UP: -1}


def press(asking: Asking, interaction: Interaction, order: tuple[int, ...], key: str) -> Asking | Response | Move:
    """The state after `key`, or what it ends the asking with."""
    if asking.help and key not in {ENDED, "q"}:
        return asking._replace(help=False)
    asking = asking._replace(message="")
    if key == ENTER:
        return _submit(asking, interaction, order)
    place = _place(key, interaction, asking)
    if place is not None:
        return _pick(asking, interaction, order, place)
    if key in _MOVES:
        return _MOVES[key]
    return _other(asking, key)


def _other(asking: Asking, key: str) -> Asking:
    if key == "?":
        return asking._replace(help=True)
    if key == "h":
        return asking._replace(hint=True, page=LAST)
    if key == BACKSPACE:
        return asking._replace(picked=asking.picked[:-1])
    if key in _PAGES:
        return asking._replace(page=asking.page + _PAGES[key])
    return _told(asking, f"{key} means nothing here; ? shows the keys") if key.isprintable() else asking


def _told(asking: Asking, message: str) -> Asking:
    return asking._replace(message=message, page=LAST)


def _place(key: str, interaction: Interaction, asking: Asking) -> int | None:
    """Which part a letter or digit means; None when it means none."""
    if isinstance(interaction, Write) and asking.text is None:
        return None
    place = LETTERS.find(key.casefold()) if key.isalpha() and key != "F" else "123456".find(key)
    return place if len(key) == 1 and 0 <= place < parts(interaction) else None


def _pick(asking: Asking, interaction: Interaction, order: tuple[int, ...], place: int) -> Asking | Response:
    """Choose or tick; from the first part of a long question this shows the last, where the choices stand."""
    asking = asking._replace(page=asking.page or LAST)
    match interaction:
        case ChooseOne():
            return Chosen((order[place],))
        case Arrange():
            return asking if place in asking.picked else asking._replace(picked=(*asking.picked, place))
        case ChooseSome() | Write():
            kept = tuple(other for other in asking.picked if other != place)
            return asking._replace(picked=kept if place in asking.picked else (*kept, place))


def _submit(asking: Asking, interaction: Interaction, order: tuple[int, ...]) -> Asking | Response:
    picked = tuple(order[place] for place in asking.picked)
    match interaction:
        case ChooseOne():
            return _told(asking, "Press the letter of your answer.")
        case ChooseSome():
            return Chosen(tuple(sorted(picked))) if picked else _told(asking, "Choose at least one, or s to skip.")
        case Arrange(steps):
            left = len(steps) - len(picked)
            return _told(asking, f"{left} more to place.") if left else Arranged(picked)
        case Write():
            if asking.text is None:
                return asking
            if not picked and not asking.asked_none:
                return asking._replace(
                    message="No point is ticked yet. Enter once more goes on without.", asked_none=True
                )
            return Written(asking.text, tuple(sorted(picked)))
