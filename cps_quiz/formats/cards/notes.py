"""An item as a note of Anki: fields of HTML by name, and what tells it from others."""

from collections.abc import Iterable
from hashlib import sha256
from html import escape
from typing import NamedTuple, TypeVar

from cps_quiz.core.questions.bank import Item, TopicId
from cps_quiz.core.questions.interaction import TO_BE_WRITTEN, Arrange, ChooseOne, ChooseSome, Option, Write
from cps_quiz.formats import Context
from cps_quiz.formats.exchange.tags import tags_of
from cps_quiz.formats.markup.harmless import for_xml
from cps_quiz.formats.markup.html_text import inline_html
from cps_quiz.item_types._options import MOST

T = TypeVar("T")

NOTE_TYPE = "CPS Quiz"
DECK = "CPS Quiz"

PARTS = ("Option", "Right", "Label", "Why")
"""The fields that each option has, with its number behind."""

FIELDS = (
    "Id",
    "Kind",
    "Topic",
    "Situation",
    "Question",
    *(f"{part} {number}" for number in range(1, MOST + 1) for part in PARTS),
    "Key",
    "Explanation",
    "Hint",
    "Points",
    "Spare 1",
    "Spare 2",
    "Spare 3",
    "Spare 4",
)
"""In the order of the note type. It is never changed: a field added later would make every update a conflict."""

_KINDS = {
    "single": "Choose one",
    "multiple": "Choose all that are right",
    "order": "Put these in order",
    "reflection": "Answer in your own words",
}
_LETTERS = "abcdef"


class Note(NamedTuple):
    """A note: its guid, its deck's name and topic, its fields in order, its tags."""

    guid: str
    deck: str
    topic: TopicId
    fields: tuple[str, ...]
    tags: tuple[str, ...]


def note_of(item: Item, context: Context) -> Note:
    """The note of an item. The same item always has the same guid, so that importing again updates."""
    topic = context.topics.get(item.topic, item.topic)
    fields = {
        "Id": escape(item.id),
        "Kind": _KINDS.get(item.type, ""),
        "Topic": _html(topic),
        "Situation": _html(item.scenario.text) if item.scenario else "",
        "Question": _html(item.stem),
        "Hint": _html(item.hint or ""),
        **_own(item, context),
    }
    deck = f"{DECK}::{topic.replace('::', ':')}"
    tags = tuple(tag.replace(" ", "_").replace("\u3000", "_") for tag in tags_of(item))
    return Note(f"cps-quiz/{item.id}", deck, item.topic, tuple(fields.get(name, "") for name in FIELDS), tags)


def _own(item: Item, context: Context) -> dict[str, str]:
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            shown = _mixed(item, options)
            letters = [letter for letter, option in zip(_LETTERS, shown, strict=False) if option.correct]
            fields = [part for number, option in enumerate(shown, 1) for part in _option(option, number, context)]
            return {**dict(fields), "Key": ", ".join(letters)}
        case Arrange(steps, why):
            mixed = _mixed(item, steps)
            texts = {f"Option {number}": _html(step) for number, step in enumerate(mixed, 1)}
            key = "".join(f"<li>{_html(step)}</li>" for step in steps)
            return {**texts, "Key": f"<ol>{key}</ol>", "Explanation": _why(why)}
        case Write(looks_for, example, why):
            points = "".join(f"<li>{_html(point)}</li>" for point in looks_for)
            return {"Points": f"<ul>{points}</ul>", "Key": _html(example), "Explanation": _why(why)}


def _option(option: Option, number: int, context: Context) -> Iterable[tuple[str, str]]:
    yield f"Option {number}", _html(option.text)
    yield f"Right {number}", "right" if option.correct else ""
    yield f"Label {number}", _html(_label(option, context))
    yield f"Why {number}", _why(option.why)


def _label(option: Option, context: Context) -> str:
    approach = option.misconception or option.names
    if approach:
        return context.misconceptions.get(approach, approach)
    return context.objectives.get(option.objective, option.objective) if option.objective else ""


def _mixed(item: Item, parts: tuple[T, ...]) -> list[T]:
    """The parts in an order that hangs on the item's id alone, so that their places tell nothing."""
    places = sorted(range(len(parts)), key=lambda place: sha256(f"{item.id}/{place}".encode()).digest())
    if places == sorted(places):
        places = [*places[1:], places[0]]
    return [parts[place] for place in places]


def _why(why: str) -> str:
    return "" if why == TO_BE_WRITTEN else _html(why)


def _html(text: str) -> str:
    """A text as a field: HTML without line breaks or square brackets, which Anki takes for sounds and formulas."""
    html = inline_html(for_xml(text)).replace("[", "&#91;").replace("]", "&#93;")
    return html.replace("\n", " ").replace("\x1f", " ")
