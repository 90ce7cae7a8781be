"""A mock exam on paper: its questions with boxes to tick, and a sheet for the answers."""

from cps_quiz.core.counting import counted
from cps_quiz.core.exam.exam import Exam
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Interaction, Write, parts
from cps_quiz.pages.document import page, section
from cps_quiz.pages.markup import Element, Node, element
from cps_quiz.pages.questions import lettered, name_lines, question, step
from cps_quiz.words.durations import time_given
from cps_quiz.words.exam import STUDY_ONLY


def question_page(exam: Exam) -> str:
    """The page; parts stand under the letters that they have on the screen in an exam of this seed."""
    places = range(len(exam.places))
    settings = exam.settings
    return page(
        f"Mock exam, form {exam.seed}: questions",
        name_lines("Name:", "Date:"),
        element(
            "p",
            f"{counted(len(exam.places), 'question')}. Time: {time_given(settings)}. Target: {settings.target:g}%.",
        ),
        element("p", STUDY_ONLY),
        section("Questions", *(_question(exam.places[at].item, exam.order(at), at + 1) for at in places)),
        _sheet(exam),
    )


def _question(item: Item, order: tuple[int, ...], number: int) -> Element:
    heading = element("h3", f"Question {number}")
    return element("article", heading, *question(item), *choices(item.body.interaction(), order), class_="question")


def choices(interaction: Interaction, order: tuple[int, ...]) -> list[Node]:
    """What there is to choose from or to put in order, with room for an answer."""
    match interaction:
        case ChooseOne(options) | ChooseSome(options):
            boxes = (lettered(LETTERS[at], options[index].text) for at, index in enumerate(order))
            return [element("ul", *boxes, class_="plain asked")]
        case Arrange(steps):
            listed = (step(LETTERS[at], steps[index]) for at, index in enumerate(order))
            how = element("p", "Write the letters in order, the first one first:")
            return [element("ul", *listed, class_="plain"), how, element("p", *_blanks(len(steps)), class_="blanks")]
        case Write():
            return [element("p", "Write your answer on a sheet of your own.")]


def _blanks(count: int) -> list[Node]:
    return [_cell(f"{number} ", element("span", class_="blank")) for number in range(1, count + 1)]


def _sheet(exam: Exam) -> Element:
    rows = (_answer(at + 1, place.item.body.interaction()) for at, place in enumerate(exam.places))
    return section("Answer sheet", element("ul", *rows, class_="plain sheet"), class_="apart")


def _answer(number: int, interaction: Interaction) -> Element:
    cells: list[Node]
    match interaction:
        case ChooseOne() | ChooseSome():
            cells = [_cell(element("span", class_="box"), f" {letter}") for letter in LETTERS[: parts(interaction)]]
        case Arrange(steps):
            cells = _blanks(len(steps))
        case Write():
            cells = ["on a sheet of your own"]
    return element("li", element("span", str(number), class_="number"), " ", *cells)


def _cell(*inside: Node) -> Element:
    return element("span", *inside, " ", class_="cell")
