"""What a question asks for: where its situation ends, and how many options are to be chosen."""

from collections.abc import Iterator
from re import IGNORECASE, search
from typing import NamedTuple

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import ChooseSome

NUMBERS = ("none", "one", "two", "three", "four", "five", "six")

_NUMBER = rf"\b(?:choose|pick|select|mark|name|which)\s+(?:the\s+)?({'|'.join(NUMBERS[2:])}|[2-6])\b"
_ENDING, _CLOSING, _OPENING = ".!?", "\"\u201d'\u2019)*_", '"\u201c('
_TITLES = {"Mr", "Mrs", "Ms", "Dr", "St", "Prof"}
_EVEN = '"*_'
"""Signs that come in pairs: no sentence ends inside of them."""


class Asked(NamedTuple):
    """An item's words in two: the situation, "" where there is none, and the question itself. Markdown."""

    situation: str
    question: str


def asked(item: Item) -> Asked:
    """The situation and the question: the last sentence with a question mark, and what follows it."""
    *above, last = item.stem.strip().rsplit("\n\n", 1)
    at = _question(last)
    scenario = [item.scenario.text] if item.scenario else []
    situation = [*scenario, *above, *([last[:at].strip()] if at else [])]
    return Asked("\n\n".join(situation), last[at:])


def _question(text: str) -> int:
    """Where the last sentence that asks begins; 0 where that cannot be told."""
    ends = [at for at in _ends(text) if _is_between_sentences(text[:at])]
    asking = [at for at in ends if "?" in text[at:]]
    if "?" in text and not asking:
        return 0
    return (asking or ends or [0])[-1]


def _ends(text: str) -> Iterator[int]:
    """Where words begin that may be a sentence's first. Without patterns: to compile them costs the first question."""
    for at in range(1, len(text)):
        begins = text[at] in _OPENING or "A" <= text[at] <= "Z"
        if begins and text[at - 1].isspace() and text[:at].rstrip().rstrip(_CLOSING).endswith(tuple(_ENDING)):
            yield at


def _is_between_sentences(before: str) -> bool:
    return not _ends_with_a_title(before.rstrip()) and all(before.count(sign) % 2 == 0 for sign in _EVEN)


def _ends_with_a_title(text: str) -> bool:
    word = text.removesuffix(".")
    start = len(word)
    while start and (word[start - 1].isalnum() or word[start - 1] == "_"):
        start -= 1
    name = word[start:]
    return word != text and (name in _TITLES or (len(name) == 1 and "A" <= name <= "Z"))


def asked_for(item: Item) -> int | None:
    """How many options the stem of a question with several right ones asks for; None when it does not say."""
    interaction = item.body.interaction()
    if not isinstance(interaction, ChooseSome):
        return None
    found = search(_NUMBER, item.stem, IGNORECASE)
    if found is None:
        return None
    word = found[1].casefold()
    number = int(word) if word.isdigit() else NUMBERS.index(word)
    return number if number == sum(option.correct for option in interaction.options) else None
