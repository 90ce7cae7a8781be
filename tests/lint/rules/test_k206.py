"""K206: stems that ask for another number of options than the key has."""

import pytest
from choices import found, multiple


@pytest.mark.parametrize(
    ("stem", "phrase"),
    [
        pytest.param("What helps? Choose two.", "Choose two", id="choose"),
        pytest.param("What helps? (Choose 2.)", "Choose 2", id="a digit in brackets"),
        pytest.param("What helps? **Select TWO** answers.", "Select TWO", id="capitals and emphasis"),
        pytest.param("Pick the best two.", "Pick the best two", id="words between"),
        pytest.param("Mark all three that fit.", "Mark all three", id="all three"),
        pytest.param("Name two of these that help.", "Name two", id="name"),
        pytest.param("Read it again, then choose two.", "then choose two", id="after another instruction"),
        pytest.param("Which two of these help?", "Which two", id="which two"),
        pytest.param("After the talk, which 3 moves fit?", "which 3", id="which in the middle"),
    ],
)
def test_a_number_that_is_not_the_keys_is_found(stem: str, phrase: str) -> None:
    assert [finding.phrase for finding in found("K206", f"{stem} | To ask | To tell | To leave")] == [phrase]


@pytest.mark.parametrize(
    "stem",
    [
        pytest.param("Choose one of the two.", id="one of two"),
        pytest.param("Which one of these helps?", id="which one"),
        pytest.param("How can Ana choose two goals?", id="somebody chooses"),
        pytest.param('Ana says: "Pick two." What helps?', id="quoted"),
        pytest.param("Ana picks two goals. What helps?", id="told"),
        pytest.param("Choose at least two hours for it. What helps?", id="at least"),
        pytest.param("Choose two or three minutes for it. What helps?", id="two or three"),
        pytest.param("Which two-week plan helps?", id="a compound"),
        pytest.param("Which 12 steps are meant?", id="another number"),
        pytest.param("A guide names three marks. Which of them is missing?", id="names"),
        pytest.param("Put the two in order.", id="put"),
    ],
)
def test_numbers_that_ask_for_nothing_are_not(stem: str) -> None:
    assert found("K206", f"{stem} | To ask | To tell | To leave") == []


def test_which_two_may_ask_for_one_option_that_is_a_pair() -> None:
    assert found("K206", "Which two colors make green? | Blue and yellow | Red and blue | Red, yellow") == []


@pytest.mark.parametrize(
    ("stem", "count"),
    [
        pytest.param("Choose two.", 0, id="two"),
        pytest.param("Which two help?", 0, id="which two"),
        pytest.param("Choose three.", 1, id="three"),
        pytest.param("Which one helps?", 1, id="one"),
        pytest.param("Choose all that help.", 0, id="all"),
    ],
)
def test_several_right_options_are_counted(stem: str, count: int) -> None:
    assert len(found("K206", multiple(stem, "To ask | To wait", "To tell | To leave"))) == count
