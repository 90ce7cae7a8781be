import pytest
from reading import places, tree, unmarked


@pytest.mark.parametrize(
    ("text", "message", "cure"),
    [
        pytest.param("key-of-mine: He asks«S001»: why?", "a colon and a space", ">-", id="colon-in-text"),
        pytest.param("a:\n  b: c\n «S001»\td: e", "a tab", "type spaces there, never tabs", id="tab"),
        pytest.param("key-of-mine: «S001»@home", "a sign that YAML keeps", "in quotes", id="at-sign"),
        pytest.param("key-of-mine: «S001»`code`", "a sign that YAML keeps", "in quotes", id="backtick"),
        pytest.param("key-of-mine: «S001»%done", "a sign that YAML keeps", "in quotes", id="percent"),
        pytest.param(
            'a: b\nkey-of-mine: «S001»"Why?\nc: d\n', "a quote that opens here", "close it", id="double-quote"
        ),
        pytest.param("key-of-mine: «S001»'It is\na: b\n", "a quote that opens here", "close it", id="single-quote"),
        pytest.param('key-of-mine: "a «S001»\\d"', "a backslash", "single quotes", id="backslash"),
        pytest.param("key-of-mine: «S001»!a!b c", "a YAML tag", "in quotes", id="exclamation-mark"),
        pytest.param("key-of-mine: *«S001»*bold** text", "a YAML alias", "in quotes", id="bold-text"),
        pytest.param("key-of-mine: &«S001» so on", "a YAML anchor", "in quotes", id="ampersand"),
        pytest.param("key-of-mine: «S001»]", "a value is missing", "in quotes", id="closing-bracket"),
        pytest.param(
            "key-of-mine: [a, «S001», b]\n",
            "a value is missing",
            "in quotes",
            id="comma-too-many",
        ),
        pytest.param("a:\n  - b\n «S001»c: d", "does not fit the lines above", "line it up", id="indentation"),
        pytest.param('a: "Why?" «S001»she asks', "does not fit the lines above", "line it up", id="text-after-quote"),
        pytest.param("- a\n«S001»b: c", "does not fit the list above", "begin each entry", id="field-in-a-list"),
        pytest.param("a: b\n«S001»ran on\nc: d", "without a colon", "indent", id="text-ran-on"),
        pytest.param("a: [b, c\nd«S001»: e", "not closed", "close them", id="bracket"),
        pytest.param("a: {b: c\nd«S001»: e", "not closed", "close them", id="brace"),
        pytest.param("a: «S001»- b", "the YAML parser stops here", "compare", id="anything-else"),
    ],
)
def test_a_slip_is_explained_with_its_cure_where_it_was_made(text: str, message: str, cure: str) -> None:
    clean, expected = unmarked(text)
    _, problems = tree(clean)
    assert places(problems) == expected
    assert message in problems[0].message
    assert cure in problems[0].help
