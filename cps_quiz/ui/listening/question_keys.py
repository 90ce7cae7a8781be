"""What each key means while a question is open. Pure: a key and a state give the next state."""

from typing import Any, NamedTuple

from cps_quiz.core.drill.drill import Move
from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Interaction, Write, parts
from cps_quiz.core.questions.response import Arranged, Chosen, Response, Written
from cps_quiz.ui.listening.keys import BACKSPACE, ENDED, ENTER, MEANT_CAPITALS, PAGES, PASTED
from cps_quiz.words import keys as key_words

LAST = -1


class OpenQuestion(NamedTuple):
    """What the learner has done with the present question.

    `picked` are places as shown, in the order of picking; `text` is the own text of a `Write`
    once it is written, and `draft` what is being typed of it, None when nothing is; `page` counts
    screens from 0, and LAST is where hint and message stand; `pages` is how many there are.
    """

    picked: tuple[int, ...] = ()
    text: str | None = None
    draft: str | None = None
    hint: bool = False
    why: bool = False
    help: bool = False
    page: int = 0
    pages: int = 1
    message: str = ""
    asked_none: bool = False


_MOVES = {
    "u": Move.UNDO,
    "f": Move.FLAG,
    "F": Move.FLAG,
    "s": Move.SKIP,
    "x": Move.ASIDE,
    "q": Move.STOP,
    ENDED: Move.STOP,
}
ERASE_WORD, ERASE_LINE = "\x17", "\x15"
"""^W and ^U, as terminals have them while a line is typed."""


def begin(interaction: Interaction) -> OpenQuestion:
    """The state before the first key: an answer in own words is typed at once."""
    return OpenQuestion(draft="" if isinstance(interaction, Write) else None)


def press(
    open_: OpenQuestion, interaction: Interaction, order: tuple[int, ...], key: str
) -> OpenQuestion | Response | Move:
    """The state after `key`, or what it ends the asking with."""
    if open_.help and key not in {ENDED, "q"}:
        return _helped(open_, key)
    open_ = open_._replace(message="")
    if open_.draft is not None:
        return _typed(open_, open_.draft, key)
    if key == ENTER:
        return _submit(open_, interaction, order)
    place = _place(key, interaction, open_)
    if place is not None:
        return _pick(open_, interaction, order, place)
    if key in _MOVES:
        return _MOVES[key]
    return _other(open_, key)


def _helped(open_: OpenQuestion, key: str) -> OpenQuestion:
    """Another part of the help, or back to the question."""
    if key in PAGES and open_.pages > 1:
        return open_._replace(page=open_.page + PAGES[key])
    return open_._replace(help=False, page=0)


def _typed(open_: OpenQuestion, draft: str, key: str) -> OpenQuestion:
    """The state after a key of an answer in own words; it ends with Enter, and with nothing in it the keys are back."""
    if key in {ENTER, ENDED}:
        text = draft.strip()
        return open_._replace(draft=None, text=text or None, page=LAST)
    if key == BACKSPACE:
        draft = draft[:-1]
    elif key == ERASE_LINE:
        draft = ""
    elif key == ERASE_WORD:
        draft = draft[: draft.rstrip().rfind(" ") + 1]
    elif len(key) == 1 and key >= " ":
        draft += key
    elif key.startswith(PASTED):
        draft += "".join(max(char, " ") for char in key.removeprefix(PASTED))
    elif key in PAGES:
        return open_._replace(page=open_.page + PAGES[key])
    return open_._replace(draft=draft, page=LAST)


_SHOWS: dict[str, dict[str, Any]] = {
    "?": {"help": True, "page": 0},
    "h": {"hint": True, "page": LAST},
    "w": {"why": True, "page": LAST},
}


def _other(open_: OpenQuestion, key: str) -> OpenQuestion:
    if key.startswith(PASTED):
        return with_message(open_, key_words.PASTED_IS_NO_KEY)
    if key in _SHOWS:
        return open_._replace(**_SHOWS[key])
    if key == BACKSPACE:
        return open_._replace(picked=open_.picked[:-1])
    if key in PAGES:
        return open_._replace(page=open_.page + PAGES[key])
    return with_message(open_, key_words.means_nothing(key)) if key.isprintable() else open_


def with_message(open_: OpenQuestion, message: str) -> OpenQuestion:
    """The state with a message on the screen until the next key."""
    return open_._replace(message=message, page=LAST)


def _place(key: str, interaction: Interaction, open_: OpenQuestion) -> int | None:
    """Which part a letter or digit means; None when it means none."""
    if isinstance(interaction, Write) and open_.text is None:
        return None
    place = LETTERS.find(key.casefold()) if key.isalpha() and key not in MEANT_CAPITALS else "123456".find(key)
    return place if len(key) == 1 and 0 <= place < parts(interaction) else None


def _pick(open_: OpenQuestion, interaction: Interaction, order: tuple[int, ...], place: int) -> OpenQuestion | Response:
    """Choose or tick; from the first part of a long question this shows the last, where the choices stand."""
    open_ = open_._replace(page=open_.page or LAST)
    match interaction:
        case ChooseOne():
            return Chosen((order[place],))
        case Arrange():
            return open_ if place in open_.picked else open_._replace(picked=(*open_.picked, place))
        case ChooseSome() | Write():
            kept = tuple(other for other in open_.picked if other != place)
            return open_._replace(picked=kept if place in open_.picked else (*kept, place))


def _submit(open_: OpenQuestion, interaction: Interaction, order: tuple[int, ...]) -> OpenQuestion | Response:
    picked = tuple(order[place] for place in open_.picked)
    match interaction:
        case ChooseOne():
            return with_message(open_, key_words.PRESS_A_LETTER)
        case ChooseSome():
            return Chosen(tuple(sorted(picked))) if picked else with_message(open_, key_words.CHOOSE_ONE_AT_LEAST)
        case Arrange(steps):
            left = len(steps) - len(picked)
            return with_message(open_, key_words.still_to_place(left)) if left else Arranged(picked)
        case Write():
            if open_.text is None:
                return open_._replace(draft="", page=LAST)
            if not picked and not open_.asked_none:
                return open_._replace(message=key_words.NO_POINT_TICKED, asked_none=True)
            return Written(open_.text, tuple(sorted(picked)))
