"""C406 and C407: options that stand for all of the others, or for none."""

import pytest
from choices import ITEM, found, multiple, single

from cps_quiz.core.questions.bank import Item
from cps_quiz.item_types.reflection import Reflection

THREE = "Which of these helps? | Listening | Asking | Waiting"


def with_option(text: str, others: str = THREE) -> Item:
    return single(f"{others} | {text}")


@pytest.mark.parametrize(
    "text",
    [
        "All of the above",
        "all of the above.",
        "ALL OF THE ABOVE",
        "**All of the above**",
        "All of\nthe above",
        "All the above",
        "All above",
        "All of the above are correct",
        "All of the above except waiting",
        "All of the above, but not at once",
        "Any of the above",
        "Both of the above",
        "Most of the above",
        "All of these",
        "Any of these",
        "All of those are true",
        "All of these answers are correct.",
        "All of the following",
        "All the options",
        "All answers are right",
        "All other options",
        "All are correct",
        "All correct",
        "All apply",
        "All of them are true",
        "Both are correct",
        "Everything listed above",
        "Both A and B",
        "Both (A) and (B)",
        "A and C",
        "A & C",
        "A, B and C",
        "A and C only",
        "Options A and B",
        "Answers A and B are correct",
        "a and b",
    ],
)
def test_options_that_stand_for_several(text: str) -> None:
    (finding,) = found("C406", with_option(text))

    assert finding.route == ("options", 3, "wrong")
    assert text in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "All of the people above forty",
        "All of the above-ground parts",
        "All of her family",
        "All of them",
        "All of these people should be invited",
        "Asking all of the above in turn",
        "Ask them all",
        "Both of her parents",
        "Both listen and ask",
        "A and a half hours",
        "Vitamins A and D",
        "All rights reserved",
        "Everything she said above her breath",
        "None of the above",
        "Almost all of these",
    ],
)
def test_options_that_say_something_of_their_own(text: str) -> None:
    assert found("C406", with_option(text)) == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Which lines are parallel? | A and B | B and C | A and C", id="all are letters"),
        pytest.param("Which blood groups can give to AB? | A and B | A | B | Only O", id="letters are groups"),
    ],
)
def test_letters_may_name_things_of_the_stem(line: str) -> None:
    assert found("C406", line) == []


@pytest.mark.parametrize(
    "text",
    [
        "None of the above",
        "none of the above.",
        "NONE OF THE ABOVE",
        "“None of the above”",
        "None of the above is correct",
        "None of the above apply",
        "None of these",
        "None of those",
        "None of these answers is right",
        "None of the other options",
        "None of the following",
        "None of the answers",
        "Neither of the above",
        "Neither of these",
        "None is correct",
        "None of them is correct",
        "None are true",
        "No correct answer",
        "There is no correct answer given",
        "No answer is correct",
        "None apply",
        "Not listed",
        "Not listed here",
        "Nothing above",
    ],
)
def test_options_that_stand_for_none(text: str) -> None:
    (finding,) = found("C407", with_option(text))

    assert finding.route == ("options", 3, "wrong")
    assert text in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "None",
        "None of them",
        "None of them is type V",
        "None of her friends",
        "None of the samples above 40 degrees",
        "None of these people came",
        "No answer",
        "No correct forecast was made",
        "Nothing",
        "Neither",
        "Neither parent",
        "Not listed on the stock exchange",
        "All of the above",
        "She has none of the above-ground parts",
    ],
)
def test_options_that_deny_something_of_their_own(text: str) -> None:
    assert found("C407", with_option(text)) == []


@pytest.mark.parametrize(("code", "text"), [("C406", "All of the above"), ("C407", "None of the above")])
def test_keys_and_items_with_several_keys_count_too(code: str, text: str) -> None:
    assert found(code, single(f"Which? | {text} | Asking | Waiting"))[0].route == ("options", 0, "correct")
    assert found(code, multiple("Which?", "Asking | Waiting", f"Telling | {text}"))


@pytest.mark.parametrize("code", ["C401", "C402", "C403", "C404", "C405", "C406", "C407", "C408", "C409"])
def test_items_without_options_have_no_cues(code: str) -> None:
    reflection = Reflection(("All of the above", "Never to tell"), "None of the above", "It is plain to see.")

    assert found(code, ITEM._replace(type="reflection", body=reflection)) == []
