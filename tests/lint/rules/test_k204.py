"""K204: options that say the same."""

import pytest
from choices import ITEM, found

from cps_quiz.item_types.order import Order


@pytest.mark.parametrize(
    "options",
    [
        pytest.param("Ask her | ask her", id="case"),
        pytest.param("Ask her  now | Ask\nher now", id="white space"),
        pytest.param("Ask her. | Ask her", id="full stop"),
        pytest.param('"Ask her?" | Ask her', id="straight quotes"),
        pytest.param("“Ask her” | 'Ask her'", id="curly quotes"),
        pytest.param("Ask, then wait | Ask - then wait", id="comma and dash"),
        pytest.param("**Ask** her | Ask her", id="emphasis"),
        pytest.param("It's hers | It\u2019s hers", id="apostrophes"),
        pytest.param("Ask her well-being group | Ask her well being group", id="hyphen"),
        pytest.param("ls -r | ls -r.", id="a command with a full stop"),
    ],
)
def test_the_same_text_twice_is_found(options: str) -> None:
    assert [finding.route for finding in found("K204", f"What now? | {options} | Wait")] == [("options", 1, "wrong")]


@pytest.mark.parametrize(
    "options",
    [
        pytest.param("-5 | 5", id="a sign"),
        pytest.param("1.5 | 15", id="a decimal point"),
        pytest.param("C | C++", id="plus signs"),
        pytest.param("C# | C", id="a number sign"),
        pytest.param("$5 | 5%", id="money and per cent"),
        pytest.param("ls -r | ls -R", id="commands"),
        pytest.param("x < 3 | x > 3", id="formulas"),
        pytest.param("its goal | it's goal", id="an apostrophe"),
        pytest.param("1,000 | 1000.5", id="thousands"),
        pytest.param("Ask her | Ask him", id="one word"),
    ],
)
def test_texts_that_mean_something_else_are_not(options: str) -> None:
    assert found("K204", f"What now? | {options} | Wait") == []


def test_steps_of_an_order_count_too() -> None:
    steps = ITEM._replace(type="order", body=Order(("Ask her", "Wait", "ask her."), "Because of what she said."))
    assert [finding.route for finding in found("K204", steps)] == [("steps", 2)]
