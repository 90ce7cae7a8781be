"""What the rules about cues share: whether the key stands out, and whether that helps a guesser."""

from collections.abc import Callable
from re import compile as pattern

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import ChooseOne, ChooseSome
from cps_quiz.lint.views import ItemView, OptionView


def key_alone(item: ItemView, has: Callable[[str], object]) -> bool:
    """Whether the text of the one key has something that the text of no distractor has."""
    return bool(has(item.keys[0].text)) and not any(has(option.text) for option in item.distractors)


def is_matched(item: ItemView) -> bool:
    """Whether a key of `item` is a distractor of another item in its set.

    What makes it stand out then leads to the key in one of the two and away from it in the other.
    """
    name = item.item.set
    if name is None:
        return False
    keys = {key.text for key in item.keys}
    return any(other.set == name and not keys.isdisjoint(_distractors(other)) for other in item.bank.items)


_MARKUP = pattern(r"</?[a-z][^<>\n]*>|&(?:[a-z]{2,8}|#[0-9a-fx]{2,5});|\]\(|`")


def is_marked_up(item: ItemView) -> bool:
    """Whether options have HTML and the like, of which W511 tells: without it they look otherwise."""
    return any(_MARKUP.search(option.text) for option in item.options)


def _distractors(item: Item) -> list[str]:
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            return [option.text for option in options if not option.correct]
        case _:
            return []


def shortest(options: tuple[OptionView, ...]) -> OptionView:
    """The option with the fewest characters."""
    return min(options, key=_length)


def longest(options: tuple[OptionView, ...]) -> OptionView:
    """The option with the most characters."""
    return max(options, key=_length)


def _length(option: OptionView) -> int:
    return len(option.text)
