"""What of the sums may be shown, beside all that earlier reports of the pool have shown.

A cell (an item in drills or exams, a form, an approach in a topic and month) is shown when ten people or
more stand behind it, and anew when nobody or at least ten of them differ from every earlier showing.
"""

import json
import secrets
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from cps_quiz.core.statistics.correlation import Sums
from cps_quiz.core.statistics.disclosure import FEWEST, may_follow, shown_parts
from cps_quiz.core.statistics.group import FormSums, Group, ItemSums, Leaning, Version
from cps_quiz.core.statistics.reliability import FEWEST as FEWEST_SAT
from cps_quiz.core.statistics.reliability import Scores
from cps_quiz.pool.folder import Pool, commit
from cps_quiz.pool.gathering import Gathered, form_cells, item_cells, leaning_cells
from cps_quiz.pool.queries import Engine, query

Value = TypeVar("Value")


def publish(engine: Engine, pool: Pool, found: Gathered) -> Group:
    """What may be shown now; it is noted in the pool, so that later reports keep to it. Raises QuizError."""
    fresh: dict[str, Any] = json.loads(json.dumps(_plain(found)))
    differing = _differing(engine, pool, found)
    allowed = {cell for cell in fresh if may_follow(differing.get(cell, []))}
    new = {cell for cell in allowed if 0 not in differing.get(cell, [])}
    shown = {cell: value for cell, value in pool.shown.items() if cell not in allowed}
    shown |= {cell: fresh[cell] for cell in allowed}
    held = tuple(sorted(fresh.keys() - allowed))
    after = pool._replace(shown=shown)
    if new:
        after = _noted(engine, after, new)
    if after != pool:
        commit(after, pool)
    few = len(item_cells(found)) - sum(cell.startswith(("drill:", "exam:")) for cell in fresh)
    return _group(shown, found, few, held)


def _plain(found: Gathered) -> dict[str, Any]:
    """Each cell of enough people, as plain data."""
    items = {name: item for name, item in item_cells(found).items() if item.n >= FEWEST}
    forms = {name: form for name, form in form_cells(found).items() if form.scores.n >= FEWEST_SAT}
    leanings = leaning_cells(found)
    by_month: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for name, one in leanings.items():
        by_month[one.approach, one.topic][name] = one.n
    months = {name for people in by_month.values() for name in shown_parts(people)}
    return {
        **{
            name: [*item.version, item.setting, item.n, item.right, item.chosen, item.rest]
            for name, item in items.items()
        },
        **{
            name: [form.scores.items, [[*pair] for pair in sorted(form.scores.people.items())], form.rights]
            for name, form in forms.items()
        },
        **{
            name: [one.approach, one.topic, one.month, [[*pair, n] for pair, n in sorted(one.people.items())]]
            for name, one in leanings.items()
            if name in months
        },
    }


def _differing(engine: Engine, pool: Pool, found: Gathered) -> dict[str, list[int]]:
    """For each cell, how many people at least differ from each earlier report that showed it."""
    engine.table("forms", "form bigint, items bigint", sorted({row[:2] for row in found.scores if row[0]}))
    engine.define("tokens", query("tokens", salt=pool.salt))
    if not pool.reports:
        return {}
    engine.view(
        "past",
        sorted(path for name in pool.reports for path in (pool.folder / name).rglob("*.parquet") if path.is_file()),
    )
    now: dict[str, int] = dict(engine.ask("select cell, count(*) from tokens group by cell"))
    differing: dict[str, list[int]] = defaultdict(list)
    for cell, _, before, same in engine.ask(query("changes")):
        differing[cell].append(max(before, now.get(cell, 0)) - same)
    return differing


def _noted(engine: Engine, pool: Pool, new: set[str]) -> Pool:
    """The pool with a print of who stands in the cells that are shown anew."""
    name = f"report-{len(pool.reports) + 1:04}-{secrets.token_hex(4)}"
    (pool.folder / name).mkdir()
    engine.table("new_cells", "cell varchar", [(cell,) for cell in sorted(new)])
    text = f"select t.cell, t.token, '{name}' as report from tokens t join new_cells n on n.cell = t.cell"  # noqa: S608
    engine.write(text, pool.folder / name / "tokens.parquet")
    return pool._replace(reports=(*pool.reports, name))


def _group(shown: Mapping[str, Any], found: Gathered, few: int, held: tuple[str, ...]) -> Group:
    return Group(
        items=_some(shown, ("drill:", "exam:"), _item),
        forms=_some(shown, ("form:",), _form),
        leanings=_some(shown, ("approach:",), _leaning),
        people=found.people,
        answers=found.answers,
        few=few,
        held=held,
    )


def _some(shown: Mapping[str, Any], starts: tuple[str, ...], read: Callable[[Any], Value]) -> dict[str, Value]:
    return {name: read(value) for name, value in sorted(shown.items()) if name.startswith(starts)}


def _item(value: Any) -> ItemSums:  # noqa: ANN401 - plain data
    item, print_, setting, n, right, chosen, rest = value
    return ItemSums(Version(item, print_), setting, n, right, chosen, {name: Sums(*of) for name, of in rest.items()})


def _form(value: Any) -> FormSums:  # noqa: ANN401
    items, people, rights = value
    return FormSums(Scores(items, dict(people)), rights)


def _leaning(value: Any) -> Leaning:  # noqa: ANN401
    approach, topic, month, people = value
    return Leaning(approach, topic, month, {(offered, taken): n for offered, taken, n in people})
