"""Reading the fields of one mapping by type; what is wrong is noted, never raised.

A reading method returns its type's empty value when the field is absent or wrong. Whether all
went well is asked of `Problems.count`, so that every problem is found in one reading.
"""

from collections.abc import Collection, Iterator
from enum import Enum
from operator import itemgetter
from re import compile as pattern
from typing import TypeVar

from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Code
from cps_quiz.source.identifiers import IDENTIFIER, as_id
from cps_quiz.source.lost_comment import lost_comment
from cps_quiz.source.node import CUT, Mapping, Node, Scalar, Sequence
from cps_quiz.source.problems import Problems

Word = TypeVar("Word", bound=Enum)


_NAME = itemgetter(0)
_INTEGER = pattern(r"[0-9]{1,9}")
_NUMBER = pattern(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")
TRUE = frozenset({"true", "True", "TRUE"})
FALSE = frozenset({"false", "False", "FALSE"})
"""Truth as YAML 1.2 writes it; `yes` and `no` are text, here as there."""


class Fields:
    """The fields of `node`, which is `noun` ("an item"); those not `known` are problems."""

    __slots__ = ("node", "noun", "problems", "strangers", "values")

    def __init__(self, node: Mapping, known: frozenset[str], noun: str, problems: Problems) -> None:
        self.node = node
        self.noun = noun
        self.problems = problems
        self.strangers = False
        try:
            self.values: dict[str, Node] = dict(zip(map(_NAME, node.fields), node.values, strict=False))
        except TypeError:
            self.values = self._text_fields()
        if len(self.values) != len(node.fields):
            self._report_duplicates()
        if not known.issuperset(self.values):
            self._report_unknown(known)

    def text(self, name: str, code: Code | None = None) -> str:
        """A text without white space around it; with a `code`, its absence is that problem."""
        node = self.values.get(name)
        if type(node) is Scalar:
            text = node[0].strip()
            if text:
                return text
            self._note_empty(name, node, code or codes.MISSING_FIELD)
        elif node is None:
            if code is not None:
                self.missing(name, code)
        else:
            from cps_quiz.source.other_types import note_no_text

            note_no_text(self.problems, name, node)
        return ""

    def required_text(self, name: str) -> str:
        """A text that must be there."""
        return self.text(name, codes.MISSING_FIELD)

    def identifier(self, name: str, code: Code | None = None) -> str:
        """An id: small letters, digits and single hyphens."""
        if name not in self.values and code is None:
            return ""
        text = self.text(name, code)
        if text and not IDENTIFIER.fullmatch(text):
            if text in self.problems.respelt:
                return self.problems.respelt[text]
            self.bad_value(
                name, f"`{name}` must be an id like `break-it-down`", "use small letters, digits and hyphens"
            )
            return ""
        return text

    def required_identifier(self, name: str) -> str:
        """An id that must be there."""
        return self.identifier(name, codes.MISSING_FIELD)

    def word(self, name: str, kind: type[Word]) -> Word | None:
        """One of the words of an Enum."""
        text = self.text(name) if name in self.values else ""
        try:
            return kind(text) if text else None
        except ValueError:
            self._note_stranger(name, text, [word.value for word in kind])
            return None

    def one_of(self, name: str, words: Collection[str]) -> str:
        """One of some words."""
        text = self.text(name)
        if text and text not in words:
            self._note_stranger(name, text, words)
            return ""
        return text

    def flag(self, name: str) -> bool:
        """True or false; false when absent."""
        if name not in self.values:
            return False
        text = self.text(name)
        if text and text not in TRUE | FALSE:
            from cps_quiz.source.field_slips import note_no_truth

            note_no_truth(name, self.values[name], text, self.problems)
        return text in TRUE

    def integer(self, name: str, code: Code | None = None) -> int | None:
        """A whole number from 0."""
        text = self.text(name, code)
        if text and not _INTEGER.fullmatch(text):
            self.bad_value(name, f'`{name}` cannot be "{text}"', "use a whole number")
            return None
        return int(text) if text else None

    def positive(self, name: str) -> float | None:
        """A number above 0."""
        text = self.text(name)
        if text and not (_NUMBER.fullmatch(text) and float(text) > 0):
            self.bad_value(name, f'`{name}` cannot be "{text}"', "use a number above 0, like 1 or 0.5")
            return None
        return float(text) if text else None

    def texts(self, name: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        if name not in self.values and not required:
            return ()
        return tuple([text for node in self.entries(name, required=required) if (text := self._entry(name, node))])

    def identifiers(self, name: str) -> tuple[str, ...]:
        """A list of ids; "" stands for one that is wrong, so that the others keep their indices."""
        if name not in self.values:
            return ()
        return tuple([self._id_entry(name, node) for node in self.entries(name)])

    def entries(self, name: str, *, required: bool = False) -> "list[Node]":
        """The nodes of a list."""
        node = self.values.get(name)
        if type(node) is Sequence:
            if not node.items and node.end != CUT:
                self.bad_value(name, f"`{name}` is an empty list", "add entries, or delete the field")
            return node.items
        if node is not None:
            from cps_quiz.source.field_slips import note_no_list

            note_no_list(name, node, self.problems)
        elif required:
            self.missing(name)
        return []

    def mappings(self, name: str, *, required: bool = False) -> Iterator[tuple[int, Mapping]]:
        """The mappings of a list with their indices; other entries are problems."""
        for index, node in enumerate(self.entries(name, required=required)):
            if type(node) is Mapping:
                yield index, node
            else:
                from cps_quiz.source.other_types import note_no_fields

                note_no_fields(self.problems, name, node)

    def section(self, name: str, *, required: bool = False) -> "Fields":
        """A mapping whose field names are ids chosen by its writer; empty when absent."""
        node = self.values.get(name)
        if type(node) is not Mapping:
            if node is not None:
                self.wrong_type(name, node, "a group of fields", "write `an-id: ...` lines below it, indented")
            elif required:
                self.missing(name)
            node = Mapping([], [], 0, 0)
        elif not node.fields and node.end != CUT:
            self.bad_value(name, f"`{name}` is empty", "add an entry, or delete the field")
        ids = frozenset(field.text for field in node.fields if type(field) is Scalar)
        section = Fields(node, ids, f"`{name}`", self.problems)
        odd = [field for field in node.fields if type(field) is Scalar and not IDENTIFIER.fullmatch(field.text)]
        if odd:
            section._respell(odd)
        return section

    def _respell(self, odd: Collection[Scalar]) -> None:
        """Note field names that should be ids; each is read as the id that it means."""
        from cps_quiz.source.field_slips import note_no_id

        meant, taken = dict[str, str](), set(self.values)
        for field in odd:
            id_ = as_id(field.text)
            if id_ in taken or not IDENTIFIER.fullmatch(id_):
                note_no_id(field, "", self.problems)
                continue
            meant[field.text] = id_
            taken.add(id_)
            note_no_id(field, id_, self.problems)
        self.values = {meant.get(name, name): value for name, value in self.values.items()}
        self.problems.respelt |= meant

    def group(
        self, name: str, known: frozenset[str], noun: str, needed: Collection[str] = ("field",)
    ) -> "Fields | None":
        """The fields of the mapping at `name`, of which some are `needed`; None when it is none."""
        node = self.values[name]
        if type(node) is Mapping:
            return Fields(node, known, noun, self.problems)
        lines = ", ".join(f"`{field}: ...`" for field in needed)
        self.wrong_type(name, node, "a group of fields", f"write {lines} on lines below it, indented")
        return None

    @property
    def has_twins(self) -> bool:
        """Whether a field stands there twice."""
        return len(self.values) < len(self.node.fields)

    def whole(self, name: str) -> bool:
        """Whether the field's value was read to its end, not cut off by a syntax error."""
        return self.values[name].end != CUT

    def missing(self, name: str, code: Code = codes.MISSING_FIELD) -> None:
        """Note that a field is absent, unless a syntax error cut the mapping off or it may be there in other words."""
        if self.node.end != CUT and not self.strangers:
            self.add(code, self.heading, f"{self.noun} has no `{name}`", f"add `{name}: ...`")

    def _note_empty(self, name: str, node: Scalar, code: Code) -> None:
        empty = ((node.start, node.end), f"`{name}` is empty", "write its text, or delete the field", None)
        self.problems.add(code, *(lost_comment(name, node, self.problems.text) or empty))

    def wrong_type(self, name: str, node: Node, wanted: str, help: str) -> None:  # noqa: A002
        """Note that a field holds another type."""
        self.add(codes.WRONG_TYPE, node, f"`{name}` must be {wanted}", help)

    def bad_value(self, name: str, message: str, help: str) -> None:  # noqa: A002
        """Note that a field's value is outside its list or form."""
        self.add(codes.BAD_VALUE, self.values[name], message, help)

    def add(self, code: Code, node: Node, message: str, help: str) -> None:  # noqa: A002
        """Note a problem at `node`."""
        self.problems.add(code, (node.start, node.end), message, help)

    @property
    def heading(self) -> Node:
        """Where to point when the mapping as a whole is meant: its first field."""
        return self.node.fields[0] if self.node.fields else self.node

    def _note_stranger(self, name: str, text: str, words: Collection[str]) -> None:
        from cps_quiz.source.field_slips import note_no_word

        note_no_word(name, self.values[name], text, words, self.problems)

    def _entry(self, name: str, node: Node) -> str:
        text = node[0].strip() if type(node) is Scalar else ""
        if type(node) is not Scalar or not text:
            from cps_quiz.source.other_types import note_no_entry

            entries = self.values[name]
            return note_no_entry(self.problems, name, node, entries.items if type(entries) is Sequence else [])
        if not node.style and node.end - node.start > len(node.text):  # of several lines
            from cps_quiz.source.other_types import note_hidden_entry

            note_hidden_entry(self.problems, node)
        return text

    def _id_entry(self, name: str, node: Node) -> str:
        text = self._entry(name, node)
        if text in self.problems.respelt:
            return self.problems.respelt[text]
        if text and not IDENTIFIER.fullmatch(text):
            message = f'"{text}" in `{name}` must be an id like `break-it-down`'
            self.add(codes.BAD_VALUE, node, message, "use small letters, digits and hyphens")
            return ""
        return text

    def _text_fields(self) -> "dict[str, Node]":
        found: dict[str, Node] = {}
        for field, value in zip(self.node.fields, self.node.values, strict=True):
            if type(field) is Scalar:
                found[field.text] = value
            else:
                self.add(codes.WRONG_TYPE, field, "a field name must be a text", "put it in quotes")
        return found

    def _report_unknown(self, known: frozenset[str]) -> None:
        from cps_quiz.source.field_slips import note_strangers

        self.strangers = note_strangers(self.node, self.values, known, self.noun, self.problems)

    def _report_duplicates(self) -> None:
        from cps_quiz.source.field_slips import note_twins

        note_twins(self.node, self.noun, self.problems)
