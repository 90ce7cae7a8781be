"""What each key means while a question is open. Pure: a key and a state give the next state."""

from typing import NamedTuple

from cps_quiz.core.drill.drill import Move
from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Interaction, Write, parts
from cps_quiz.core.questions.response import Arranged, Chosen, Response, Written
from cps_quiz.ui.drawing.scroll import END, Scroll
from cps_quiz.ui.listening.editing import Typed, edited
from cps_quiz.ui.listening.keys import BACKSPACE, DOWN, ENDED, ENTER, MEANT_CAPITALS, PASTED, UP
from cps_quiz.ui.listening.scrolling import scrolled
from cps_quiz.words import keys as key_words


class OpenQuestion(NamedTuple):
    """What the learner has done with the present question.

    `picked` are places as shown, in the order of picking, and `mark` the one that the arrow keys point
    at, None before; `text` is the own text of a `Write` once it is written, and `draft` what is being
    typed of it, None when nothing is.
    """

    picked: tuple[int, ...] = ()
    mark: int | None = None
    text: str | None = None
    draft: Typed | None = None
    hint: bool = False
    why: bool = False
    help: bool = False
    scroll: Scroll = Scroll()
    message: str = ""
    asked_none: bool = False


MOVES = {
    "u": Move.UNDO,
    "f": Move.FLAG,
    "F": Move.FLAG,
    "s": Move.SKIP,
    "x": Move.ASIDE,
    "q": Move.STOP,
    ENDED: Move.STOP,
}


def begin(interaction: Interaction, draft: str = "") -> OpenQuestion:
    """The state before the first key: an answer in own words is typed at once, after the `draft` that there is."""
    return OpenQuestion(draft=Typed.of(draft) if isinstance(interaction, Write) else None)


def press(
    open_: OpenQuestion, interaction: Interaction, order: tuple[int, ...], key: str, wanted: int | None = None
) -> OpenQuestion | Response | Move:
    """The state after `key`, or what it ends the asking with; `wanted` is how many options are asked for, if told."""
    if open_.help and key != ENDED:
        return _helped(open_, key)
    open_ = open_._replace(message="")
    if open_.draft is not None:
        return _typed(open_, open_.draft, key)
    if key == ENTER:
        return _entered(open_, interaction, order, wanted)
    place = _place(key, interaction, open_)
    if place is not None:
        return _pick(open_, interaction, order, place)
    return MOVES[key] if key in MOVES else _other(open_, interaction, key)


def _helped(open_: OpenQuestion, key: str) -> OpenQuestion:
    """Another part of the help, or back to the question."""
    turned = scrolled(open_.scroll, key) if len(open_.scroll.starts) > 1 else None
    return open_._replace(scroll=turned) if turned else open_._replace(help=False, scroll=Scroll())


def _typed(open_: OpenQuestion, draft: Typed, key: str) -> OpenQuestion:
    """The state after a key of an answer in own words; it ends with Enter, and with nothing in it the keys are back."""
    if key in {ENTER, ENDED}:
        return open_._replace(draft=None, text=draft.text.strip() or None, scroll=Scroll(END))
    if key in {UP, DOWN} or (len(key) > 1 and edited(draft, key) == draft):
        return open_._replace(scroll=scrolled(open_.scroll, key) or open_.scroll)
    return open_._replace(draft=edited(draft, key), scroll=open_.scroll._replace(top=END))


def _other(open_: OpenQuestion, interaction: Interaction, key: str) -> OpenQuestion:
    if key == "?":
        return open_._replace(help=True, scroll=Scroll())
    if key in {"h", "w"}:
        return with_message(open_._replace(hint=open_.hint or key == "h", why=open_.why or key == "w"), "")
    if key == BACKSPACE:
        return _taken_back(open_)
    if key in {UP, DOWN} and (not isinstance(interaction, Write) or open_.text is not None):
        return _marked(open_, parts(interaction), 1 if key == DOWN else -1)
    if (turned := scrolled(open_.scroll, key)) is not None:
        return open_._replace(scroll=turned)
    complaint = key_words.PASTED_IS_NO_KEY if key.startswith(PASTED) else key_words.means_nothing(key)
    return with_message(open_, complaint) if key.isprintable() or key.startswith(PASTED) else open_


def _taken_back(open_: OpenQuestion) -> OpenQuestion:
    """The last tick taken back; without one, an answer in own words is typed on."""
    if not open_.picked and open_.text is not None:
        return open_._replace(draft=Typed.of(open_.text), scroll=Scroll(END))
    return open_._replace(picked=open_.picked[:-1])


def _marked(open_: OpenQuestion, size: int, step: int) -> OpenQuestion:
    """Point at the next part, or at the one before; the page follows."""
    mark = (0 if step > 0 else size - 1) if open_.mark is None else min(max(open_.mark + step, 0), size - 1)
    return open_._replace(mark=mark, scroll=open_.scroll.to(mark))


def with_message(open_: OpenQuestion, message: str) -> OpenQuestion:
    """The state with a message above the keys until the next one; should it need room, the choices stay in sight."""
    fits = len(open_.scroll.starts) == 1
    return open_._replace(message=message, scroll=Scroll(END) if fits else open_.scroll)


def _place(key: str, interaction: Interaction, open_: OpenQuestion) -> int | None:
    """Which part a letter or digit means; None when it means none."""
    if isinstance(interaction, Write) and open_.text is None:
        return None
    place = LETTERS.find(key.casefold()) if key.isalpha() and key not in MEANT_CAPITALS else "123456".find(key)
    return place if len(key) == 1 and 0 <= place < parts(interaction) else None


def _pick(open_: OpenQuestion, interaction: Interaction, order: tuple[int, ...], place: int) -> OpenQuestion | Response:
    """Choose or tick; where the part that is meant is not in sight, the page turns to it."""
    open_ = open_._replace(scroll=open_.scroll.to(place))
    if open_.mark is not None:
        open_ = open_._replace(mark=place)
    match interaction:
        case ChooseOne():
            return Chosen((order[place],))
        case Arrange():
            return open_ if place in open_.picked else open_._replace(picked=(*open_.picked, place))
        case ChooseSome() | Write():
            kept = tuple(other for other in open_.picked if other != place)
            return open_._replace(picked=kept if place in open_.picked else (*kept, place))


def _entered(
    open_: OpenQuestion, interaction: Interaction, order: tuple[int, ...], wanted: int | None
) -> OpenQuestion | Response:
    """What is marked is taken or ticked as long as something is missing; then all is handed in."""
    picked = tuple(order[place] for place in open_.picked)
    untaken = open_.mark is not None and open_.mark not in open_.picked
    match interaction:
        case ChooseOne():
            return (
                Chosen((order[open_.mark],))
                if open_.mark is not None
                else with_message(open_, key_words.PRESS_A_LETTER)
            )
        case ChooseSome() if untaken and open_.mark is not None and (wanted is None or len(picked) < wanted):
            return _pick(open_, interaction, order, open_.mark)
        case ChooseSome():
            missing = key_words.not_as_asked(len(picked), wanted)
            return with_message(open_, missing) if missing else Chosen(tuple(sorted(picked)))
        case Arrange(steps):
            left = len(steps) - len(picked)
            if left and untaken and open_.mark is not None:
                return _pick(open_, interaction, order, open_.mark)
            return with_message(open_, key_words.still_to_place(left)) if left else Arranged(picked)
        case Write():
            return _written(open_, picked)


def _written(open_: OpenQuestion, picked: tuple[int, ...]) -> OpenQuestion | Response:
    if open_.text is None:
        return open_._replace(draft=Typed(), scroll=Scroll(END))
    if open_.mark is not None and open_.mark not in open_.picked:
        return open_._replace(picked=(*open_.picked, open_.mark))
    if not picked and not open_.asked_none:
        return open_._replace(message=key_words.NO_POINT_TICKED, asked_none=True)
    return Written(open_.text, tuple(sorted(picked)))
