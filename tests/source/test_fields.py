from collections.abc import Callable
from enum import Enum
from typing import Any

import pytest
from reading import places, unmarked

from cps_quiz.source.diagnostic import Code, Severity
from cps_quiz.source.fields import Fields
from cps_quiz.source.misspelling import guess
from cps_quiz.source.node import Mapping
from cps_quiz.source.problems import Problems
from cps_quiz.source.yaml_reader import read_tree

KNOWN = frozenset({"x", "stem", "hint", "options"})
NO_WHY = Code("E301", "missing-why", Severity.ERROR)
Reader = Callable[[Fields], Any]


class Size(Enum):
    SMALL = "small"
    LARGE = "large"


class Read:
    """The fields of a text, and the problems that reading them shows."""

    def __init__(self, text: str, known: frozenset[str] = KNOWN) -> None:
        self.text = text
        self.problems = Problems()
        node = read_tree(text, self.problems)
        assert isinstance(node, Mapping)
        self.fields = Fields(node, known, "an item", self.problems)

    @property
    def places(self) -> list[tuple[str, int, int]]:
        return places(self.problems.diagnostics("x.yaml", self.text))


def listed(fields: Fields) -> list[tuple[int, int]]:
    return [(index, len(node.fields)) for index, node in fields.mappings("x", required=True)]


def ids_of_section(fields: Fields) -> list[str]:
    return list(fields.section("x", required=True).values)


@pytest.mark.parametrize(
    ("text", "reader", "value"),
    [
        pytest.param("x: Why not?", lambda f: f.text("x"), "Why not?", id="text"),
        pytest.param("x: |\n\n  Why?\n\n", lambda f: f.required_text("x"), "Why?", id="text-is-stripped"),
        pytest.param("x: no", lambda f: f.text("x"), "no", id="text-as-written"),
        pytest.param("stem: a", lambda f: f.text("x"), "", id="no-text"),
        pytest.param("x: break-it-down-2", lambda f: f.identifier("x"), "break-it-down-2", id="id"),
        pytest.param("x: 007", lambda f: f.required_identifier("x"), "007", id="id-of-digits"),
        pytest.param("stem: a", lambda f: f.identifier("x"), "", id="no-id"),
        pytest.param("x: large", lambda f: f.word("x", Size), Size.LARGE, id="word"),
        pytest.param("x: ' large '", lambda f: f.word("x", Size), Size.LARGE, id="word-is-stripped"),
        pytest.param("stem: a", lambda f: f.word("x", Size), None, id="no-word"),
        pytest.param("x: two", lambda f: f.one_of("x", ["one", "two"]), "two", id="one-of"),
        pytest.param("x: true", lambda f: f.flag("x"), True, id="true"),
        pytest.param("x: 'TRUE'", lambda f: f.flag("x"), True, id="true-in-capitals-and-quotes"),
        pytest.param("x: False", lambda f: f.flag("x"), False, id="false"),
        pytest.param("stem: a", lambda f: f.flag("x"), False, id="no-flag"),
        pytest.param("x: 2015", lambda f: f.integer("x"), 2015, id="integer"),
        pytest.param("x: 0", lambda f: f.integer("x"), 0, id="zero-is-an-integer"),
        pytest.param("stem: a", lambda f: f.integer("x"), None, id="no-integer"),
        pytest.param("x: 0.25", lambda f: f.positive("x"), 0.25, id="number"),
        pytest.param("x: 3", lambda f: f.positive("x"), 3.0, id="whole-number"),
        pytest.param("stem: a", lambda f: f.positive("x"), None, id="no-number"),
        pytest.param("x: [a, ' b ', 1.0]", lambda f: f.texts("x"), ("a", "b", "1.0"), id="texts"),
        pytest.param("stem: a", lambda f: f.texts("x"), (), id="no-texts"),
        pytest.param("x: [a-b, c]", lambda f: f.identifiers("x"), ("a-b", "c"), id="ids"),
        pytest.param("x: [{a: b}, {a: b, c: d}]", listed, [(0, 1), (1, 2)], id="mappings"),
        pytest.param("x: {a: b, c-d: e}", ids_of_section, ["a", "c-d"], id="section"),
        pytest.param("stem: a", lambda f: f.section("x").values, {}, id="no-section"),
        pytest.param("x: {stem: b}", lambda f: f.group("x", KNOWN, "it").text("stem"), "b", id="group"),
    ],
)
def test_what_is_well_written_is_read_without_a_word(text: str, reader: Reader, value: object) -> None:
    read = Read(text)
    assert reader(read.fields) == value
    assert read.places == []


@pytest.mark.parametrize(
    ("text", "reader", "value"),
    [
        pytest.param("x:«S004»", lambda f: f.text("x"), "", id="empty-text"),
        pytest.param("x: «S004»'  '", lambda f: f.text("x"), "", id="blank-text"),
        pytest.param("x: «S005»[a]", lambda f: f.text("x"), "", id="list-for-text"),
        pytest.param("x:\n  «S005»a: b", lambda f: f.text("x"), "", id="mapping-for-text"),
        pytest.param("«S004»stem: a", lambda f: f.required_text("x"), "", id="missing-text"),
        pytest.param("«E301»stem: a", lambda f: f.text("x", NO_WHY), "", id="missing-with-a-code-of-its-own"),
        pytest.param("x:«E301»", lambda f: f.text("x", NO_WHY), "", id="empty-with-a-code-of-its-own"),
        pytest.param("x: «S006»Break It Down", lambda f: f.identifier("x"), "", id="id-with-capitals"),
        pytest.param("x: «S006»a--b", lambda f: f.identifier("x"), "", id="id-with-two-hyphens"),
        pytest.param("x: «S006»-a", lambda f: f.identifier("x"), "", id="id-begins-with-hyphen"),
        pytest.param("x: «S006»a-", lambda f: f.identifier("x"), "", id="id-ends-with-hyphen"),
        pytest.param("x: «S006»a_b", lambda f: f.identifier("x"), "", id="id-with-underscore"),
        pytest.param("x: «S006»zoë", lambda f: f.identifier("x"), "", id="id-with-accent"),
        pytest.param("x: «S006»٣", lambda f: f.identifier("x"), "", id="id-with-foreign-digit"),
        pytest.param("x:«S004»", lambda f: f.identifier("x"), "", id="empty-id"),
        pytest.param("«S004»stem: a", lambda f: f.required_identifier("x"), "", id="missing-id"),
        pytest.param("x: «S006»Large", lambda f: f.word("x", Size), None, id="word-with-capital"),
        pytest.param("x: «S006»huge", lambda f: f.word("x", Size), None, id="unknown-word"),
        pytest.param("x:«S004»", lambda f: f.word("x", Size), None, id="empty-word"),
        pytest.param("x: «S005»[large]", lambda f: f.word("x", Size), None, id="list-for-word"),
        pytest.param("x: «S006»three", lambda f: f.one_of("x", ["one"]), "", id="none-of"),
        pytest.param("x: «S006»yes", lambda f: f.flag("x"), False, id="yes-is-no-truth"),
        pytest.param("x: «S006»1", lambda f: f.flag("x"), False, id="one-is-no-truth"),
        pytest.param("x:«S004»", lambda f: f.flag("x"), False, id="empty-flag"),
        pytest.param("x: «S005»{a: b}", lambda f: f.flag("x"), False, id="mapping-for-flag"),
        pytest.param("x: «S006»-1", lambda f: f.integer("x"), None, id="negative-integer"),
        pytest.param("x: «S006»1.0", lambda f: f.integer("x"), None, id="fraction-for-integer"),
        pytest.param("x: «S006»²", lambda f: f.integer("x"), None, id="raised-digit"),
        pytest.param("x: «S006»12345678901", lambda f: f.integer("x"), None, id="huge-integer"),
        pytest.param("x: «S006»0", lambda f: f.positive("x"), None, id="zero-for-positive"),
        pytest.param("x: «S006»0.000", lambda f: f.positive("x"), None, id="zero-with-places"),
        pytest.param("x: «S006».5", lambda f: f.positive("x"), None, id="number-without-a-digit-in-front"),
        pytest.param("x: «S006»1e3", lambda f: f.positive("x"), None, id="power-of-ten"),
        pytest.param("x: «S006»nan", lambda f: f.positive("x"), None, id="not-a-number"),
        pytest.param("x: «S005»a", lambda f: f.texts("x"), (), id="text-for-list"),
        pytest.param("x: «S006»[]", lambda f: f.texts("x"), (), id="empty-list"),
        pytest.param("«S004»stem: a", lambda f: f.texts("x", required=True), (), id="missing-list"),
        pytest.param("x: [a, «S005»[b], c]", lambda f: f.texts("x"), ("a", "c"), id="list-in-list"),
        pytest.param("x:\n- a\n-«S005»\n- c", lambda f: f.texts("x"), ("a", "c"), id="empty-entry"),
        pytest.param(
            "x: [a, «S006»B, «S005»[], c]", lambda f: f.identifiers("x"), ("a", "", "", "c"), id="bad-id-in-list"
        ),
        pytest.param("x: [«S005»a, {b: c}]", listed, [(1, 1)], id="text-among-mappings"),
        pytest.param("«S004»stem: a", listed, [], id="missing-mappings"),
        pytest.param("x: «S005»[a]", ids_of_section, [], id="list-for-section"),
        pytest.param("x:«S005»", ids_of_section, [], id="nothing-for-section"),
        pytest.param("x: «S006»{}", ids_of_section, [], id="empty-section"),
        pytest.param("«S004»stem: a", ids_of_section, [], id="missing-section"),
        pytest.param("x: {«S006»A b: c, d: e}", ids_of_section, ["a-b", "d"], id="bad-id-in-section"),
        pytest.param("x: {a: b, «S002»a: c}", ids_of_section, ["a"], id="id-twice-in-section"),
        pytest.param("x: «S005»a", lambda f: f.group("x", KNOWN, "it"), None, id="text-for-group"),
        pytest.param("x: {«S003»y: b}", lambda f: f.group("x", KNOWN, "it").text("y"), "b", id="unknown-in-group"),
    ],
)
def test_what_is_wrong_is_noted_once_where_it_stands(text: str, reader: Reader, value: object) -> None:
    clean, expected = unmarked(text)
    read = Read(clean)
    assert reader(read.fields) == value
    assert read.places == expected


def test_unknown_and_doubled_fields_and_fields_that_are_no_text_are_all_noted() -> None:
    text, expected = unmarked("stem: a\n«S003»stme: b\n«S002»stem: c\n«S005»[d]: e\n? «S005»{f: g}\n: h\nhint: i\n")
    read = Read(text)
    assert sorted(read.places, key=lambda place: place[1:]) == expected
    assert read.fields.text("hint") == "i"


def test_nothing_is_missing_of_what_a_syntax_error_cut_off() -> None:
    read = Read("stem: a\nx: @")
    read.fields.required_text("hint")
    read.fields.texts("x", required=True)
    read.fields.section("options", required=True)
    assert read.places == [("S001", 2, 4)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [pytest.param("x: [a]", True, id="whole"), pytest.param("x:\n- a\n- 'b", False, id="cut-off")],
)
def test_a_list_says_whether_it_was_cut_off(text: str, whole: bool) -> None:  # noqa: FBT001
    assert Read(text).fields.whole("x") is whole


@pytest.mark.parametrize(
    ("name", "known", "otherwise", "said"),
    [
        pytest.param("optoins", ["options", "stem"], "", "did you mean `options`?", id="slip"),
        pytest.param("colour", ["stem", "hint"], "", "use one of: hint, stem", id="nothing-near"),
        pytest.param("colour", ["stem"], "add it", "add it", id="otherwise"),
        pytest.param("stme" + "x" * 5_000_000, ["stem"], "add it", "add it", id="huge-name"),
        pytest.param("id-7", [f"id-{n}" for n in range(200)], "", "did you mean `id-7`?", id="many-names"),
    ],
)
def test_a_guess_names_what_was_meant(name: str, known: list[str], otherwise: str, said: str) -> None:
    assert guess(name, known, otherwise) == said
