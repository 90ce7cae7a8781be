from unicodedata import category

import pytest

from cps_quiz.source.safe_text import safe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("What should Luis ask?", "What should Luis ask?", id="plain"),
        pytest.param("Zoë said “no” \u2013 日本 🙂", "Zoë said “no” \u2013 日本 🙂", id="letters-of-all-people"),
        pytest.param("one\ntwo", "one\ntwo", id="line-break-stays"),
        pytest.param("one\ttwo", "one two", id="tab-is-a-space"),
        pytest.param("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m", id="terminal-colour"),
        pytest.param("\x1b]0;title\x07", "\\x1b]0;title\\x07", id="terminal-title"),
        pytest.param("over\rwritten\b", "over\\rwritten\\x08", id="moving-back"),
        pytest.param("\x9b31m", "\\x9b31m", id="eight-bit-escape"),
        pytest.param("a\u202eb\u2066c", "a\\u202eb\\u2066c", id="direction"),
        pytest.param("a\u200bb\ufeffc", "a\\u200bb\\ufeffc", id="without-width"),
        pytest.param("a\u2028b", "a\\u2028b", id="another-line-break"),
        pytest.param("a\ufffeb\uffff", "a\\ufffeb\\uffff", id="no-character-and-forbidden-in-xml"),
        pytest.param("a\udc80b", "a\\udc80b", id="half-a-surrogate-pair"),
    ],
)
def test_hidden_characters_are_spelled_out(text: str, shown: str) -> None:
    assert safe(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("“It\u2019s fine” \u2013 really…", '"It\'s fine" - really...', id="typographic-marks"),
        pytest.param("Zoë, Łukasz, ﬁn", "Zoe, ?ukasz, fin", id="accents-fall-off"),
        pytest.param("✓ ✗ → ━", "+ x -> =", id="marks-of-the-screens"),
        pytest.param("日本🙂", "???", id="other-letters"),
        pytest.param("a\u202eb\x1b", "a\\u202eb\\x1b", id="hidden-characters-still-spelled-out"),
    ],
)
def test_where_there_is_no_unicode_text_stays_readable(text: str, shown: str) -> None:
    assert safe(text, unicode=False) == shown


def test_no_character_at_all_reaches_a_terminal_as_a_control_or_direction_change() -> None:
    everything = "".join(map(chr, range(0x110000)))
    left = {char for char in safe(everything) if category(char) in {"Cc", "Cs", "Zl", "Zp"}}
    assert left == {"\n"}
    assert not set(safe(everything)) & set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_without_unicode_everything_is_ascii() -> None:
    assert safe("".join(map(chr, range(0x110000))), unicode=False).isascii()
