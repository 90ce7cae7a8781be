import pytest

from cps_quiz.core.questions.asking import asked, asked_for
from cps_quiz.core.questions.bank import Item, ItemId, Scenario, TopicId
from cps_quiz.core.questions.interaction import Option
from cps_quiz.item_types.multiple import Multiple
from cps_quiz.item_types.single import Single

OPTIONS = tuple(Option(f"Option {at}", at < 2, "So.") for at in range(4))


def item(stem: str, scenario: str | None = None) -> Item:
    place = Scenario("s", scenario) if scenario else None
    return Item(ItemId("a"), "multiple", stem, TopicId("t"), Multiple(OPTIONS), scenario=place)


@pytest.mark.parametrize(
    ("stem", "situation", "question"),
    [
        pytest.param("What now?", "", "What now?", id="question-alone"),
        pytest.param("Ana sighs. What now?", "Ana sighs.", "What now?", id="situation-first"),
        pytest.param('Ana says: "Why me?" What now?', 'Ana says: "Why me?"', "What now?", id="a-question-in-it"),
        pytest.param("Ana sighs. What helps? Choose two.", "Ana sighs.", "What helps? Choose two.", id="choose-two"),
        pytest.param("Ana sighs. Put these in order.", "Ana sighs.", "Put these in order.", id="nothing-asked"),
        pytest.param("What does Dr. Lee mean?", "", "What does Dr. Lee mean?", id="a-title"),
        pytest.param('Ana says: "I am here. What now?"', "", 'Ana says: "I am here. What now?"', id="all-quoted"),
        pytest.param("Ana sighs.\n\n- one\n- two\n\nWhat now?", "Ana sighs.\n\n- one\n- two", "What now?", id="a-list"),
    ],
)
def test_the_question_is_told_from_its_situation(stem: str, situation: str, question: str) -> None:
    assert asked(item(stem)) == (situation, question)


def test_a_scenario_is_part_of_the_situation() -> None:
    assert asked(item("Ana sighs. What now?", "It rains.")) == ("It rains.\n\nAna sighs.", "What now?")


@pytest.mark.parametrize(
    ("stem", "number"),
    [
        pytest.param("What helps? Choose two.", 2, id="word"),
        pytest.param("Which 2 help?", 2, id="digit"),
        pytest.param("What helps?", None, id="not-told"),
        pytest.param("Choose three.", None, id="another-number-than-the-key-has"),
        pytest.param("Two friends meet. What helps?", None, id="a-number-that-asks-for-nothing"),
    ],
)
def test_how_many_are_asked_for_is_read_from_the_stem(stem: str, number: int | None) -> None:
    assert asked_for(item(stem)) == number


def test_one_right_answer_asks_for_no_number() -> None:
    assert asked_for(item("Choose two.")._replace(body=Single(OPTIONS))) is None
