"""The report on a group's answers, as a page: pictures first."""

from collections.abc import Iterable

from cps_quiz.core.results.items import ItemResult, OptionResult
from cps_quiz.pages.blocks import bullets, table
from cps_quiz.pages.charts import ranges
from cps_quiz.pages.document import page, section
from cps_quiz.pages.markup import Element, Node, element
from cps_quiz.words import results as words
from cps_quiz.words.results import ResultsView
from cps_quiz.words.results_notes import NOTES


def results_page(view: ResultsView) -> str:
    """The page; a question's place links to its bank's file, as seen from where the report was made."""
    found = view.results
    return page(
        "What the answers say about the questions",
        element("p", element("strong", view.headline())),
        *(element("p", sentence, class_="soft") for sentence in view.held_back()),
        _first(view),
        *_pictures(view),
        section(words.EXAMS, *_paragraphs(map(words.exam, found.exams), words.NO_EXAMS)),
        _approaches(view),
        section(words.ITEMS, *(_item(view, item) for item in found.items), *_none(found.items), class_="apart"),
        section(words.HOW, bullets(NOTES)),
    )


def _first(view: ResultsView) -> Element:
    shown: list[Node] = []
    for heading, said, cure in view.top():
        rows = (element("li", sentence, *_link(place)) for sentence, place in said)
        shown += [element("h3", words.to_do(heading, cure)), element("ul", *rows)]
    return section(words.FIRST, *(shown or [element("p", words.NOTHING_FIRST)]))


def _link(place: str) -> list[Node]:
    path, _, line = place.rpartition(":")
    if not path:
        return [f" {place}"] if place else []
    return [" ", element("a", place, href=f"{path}#L{line}")]


def _pictures(view: ResultsView) -> list[Element]:
    """All questions at one look, the hardest first; then the approaches."""
    drawn = []
    for setting in ("exam", "drill"):
        items = sorted((one for one in view.results.items if one.setting == setting), key=lambda one: one.facility.low)
        if items:
            rows = [(words.pictured(one), one.facility) for one in items]
            drawn.append(section(words.picture_title(setting), ranges(words.picture_title(setting), rows)))
    return drawn


def _approaches(view: ResultsView) -> Element:
    found = view.results.approaches
    if not found:
        return section(words.APPROACHES, element("p", words.NO_APPROACHES))
    rows = [(view.approach_name(one), one.chosen) for one in found]
    cells = [
        (
            view.glossary.misconception(words.approach_id(one)),
            view.topic_name(one),
            one.month,
            str(one.n),
            words.share_with_interval(one.chosen),
            one.twice.told,
        )
        for one in found
    ]
    return section(
        words.APPROACHES, ranges(words.APPROACHES, rows), table(words.APPROACH_HEADS, cells, words.APPROACH_NUMBERS)
    )


def _item(view: ResultsView, item: ItemResult) -> Element:
    stem = view.items[item.version].stem if item.version in view.items else ""
    heading = element("h3", words.item_title(item), *_link(view.place(item)))
    rows = [(words.option_title(view, item, option), option.share) for option in item.options]
    drawn = [ranges(item.version.item, rows)] if rows else []
    facts = element("p", f"{words.facility(item)}; {words.discrimination(item)}.")
    asked = [element("p", stem, class_="soft")] if stem else []
    return element("article", heading, *asked, facts, *drawn, *_table(view, item), class_="question")


def _table(view: ResultsView, item: ItemResult) -> list[Element]:
    if not item.options:
        return []
    return [table(words.OPTION_HEADS, [_cells(view, item, option) for option in item.options], 2)]


def _cells(view: ResultsView, item: ItemResult, option: OptionResult) -> tuple[str, ...]:
    r = words.decimal(option.r) if option.r is not None else ""
    title = words.option_title(view, item, option)
    return title, words.judged(option), words.share_with_interval(option.share), r


def _paragraphs(sentences: Iterable[str], otherwise: str) -> list[Element]:
    found = [element("p", sentence) for sentence in sentences]
    return found or [element("p", otherwise)]


def _none(items: tuple[ItemResult, ...]) -> list[Element]:
    return [] if items else [element("p", words.NO_ITEMS)]
