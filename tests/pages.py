"""Reads pages of HTML for tests, and makes exams to write them of."""

from collections.abc import Iterable
from html.parser import HTMLParser
from typing import NamedTuple

from cps_quiz.core.exam.exam import Ending, Exam, Settings
from cps_quiz.core.exam.report import FinishedExam, Outcome, exam_report, outcomes
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item, ItemId, Misconception, Scenario, Source, TopicId
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import MisconceptionId, Option
from cps_quiz.core.questions.response import Arranged, Chosen
from cps_quiz.item_types.multiple import Multiple
from cps_quiz.item_types.order import Order
from cps_quiz.item_types.single import Single
from cps_quiz.words.exam_result import ExamView

_EMPTY = {"meta"}


class Tag(NamedTuple):
    """An element with its attributes and all text inside it."""

    name: str
    attributes: dict[str, str]
    texts: list[str]

    @property
    def text(self) -> str:
        return "".join(self.texts)

    @property
    def words(self) -> str:
        return " ".join(self.text.split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.open: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = Tag(tag, {name: value or "" for name, value in attrs}, [])
        self.tags.append(found)
        if tag not in _EMPTY:
            self.open.append(found)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        for tag in self.open:
            tag.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def tags(page: str, name: str = "", class_: str = "") -> list[Tag]:
    """The elements of a page with that name and class, in the order of their starts; each must be closed in turn."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return [
        tag
        for tag in reader.tags
        if name in {"", tag.name} and (not class_ or class_ in tag.attributes.get("class", "").split())
    ]


def said(page: str) -> str:
    """All that a page says, in one line."""
    return tags(page, "body")[0].words


GIVING, CHEER = MisconceptionId("giving-tips"), MisconceptionId("false-cheer")
GLOSSARY = Glossary(
    {TopicId("listening"): "Listening", TopicId("planning"): "Planning together"},
    {
        GIVING: Misconception(GIVING, "Giving tips", "m", "h", "i"),
        CHEER: Misconception(CHEER, "False cheer", "m", "h", "i"),
    },
    {"book": Source("A Book of Steps", "Lynn Press", 2019, "https://example.org/book")},
)


def option(text: str, misconception: MisconceptionId | None = None, *, why: str = "") -> Option:
    return Option(text, misconception is None, why or f"Why {text}.", misconception)


ONE = Item(
    ItemId("one"),
    "single",
    "What *first*?\n\n- now\n- then",
    TopicId("listening"),
    Single((option("Key"), option("Tip", GIVING), option("Cheer", CHEER))),
    scenario=Scenario("bus", "Rosa waits for the bus."),
    references=("book", "unknown-book"),
)
SOME = ONE._replace(
    id=ItemId("some"),
    type="multiple",
    stem="Which two? Choose two.",
    body=Multiple((option("First key"), option("Tips", GIVING), option("Second key"), option("Cheers", CHEER))),
    scenario=None,
    references=(),
)
STEPS = SOME._replace(
    id=ItemId("steps"),
    type="order",
    stem="In what order?",
    topic=TopicId("planning"),
    body=Order(("Hear", "Ask", "Agree"), "One leads to the next."),
)
ITEMS = (ONE, SOME, STEPS)


def exam_of(items: Iterable[Item] = ITEMS, seed: int = 1) -> Exam:
    return Exam.start(items, Settings(seconds=600, target=75, certainty=True), seed)


def sat_exam() -> Exam:
    """A right answer that was sure, a wrong one that was guessed and flagged, one left open."""
    exam = exam_of().answer(Chosen((0,))).sure(Confidence.SURE).run(12)
    exam = exam.go(1).answer(Chosen((0, 1))).sure(Confidence.GUESSING).flag().run(75.4)
    return exam.go(2).answer(Arranged((0, 1, 2))).answer(None).run(3)


def view_of(exam: Exam, *more: Outcome, number: int = 4) -> ExamView:
    """The result of an exam, with further outcomes."""
    found = (*outcomes(exam), *more)
    breaks, spent = exam.breaks, exam.spent
    finished = FinishedExam(
        "id", number, 0, 0, "2026-03-14", Ending.HANDED_IN, exam.seed, exam.settings, breaks, spent, found
    )
    return ExamView(finished, exam_report(found, exam.settings), GLOSSARY, {"listening/aim": "Stay with it"})
