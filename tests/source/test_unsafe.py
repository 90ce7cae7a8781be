import pytest
from reading import places, plain, tree, unmarked

UNSAFE = [
    pytest.param("\x00", id="null"),
    pytest.param("\x07", id="bell"),
    pytest.param("\x1b", id="escape"),
    pytest.param("\x7f", id="delete"),
    pytest.param("\x85", id="next-line"),
    pytest.param("\x9b", id="eight-bit-escape"),
    pytest.param("\u061c", id="arabic-letter-mark"),
    pytest.param("\u200e", id="left-to-right-mark"),
    pytest.param("\u202e", id="right-to-left-override"),
    pytest.param("\u2066", id="left-to-right-isolate"),
    pytest.param("\u2069", id="pop-isolate"),
    pytest.param("\u2028", id="line-separator"),
    pytest.param("\u2029", id="paragraph-separator"),
    pytest.param("\ufeff", id="byte-order-mark-inside"),
    pytest.param("\uffff", id="no-character"),
]


@pytest.mark.parametrize("char", UNSAFE)
def test_an_unsafe_character_is_found_where_it_stands(char: str) -> None:
    text, expected = unmarked(f"é: one\nhint: a 🙂«S007»{char}b\nc: d\n")
    node, problems = tree(text)
    assert places(problems) == expected
    assert plain(node) == [("é", "one"), ("hint", "a 🙂\ufffdb"), ("c", "d")]
    assert f"U+{ord(char):04X}" in problems[0].message


@pytest.mark.parametrize("char", UNSAFE)
def test_an_unsafe_character_written_as_an_escape_is_found_too(char: str) -> None:
    text, expected = unmarked(f'a: b\nhint: «S007»"one \\u{ord(char):04x} two"\n')
    _, problems = tree(text)
    assert places(problems) == expected
    assert f"U+{ord(char):04X}" in problems[0].message


@pytest.mark.parametrize(
    "escape", ["\\0", "\\a", "\\b", "\\e", "\\f", "\\v", "\\N", "\\L", "\\P", "\\x1b", "\\U0000202e"]
)
def test_every_way_to_write_an_escape_is_seen(escape: str) -> None:
    assert places(tree(f'"{escape}"').problems) == [("S007", 1, 1)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("é ß 日本 🙂 👩‍👩‍👧 e\u0301", id="letters-and-joiners"),
        pytest.param("“quotes” \u2013 dashes… \u00a0", id="typography"),
        pytest.param('"tab\\t line\\n return\\r slash\\/"', id="harmless-escapes"),
        pytest.param("שלום and سلام", id="right-to-left-letters"),
    ],
)
def test_what_people_write_is_safe(text: str) -> None:
    assert tree(f"- {text}\n").problems == []


def test_characters_before_a_syntax_error_are_all_reported_with_it() -> None:
    text, expected = unmarked("a: x«S007»\u202ey\nb: «S007»\x1bz\nc: «S001»@\n")
    assert sorted(places(tree(text).problems), key=lambda place: place[1:]) == expected


def test_a_text_full_of_them_is_still_read_at_once() -> None:
    _, problems = tree("a: " + "\x07" * 1_000_000)
    assert len(problems) == 1000
