from pages import GLOSSARY, ITEMS, exam_of, said, tags

from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.core.questions.response import Arranged, Chosen
from cps_quiz.pages.answer_key import key_page
from cps_quiz.pages.question_paper import question_page


def responses(page: str, seed: int) -> list[Arranged | Chosen]:
    """What somebody hands in who reads the letters off the top of the key."""
    exam, found = exam_of(seed=seed), []
    for at, line in enumerate(tags(tags_html(page), "li")):
        _, letters = line.words.split(" ", 1)
        indices = [exam.order(at)[LETTERS.index(letter)] for letter in letters.replace(" and ", ", ").split(", ")]
        is_order = exam.places[at].item.type == "order"
        found.append(Arranged(tuple(indices)) if is_order else Chosen(tuple(sorted(indices))))
    return found


def tags_html(page: str) -> str:
    """The part of a page with the keys at a glance."""
    return page[page.index("<ul") : page.index("</ul>") + len("</ul>")]


def test_who_answers_by_the_key_has_every_point() -> None:
    for seed in range(8):
        handed_in = responses(key_page(exam_of(seed=seed), GLOSSARY), seed)

        assert [item.body.score(given).full for item, given in zip(ITEMS, handed_in, strict=True)] == [True] * 3


def test_every_option_has_the_letter_that_it_has_on_the_question_paper() -> None:
    exam = exam_of(seed=5)

    def letters(page: str) -> set[tuple[str, ...]]:
        found = [
            tag.words for tag in tags(page, "li") if {"option", "step"} & {*tag.attributes.get("class", "").split()}
        ]
        return {tuple(words.split()[:2]) for words in found}

    assert letters(key_page(exam, GLOSSARY)) == letters(question_page(exam))


def test_every_reason_name_and_work_is_told() -> None:
    words = said(key_page(exam_of(), GLOSSARY))

    for expected in (
        "Why Key.",
        "Giving tips. Why Tip.",
        "False cheer. Why Cheers.",
        "One leads to the next.",
        "A Book of Steps",
    ):
        assert expected in words


def test_questions_have_the_numbers_of_the_paper() -> None:
    page = key_page(exam_of(), GLOSSARY)

    assert [tag.text.split(":")[0] for tag in tags(page, "h3")] == ["Question 1", "Question 2", "Question 3"]
