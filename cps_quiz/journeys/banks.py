"""What is loaded: banks, and one item."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cps_quiz.bank.library import Library
from cps_quiz.bank.loading import load, shipped_curriculum
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.curriculum import Curriculum
from cps_quiz.errors import NothingToAskError, QuizError
from cps_quiz.item_types import item_types
from cps_quiz.journeys.drill.drill import unknown
from cps_quiz.lint.likeness.near_duplicates import near_duplicates
from cps_quiz.lint.views import ItemView


def describe(library: Library) -> list[dict[str, Any]]:
    """One row for each bank: id, title, path, and its items by type and by topic."""
    return [
        {
            "bank": bank.id,
            "title": bank.title,
            "path": file.path,
            "items": len(bank.items),
            "retired": sum(item.retired for item in bank.items),
            "types": dict(Counter(item.type for item in bank.items)),
            "topics": dict(Counter(item.topic for item in bank.items)),
        }
        for file, bank in library.banks()
    ]


def in_words(row: dict[str, Any]) -> str:
    """A row of `describe` as Markdown."""
    types = ", ".join(f"{count} {name}" for name, count in row["types"].items())
    retired = f", {row['retired']} retired" if row["retired"] else ""
    count = "1 item" if row["items"] == 1 else f"{row['items']} items"
    return f"**{row['title']}** ({row['bank']}): {count} ({types}{retired}).\n\n{row['path']}"


def find_item(library: Library, id_: str) -> Item:
    """The item of that id; raises UnknownNameError when there is none."""
    found = {item.id: item for item in library.items}
    if id_ not in found:
        raise unknown("item", id_, found)
    return next(item for item in library.items if item.id == id_)


def items_to_review(library: Library, topics: Sequence[str], id_: str | None = None) -> tuple[Item, ...]:
    """The items of some topics, of all without one, or the one of that id; retired ones are left out.

    Raises UnknownNameError for a topic or an id that there is not, NothingToAskError when nothing is left.
    """
    if id_ is not None:
        return (find_item(library, id_),)
    known = {item.topic for item in library.items}
    for topic in topics:
        if topic not in known:
            raise unknown("topic", topic, known)
    found = tuple(item for item in library.items if not item.retired and (not topics or item.topic in topics))
    if not found:
        raise NothingToAskError
    return found


def title_of(library: Library, topics: Sequence[str], banks: Sequence[object] | None) -> str:
    """What a sheet of items is called: by their topics, else by the banks that were named, else by the curriculum."""
    if topics:
        return ", ".join(library.glossary.topic(TopicId(topic)) for topic in topics)
    titles = [bank.title for _, bank in library.banks()] if banks else []
    return ", ".join(titles) or library.curriculum.title


def curriculum_of(path: Path | None) -> Curriculum:
    """The curriculum at `path`, the shipped one without a path. Raises QuizError where there is none."""
    if path is None:
        return shipped_curriculum()
    library = load([path])
    if not any(file.curriculum for file in library.files):
        raise QuizError(f"There is no curriculum in {path}.", "Name a file with `curriculum:` and `topics:`.")
    return library.curriculum


def alike(library: Library, items: Sequence[Item]) -> dict[ItemId, ItemId]:
    """Of the items that ask nearly the same as another one, the id that stands for all of their kind."""
    wanted = {item.id for item in items}
    views = [
        ItemView(item, 0, file, bank) for file, bank in library.banks() for item in bank.items if item.id in wanted
    ]
    found: dict[ItemId, ItemId] = {}
    for view, earlier in near_duplicates(views):
        kind = found.get(earlier.item.id, earlier.item.id)
        found |= {view.item.id: kind, earlier.item.id: kind}
    return found


def as_data(item: Item) -> dict[str, Any]:
    """An item as plain data, in the shape of the bank format with its scenario's text."""
    data: dict[str, Any] = {"id": item.id, "type": item.type, "topic": item.topic, "stem": item.stem}
    optional = {
        "scenario": item.scenario.text if item.scenario else None,
        "objective": item.objective,
        "level": item.level.value if item.level else None,
        "hint": item.hint,
        "set": item.set,
        "references": list(item.references),
        "tags": list(item.tags),
        "negative": item.negative,
        "retired": item.retired,
        "reviewed": item.reviewed._asdict() if item.reviewed else None,
        "source": item.source._asdict() if item.source else None,
    }
    data |= {name: value for name, value in optional.items() if value}
    return data | item_types()[item.type].encode(item.body)
