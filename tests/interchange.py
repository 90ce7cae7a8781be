"""Items to send through formats, and what has to come back of them by each format's own table."""

from pathlib import Path

from cps_quiz.bank.files import shipped
from cps_quiz.bank.library import Library
from cps_quiz.bank.loading import load
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import TO_BE_WRITTEN, Option
from cps_quiz.formats import Context, Format, Imported, Keep, formats
from cps_quiz.formats.exchange.labels import explained
from cps_quiz.formats.exchange.losses import FIELDS, can_hold, keeps
from cps_quiz.formats.exchange.tags import options_of, whole_stem
from cps_quiz.item_types.single import Single
from cps_quiz.source.markdown import paragraphs

TWO_WAY = tuple(sorted(name for name, format_ in formats().items() if format_.read and format_.write))
EMPTY = {"hint": None, "objective": None, "level": None, "tags": (), "references": (), "set": None}
FLAGS = {"negative": False, "retired": False}


def context(library: Library | None = None) -> Context:
    """What writers may say beside the items."""
    if library is None:
        return Context("Practice", "2026-11-26", 1_795_651_200)
    names = {str(id_): misconception.name for id_, misconception in library.misconceptions.items()}
    aims = {str(id_): title for id_, title in library.objectives.items()}
    return Context("Practice", "2026-11-26", 1_795_651_200, names, aims)


def shipped_library() -> Library:
    return load([shipped()])


def single_item(stem: str, *options: str, why: str = "It is so.") -> Item:
    """A question of which the first option is right."""
    made = tuple(Option(text, place == 0, why) for place, text in enumerate(options))
    return Item(ItemId("q-1"), "single", stem, TopicId("reflection"), Single(made))


def sent(format_: Format, items: list[Item], told: Context) -> Imported:
    """The items written and read back."""
    assert format_.write
    assert format_.read
    return format_.read(format_.write(items, told).data, f"file{format_.suffixes[0]}")


def expected(format_: Format, item: Item, told: Context) -> Item:
    """The item as the format's table says that it comes back."""
    if keeps(format_, "scenario") is Keep.AS_TEXT:
        item = item._replace(stem=whole_stem(item), scenario=None)
    if keeps(format_, "labels") is Keep.AS_TEXT and options_of(item):
        options = tuple(_as_text(option, told) for option in options_of(item))
        item = item._replace(body=item.body._replace(options=options))  # type: ignore[attr-defined]
    lost = {name for name in FIELDS if keeps(format_, name) is Keep.LOST}
    changes: dict[str, object] = {
        name: value for name, value in {**EMPTY, **FLAGS, "reviewed": None}.items() if name in lost
    }
    if "topic" in lost:
        changes["topic"] = TopicId("")
    return item._replace(**changes, source=None)  # type: ignore[arg-type]


def _as_text(option: Option, told: Context) -> Option:
    why = explained(option, told) or TO_BE_WRITTEN
    return option._replace(why=why, misconception=None, names=None, objective=None)


def comes_back(format_: Format, item: Item) -> bool:
    """Whether the format's table says that the item comes back as an item at all."""
    return can_hold(format_, item) and keeps(format_, item.type) is Keep.KEPT


def shown(text: str) -> object:
    """What a text shows: its paragraphs, whichever sign marks emphasis or a list."""
    return paragraphs(text)


def here(name: str) -> Path:
    """A file of this folder."""
    return Path(__file__).parent / "formats" / name
