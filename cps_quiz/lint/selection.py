"""Which rules count: `--select` and `--ignore` by code, prefix or name."""

from collections.abc import Iterable
from typing import NamedTuple

from cps_quiz.core.search import near
from cps_quiz.errors import UnknownNameError
from cps_quiz.lint.rules import rules
from cps_quiz.source.diagnostic import Code


class Selection(NamedTuple):
    """Codes and prefixes that are wanted and those that are not; of both, the longer one decides.

    An empty `select` wants everything.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, code: Code) -> bool:
        """Whether problems of `code` are reported."""
        chosen = _longest(self.select or ("",), code)
        return chosen >= 0 and chosen > _longest(self.ignore, code)


def _longest(prefixes: tuple[str, ...], code: Code) -> int:
    """The length of the longest prefix that fits, -1 when none does."""
    return max((len(prefix) for prefix in prefixes if code.id.startswith(prefix)), default=-1)


def selection(select: Iterable[str], ignore: Iterable[str]) -> Selection:
    """A selection from what people write; names become codes.

    Raises UnknownNameError for what is no code, prefix or name.
    """
    return Selection(tuple(map(_code, select)), tuple(map(_code, ignore)))


def _code(word: str) -> str:
    known = rules()
    names = {rule.code.name: code for code, rule in known.items()}
    if word in names:
        return names[word]
    prefix = word.upper()
    if prefix and any(code.startswith(prefix) for code in known):
        return prefix
    raise UnknownNameError("rule", word, near(word, names), "`cps-quiz rule` lists them.")
