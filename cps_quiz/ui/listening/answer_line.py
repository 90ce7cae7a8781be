"""Answers typed as a line, where there is no terminal to press keys in."""

from re import compile as pattern

from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Interaction, parts
from cps_quiz.core.questions.response import Arranged, Chosen, Response
from cps_quiz.words import keys as key_words

_SEPARATORS = pattern(r"[\s,;]+")


def parse(line: str, interaction: Interaction, order: tuple[int, ...]) -> Response | str:
    """The response that `line` means, or a sentence that says why it means none.

    `a`; `a,c` or `a c` or `ac`; `b a c` for an order; digits do as well.
    """
    size = parts(interaction)
    places = places_in(line, size)
    if places is None:
        return key_words.no_answer(line, key_words.answers(interaction, LETTERS[:size]))
    picked = tuple(order[place] for place in places)
    match interaction:
        case ChooseOne() if len(picked) == 1:
            return Chosen(picked)
        case ChooseSome():
            return Chosen(tuple(sorted(set(picked))))
        case Arrange() if len(set(picked)) == len(picked) == size:
            return Arranged(picked)
        case _:
            return key_words.no_answer(line, key_words.answers(interaction, LETTERS[:size]))


def places_in(line: str, size: int) -> tuple[int, ...] | None:
    """The places (from 0) that letters or digits of `line` name; None when one names nothing."""
    signs = "".join(_SEPARATORS.split(line.strip().casefold()))
    found = tuple("123456".find(sign) if sign.isdigit() else LETTERS.find(sign) for sign in signs)
    return found if found and all(0 <= place < size for place in found) else None
