"""Each question in drills or in exams: how easy it is, how it goes with the rest, what its options do."""

from collections.abc import Mapping
from typing import NamedTuple

from cps_quiz.core.results.shown import ShownShare, share, veiled_share
from cps_quiz.core.statistics.correlation import Sums, correlation, fisher_interval, shrunk_correlations, total
from cps_quiz.core.statistics.disclosure import is_extreme, veiled
from cps_quiz.core.statistics.distractors import Taken, Verdict, functions, verdict
from cps_quiz.core.statistics.facility import prior, shrunk_facility
from cps_quiz.core.statistics.group import OPEN, ItemSums, Version
from cps_quiz.core.statistics.proportion import Interval

ENOUGH_TO_GUESS = 30
"""People from which on an option that nobody took is worth a look, though it proves nothing: were 10 % to take
it, nobody would in 4 of 100 such groups. Our own choice."""


class Known(NamedTuple):
    """What the bank says of a version: the numbers of its keys, how many options it has, whether one is chosen."""

    keys: frozenset[int]
    options: int
    single: bool


class OptionResult(NamedTuple):
    """One option, by its number in the bank; `number` is None for questions left open."""

    number: int | None
    key: bool
    share: ShownShare
    r: float | None = None
    verdict: Verdict | None = None
    functions: bool | None = None


class ItemResult(NamedTuple):
    """One version in drills or in exams. `discrimination` is of `based` people; shrunk values lean on the bank."""

    version: Version
    setting: str
    n: int
    facility: ShownShare
    facility_shrunk: float | None
    discrimination: float | None
    interval: Interval | None
    discrimination_shrunk: float | None
    based: int
    options: tuple[OptionResult, ...]


def item_results(sums: list[ItemSums], known: Mapping[Version, Known]) -> list[ItemResult]:
    """What may be shown of each, in their order."""
    return _with_shrunk(sums, [_item(one, known.get(one.version)) for one in sums])


def option_counts(one: ItemSums) -> dict[int, int]:
    """How many people chose each option."""
    counts: dict[int, int] = {}
    for chosen, n in one.chosen.items():
        for number in _numbers(chosen):
            counts[number] = counts.get(number, 0) + n
    return counts


def taken(one: ItemSums, number: int) -> Taken:
    """An option with its correlation: who chose it (1 or 0) and the rest score, blanks among the zeros."""
    whole = total(one.rest.values())
    with_it = total(sums for chosen, sums in one.rest.items() if number in _numbers(chosen))
    found = correlation(Sums(whole.n, with_it.n, with_it.n, whole.r, whole.rr, with_it.r))
    return Taken(option_counts(one).get(number, 0), one.n, found, whole.n)


def _numbers(chosen: str) -> set[int]:
    return {int(number) for number in chosen.split(",") if number.isdigit()}


def _item(one: ItemSums, known: Known | None) -> ItemResult:
    whole = total(one.rest.values())
    r = None if is_extreme(one.right, one.n) else correlation(whole)
    return ItemResult(
        version=one.version,
        setting=one.setting,
        n=one.n,
        facility=share(one.right, one.n),
        facility_shrunk=None,
        discrimination=r,
        interval=fisher_interval(r, whole.n) if r is not None else None,
        discrimination_shrunk=None,
        based=whole.n,
        options=_options(one, known),
    )


def _with_shrunk(sums: list[ItemSums], items: list[ItemResult]) -> list[ItemResult]:
    """The same with values that lean on the other items of their setting."""
    found = items
    for setting in {item.setting for item in items}:
        bank = prior([(one.right, one.n) for one in sums if one.setting == setting])
        told = [item for item in items if item.setting == setting and item.discrimination is not None]
        rs = shrunk_correlations([(item.discrimination or 0.0, item.based) for item in told])
        drawn = {item.version: r for item, r in zip(told, rs, strict=True)}
        found = [
            _leaning(item, one.right, bank, drawn) if item.setting == setting else item
            for item, one in zip(found, sums, strict=True)
        ]
    return found


def _leaning(
    item: ItemResult, right: int, bank: tuple[float, float] | None, drawn: Mapping[Version, float]
) -> ItemResult:
    facility = shrunk_facility(right, item.n, bank) if bank and item.facility.value is not None else None
    return item._replace(facility_shrunk=facility, discrimination_shrunk=drawn.get(item.version))


def _options(one: ItemSums, known: Known | None) -> tuple[OptionResult, ...]:
    counts = option_counts(one)
    if known is None:
        return ()  # what its options were is not known
    numbers = range(known.options)
    parts: dict[int | None, int] = {number: counts.get(number, 0) for number in numbers}
    left_open = one.chosen.get(OPEN, 0)
    if left_open:
        parts[None] = left_open
    nobody = frozenset(number for number in numbers if nobody_took(one, number))
    hidden = _hidden(parts, one, nobody, known)
    return tuple(_option(one, number, count, known, hidden) for number, count in parts.items())


def nobody_took(one: ItemSums, number: int) -> bool:
    """Whether it may be told that nobody took an option, as far as that is worth a look.

    Where nearly all chose the same, it would tell that they all did.
    """
    told = one.n >= ENOUGH_TO_GUESS and not is_extreme(one.right, one.n)
    return told and not option_counts(one).get(number, 0)


def _hidden(parts: dict[int | None, int], one: ItemSums, nobody: frozenset[int], known: Known) -> set[int | None]:
    """Shares that are not told. Where several may be chosen, shares are no parts of one whole."""
    if known.single:
        return veiled(parts, one.n, frozenset(nobody), frozenset(known.keys))
    return {number for number, count in parts.items() if is_extreme(count, one.n)}


def _option(one: ItemSums, number: int | None, count: int, known: Known, hidden: set[int | None]) -> OptionResult:
    shown = veiled_share(count, one.n) if number in hidden else share(count, one.n)
    key = number in known.keys
    if number is None:
        return OptionResult(None, key, shown)
    found = taken(one, number)
    told = shown.value is not None
    judged = None
    if not key:
        judged = verdict(found) if told or nobody_took(one, number) else Verdict.CANNOT_TELL
    works = functions(found) if not key and told else None
    return OptionResult(number, key, shown, found.r if told else None, judged, works)
