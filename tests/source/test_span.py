import pytest

from cps_quiz.source.span import Lines, Span


@pytest.mark.parametrize(
    ("text", "found", "place"),
    [
        pytest.param("stem: Why?", "stem", Span(1, 1, 1, 5), id="first-word"),
        pytest.param("a\nbc\n", "bc", Span(2, 1, 2, 3), id="line-feed"),
        pytest.param("a\r\nbc\r\n", "bc", Span(2, 1, 2, 3), id="windows-line-break-is-one"),
        pytest.param("a\rbc\r", "bc", Span(2, 1, 2, 3), id="old-mac-line-break"),
        pytest.param("a\r\rb\n\r\nc", "c", Span(5, 1, 5, 2), id="mixed-line-breaks"),
        pytest.param("a\nbc", "bc", Span(2, 1, 2, 3), id="no-final-line-break"),
        pytest.param("a: b\n  c: d\n", "b\n  c", Span(1, 4, 2, 4), id="over-two-lines"),
        pytest.param("a: b  \n\n", "b  \n\n", Span(1, 4, 1, 5), id="white-space-at-the-end-left-out"),
        pytest.param("日本: x", "x", Span(1, 5, 1, 6), id="a-wide-letter-is-one-column"),
        pytest.param("e\u0301e\u0301: x", "x", Span(1, 7, 1, 8), id="a-combining-mark-is-a-column"),
        pytest.param("🧑‍🤝‍🧑: x", "x", Span(1, 8, 1, 9), id="an-emoji-of-five-characters-is-five-columns"),
        pytest.param("a\u2028b\x85c\x0bd: x", "x", Span(1, 10, 1, 11), id="only-yaml-line-breaks-count"),
    ],
)
def test_a_place_counts_lines_and_characters_from_one(text: str, found: str, place: Span) -> None:
    start = text.index(found)
    assert Lines(text).span(start, start + len(found)) == place


def test_the_end_of_a_text_has_a_place() -> None:
    assert Lines("a\nb").span(3, 4) == Span(2, 2, 2, 2)
    assert Lines("a\n").span(2, 3) == Span(2, 1, 2, 1)
    assert Lines("").span(0, 1) == Span(1, 1, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("one\n\nthree", id="line-feed"),
        pytest.param("one\r\n\r\nthree\r\n", id="windows"),
        pytest.param("one\r\rthree\r", id="old-mac"),
    ],
)
def test_lines_come_without_their_breaks(text: str) -> None:
    lines = Lines(text)
    assert [lines.line(number) for number in (1, 2, 3)] == ["one", "", "three"]
    assert [lines.line(number) for number in (0, 4, 5, -1)] == [""] * 4


@pytest.mark.parametrize("text", ["a\nbé\n日本", "a\r\nb\r\n", "\n\n", "x"])
def test_offset_undoes_span(text: str) -> None:
    lines = Lines(text)
    for offset in range(len(text)):
        place = lines.span(offset, offset)
        assert lines.offset(place.line, place.column) == offset


def test_offset_stays_within_the_text() -> None:
    lines = Lines("ab\ncd")
    assert lines.offset(2, 99) == 5
    assert lines.offset(99, 1) == 5
