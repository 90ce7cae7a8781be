"""From the tree of a bank file to a `Bank`."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from cps_quiz.bank.decoded import DecodedBank
from cps_quiz.bank.definitions import read_language, read_misconceptions, read_references, read_scenarios
from cps_quiz.bank.mending.note import Mended
from cps_quiz.bank.type_words import cure_of_type
from cps_quiz.core.questions.bank import Bank, Item, ItemId, Level, Origin, Review, Scenario, TopicId
from cps_quiz.core.questions.interaction import ObjectiveId
from cps_quiz.item_types import ItemType, item_types
from cps_quiz.source import codes
from cps_quiz.source.field_slips import note_meant
from cps_quiz.source.fields import Fields
from cps_quiz.source.identifiers import as_id
from cps_quiz.source.misspelling import guess
from cps_quiz.source.node import CUT, Mapping, Node, Scalar, Sequence, text_of
from cps_quiz.source.problems import Problems

BANK_FIELDS = frozenset(
    {
        "format",
        "bank",
        "title",
        "topic",
        "license",
        "language",
        "authors",
        "references",
        "misconceptions",
        "scenarios",
        "items",
    }
)
ITEM_FIELDS = frozenset(
    {
        "id",
        "type",
        "stem",
        "scenario",
        "topic",
        "objective",
        "level",
        "hint",
        "references",
        "tags",
        "negative",
        "set",
        "retired",
        "reviewed",
        "source",
    }
)


FOLLOWING = frozenset(
    {
        codes.MISSING_FIELD,
        codes.MISSING_WHY,
        codes.NO_CORRECT_OPTION,
        codes.NO_WRONG_OPTION,
        codes.SEVERAL_CORRECT_OPTIONS,
        codes.WRONG_TYPE,
    }
)
"""What is not said of an item in other words: it may follow from them, and is said once they are mended."""

CONFUSED = FOLLOWING | {codes.UNKNOWN_FIELD, codes.DUPLICATE_FIELD}
"""What may follow from a syntax error, too."""

REVIEW_FIELDS = frozenset({"by", "on"})
SOURCE_FIELDS = frozenset({"format", "id", "digest"})


def decode_bank(node: Mapping, problems: Problems) -> DecodedBank:
    """Read a bank file; items with problems of their own are kept and named as broken."""
    fields = Fields(node, BANK_FIELDS, "a bank", problems)
    scenarios = read_scenarios(fields)
    misconceptions, references = read_misconceptions(fields), read_references(fields)
    bank_topic = TopicId(fields.identifier("topic"))
    of_none = _no_topic(fields)
    needs_topic = "topic" not in fields.values and not of_none and node.end != CUT
    reader = _ItemReader(problems, scenarios, bank_topic, topic_required=needs_topic)
    items = [(index, found) for index, entry in fields.mappings("items", required=True) for found in reader.read(entry)]
    bank = Bank(
        id=fields.required_identifier("bank"),
        title=fields.required_text("title"),
        topic=bank_topic or None,
        license=fields.text("license") or None,
        authors=fields.texts("authors"),
        scenarios=tuple(scenarios.values()),
        misconceptions=misconceptions,
        references=references,
        items=tuple([item for _, (item, _) in items if item is not None]),
        language=read_language(fields),
    )
    places = tuple([index for index, (item, _) in items if item is not None])
    return DecodedBank(bank, places, frozenset([index for index, (_, sound) in items if of_none or not sound]))


def _no_topic(fields: Fields) -> bool:
    """Whether neither the bank nor any of its items has a topic, which is said once, at the first."""
    items = fields.values.get("items")
    entries = items.items if isinstance(items, Sequence) and "topic" not in fields.values else []
    if not entries or any(isinstance(entry, Mapping) and "topic" in _names(entry) for entry in entries):
        return False
    if fields.node.end != CUT and not fields.strangers:
        message = "neither the bank nor its questions have a `topic`"
        first = entries[0].fields[0] if isinstance(entries[0], Mapping) and entries[0].fields else entries[0]
        fields.add(codes.MISSING_FIELD, first, message, "add `topic: ...` at the top, below `title:`")
    return True


def _review(fields: Fields) -> Review | None:
    if "reviewed" not in fields.values:
        return None
    group = fields.group("reviewed", REVIEW_FIELDS, "a review", ("by", "on"))
    if group is None:
        return None
    day = group.required_text("on")
    if day and not _is_day(day):
        group.bad_value("on", f'"{day}" is no date', "write the year, the month and the day: 2026-11-26")
    return Review(group.required_text("by"), day)


def _source(fields: Fields) -> Origin | None:
    group = fields.group("source", SOURCE_FIELDS, "a source") if "source" in fields.values else None
    if group is None:
        return None
    return Origin(group.required_identifier("format"), group.required_text("id"), group.required_text("digest"))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _last_end(node: Node) -> int:
    """Where the last text of `node` ends; a block itself ends only where the next thing begins."""
    while not isinstance(node, Scalar):
        inner = node.values if isinstance(node, Mapping) else node.items
        if not inner:
            break
        node = inner[-1]
    return node.end


def _names(node: Mapping) -> frozenset[str]:
    """The fields of an item of no known type: nobody can tell which of them belong there."""
    return frozenset(field.text for field in node.fields if isinstance(field, Scalar))


class _ItemReader:
    """Reads the items of one bank; what they share is worked out once."""

    def __init__(
        self, problems: Problems, scenarios: dict[str, Scenario], bank_topic: TopicId, *, topic_required: bool
    ) -> None:
        self.problems = problems
        self.scenarios = scenarios
        self.bank_topic = bank_topic
        self.topic_required = topic_required
        self.types = item_types()
        self.known = {name: ITEM_FIELDS | kind.schema.keys() for name, kind in self.types.items()}
        self.anything = frozenset().union(*self.known.values())
        self.unread = problems.in_text()

    def read(self, node: Mapping) -> Iterator[tuple[Item | None, bool]]:
        """The item, or None when its type is unknown; and whether it is whole and has no problem.

        More than one where a dash was lost between them.
        """
        mark = self.problems.mark()
        item = self._named(node)
        if self.problems.count == mark[0]:
            yield item, node.end != CUT and not self._is_unread(node)
            return
        unread, meant = self._is_unread(node), self._meant(node)
        if meant is None:
            if unread:
                self.problems.add_all(self.problems.back_to(mark).without(CONFUSED))
            yield item, False
            return
        self.problems.back_to(mark)
        for note in meant.notes:
            if unread and note.fix is None:
                continue
            self.problems.item = text_of(node, "id") or None
            self.problems.add(note.code, (note.start, note.end), note.message, note.help, note.fix)
        for part in meant.items:
            before = self.problems.mark()
            item = self._named(part)
            self.problems.add_all(self.problems.back_to(before).without(CONFUSED if unread else FOLLOWING))
            yield item, False

    def _meant(self, node: Mapping) -> "Mended | None":
        from cps_quiz.bank.mending.other_words import mend_item

        name = text_of(node, "type") or self._misspelt_type(node)
        return mend_item(node, self.problems.text, self.known.get(name, self.anything), name)

    def _misspelt_type(self, node: Mapping) -> str:
        from cps_quiz.source.misspelling import meant_field

        for field, value in zip(node.fields, node.values, strict=True):
            known = isinstance(field, Scalar) and isinstance(value, Scalar) and value.text in self.types
            if known and meant_field(str(field[0]), {"type"}):
                return str(value[0])
        return "single"

    def _is_unread(self, node: Mapping) -> bool:
        """Whether a text in it was not read as it was meant."""
        if not self.unread:
            return False
        at = bisect_left(self.unread, node.start)
        return at < len(self.unread) and self.unread[at] < _last_end(node)

    def _named(self, node: Mapping) -> Item | None:
        self.problems.item = text_of(node, "id") or None
        item = self._read(node)
        self.problems.item = None
        return item

    def _read(self, node: Mapping) -> Item | None:
        name = text_of(node, "type", "single")
        kind = self.types.get(name)
        fields = Fields(node, self.known.get(name) or _names(node), "an item", self.problems)
        fields.required_identifier("id")
        if kind is None:
            self._note_type(fields, name)
            return None
        return self._item(fields, kind, ItemId(self.problems.item or ""))

    def _note_type(self, fields: Fields, name: str) -> None:
        ours = cure_of_type(name)
        if not ours:
            fields.one_of("type", self.types)
        else:
            fields.bad_value("type", f'`type` cannot be "{name}"', ours)

    def _item(self, fields: Fields, kind: ItemType, id_: ItemId) -> Item:
        own_topic = TopicId(fields.identifier("topic"))
        if self.topic_required and "topic" not in fields.values:
            fields.missing("topic")
        return Item(
            id=id_,
            type=kind.name,
            stem=fields.required_text("stem"),
            topic=own_topic or self.bank_topic,
            scenario=self._scenario(fields),
            objective=ObjectiveId(fields.identifier("objective")) or None,
            level=fields.word("level", Level),
            hint=fields.text("hint") or None,
            references=fields.identifiers("references"),
            tags=fields.texts("tags"),
            set=fields.identifier("set") or None,
            negative=fields.flag("negative"),
            retired=fields.flag("retired"),
            reviewed=_review(fields),
            source=_source(fields),
            body=kind.decode(fields),
        )

    def _scenario(self, fields: Fields) -> Scenario | None:
        text = text_of(fields.node, "scenario")
        if text not in self.scenarios and as_id(text) in self.scenarios and text not in self.problems.respelt:
            message = f'"{text}" is the id of a situation in other letters'
            said = message, f"write {as_id(text)}"
            note_meant(codes.BAD_VALUE, fields.values["scenario"], said, as_id(text), self.problems)
            return None
        if " " in text:
            message = "`scenario` is the id of a situation, and a text stands here"
            cure = (
                "write it under `scenarios:` at the top, as `an-id: ...`, and that id here; or begin the stem with it"
            )
            fields.bad_value("scenario", message, cure)
            return None
        id_ = fields.identifier("scenario")
        if id_ and id_ not in self.scenarios:
            message = f'no scenario of this file is called "{id_}"'
            cure = guess(id_, self.scenarios, "add it under `scenarios:`")
            fields.add(codes.UNKNOWN_SCENARIO, fields.values["scenario"], message, cure)
        return self.scenarios.get(id_)
