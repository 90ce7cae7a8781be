import pytest
from hypothesis import given
from hypothesis import strategies as st

from cps_quiz.ui.listening.editing import ERASE_LINE, ERASE_WORD, UNDO, Typed, edited
from cps_quiz.ui.listening.keys import BACKSPACE, DELETE, END_KEY, HOME, LEFT, RIGHT, UP, WORD_LEFT, WORD_RIGHT

KEYS = [BACKSPACE, DELETE, END_KEY, HOME, LEFT, RIGHT, UP, WORD_LEFT, WORD_RIGHT, UNDO, ERASE_WORD, ERASE_LINE]


def typed(*keys: str, start: str = "") -> Typed:
    found = Typed.of(start)
    for key in keys:
        found = edited(found, key)
    return found


@pytest.mark.parametrize(
    ("keys", "text", "at"),
    [
        pytest.param("abc", "abc", 3, id="letters"),
        pytest.param([*"ac", LEFT, "b"], "abc", 2, id="in-the-middle"),
        pytest.param([*"bc", HOME, "a", END_KEY, "d"], "abcd", 4, id="home-and-end"),
        pytest.param([*"abc", LEFT, BACKSPACE], "ac", 1, id="backspace"),
        pytest.param([*"abc", HOME, DELETE], "bc", 0, id="delete"),
        pytest.param([*"ab", RIGHT, LEFT, LEFT, LEFT, "x"], "xab", 1, id="no-further-than-the-ends"),
        pytest.param([*"one two", WORD_LEFT, "x"], "one xtwo", 5, id="a-word-back"),
        pytest.param([*"one two", HOME, WORD_RIGHT, "x"], "onex two", 4, id="a-word-on"),
        pytest.param([*"one two", ERASE_WORD], "one ", 4, id="word-erased"),
        pytest.param([*"one two", LEFT, ERASE_LINE], "o", 0, id="erased-up-to-the-cursor"),
        pytest.param([*"abc", ERASE_LINE, UNDO], "abc", 3, id="undone"),
        pytest.param([*"ab", UNDO, UNDO, UNDO], "", 0, id="undone-to-the-beginning"),
        pytest.param([*"ab", UP, "\x1b[15~"], "ab", 2, id="no-letters"),
    ],
)
def test_keys_edit(keys: list[str], text: str, at: int) -> None:
    assert typed(*keys)[:2] == (text, at)


@given(st.lists(st.sampled_from([*"ab é", *KEYS]), max_size=40), st.text(max_size=9))
def test_the_cursor_stays_in_the_text_and_all_can_be_undone(keys: list[str], start: str) -> None:
    found = typed(*keys, start=start)
    assert 0 <= found.at <= len(found.text)
    while found.before:
        found = edited(found, UNDO)
    assert found.text == start
