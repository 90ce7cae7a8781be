"""E303: options that are named by letter, number or place."""

import pytest
from choices import ITEM, found

from cps_quiz.core.questions.bank import Item, Scenario
from cps_quiz.core.questions.interaction import Option
from cps_quiz.item_types.single import Single


def with_why(why: str) -> Item:
    return ITEM._replace(body=Single((Option("To ask", True, why), Option("To tell", False, "It skips her."))))


@pytest.mark.parametrize(
    ("why", "phrase"),
    [
        pytest.param("Option B takes over.", "Option B", id="option B"),
        pytest.param("See option b.", "option b", id="a small letter"),
        pytest.param("Why not option a?", "option a", id="a small a before a stop"),
        pytest.param("Unlike answer (c), this asks.", "answer (c)", id="in brackets"),
        pytest.param("OPTION B IS RIGHT.", "OPTION B", id="capitals"),
        pytest.param("Choices B and C take over.", "Choices B", id="several"),
        pytest.param("The correct answer is B.", "answer is B", id="the answer is"),
        pytest.param("The answer is (d), because it asks.", "answer is (d)", id="the answer is, in brackets"),
        pytest.param("B is right because it asks.", "B is right", id="a bare letter"),
        pytest.param("This is wrong; A and C are both wrong.", "A and C are both wrong", id="bare letters"),
        pytest.param("D) It asks first.", "D) ", id="a letter in front"),
        pytest.param("Choice 2 is better.", "Choice 2", id="choice 2"),
        pytest.param("Option #3 is better.", "Option #3", id="a number sign"),
        pytest.param("Option two is better.", "Option two", id="a number word"),
        pytest.param("Answer 3 is wrong.", "Answer 3", id="answer 3"),
        pytest.param("The first answer is kinder.", "The first answer", id="the first answer is"),
        pytest.param("Unlike the first option, this asks.", "the first option", id="unlike the first option"),
        pytest.param("Compare the third answer.", "the third answer", id="the third answer"),
        pytest.param("The second\noption is too hasty.", "The second\noption", id="over two lines"),
        pytest.param("It is kinder than the option above.", "the option above", id="above"),
        pytest.param("The answer below is kinder.", "The answer below", id="below"),
    ],
)
def test_a_letter_number_or_place_is_found(why: str, phrase: str) -> None:
    assert [finding.phrase for finding in found("E303", with_why(why))] == [phrase]


@pytest.mark.parametrize(
    "why",
    [
        pytest.param("Vitamin B helps.", id="vitamin B"),
        pytest.param("Plan A is wrong, B is right for her.", id="plan B"),
        pytest.param("Hepatitis C can be treated.", id="hepatitis C"),
        pytest.param("Type A is what she calls it.", id="type A"),
        pytest.param("Group B is right about this.", id="group B"),
        pytest.param("Dr. B is right.", id="a doctor"),
        pytest.param("She wants an A in class.", id="a mark"),
        pytest.param("The first step is hers.", id="the first step"),
        pytest.param("The first option she mentions is the bus.", id="the first option she mentions"),
        pytest.param("It is the first choice Ana makes.", id="the first choice Ana makes"),
        pytest.param("It settles for the first option.", id="the first that comes"),
        pytest.param("It is the first answer that comes to mind.", id="the first answer that"),
        pytest.param("She took the second option on her list.", id="the second on a list"),
        pytest.param("Her first choice is to wait.", id="her first choice"),
        pytest.param("An answer a person gives is theirs.", id="an answer a person gives"),
        pytest.param("He can answer a question.", id="answer a question"),
        pytest.param("He can answer two questions.", id="answer two questions"),
        pytest.param("These are options one can live with.", id="options one can"),
        pytest.param("It is the only choice one has.", id="choice one has"),
        pytest.param("It leaves her choices above all.", id="above all"),
        pytest.param("She wants options above $500.", id="above a sum"),
        pytest.param("A choice of her own comes first.", id="a at the beginning"),
    ],
)
def test_what_only_looks_like_one_is_not(why: str) -> None:
    assert found("E303", with_why(why)) == []


def test_the_message_names_the_letter() -> None:
    (finding,) = found("E303", with_why("As option b says, wait."))
    assert finding.message == '"option b" will not be option B once options are shuffled'


def test_stems_and_hints_are_read_too() -> None:
    item = with_why("It asks her.")._replace(stem="Why is option B wrong?", hint="Look at the second answer.")
    assert [finding.route for finding in found("E303", item)] == [("stem",), ("hint",)]


@pytest.mark.parametrize("stem", ["Which of the options below helps?", "Which of the below options helps?"])
def test_options_do_stand_below_the_stem(stem: str) -> None:
    assert found("E303", with_why("It asks her.")._replace(stem=stem)) == []


def test_a_situation_may_have_options_of_its_own() -> None:
    scenario = Scenario("plans", "Ana weighs option A, the shelter, and option B, her sister.")
    assert found("E303", with_why("Option B is what she leans to.")._replace(scenario=scenario)) == []
