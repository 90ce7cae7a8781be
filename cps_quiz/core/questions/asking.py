"""What a question asks for: where its situation ends, and how many options are to be chosen."""

from re import IGNORECASE, search
from re import compile as pattern
from typing import NamedTuple

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import ChooseSome

NUMBERS = ("none", "one", "two", "three", "four", "five", "six")

_NUMBER = rf"\b(?:choose|pick|select|mark|name|which)\s+(?:the\s+)?({'|'.join(NUMBERS[2:])}|[2-6])\b"
_END = pattern(r"(?<=[.!?])[\"\u201d'\u2019)*_]*\s+(?=[A-Z\"\u201c(])")
_TITLE = pattern(r"\b(?:Mr|Mrs|Ms|Dr|St|Prof|[A-Z])\.$")
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
    ends = [found.end() for found in _END.finditer(text) if _is_between_sentences(text[: found.end()])]
    asking = [at for at in ends if "?" in text[at:]]
    if "?" in text and not asking:
        return 0
    return (asking or ends or [0])[-1]


def _is_between_sentences(before: str) -> bool:
    return not _TITLE.search(before.rstrip()) and all(before.count(sign) % 2 == 0 for sign in _EVEN)


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
