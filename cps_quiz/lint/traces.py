"""What of an item is compared with other items: its words, as short texts that the cache can keep."""

from collections.abc import Sequence
from typing import NamedTuple

from cps_quiz.core.questions.bank import Item
from cps_quiz.lint.english.words import as_written, in_order, stem, wordlist, words

FEWEST_WORDS = 4
"""Different content words of a key that can be given away."""


class Traces(NamedTuple):
    """The words of an item, with spaces between them.

    `content` has the stems of the content words of question and situation, each once, and `little` those of the
    other words; `key` has the content words of the answers. `told` has the content stems of stem, hint and
    situation in their order, and `keys` those of each key, "" for a key that is a mere term.
    """

    content: str
    little: str
    key: str
    told: tuple[str, ...]
    keys: tuple[str, ...]


def traces(item: Item, keys: Sequence[str], answers: Sequence[str]) -> Traces:
    """The traces of an item; `answers` are what its right answers say, `keys` those that are options."""
    scenario = item.scenario.text if item.scenario else ""
    bag = {*words(item.stem), *words(scenario)}
    function_words = wordlist("function-words")
    return Traces(
        " ".join(set(map(stem, bag - function_words))),
        " ".join(set(map(stem, bag & function_words))),
        " ".join({word for answer in answers for word in words(answer)} - function_words),
        tuple([" ".join(in_order(text)) for text in (item.stem, item.hint, scenario) if text]),
        tuple([" ".join(in_order(key)) if _says_something(key) else "" for key in keys]),
    )


def _says_something(key: str) -> bool:
    """Whether a key is more than a term or a title."""
    little = wordlist("function-words")
    is_title = not any(word.islower() and word not in little for word in key.split())
    return not is_title and len(set(in_order(key))) >= FEWEST_WORDS and not little.isdisjoint(words(key))


def written(item: Item) -> frozenset[str]:
    """The words of question and situation with their capitals."""
    return frozenset((*as_written(item.stem), *as_written(item.scenario.text if item.scenario else "")))
