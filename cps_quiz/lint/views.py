"""Items and files as rules look at them: with their words, worked out once and only when asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from re import MULTILINE
from re import compile as pattern
from typing import Any, Generic, TypeVar

from cps_quiz.bank.library import Library, LoadedFile
from cps_quiz.core.questions.bank import Bank, Item
from cps_quiz.core.questions.interaction import TO_BE_WRITTEN, Arrange, ChooseOne, ChooseSome, Option, Write
from cps_quiz.core.results.concerns import Concern
from cps_quiz.lint.english.languages import foreign_language
from cps_quiz.lint.english.words import content_stems, words
from cps_quiz.lint.traces import (
    Bags,
    Kept,
    KeptBags,
    Memory,
    Passage,
    Passages,
    bags,
    passages,
    told,
    told_keys,
    written,
)
from cps_quiz.source.node import Route

Value = TypeVar("Value")


class lazy(Generic[Value]):  # noqa: N801 - used as a decorator
    """A property that is worked out once; Python 3.11's own takes a lock that costs more than most values."""

    def __init__(self, work_out: Callable[[Any], Value]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    def __get__(self, instance: object, owner: type) -> Value:
        """Work it out and put it in its own place, where it is found from now on."""
        value = instance.__dict__[self._name] = self._work_out(instance)
        return value


Texts = Iterator[tuple[Route, str]]
"""Routes from the item and the texts that they lead to."""


class OptionView:
    """An option: its `index` in the item, its words (small letters) and content stems."""

    def __init__(self, index: int, option: Option) -> None:
        self.index = index
        self.option = option
        self.text = option.text
        self.correct = option.correct

    @property
    def route(self) -> Route:
        """From the item to the option's text."""
        return ("options", self.index, "correct" if self.correct else "wrong")

    @lazy
    def words(self) -> tuple[str, ...]:
        """The words of the text in small letters."""
        return words(self.text)

    @lazy
    def stems(self) -> frozenset[str]:
        """Stems of the content words."""
        return content_stems(self.text)


class ItemView:
    """A sound item that is not retired, with the file and bank that it stands in.

    `has_misconceptions`: there are some that its distractors can name.
    """

    answers: tuple[Concern, ...] = ()
    """What a group's answers say of it, where they were handed in."""

    memory: Memory | None = None
    """What earlier runs found of its file, where that is kept: the first item of a file has it."""

    _known: tuple[Kept, int, Sequence[str]] | None = None

    def __init__(
        self, item: Item, place: int, file: LoadedFile, bank: Bank, *, has_misconceptions: bool = True
    ) -> None:
        self.has_misconceptions = has_misconceptions
        self.item = item
        self.route: Route = ("items", place)
        self.file = file
        self.bank = bank

    def bare_options(self) -> tuple[Option, ...]:
        """The options of a `single` or `multiple`; none for other interactions."""
        match self.item.body.interaction():
            case ChooseOne(options) | ChooseSome(options):
                return options
            case Arrange() | Write():
                return ()

    @lazy
    def options(self) -> tuple[OptionView, ...]:
        """The same with their words."""
        return tuple([OptionView(index, option) for index, option in enumerate(self.bare_options())])

    @lazy
    def is_single(self) -> bool:
        """Whether exactly one option is to be chosen."""
        return isinstance(self.item.body.interaction(), ChooseOne)

    @lazy
    def keys(self) -> tuple[OptionView, ...]:
        """The correct options."""
        return tuple(option for option in self.options if option.correct)

    @lazy
    def distractors(self) -> tuple[OptionView, ...]:
        """The others."""
        return tuple(option for option in self.options if not option.correct)

    @lazy
    def stem_stems(self) -> frozenset[str]:
        """Stems of the content words of the stem."""
        return content_stems(self.item.stem)

    @property
    def bags(self) -> Bags | KeptBags:
        """The words that are compared with those of other items."""
        return KeptBags(*self._known[:2]) if self._known else self._bags

    @lazy
    def _bags(self) -> Bags:
        answers = [key.text for key in self.keys] or [text for _, text in self.choices]
        return bags(self.item, self._passages, answers)

    @lazy
    def _passages(self) -> Passages:
        return passages(self.item, [key.text for key in self.keys])

    def told(self) -> Sequence[Passage]:
        """The texts that are looked through for keys of other items; see `Passages`."""
        return told(*self._known[:2]) if self._known else self._passages.told

    def told_keys(self) -> Sequence[Passage]:
        """The texts of its keys that are looked for in other items."""
        return told_keys(*self._known[:2]) if self._known else self._passages.keys

    def written(self) -> Sequence[str]:
        """Its words with their capitals; where they are known, those of all items of the file, of the first one."""
        return self._known[2] if self._known else written(self.item)

    def remember(self, kept: Kept, at: int, words: Sequence[str]) -> None:
        """Take what an earlier run found."""
        self._known = kept, at, words

    @lazy
    def everything(self) -> str:
        """All texts of the item on lines of their own: to see at one look that a rule has nothing to do."""
        texts = (*self.asked(), *self.choices, *self.whys)
        return "\n".join([text for _, text in texts])

    @lazy
    def small(self) -> str:
        """The same in small letters."""
        return self.everything.lower()

    @lazy
    def names_approaches(self) -> bool:
        """Whether it asks which approach something is, and its options name them."""
        return any(option.option.names for option in self.options)

    @lazy
    def whys(self) -> tuple[tuple[Route, str], ...]:
        """Every rationale that is written: one for each option, or the one of the item."""
        return tuple([(route, why) for route, why in self.all_whys() if why != TO_BE_WRITTEN])

    def all_whys(self) -> Texts:
        """The same with those that are still to be written."""
        for option in self.options:
            yield ("options", option.index, "why"), option.option.why
        match self.item.body.interaction():
            case Arrange(_, why) | Write(_, _, why):
                yield ("why",), why
            case ChooseOne() | ChooseSome():
                pass

    @lazy
    def choices(self) -> tuple[tuple[Route, str], ...]:
        """What can be chosen, ordered or ticked."""
        match self.item.body.interaction():
            case Arrange(steps):
                return tuple((("steps", index), step) for index, step in enumerate(steps))
            case Write(looks_for):
                return tuple((("looks_for", index), point) for index, point in enumerate(looks_for))
            case ChooseOne() | ChooseSome():
                return tuple([(option.route, option.text) for option in self.options])

    def asked(self) -> Texts:
        """The stem and the hint. Scenarios stand in the file: see `FileView.scenarios`."""
        yield ("stem",), self.item.stem
        if self.item.hint:
            yield ("hint",), self.item.hint


class FileView:
    """A file and the bank or curriculum that it holds, with the sound items of the bank."""

    def __init__(self, file: LoadedFile, bank: Bank | None, items: tuple[ItemView, ...]) -> None:
        self.file = file
        self.bank = bank
        self.curriculum = file.curriculum
        self.items = items

    @property
    def shows_language(self) -> str:
        """The language that its texts show though it names none; "" for English."""
        declared = self.file.decoded.bank.language if self.file.decoded else ""
        return self.bank.language if self.bank is not None and self.bank.language != declared else ""

    def scenarios(self) -> Texts:
        """Situations, with routes from the top of the file."""
        if self.bank is not None:
            yield from ((("scenarios", scenario.id), scenario.text) for scenario in self.bank.scenarios)


Answers = Mapping[str, tuple[Concern, ...]]
"""What a group's answers say, by the id of an item whose text is still what they answered."""


def views(library: Library, answers: Answers | None = None) -> tuple[FileView, ...]:
    """The files of `library` as rules look at them."""
    known = bool(library.misconceptions)
    seen: set[str] = set()
    found = tuple(_view(file, seen, has_misconceptions=known) for file in library.files)
    for item in (item for view in found for item in view.items) if answers else ():
        item.answers = (answers or {}).get(item.item.id, ())
    return found


def _view(file: LoadedFile, seen: set[str], *, has_misconceptions: bool) -> FileView:
    if file.decoded is None:
        return FileView(file, None, ())
    bank = _in_its_language(file.decoded.bank, file.text)
    items = []
    for place, item in zip(file.decoded.places, bank.items, strict=True):
        if item.id in seen:
            continue  # a copy with its id: R101 says so, and that is enough
        seen.add(item.id)
        if place not in file.decoded.broken and not item.retired:
            items.append(ItemView(item, place, file, bank, has_misconceptions=has_misconceptions))
    return FileView(file, bank, tuple(items))


SAMPLE = 40
"""Items of a bank that are read to tell its language."""

_LANGUAGE = pattern(r"^language\s*:", MULTILINE)


def _in_its_language(bank: Bank, text: str) -> Bank:
    """The bank, with the language that its texts show where it names none."""
    if "\nlanguage" in text and _LANGUAGE.search(text):
        return bank
    sampled = bank.items[:: -(-len(bank.items) // SAMPLE)] if bank.items else ()
    texts = [text for item in sampled for text in _written(item)]
    return bank._replace(language=foreign_language(texts) or bank.language)


def _written(item: Item) -> list[str]:
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            return [item.stem, *(text for option in options for text in (option.text, option.why))]
        case Arrange(steps, why) | Write(steps, _, why):
            return [item.stem, *steps, why]
