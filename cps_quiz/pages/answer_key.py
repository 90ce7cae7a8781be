"""The key to a mock exam on paper, with the reasons."""

from cps_quiz.core.exam.exam import Exam
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.pages.document import page, section
from cps_quiz.pages.markup import Element, element
from cps_quiz.pages.questions import explained, key_letters, question
from cps_quiz.words.exam import STUDY_ONLY


def key_page(exam: Exam, glossary: Glossary) -> str:
    """The page; letters are those of the question paper of the same exam."""
    keys = [_key(exam, at) for at in range(len(exam.places))]
    glance = (
        element("li", element("span", str(number), class_="number"), " ", key) for number, key in enumerate(keys, 1)
    )
    return page(
        f"Mock exam, form {exam.seed}: answer key",
        element("p", "One point for each question whose whole key is chosen, and nothing else."),
        element("p", STUDY_ONLY),
        section("At a glance", element("ul", *glance, class_="plain sheet")),
        section("Why", *(_reasons(exam, at, glossary) for at in range(len(keys))), class_="apart"),
    )


def _key(exam: Exam, at: int) -> str:
    return key_letters(exam.places[at].item.body.interaction(), exam.order(at)) or "see below"


def _reasons(exam: Exam, at: int, glossary: Glossary) -> Element:
    item, order = exam.places[at].item, exam.order(at)
    heading = element("h3", f"Question {at + 1}: {_key(exam, at)}")
    return element("article", heading, *question(item), *explained(item, order, glossary), class_="question")
