import pytest

from cps_quiz.core.quoting import quoted


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Ask her", '"Ask her"', id="words"),
        pytest.param('Say "I hear you"', '"Say "I hear you""', id="a-quote-at-the-end"),
        pytest.param('"I hear you."', '"I hear you."', id="straight"),
        pytest.param("“I hear you,” and wait", "“I hear you,” and wait", id="curly"),
        pytest.param("'I hear you.'", "'I hear you.'", id="single"),
    ],
)
def test_what_has_quotes_of_its_own_gets_no_others(text: str, shown: str) -> None:
    assert quoted(text) == shown
