"""From the answers of a pool to whole-number sums, by whatever engine runs the queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from cps_quiz.core.statistics.correlation import Sums
from cps_quiz.core.statistics.group import OPEN, FormSums, ItemSums, Leaning, Version
from cps_quiz.core.statistics.reliability import Scores
from cps_quiz.pool.folder import Pool
from cps_quiz.pool.queries import Engine, Rows, query

Labels = Mapping[tuple[str, str], tuple[str, Mapping[int, str]]]
"""For an item and a print: its topic, and the approach that each option commits, by the option's number."""

LEAST = 10
"""Items that somebody must have answered before a rest score is told of them, unless all had the same form."""


class Gathered(NamedTuple):
    """The rows of each query, sorted; the same on every engine."""

    versions: Rows
    sums: Rows
    scores: Rows
    form_items: Rows
    approaches: Rows
    people: int
    answers: int


def gather(engine: Engine, pool: Pool, labels: Labels) -> Gathered:
    """Run the queries. What is kept on the way (met, tries, sittings, leanings) stays for `publish`."""
    engine.answers(pool)
    engine.keep(pool, [(name, query(name)) for name in ("met", "tries", "sittings")])
    versions = engine.ask(query("versions"))
    known = {code: (item, print_) for code, item, print_ in versions}
    sums = engine.ask(query("sums"))
    chosen = {(row[1], row[2]) for row in sums if row[1] in known}
    columns = "code bigint, chosen varchar, approach varchar, topic varchar, taken bigint"
    engine.table("labels", columns, sorted(_labelled(chosen, known, labels)))
    engine.keep(pool, [("leanings", query("leanings"))])
    ((people, answers),) = engine.ask(query("size"))
    return Gathered(
        versions,
        sums,
        engine.ask(query("scores")),
        engine.ask(query("form_items")),
        engine.ask(query("approaches")),
        people,
        answers,
    )


def _labelled(
    chosen: Iterable[tuple[int, str]], known: Mapping[int, tuple[str, str]], labels: Labels
) -> Iterable[tuple[int, str, str, str, int]]:
    """For each answer that was given: the approaches that were on offer, and whether it fell for each."""
    for code, text in chosen:
        topic, approaches = labels.get(known[code], ("", {}))
        fell_for = {approaches.get(number) for number in options(text)}
        for approach in sorted(set(approaches.values())):
            if text != OPEN:
                yield code, text, approach, topic, int(approach in fell_for)


def options(chosen: str) -> tuple[int, ...]:
    """The option numbers of what was chosen."""
    return tuple(int(number) for number in chosen.split(",") if number.isdigit())


def item_cells(found: Gathered) -> dict[str, ItemSums]:
    """Answers by version and setting, those of under ten people too."""
    known = {code: Version(item, print_) for code, item, print_ in found.versions}
    rows: dict[tuple[str, int], list[Any]] = defaultdict(list)
    for kind, code, *rest in found.sums:
        if code in known:
            rows[kind, code].append(rest)
    return {f"{kind}:{code}": _item(known[code], kind, of) for (kind, code), of in rows.items()}


def _item(version: Version, kind: str, rows: list[Any]) -> ItemSums:
    chosen: dict[str, int] = defaultdict(int)
    rest: dict[str, Sums] = defaultdict(Sums)
    right = 0
    for choice, others, fixed, n, right_n, *sums in rows:
        chosen[choice] += n
        right += right_n
        if others > 0 and (fixed or others + 1 >= LEAST):
            rest[choice] = rest[choice].plus(_shares(n, others, sums))
    return ItemSums(version, kind, sum(chosen.values()), right, dict(chosen), dict(rest))


def _shares(n: int, others: int, sums: list[int]) -> Sums:
    """Sums of whole thousandths as sums of shares: points of one, and the mean of the others."""
    x, xx, r, rr, xr = sums
    return Sums(n, x / 1e3, xx / 1e6, r / (1e3 * others), rr / (1e6 * others**2), xr / (1e6 * others))


def form_cells(found: Gathered) -> dict[str, FormSums]:
    """First exams: each form that twenty people had, and all others by their length."""
    scores: dict[tuple[int, int], dict[int, int]] = defaultdict(dict)
    for form, items, score, n in found.scores:
        scores[form, items][score] = n
    rights: dict[tuple[int, int], dict[str, int]] = defaultdict(dict)
    for form, items, code, _, right in found.form_items:
        rights[form, items][str(code)] = right
    return {
        f"form:{form}:{items}": FormSums(Scores(items, people), rights.get((form, items)) if form else None)
        for (form, items), people in scores.items()
    }


def leaning_cells(found: Gathered) -> dict[str, Leaning]:
    """First tries by approach, topic and month."""
    people: dict[tuple[str, str, str], dict[tuple[int, int], int]] = defaultdict(dict)
    for approach, topic, month, offered, taken, n in found.approaches:
        people[approach, topic, month][offered, taken] = n
    return {f"approach:{':'.join(of)}": Leaning(*of, counts) for of, counts in people.items()}
