"""Importing files of other programs into banks, whole or not at all."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cps_quiz.bank.files import MOST_BYTES, ReadText, read_named
from cps_quiz.bank.library import Library, LoadedFile
from cps_quiz.bank.loading import load_texts
from cps_quiz.bank.saving import replace_text
from cps_quiz.bank.starter import bank_id
from cps_quiz.bank.writing import bank_text, updated_text
from cps_quiz.core.questions.bank import Bank, Item, Scenario, TopicId
from cps_quiz.core.questions.interaction import TO_BE_WRITTEN
from cps_quiz.errors import BrokenBanksError, QuizError
from cps_quiz.formats import Format, Imported, Loss, Skip
from cps_quiz.journeys.interchange.foreign_files import found_format, named_format, read_bytes
from cps_quiz.journeys.interchange.known_names import curricula_beside, library_of, resolve
from cps_quiz.journeys.interchange.merging import Merged, merge
from cps_quiz.source.problems import Problems
from cps_quiz.source.yaml_reader import paused_collector

_GAP = f"why: {TO_BE_WRITTEN}\n"


class Wishes(NamedTuple):
    """What is asked of an import; without `to` each file becomes a bank of its own beside it."""

    format: str | None = None
    to: Path | None = None
    topic: str | None = None
    dry_run: bool = False
    strict: bool = False


class Outcome(NamedTuple):
    """What an import did, or would do: ids of items, what did not come over, and explanations still to be written."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    conflict: tuple[tuple[str, str], ...] = ()
    skipped: tuple[Skip, ...] = ()
    lost: tuple[Loss, ...] = ()
    banks: tuple[str, ...] = ()
    gaps: int = 0
    written: bool = False

    @property
    def is_lossy(self) -> bool:
        """Whether something is gone, not only turned into text."""
        return any(loss.how.startswith("lost") for loss in self.lost)


class _Plan(NamedTuple):
    """A bank to be written, with no text where nothing changes; and what that does."""

    target: Path
    text: str
    outcome: Outcome


def import_files(paths: Sequence[Path], wishes: Wishes) -> Outcome:
    """Read all files, work out every bank, and then write them. Raises QuizError before anything is written."""
    with paused_collector():
        return _import_files(paths, wishes)


def _import_files(paths: Sequence[Path], wishes: Wishes) -> Outcome:
    read = [(path, *_read(path, wishes)) for path in paths]
    targets: dict[Path, list[tuple[Path, Format, Imported]]] = {}
    for path, format_, imported in read:
        targets.setdefault(wishes.to or path.with_suffix(".yaml"), []).append((path, format_, imported))
    plans = [_plan(target, found, wishes) for target, found in targets.items()]
    outcome = _sum(plans)
    if wishes.dry_run or (wishes.strict and outcome.is_lossy):
        return outcome
    for plan in plans:
        if plan.text:
            replace_text(plan.target, plan.text)
    return outcome._replace(written=any(plan.text for plan in plans))


def _read(path: Path, wishes: Wishes) -> tuple[Format, Imported]:
    data = read_bytes(path)
    format_ = named_format(wishes.format, reading=True) if wishes.format else found_format(path, data)
    return format_, format_.read(data, str(path)) if format_.read else Imported(())


def _plan(target: Path, found: list[tuple[Path, Format, Imported]], wishes: Wishes) -> _Plan:
    library = library_of(target)
    errors = [diagnostic for diagnostic in library.diagnostics if diagnostic.is_error]
    if errors:
        report = "\n".join(f"{e.path}:{e.span.line}:{e.span.column}: error {e.code.id}: {e.message}" for e in errors)
        raise BrokenBanksError(report, len(errors), f" {target}")
    outcome, text = Outcome(banks=(str(target),)), ""
    for path, format_, imported in found:
        changed, library, step = _into(target, library, (path, format_, imported), wishes)
        outcome = _added(outcome, step)
        text = changed or text
    return _Plan(target, text, outcome)


def _into(
    target: Path, library: Library, found: tuple[Path, Format, Imported], wishes: Wishes
) -> tuple[str, Library, Outcome]:
    """The text of the bank with one file's items in it, "" where there is nothing to write; it loaded; what it does."""
    path, format_, imported = found
    file = next((file for file in library.files if file.path == str(target)), None)
    if file is not None and file.decoded is None:
        raise QuizError(f"{target} is no bank.", "Name another file with --to.")
    bank = file.decoded.bank if file and file.decoded else None
    resolved = resolve(imported.items, library, wishes.topic, bank.topic if bank else None)
    merged = merge(bank.items if bank else (), resolved.read, format_.name)
    scenarios, merged = _with_scenarios(bank, merged)
    text = ""
    if bank is None and merged.new:
        text = bank_text(_new_bank(target, path, merged.new, scenarios))
        library = _loaded(target, text)
        _check(library, target, merged.new)
    elif file is not None and (merged.new or merged.to_write):
        text, library = _updated(target, file, merged, scenarios)
    how = "lost: the question has changed since somebody of the field read it"
    reviews = [Loss(id_, "reviewed", str(target), how) for id_ in merged.unreviewed]
    return (
        text,
        library,
        Outcome(
            new=tuple(item.id for item in merged.new),
            changed=tuple(merged.changed),
            unchanged=tuple(merged.unchanged),
            gone=tuple(merged.gone),
            conflict=tuple(merged.conflict),
            skipped=imported.skipped,
            lost=(*imported.losses, *resolved.losses, *reviews),
            gaps=text.count(_GAP),
        ),
    )


def _new_bank(target: Path, path: Path, items: list[Item], scenarios: list[Scenario]) -> Bank:
    usual = _usual([item.topic for item in items])
    title = path.stem.replace("-", " ").replace("_", " ").strip().capitalize() or "Imported questions"
    return Bank(bank_id(target), title, tuple(items), topic=usual, scenarios=tuple(scenarios))


def _usual(topics: list[TopicId]) -> TopicId:
    counts: dict[TopicId, int] = {}
    for topic in topics:
        counts[topic] = counts.get(topic, 0) + 1
    return max(counts, key=lambda topic: counts[topic])


def _with_scenarios(bank: Bank | None, merged: Merged) -> tuple[list[Scenario], Merged]:
    """The situations that the bank does not have yet; one whose id another has gets another id."""
    known = {scenario.id: scenario.text for scenario in bank.scenarios} if bank else {}
    added: list[Scenario] = []

    def named(item: Item) -> Item:
        if item.scenario is None:
            return item
        id_, count = item.scenario.id, 1
        while known.get(id_, item.scenario.text) != item.scenario.text:
            count += 1
            id_ = f"{item.scenario.id}-{count}"
        scenario = Scenario(id_, item.scenario.text)
        if id_ not in known:
            known[id_] = scenario.text
            added.append(scenario)
        return item._replace(scenario=scenario)

    merged.new = [named(item) for item in merged.new]
    merged.to_write = {index: named(item) for index, item in merged.to_write.items()}
    return added, merged


def _updated(target: Path, file: LoadedFile, merged: Merged, scenarios: list[Scenario]) -> tuple[str, Library]:
    """The bank's new text: only what changed is touched, or, should that not read back right, whole items."""
    wanted = [*merged.to_write.values(), *merged.new]
    for whole in (False, True):
        text = updated_text(file, merged.to_write, merged.new, scenarios, whole=whole)
        library = _loaded(target, text)
        if whole or _holds(library, target, wanted):
            break
    _check(library, target, wanted)
    return text, library


def _loaded(target: Path, text: str) -> Library:
    beside: list[ReadText] = [read_named(path) for path in curricula_beside(target.parent) if path != target]
    return load_texts([*beside, (str(target), text, True, Problems())])


def _holds(library: Library, target: Path, wanted: Sequence[Item]) -> bool:
    held = {item.id: item for file, bank in library.banks() if file.path == str(target) for item in bank.items}
    return all(held.get(item.id) == item for item in wanted)


def _check(library: Library, target: Path, wanted: Sequence[Item]) -> None:
    """Nothing is written that could not be read back. Raises QuizError for a bank that would be too large."""
    file = next(file for file in library.files if file.path == str(target))
    if len(file.text) > MOST_BYTES or len(file.text.encode()) > MOST_BYTES:
        raise QuizError(f"{target} would be larger than {MOST_BYTES // 2**20} MiB.", "Import into several banks.")
    errors = [d for d in library.diagnostics if d.is_error and d.path == str(target)]
    if errors or not _holds(library, target, wanted):
        told = "; ".join(f"{error.code.id} {error.message}" for error in errors[:3]) or "items differ"
        message = f"{target} would not be a sound bank: {told}"
        raise AssertionError(message)


def _added(one: Outcome, other: Outcome) -> Outcome:
    return Outcome(
        new=one.new + other.new,
        changed=one.changed + other.changed,
        unchanged=one.unchanged + other.unchanged,
        gone=one.gone + other.gone,
        conflict=one.conflict + other.conflict,
        skipped=one.skipped + other.skipped,
        lost=one.lost + other.lost,
        banks=one.banks + other.banks,
        gaps=one.gaps + other.gaps,
    )


def _sum(plans: Sequence[_Plan]) -> Outcome:
    outcome = Outcome()
    for plan in plans:
        outcome = _added(outcome, plan.outcome)
    return outcome
