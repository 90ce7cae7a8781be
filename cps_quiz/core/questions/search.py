"""Finding a thing by id, name or words, and near misses for a typing error."""

from collections.abc import Iterable
from difflib import get_close_matches

from cps_quiz.core.questions.bank import Misconception

BEGINNING = 4
"""Letters that are enough to tell which name was begun."""


def near(name: str, known: Iterable[str], most: int = 2) -> tuple[str, ...]:
    """Names that look like `name`, best first (Ratcliff/Obershelp ratio of 0.6 up), else those that begin so."""
    names = list(known)
    if found := get_close_matches(name, names, n=most):
        return tuple(found)
    return tuple(one for one in names if len(name) >= BEGINNING and one.startswith(name[:BEGINNING]))[:most]


def find_misconceptions(words: str, known: Iterable[Misconception]) -> tuple[Misconception, ...]:
    """Misconceptions that `words` mean: the one of that id or name, else all that contain them.

    Names count before the words of the definition, so that `directing` is not every text that
    mentions directing.
    """
    everything = tuple(known)
    wanted = words.casefold().replace("-", " ").split()
    phrase = " ".join(wanted)
    exact = tuple(m for m in everything if phrase in {_plain(m.id), _plain(m.name)})
    titled = tuple(m for m in everything if all(w in f"{_plain(m.id)} {_plain(m.name)}" for w in wanted))
    worded = tuple(m for m in everything if all(w in _all_words(m) for w in wanted))
    return exact or titled or worded


def _plain(text: str) -> str:
    return text.casefold().replace("-", " ")


def _all_words(misconception: Misconception) -> str:
    m = misconception
    return _plain(" ".join((m.id, m.name, m.means, m.harms, *m.sounds_like)))
