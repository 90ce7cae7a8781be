"""W502, W503 and W504: options made of others, options that are poles, stems with a blank."""

import pytest
from choices import found


@pytest.mark.parametrize(
    ("options", "made"),
    [
        pytest.param("To ask | To wait | Neither A nor B", "Neither A nor B", id="neither nor"),
        pytest.param("To ask | To wait | Options 1 and 3", "Options 1 and 3", id="numbers"),
        pytest.param("To ask | To wait | 1 and 2 only", "1 and 2 only", id="numbers only"),
        pytest.param("To ask | To wait | Both.", "Both.", id="both"),
        pytest.param("To ask | To wait | Two of these", "Two of these", id="two of these"),
        pytest.param("To ask | To wait | Both to ask and to wait", "Both to ask and to wait", id="joined texts"),
        pytest.param("Asking. | Waiting. | Waiting and asking.", "Waiting and asking.", id="joined without both"),
        pytest.param("IaaS | SaaS | PaaS | IaaS & SaaS", "IaaS & SaaS", id="joined by a sign"),
    ],
)
def test_an_option_made_of_others_is_found(options: str, made: str) -> None:
    assert [f.message for f in found("W502", f"What helps? | {options}")] == [f'"{made}" is made of other options']


def test_options_made_of_numbered_statements_are_found() -> None:
    assert len(found("W502", "Which are true? | I only | II only | I and II | I, II, and III")) == 4


@pytest.mark.parametrize(
    "options",
    [
        pytest.param("F and G | A and B | C and D | B and E", id="pairs of things called by letters"),
        pytest.param("R | S | R, S | R, S, T | S, T", id="lists of things called by letters"),
        pytest.param("one | two | three", id="number words"),
        pytest.param("0 and 1 | 1 and 2 | -1 and 3", id="pairs of numbers"),
        pytest.param("Bread and butter | Milk | Eggs", id="a joint name"),
        pytest.param("I | Me | Us", id="pronouns"),
        pytest.param("Both authors agree | Neither author agrees | One agrees", id="both of what is asked about"),
        pytest.param("She asks and waits | She asks | She tells and waits", id="a text that goes on"),
        pytest.param("Both of her sisters | Her mother | Her aunt", id="both of her sisters"),
    ],
)
def test_options_with_texts_of_their_own_are_not(options: str) -> None:
    assert found("W502", f"What helps? | {options}") == []


@pytest.mark.parametrize(
    "options", ["True | False", "false. | TRUE", "Yes | No", "Yes | No | It depends", "Agree | Disagree | Not sure"]
)
def test_poles_alone_are_found(options: str) -> None:
    assert len(found("W503", f"Is it hers? | {options}")) == 1


@pytest.mark.parametrize("options", ["Yes, as it is hers | No, as it is his", "True | Kind", "Yes | No | To ask her"])
def test_poles_with_more_to_them_are_not(options: str) -> None:
    assert found("W503", f"Is it hers? | {options}") == []


@pytest.mark.parametrize(
    ("stem", "phrase"),
    [
        pytest.param("A goal is ____ by the person.", "____", id="inside"),
        pytest.param("The person picks the __", "__", id="at the end"),
        pytest.param("A goal_____ helps.", "_____", id="glued to a word"),
        pytest.param("A goal is _ _ _ by her.", "_ _ _", id="spread out"),
        pytest.param("Fill in the blank: a goal is hers.", "Fill in the blank", id="in words"),
        pytest.param("AWS spreads data over many [...].", "[...]", id="dots in brackets"),
    ],
)
def test_a_blank_is_found(stem: str, phrase: str) -> None:
    assert [finding.phrase for finding in found("W504", f"{stem} | Kept | Made | Told")] == [phrase]


@pytest.mark.parametrize(
    "stem",
    [
        pytest.param("What does __init__ do?", id="a name in code"),
        pytest.param("What should Luis say __first__?", id="bold text"),
        pytest.param("What does snake_case mean?", id="one underscore"),
        pytest.param('Dana says, "I went [...] home." What now?', id="a quotation"),
        pytest.param("Dana looks at a blank page. What now?", id="a blank page"),
    ],
)
def test_other_underscores_and_dots_are_not(stem: str) -> None:
    assert found("W504", f"{stem} | To ask | To tell | To leave") == []
