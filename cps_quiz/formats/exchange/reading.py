"""From what a foreign file says of a question to an item of ours, and what does not come over."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from re import compile as pattern
from types import MappingProxyType
from typing import Any, NamedTuple
from zlib import crc32

from cps_quiz.core.questions.bank import Body, Item, ItemId, Origin, TopicId
from cps_quiz.core.questions.interaction import TO_BE_WRITTEN, Option
from cps_quiz.formats import Imported, Loss, Read, Skip
from cps_quiz.formats.exchange.prints import digest, plain
from cps_quiz.formats.markup.harmless import harmless
from cps_quiz.item_types._options import MOST
from cps_quiz.item_types.multiple import Multiple
from cps_quiz.item_types.order import FEWEST, Order
from cps_quiz.item_types.reflection import Reflection
from cps_quiz.item_types.single import Single
from cps_quiz.source.identifiers import KEBAB

_LEGAL = pattern(KEBAB)
_NOT_ID = pattern(r"[^a-z0-9]+")
_LONGEST_ID, _LONGEST_SLUG = 80, 40

LONGEST = 20_000
"""Characters of one text: longer ones are no question, and would stall every screen."""

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Draft(NamedTuple):
    """A question as a foreign file has it, its texts in our Markdown.

    `type` is one of our item types; `name` is what the file calls it, which tells it from others where there
    is no `foreign_id`. `more` holds further fields of the item by their names, `base` a print of the item of
    ours that the file was made of.
    """

    where: str
    stem: str
    type: str = "single"
    foreign_id: str = ""
    name: str = ""
    options: tuple[Option, ...] = ()
    steps: tuple[str, ...] = ()
    looks_for: tuple[str, ...] = ()
    example: str = ""
    why: str = ""
    more: Mapping[str, Any] = _NOTHING
    base: str = ""


class Reading:
    """Collects what is read of one file of the format called `format_name`."""

    def __init__(self, format_name: str) -> None:
        self.format_name = format_name
        self._drafts: list[tuple[Draft, list[tuple[str, str, str]]]] = []
        self._names: Counter[str] = Counter()
        self._items: dict[str, Read] = {}
        self._losses: list[Loss] = []
        self._skipped: list[Skip] = []
        self._pending: list[tuple[str, str, str]] = []

    def lost(self, field: str, where: str, how: str) -> None:
        """Note what the question that is added or skipped next loses of `field`."""
        if (field, where, how) not in self._pending:
            self._pending.append((field, where, how))

    def dropped(self, field: str, where: str, what: Iterable[str]) -> None:
        """The same of markup that our texts do not have."""
        for thing in what:
            self.lost(field, where, f"lost: {thing}")

    def aside(self, where: str, text: str) -> None:
        """Note a text that belongs to no question: a heading, an instruction."""
        if text:
            self._losses.append(Loss("", "text", where, f"lost: {text[:60]}"))

    def skip(self, item: str, where: str, why: str) -> None:
        """Note a question that cannot be taken."""
        self._pending.clear()
        self._skipped.append(Skip(item, where, why))

    def add(self, draft: Draft) -> None:
        """Take a question, or skip it where our format cannot hold it."""
        draft = self._harmless(draft)
        problem = _problem(draft)
        if problem:
            self.skip(draft.foreign_id or draft.name, draft.where, problem)
            return
        self._drafts.append((draft, self._pending))
        self._names[draft.name] += 1
        self._pending = []

    def result(self) -> Imported:
        """All that was read."""
        for draft, pending in self._drafts:
            item = self._item(draft)
            self._items[item.id] = Read(item, draft.where, draft.base)
            self._losses += [Loss(item.id, *loss) for loss in pending]
        left = [Loss("", *loss) for loss in self._pending]
        return Imported(tuple(self._items.values()), (*self._losses, *left), tuple(self._skipped))

    def _item(self, draft: Draft) -> Item:
        id_ = self._id(draft)
        more = {name: value for name, value in draft.more.items() if value}
        item = Item(ItemId(id_), draft.type, draft.stem, more.pop("topic", TopicId("")), _body(draft), **more)
        if draft.base or item.source:
            return item
        return item._replace(source=Origin(self.format_name, draft.foreign_id or id_, digest(plain(item))))

    def _id(self, draft: Draft) -> str:
        wanted = draft.foreign_id
        if not (_LEGAL.fullmatch(wanted) and len(wanted) <= _LONGEST_ID):
            own_name = draft.name if self._names[draft.name] == 1 else ""
            words = _NOT_ID.sub("-", (draft.name or wanted or draft.stem).lower())[:_LONGEST_SLUG].strip("-")
            print_ = crc32((wanted or own_name or draft.stem).encode(errors="replace"))
            wanted = f"{words or 'question'}-{print_:08x}"
        id_, count = wanted, 1
        while id_ in self._items:
            count += 1
            id_ = f"{wanted}-{count}"
        return id_

    def _harmless(self, draft: Draft) -> Draft:
        def mend(text: str) -> str:
            mended, hidden = harmless(text)
            for name in hidden:
                self.lost("text", draft.where, f"lost: the invisible character {name}")
            return mended.strip()

        return draft._replace(
            stem=mend(draft.stem),
            foreign_id=mend(draft.foreign_id).replace("\n", " "),
            options=tuple(
                option._replace(text=mend(option.text), why=_why(mend(option.why))) for option in draft.options
            ),
            steps=tuple(map(mend, draft.steps)),
            looks_for=tuple(map(mend, draft.looks_for)),
            example=mend(draft.example),
            why=_why(mend(draft.why)),
            more={name: _mended(value, mend) for name, value in draft.more.items()},
        )


def _mended(value: object, mend: Callable[[str], str]) -> object:
    """A further field without harm: a text, a group of texts, or something else that is left alone."""
    if isinstance(value, str):
        return mend(value)
    if type(value) is tuple:
        return tuple(text for part in value if (text := mend(part)))
    return value


def _why(text: str) -> str:
    return text or TO_BE_WRITTEN


def _problem(draft: Draft) -> str:
    """Why a question cannot be taken; "" when it can."""
    texts = (draft.stem, draft.example, draft.why, *draft.steps, *draft.looks_for)
    if max(map(len, (*texts, *(part for option in draft.options for part in option[::2] if part)))) > LONGEST:
        return f"a text is longer than {LONGEST:,} characters"
    if not draft.stem:
        return "the question has no text"
    match draft.type:
        case "single" | "multiple":
            return _problem_of_options(draft.options, draft.type)
        case "order":
            return _problem_of_steps(draft.steps)
    return "" if draft.looks_for and draft.example else "an essay without points to look for and an example answer"


def _problem_of_options(options: tuple[Option, ...], type_: str) -> str:
    right = sum(option.correct for option in options)
    if not all(option.text for option in options):
        return "an option has no text"
    if not FEWEST <= len(options) <= MOST:
        return f"it has {len(options)} options; our questions have {FEWEST} to {MOST}"
    if not right:
        return "no option is marked as right"
    if right == len(options):
        return "every option is right, and none is wrong"
    return f"{right} options are right where one is to be chosen" if type_ == "single" and right > 1 else ""


def _problem_of_steps(steps: tuple[str, ...]) -> str:
    if not all(steps):
        return "a step has no text"
    return "" if FEWEST <= len(steps) <= MOST else f"it has {len(steps)} steps; our questions have {FEWEST} to {MOST}"


def _body(draft: Draft) -> Body:
    match draft.type:
        case "single":
            return Single(draft.options)
        case "multiple":
            return Multiple(draft.options)
        case "order":
            return Order(draft.steps, draft.why)
    return Reflection(draft.looks_for, draft.example, draft.why)
