import pytest
from pages import GLOSSARY, ONE, SOME, STEPS, tags

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import Write
from cps_quiz.item_types.reflection import Reflection
from cps_quiz.pages.markup import element, render
from cps_quiz.pages.questions import explained, key_letters, question


def shown(item: Item, order: tuple[int, ...]) -> str:
    return render(element("div", *explained(item, order, GLOSSARY)))


@pytest.mark.parametrize(
    ("item", "order", "letters"),
    [
        pytest.param(ONE, (2, 0, 1), "b", id="single"),
        pytest.param(SOME, (3, 2, 1, 0), "b and d", id="multiple"),
        pytest.param(STEPS, (1, 2, 0), "c, a, b", id="order"),
    ],
)
def test_the_key_is_told_by_the_letters_on_paper(item: Item, order: tuple[int, ...], letters: str) -> None:
    assert key_letters(item.body.interaction(), order) == letters


def test_a_text_of_ones_own_has_no_letters() -> None:
    assert key_letters(Write(("Point",), "", ""), (0,)) == ""


def test_a_question_has_its_situation_and_stem() -> None:
    told = render(element("div", *question(ONE)))

    assert tags(told, class_="scenario")[0].words == "Rosa waits for the bus."
    assert tags(told, class_="stem")[0].words == "What first? now then"


def test_every_option_stands_by_its_letter_with_mark_name_and_reason() -> None:
    assert [tag.words for tag in tags(shown(ONE, (2, 1, 0)), "li")] == [
        "a Cheer \u2717 False cheer. Why Cheer.",
        "b Tip \u2717 Giving tips. Why Tip.",
        "c Key \u2713 best answer Why Key.",
    ]


def test_works_are_cited_with_publisher_and_year() -> None:
    assert (
        tags(shown(ONE, (0, 1, 2)), class_="soft")[-1].words
        == "Source: A Book of Steps, Lynn Press, 2019; unknown-book."
    )


def test_steps_stand_in_their_right_order_by_the_letters_on_paper() -> None:
    told = shown(STEPS, (1, 2, 0))

    assert [tag.words for tag in tags(told, "li")] == ["c Hear", "a Ask", "b Agree"]
    assert "Why: One leads to the next." in tags(told, "div")[0].words.replace("\n", " ")


def test_a_text_of_ones_own_is_explained_by_its_points() -> None:
    item = ONE._replace(body=Reflection(("Names it", "Asks"), "What now?", "It is seen."), references=())

    words = tags(shown(item, (0, 1)), "div")[0].words
    assert words == "A good answer: Names it Asks Why: It is seen. An example: What now?"
