"""Which rules count: `--select` and `--ignore` by code, prefix or name."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from cps_quiz.core.questions.search import near
from cps_quiz.errors import UnknownNameError
from cps_quiz.lint.rules import Rule, rules
from cps_quiz.source.diagnostic import Code, Severity

EVERYTHING = "ALL"


class Selection(NamedTuple):
    """Codes and prefixes that are wanted and those that are not; of both, the longer one decides.

    An empty `select` wants everything; codes that are `never` wanted are not, whatever else is said of them.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()

    def wants(self, code: Code) -> bool:
        """Whether problems of `code` are reported."""
        if code.id in self.never:
            return False
        chosen = _longest(self.select or ("",), code)
        return chosen >= 0 and chosen > _longest(self.ignore, code)


def _longest(prefixes: tuple[str, ...], code: Code) -> int:
    """The length of the longest prefix that fits, -1 when none does."""
    return max((len(prefix) for prefix in prefixes if code.id.startswith(prefix)), default=-1)


def severities(wanted: Iterable[tuple[str, str]]) -> dict[str, Severity]:
    """The severity of each code that settings give another one; the longest name of a code decides.

    Raises UnknownNameError for what is no code, prefix or name.
    """
    found: dict[str, Severity] = {}
    for word, value in sorted(wanted, key=lambda pair: len(_prefix(pair[0]))):
        found |= dict.fromkeys(codes_of(word), Severity(value))
    return found


def selection(select: Iterable[str], ignore: Iterable[str]) -> Selection:
    """A selection from what people write; names become codes.

    Raises UnknownNameError for what is no code, prefix or name.
    """
    return Selection(tuple(map(_prefix, select)), tuple(map(_prefix, ignore)))


def known_codes(word: str) -> frozenset[str]:
    """The codes that `word` means. Raises UnknownNameError when it means none."""
    codes = codes_of(word)
    if not codes:
        names = [rule.code.name for rule in rules().values()]
        raise UnknownNameError("rule", word, near(word, names), "`cps-quiz rule` lists them.")
    return codes


def _prefix(word: str) -> str:
    codes = known_codes(word)
    if word == EVERYTHING:
        return ""
    first = next(iter(codes))
    return first if word in _names(rules()[first]) else word.upper()


@cache
def codes_of(word: str) -> frozenset[str]:
    """The codes that a code, a prefix or a name means; empty when it means none."""
    if not word:
        return frozenset()
    if word == EVERYTHING:
        return frozenset(rules())
    return frozenset(code for code, rule in rules().items() if word in _names(rule) or code.startswith(word.upper()))


def _names(rule: Rule) -> set[str]:
    return {rule.code.name, rule.other_name} - {""}
