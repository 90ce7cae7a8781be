"""A page of all items of a bank while it is written, each with what `check` says of it."""

from collections.abc import Sequence

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import parts
from cps_quiz.pages.blocks import bullets
from cps_quiz.pages.document import page
from cps_quiz.pages.markup import Element, element
from cps_quiz.pages.questions import explained, question
from cps_quiz.words import preview as words


def preview_page(
    title: str, entries: Sequence[tuple[Item, Sequence[str]]], others: Sequence[str], glossary: Glossary
) -> str:
    """The page of all entries, answers open."""
    shown = [_entry(item, notes, glossary) for item, notes in entries] or [element("p", words.NOTHING)]
    rest = [element("p", words.elsewhere(len(others))), bullets(others)] if others else []
    return page(title, *shown, *rest)


def _entry(item: Item, notes: Sequence[str], glossary: Glossary) -> Element:
    order = tuple(range(parts(item.body.interaction())))
    said = [element("p", words.NOTES), bullets(notes)] if notes else [element("p", words.WELL, class_="soft")]
    return element("article", element("h3", item.id), *question(item), *explained(item, order, glossary), *said)
