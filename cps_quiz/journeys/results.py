"""A group's answers end to end: from a pool and banks to the report, and to findings for `check`."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from cps_quiz.bank.library import Library
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.fingerprint import asked_print
from cps_quiz.core.questions.interaction import ChooseOne
from cps_quiz.core.questions.labels import options_of, temptation
from cps_quiz.core.results.concerns import Concern
from cps_quiz.core.results.items import ItemResult, Known, OptionResult
from cps_quiz.core.results.report import Results, results
from cps_quiz.core.results.shown import ShownShare
from cps_quiz.core.statistics.group import Version
from cps_quiz.errors import UnknownNameError
from cps_quiz.pool.duckdb_engine import duckdb_in
from cps_quiz.pool.folder import Pool, open_pool
from cps_quiz.pool.gathering import Labels, gather
from cps_quiz.pool.publishing import publish
from cps_quiz.pool.queries import Engine
from cps_quiz.source.node import locate
from cps_quiz.source.span import Lines
from cps_quiz.words.results import ResultsView, judged, letter

ENGINES = ("duckdb", "spark")


def report(folder: Path, library: Library, engine: str = "duckdb") -> tuple[ResultsView, float]:
    """The report on a pool, and the seconds spent in the engine. Raises QuizError."""
    if engine not in ENGINES:
        raise UnknownNameError("engine", engine, (), f"There are: {', '.join(ENGINES)}.")
    pool = open_pool(folder)
    items = {version_of(item): item for item in library.items}
    found, seconds = _results(pool, items, engine)
    return ResultsView(pool.programme, found, items, places(library), library.glossary), seconds


def version_of(item: Item) -> Version:
    """The version of an item as its bank has it now."""
    return Version(item.id, asked_print(item))


def _results(pool: Pool, items: Mapping[Version, Item], engine: str) -> tuple[Results, float]:
    known = {version: _known(item) for version, item in items.items()}
    labels: Labels = {(version.item, version.print): _labels(item) for version, item in items.items()}
    if engine == "spark":
        from cps_quiz.pool.spark_engine import spark_in

        with spark_in(pool.folder) as spark:
            return _worked_out(spark, pool, known, labels)
    with duckdb_in(pool.folder) as duckdb:
        return _worked_out(duckdb, pool, known, labels)


def _worked_out(engine: Engine, pool: Pool, known: Mapping[Version, Known], labels: Labels) -> tuple[Results, float]:
    group = publish(engine, pool, gather(engine, pool, labels))
    return results(group, known), engine.seconds


def _known(item: Item) -> Known:
    options = options_of(item)
    keys = frozenset(number for number, option in enumerate(options) if option.correct)
    return Known(keys, len(options), isinstance(item.body.interaction(), ChooseOne))


def _labels(item: Item) -> tuple[str, dict[int, str]]:
    tempting = ((number, temptation(item, option)) for number, option in enumerate(options_of(item)))
    return item.topic, {number: approach for number, approach in tempting if approach is not None}


def places(library: Library) -> dict[Version, str]:
    """Where each item stands, as file:line."""
    found = {}
    for file, bank in library.banks():
        if file.decoded is None or file.node is None:
            continue
        lines = Lines(file.text)
        for place, item in zip(file.decoded.places, bank.items, strict=True):
            node = locate(file.node, ("items", place))
            found[version_of(item)] = f"{file.path}:{lines.span(node.start, node.start + 1).line}"
    return found


def answers_for(folder: Path, library: Library) -> dict[str, tuple[Concern, ...]]:
    """What the answers of a pool say of the items of a library, by id. Raises QuizError."""
    view, _ = report(folder, library)
    found: dict[str, tuple[Concern, ...]] = {}
    for concern in view.results.concerns:
        version = concern.item.version
        found[version.item] = (*found.get(version.item, ()), concern)
    return found


def as_data(view: ResultsView) -> dict[str, Any]:
    """The report as plain data; shares are 0 to 1, null where they are not told."""
    found = view.results
    return {
        "programme": view.programme,
        "people": found.people,
        "answers": found.answers,
        "too_few": found.few,
        "held_back": found.held,
        "look_first": [
            {
                "kind": concern.kind.value,
                "sure": concern.sure,
                "item": concern.item.version.item,
                "setting": concern.item.setting,
                "n": concern.item.n,
                "option": letter(concern.option) if concern.option is not None else None,
                "sentence": view.concern(concern),
                "place": view.places.get(concern.item.version),
            }
            for concern in found.concerns
        ],
        "items": [_item_data(view, item) for item in found.items],
        "approaches": [
            one._asdict() | {"chosen": _share(one.chosen), "twice": _share(one.twice)} for one in found.approaches
        ],
        "exams": [one._asdict() | {"interval": list(one.interval or ()) or None} for one in found.exams],
    }


def _item_data(view: ResultsView, item: ItemResult) -> dict[str, Any]:
    return {
        "item": item.version.item,
        "print": item.version.print,
        "setting": item.setting,
        "n": item.n,
        "facility": _share(item.facility),
        "facility_shrunk": item.facility_shrunk,
        "discrimination": item.discrimination,
        "discrimination_interval": list(item.interval or ()) or None,
        "discrimination_shrunk": item.discrimination_shrunk,
        "discrimination_n": item.based,
        "options": [_option_data(option) for option in item.options],
        "place": view.places.get(item.version),
    }


def _option_data(option: OptionResult) -> dict[str, Any]:
    return {
        "option": letter(option.number),
        "key": option.key,
        "share": _share(option.share),
        "r": option.r,
        "verdict": option.verdict.value if option.verdict else None,
        "functions": option.functions,
    }


def _share(shown: ShownShare) -> dict[str, Any]:
    return {"value": shown.value, "low": shown.low, "high": shown.high, "told": shown.told}


COLUMNS = (
    *("item", "print", "setting", "n", "facility", "facility_low", "facility_high", "facility_told"),
    *("discrimination", "discrimination_low", "discrimination_high", "discrimination_n"),
    *("option", "key", "share", "share_low", "share_high", "share_told", "r", "verdict", "place"),
)


def as_csv(view: ResultsView) -> str:
    """A line for each option of each item, with the values of the item on each; a sheet reads no formula in it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for item in view.results.items:
        writer.writerows(_rows(view, item))
    return out.getvalue()


def _rows(view: ResultsView, item: ItemResult) -> Iterable[list[Any]]:
    low, high = item.interval or (None, None)
    facility = item.facility
    whole = [*item.version, item.setting, item.n, facility.value, facility.low, facility.high, facility.told]
    whole += [item.discrimination, low, high, item.based]
    place = _no_formula(view.places.get(item.version, ""))
    if not item.options:
        yield [*whole, *([None] * 8), place]
    for option in item.options:
        shown = option.share
        told = [letter(option.number), option.key, shown.value, shown.low, shown.high, shown.told, option.r]
        yield [*whole, *told, judged(option), place]


def _no_formula(text: str) -> str:
    """Text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" and text else text
