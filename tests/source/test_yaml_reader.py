import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import places, plain, tree, unmarked

from cps_quiz.source.node import CUT, Mapping, Node, Scalar, Sequence, locate
from cps_quiz.source.span import Lines


def scalars(node: Node) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Sequence(items):
            return [scalar for item in items for scalar in scalars(item)]
        case Mapping(fields, values):
            pairs = zip(fields, values, strict=True)
            return [scalar for pair in pairs for part in pair for scalar in scalars(part)]


@pytest.mark.parametrize(
    ("text", "value", "written", "style"),
    [
        pytest.param("a: plain text  # why\n", "plain text", "plain text", "", id="plain"),
        pytest.param("a: two\n  lines\n", "two lines", "two\n  lines", "", id="plain-over-two-lines"),
        pytest.param("a: 'it''s'\n", "it's", "'it''s'", "'", id="single-quoted"),
        pytest.param('a: "x\\n\\u00e9"\n', "x\né", '"x\\n\\u00e9"', '"', id="double-quoted"),
        pytest.param('a: "one\n  two"\nb: c\n', "one two", '"one\n  two"', '"', id="quoted-over-two-lines"),
        pytest.param("a: |\n  one\n  two\n", "one\ntwo\n", "|\n  one\n  two", "|", id="literal-block"),
        pytest.param("a: >-\n  one\n  two\nb: c\n", "one two", ">-\n  one\n  two", ">", id="folded-block"),
        pytest.param("a: >-\n  one\n  two", "one two", ">-\n  one\n  two", ">", id="block-without-final-line-break"),
        pytest.param("a: {b: flow text}\n", "flow text", "flow text", "", id="flow-mapping"),
        pytest.param("a: [b, 'c, d']\n", "c, d", "'c, d'", "'", id="flow-sequence"),
        pytest.param("a:\r\n  - é🙂: x\r\n", "x", "x", "", id="after-wide-characters-and-windows-breaks"),
        pytest.param("a: &b x\n", "x", "&b x", "", id="anchored"),
        pytest.param("a:\nb: c\n", "c", "c", "", id="after-an-empty-value"),
    ],
)
def test_a_text_knows_where_it_stands(text: str, value: str, written: str, style: str) -> None:
    node, problems = tree(text)
    assert node is not None
    found = next(scalar for scalar in scalars(node) if scalar.text == value)
    assert text[found.start : found.end].rstrip() == written
    assert found.style == style
    assert problems == []


def test_an_empty_value_stands_after_its_colon() -> None:
    text = "a:\n  level:\n  hint: x\n"
    node, _ = tree(text)
    assert node is not None
    found = locate(node, ("a", "level"))
    assert isinstance(found, Scalar)
    assert found.text == ""
    assert Lines(text).span(found.start, found.end)[:2] == (2, 9)


@pytest.mark.parametrize(
    ("text", "route", "written"),
    [
        pytest.param("a:\n  b: 1\n  c: 2\nd: 3\n", ("a",), "b: 1\n  c: 2", id="block-mapping"),
        pytest.param("a:\n  - b\n  - c\nd: 3\n", ("a",), "- b\n  - c", id="block-sequence"),
        pytest.param("a:\n- b\n- c\nd: 3\n", ("a",), "- b\n- c", id="sequence-not-indented"),
        pytest.param("a: [b, {c: d}]\n", ("a",), "[b, {c: d}]", id="flow-sequence"),
        pytest.param("a: [b, {c: d}]\n", ("a", 1), "{c: d}", id="flow-mapping"),
    ],
)
def test_lists_and_mappings_know_where_they_stand(text: str, route: tuple[str | int, ...], written: str) -> None:
    node, _ = tree(text)
    assert node is not None
    found = locate(node, route)
    assert text[found.start : found.end].rstrip() == written


def test_the_same_field_twice_is_kept_twice() -> None:
    assert plain(tree("a: 1\nb: 2\na: 3\n").node) == [("a", "1"), ("b", "2"), ("a", "3")]


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "yes",
        "on",
        "Off",
        "true",
        "~",
        "null",
        "NULL",
        "1.0",
        "1e3",
        "0x1F",
        "010",
        "1_000",
        "2024-01-01",
        "12:30:45",
        ".inf",
        ".NaN",
        "=",
        "<<",
        "-.5",
        "1,000",
    ],
)
def test_text_is_as_written_whatever_other_tools_make_of_it(written: str) -> None:
    node, problems = tree(f"- {written}\n- {written}: {written}\n")
    assert plain(node) == [written, [(written, written)]]
    assert problems == []


def test_an_alias_repeats_what_its_anchor_names() -> None:
    node, problems = tree("a: &x {b: [c]}\nd: *x\ne: &y f\ng: [*y, *x]\n")
    assert plain(node) == [
        ("a", [("b", ["c"])]),
        ("d", [("b", ["c"])]),
        ("e", "f"),
        ("g", ["f", [("b", ["c"])]]),
    ]
    assert problems == []


def test_an_anchor_given_again_names_the_newer_value() -> None:
    assert plain(tree("[&x a, *x, &x b, *x]").node) == ["a", "a", "b", "b"]


def test_merge_keys_are_fields_like_any_other() -> None:
    assert plain(tree("a: &x {b: c}\nd: {<<: *x}\n").node) == [("a", [("b", "c")]), ("d", [("<<", [("b", "c")])])]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("a: 1\nb: «S001»@x\n", [("a", "1")], id="sign-that-yaml-keeps"),
        pytest.param("a: 1\nb:\n  - c\n  - «S001»%d\n  - e\n", [("a", "1"), ("b", ["c"])], id="in-a-list"),
        pytest.param("a: 1\nb: one«S001»: two\n", [("a", "1"), ("b", "one")], id="colon-in-text"),
        pytest.param("a: 1\nb: «S001»'open\nc: d\n", [("a", "1")], id="quote-never-closed"),
        pytest.param('a: 1\nb: «S001»"open\n---\nc: d\n', [("a", "1")], id="quote-open-at-a-new-document"),
        pytest.param('a: 1\nb: "c«S001»\\d"\n', [("a", "1")], id="backslash"),
        pytest.param("a: 1\n«S001»ran on\nb: c\n", [("a", "1")], id="text-ran-on"),
        pytest.param("a:\n «S001»\tb: c\n", [("a", [("b", "c")])], id="tab"),
        pytest.param("a:\n  - b\n «S001»c: d\n", [("a", ["b"])], id="between-two-indentations"),
        pytest.param("a: [b, c\nd«S001»: e\n", [("a", ["b", "c d"])], id="bracket-never-closed"),
        pytest.param("a: «S001»*b\n", [("a", "")], id="unknown-alias"),
        pytest.param("a: &x [b, «S001»*x]\n", [("a", ["b", ""])], id="alias-of-what-is-not-complete"),
        pytest.param("a: 1\n«S001»---\nb: 2\n---\nc: 3\n", [("a", "1")], id="more-documents"),
        pytest.param("a: «S007»!!python/object:os.system x\n", [("a", "x")], id="tag-of-a-text"),
        pytest.param("a: «S007»!set {b, c}\n", [("a", [("b", ""), ("c", "")])], id="tag-of-a-mapping"),
    ],
)
def test_what_stands_before_a_problem_is_kept(text: str, kept: object) -> None:
    clean, expected = unmarked(text)
    node, problems = tree(clean)
    assert places(problems) == expected
    assert plain(node) == kept


@pytest.mark.parametrize("text", ["", "# only a comment\n", "\n\n", "---\n...\n"])
def test_nothing_is_read_from_nothing(text: str) -> None:
    assert tree(text).problems == []
    assert plain(tree(text).node) in {None, ""}


def test_what_a_syntax_error_cut_off_says_so() -> None:
    node, _ = tree("a: 1\nb:\n  c: [d]\n  e: @\n")
    assert isinstance(node, Mapping)
    unfinished = locate(node, ("b",))
    assert node.end == unfinished.end == CUT
    assert locate(node, ("b", "c")).end != CUT


def test_nesting_is_read_to_fifty_levels_and_no_further() -> None:
    assert tree("[" * 50 + "]" * 50).problems == []
    assert places(tree("[" * 51 + "]" * 51).problems) == [("S007", 1, 51)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("[" * 10_000, (1, 51), id="brackets"),
        pytest.param("{a: " * 10_000, (1, 201), id="braces"),
        pytest.param("- " * 10_000 + "x\n", (1, 101), id="dashes"),
        pytest.param("".join(" " * n + "a:\n" for n in range(2_000)), (51, 51), id="indentations"),
    ],
)
def test_nesting_that_stops_the_library_itself_is_placed_at_the_first_level_too_many(
    text: str, place: tuple[int, int]
) -> None:
    assert places(tree(text).problems) == [("S007", *place)]


def test_aliases_may_repeat_ten_thousand_values_and_no_more() -> None:
    hundred = f"- &x [{'y, ' * 99}]\n"
    assert tree(hundred + "- *x\n" * 100).problems == []
    assert places(tree(hundred + "- *x\n" * 101).problems) == [("S007", 102, 3)]


def test_aliases_may_repeat_ten_million_characters_and_no_more() -> None:
    long = f"- &x {'x' * 999_999}\n"
    assert tree(long + "- *x\n" * 10).problems == []
    assert places(tree(long + "- *x\n" * 11).problems) == [("S007", 12, 3)]


LETTERS = st.characters(categories=["L", "N", "P", "S", "Zs"], include_characters="\n\t\\\"'", codec="utf-8")


@given(st.lists(st.text(LETTERS), max_size=8))
def test_whatever_stands_in_double_quotes_is_read_back_with_its_place(values: list[str]) -> None:
    quoted = ['"' + "".join(f"\\U{ord(char):08x}" if char in '\\"\n\t' else char for char in v) + '"' for v in values]
    text = "".join(f"- {value}\n" for value in quoted) or "[]"
    node, problems = tree(text)
    assert isinstance(node, Sequence)
    assert problems == []
    assert plain(node) == values
    assert [text[item.start : item.end] for item in node.items] == quoted
