"""Exporting items for other programs, with what they lose."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from cps_quiz.bank.files import SUFFIXES
from cps_quiz.bank.library import Library
from cps_quiz.bank.saving import replace_bytes
from cps_quiz.errors import QuizError
from cps_quiz.formats import Context, Format, Loss, Skip
from cps_quiz.formats.exchange.losses import can_hold, losses
from cps_quiz.journeys.banks import items_to_review, title_of
from cps_quiz.journeys.interchange.stamps import keep_stamps, read_stamps
from cps_quiz.source.node import locate
from cps_quiz.source.span import Lines
from cps_quiz.source.yaml_reader import paused_collector


class ExportWishes(NamedTuple):
    """What is asked of an export: topics (all without one), what writers may say, and the file to write.

    `stamps` is a file of the cache that remembers when what was exported last changed.
    """

    topics: tuple[str, ...]
    context: Context
    output: Path
    stamps: Path
    strict: bool = False


class Exported(NamedTuple):
    """What an export did: how many items, and what was left behind."""

    items: int
    skipped: tuple[Skip, ...]
    lost: tuple[Loss, ...]
    written: bool

    @property
    def is_lossy(self) -> bool:
        """Whether something is gone, not only turned into text."""
        return bool(self.skipped) or any(loss.how.startswith("lost") for loss in self.lost)


def context_of(library: Library, topics: Sequence[str], banks: Sequence[Path] | None, now: datetime) -> Context:
    """What writers may say beside the items."""
    glossary = library.glossary
    return Context(
        title_of(library, topics, banks),
        now.date().isoformat(),
        int(now.timestamp()),
        {id_: misconception.name for id_, misconception in glossary.misconceptions.items()},
        {str(id_): title for id_, title in glossary.objectives.items()},
        {str(id_): title for id_, title in glossary.topics.items()},
    )


def export(library: Library, format_: Format, wishes: ExportWishes) -> Exported:
    """Write the items of some topics (of all without one); with `strict` only without any loss.

    Raises UnknownNameError, NothingToAskError, WriteFailedError, or QuizError where a bank would be replaced.
    """
    refuse_banks(library, wishes.output)
    context = wishes.context
    items = items_to_review(library, wishes.topics)
    places = _places(library)
    held = [item for item in items if can_hold(format_, item)]
    how = f"{format_.title} has no type of question for it"
    skipped = tuple(Skip(item.id, places.get(item.id, ""), how) for item in items if not can_hold(format_, item))
    context = context._replace(stamps=read_stamps(wishes.stamps))
    with paused_collector():
        written = format_.write(held, context) if format_.write else None
    lost = [*losses(format_, held), *(written.losses if written else ())]
    placed = tuple(loss._replace(where=loss.where or places.get(loss.item, "")) for loss in lost)
    exported = Exported(len(held), skipped, placed, written=False)
    if written is None or (wishes.strict and exported.is_lossy):
        return exported
    replace_bytes(wishes.output, written.data)
    keep_stamps(wishes.stamps, {**context.stamps, **written.stamps} if written.stamps else {})
    return exported._replace(written=True)


def refuse_banks(library: Library, output: Path) -> None:
    """A slip of the hand must not put a sheet in the place of the bank that it is made of. Raises QuizError."""
    banks = {Path(file.path).resolve() for file in library.files}
    if output.resolve() in banks or (output.suffix in SUFFIXES and output.exists()):
        raise QuizError(f"{output} is a bank, and would be replaced.", "Name another file with -o.")


def _places(library: Library) -> dict[str, str]:
    """`file:line:column` of each item."""
    found: dict[str, str] = {}
    for file, bank in library.banks():
        if file.node is None or file.decoded is None:
            continue
        lines = Lines(file.text)
        for place, item in zip(file.decoded.places, bank.items, strict=True):
            node = locate(file.node, ("items", place))
            span = lines.span(node.start, node.start)
            found[item.id] = f"{file.path}:{span.line}:{span.column}"
    return found
