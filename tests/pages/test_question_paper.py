from pages import ITEMS, ONE, SOME, exam_of, said, tags

from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome
from cps_quiz.item_types.reflection import Reflection
from cps_quiz.pages.question_paper import question_page

PAGE = question_page(exam_of())


def test_options_and_steps_stand_under_the_letters_of_the_exam() -> None:
    for seed in range(8):
        exam = exam_of(seed=seed)
        expected = []
        for at, place in enumerate(exam.places):
            interaction = place.item.body.interaction()
            assert isinstance(interaction, ChooseOne | ChooseSome | Arrange)
            texts = interaction.steps if isinstance(interaction, Arrange) else [o.text for o in interaction.options]
            expected += [f"{LETTERS[i]} {texts[index]}" for i, index in enumerate(exam.order(at))]
        page = question_page(exam)

        listed = [tag.words for tag in tags(page, "li") if tag.attributes.get("class") in {"option", "step"}]
        assert listed == expected


def test_questions_are_numbered_and_whole() -> None:
    articles = tags(PAGE, "article", "question")

    assert [tag.text for tag in tags(PAGE, "h3")] == ["Question 1", "Question 2", "Question 3"]
    assert articles[0].words.startswith("Question 1 Rosa waits for the bus. What first? now then a ")
    assert len(articles) == len(ITEMS)


def test_options_have_boxes_and_steps_have_blanks() -> None:
    first, _, last = (question_page(exam_of([item])) for item in ITEMS)

    assert len(tags(first, class_="box")) == 2 * 3  # with the question, and on the answer sheet
    assert len(tags(last, class_="box")) == 0
    assert len(tags(last, class_="blank")) == 2 + 2 * 3  # name and date come first


def test_the_answer_sheet_has_a_line_for_each_question() -> None:
    (sheet,) = tags(PAGE, "ul", "sheet")

    assert sheet.words == "1 a b c 2 a b c d 3 1 2 3"


def test_it_says_that_this_is_for_study() -> None:
    assert "Name: Date: 3 questions. Time: 10 minutes. Target: 75%. These are settings for study" in said(PAGE)


def test_nothing_gives_the_key_away() -> None:
    assert not tags(PAGE, class_="key")
    assert not [word for word in ("the key", "Why", "Giving tips", "A Book") if word in said(PAGE)]


def test_a_text_of_ones_own_needs_a_sheet_of_its_own() -> None:
    page = question_page(exam_of([SOME, ONE._replace(body=Reflection(("Point",), "Example", "Reason"))]))

    assert "Write your answer on a sheet of your own." in said(page)
    assert not [word for word in ("Point", "Example", "Reason") if word in said(page)]
