import pytest
from hypothesis import given
from hypothesis import strategies as st

from cps_quiz.source.markdown import paragraphs

PLAIN, SOFT, STRONG = 0, 1, 2


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("Ask first.", [("Ask first.", PLAIN)], id="plain"),
        pytest.param("Ask *first*.", [("Ask ", PLAIN), ("first", SOFT), (".", PLAIN)], id="star"),
        pytest.param("Ask _first_.", [("Ask ", PLAIN), ("first", SOFT), (".", PLAIN)], id="underscore"),
        pytest.param("**Ask** first", [("Ask", STRONG), (" first", PLAIN)], id="strong"),
        pytest.param("__Ask__", [("Ask", STRONG)], id="strong-underscore"),
        pytest.param("**Why:** it helps", [("Why:", STRONG), (" it helps", PLAIN)], id="punctuation-inside"),
        pytest.param('"*No*," he said', [('"', PLAIN), ("No", SOFT), ('," he said', PLAIN)], id="in-quotes"),
        pytest.param("*one* and **two**", [("one", SOFT), (" and ", PLAIN), ("two", STRONG)], id="both"),
        pytest.param("*two\nlines*", [("two\nlines", SOFT)], id="over-a-line-break"),
        pytest.param("2 * 3 * 4", [("2 * 3 * 4", PLAIN)], id="times"),
        pytest.param("a*b*c", [("a*b*c", PLAIN)], id="inside-a-word"),
        pytest.param("snake_case_name", [("snake_case_name", PLAIN)], id="inside-a-name"),
        pytest.param("*open", [("*open", PLAIN)], id="never-closed"),
        pytest.param("****", [("****", PLAIN)], id="nothing-inside"),
        pytest.param("[b]x[/b] `y` <i>", [("[b]x[/b] `y` <i>", PLAIN)], id="all-else-as-written"),
    ],
)
def test_emphasis_is_found(text: str, pieces: list[tuple[str, int]]) -> None:
    (paragraph,) = paragraphs(text)

    assert [tuple(piece) for piece in paragraph.pieces] == pieces


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("one\ntwo\n\nthree", [("", "one\ntwo"), ("", "three")], id="paragraphs"),
        pytest.param("one\n  \n\n\ntwo\n", [("", "one"), ("", "two")], id="many-empty-lines"),
        pytest.param("- one\n- two", [("-", "one"), ("-", "two")], id="list"),
        pytest.param("* one\n* two", [("-", "one"), ("-", "two")], id="list-of-stars"),
        pytest.param("1. one\n12) two", [("1.", "one"), ("12.", "two")], id="numbers-as-written"),
        pytest.param("- one\n  goes on\n- two", [("-", "one goes on"), ("-", "two")], id="long-entry"),
        pytest.param("He says:\n- yes", [("", "He says:"), ("-", "yes")], id="list-right-below"),
        pytest.param("-5 degrees", [("", "-5 degrees")], id="minus"),
        pytest.param("1984. A year", [("", "1984. A year")], id="year"),
        pytest.param("*Stay* here", [("", "Stay here")], id="emphasis-is-no-entry"),
        pytest.param(" \n ", [], id="nothing"),
    ],
)
def test_paragraphs_and_entries_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(paragraph.bullet, paragraph.text) for paragraph in paragraphs(text)] == found


@given(st.text(alphabet="ab1 \n*_-.)\\[", max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    shown = "".join(paragraph.bullet + paragraph.text for paragraph in paragraphs(text))

    assert [char for char in shown if char.isalnum()] == [char for char in text if char.isalnum()]
