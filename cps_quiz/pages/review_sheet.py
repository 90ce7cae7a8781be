"""A sheet for people of the field who read questions: each with its key and reasons, and room for a verdict."""

from collections.abc import Sequence

from cps_quiz.core.counting import counted
from cps_quiz.core.drill.drill import shown_order
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import Arrange, parts
from cps_quiz.pages.blocks import bullets
from cps_quiz.pages.document import page, section
from cps_quiz.pages.markup import Element, Node, element
from cps_quiz.pages.question_paper import choices
from cps_quiz.pages.questions import explained, name_lines, question
from cps_quiz.words import feedback as feedback_words

VERDICTS = (
    ("The best answer is", ("clearly the best", "one of several", "not the best")),
    ("The situation and the words are", ("true to the work", "odd in places", "not true to it")),
    ("The reasons, and the mistakes they name, are", ("right", "right in part", "not right")),
)
"""What a reviewer is asked of each question, and the answers to tick."""

HOW = (
    "In the first part, tick what you would answer, before you see what the author thought.",
    "In the second part, tick one box in each line, and say in your own words what you would change.",
    "Give the sheet back to whoever gave it to you. If you agree, your name goes beside the questions you found right.",
)


def review_page(title: str, items: Sequence[Item], glossary: Glossary) -> str:
    """The page of all `items`, parts in the order of the bank."""
    return page(
        f"Review: {title}",
        name_lines("Your name:", "Your role:", "Date:"),
        element(
            "p",
            f"{counted(len(items), 'question')} to read. Thank you: what people who do this work say of a question"
            " counts more than anything that a program can measure.",
        ),
        bullets(HOW),
        section("Your own answers", *map(_asked, items)),
        section("Keys and reasons", *(_answered(item, glossary) for item in items), class_="apart"),
    )


def _asked(item: Item) -> Element:
    shown = choices(item.body.interaction(), _order(item))
    return element("article", element("h3", item.id), *question(item), *shown, class_="question")


def _order(item: Item) -> tuple[int, ...]:
    """Options as they stand in the bank; steps never in their right order."""
    interaction = item.body.interaction()
    if isinstance(interaction, Arrange):
        return shown_order(interaction, 0, item.id)
    return tuple(range(parts(interaction)))


def _answered(item: Item, glossary: Glossary) -> Element:
    about = [glossary.topic(item.topic), glossary.objective(item.objective) if item.objective else ""]
    heading = element("h3", item.id), element("p", ". ".join(filter(None, about)), ".", class_="soft")
    shown = (*question(item), *explained(item, _order(item), glossary), *_verdicts())
    return element("article", *heading, *_reviewed(item), *shown, class_="question")


def _reviewed(item: Item) -> list[Node]:
    if item.reviewed is None:
        return []
    return [element("p", feedback_words.reviewed(item.reviewed), class_="soft")]


def _verdicts() -> list[Element]:
    rows = [element("p", f"{asked}: ", *map(_box, answers), class_="verdict") for asked, answers in VERDICTS]
    return [*rows, element("p", "What would you change?", class_="verdict"), element("p", class_="room")]


def _box(answer: str) -> Element:
    return element("span", element("span", class_="box"), f" {answer} ", class_="cell")
