"""`cps-quiz export page`: one file to practice on in a browser."""

from collections.abc import Sequence
from pathlib import Path

from cps_quiz.cli.wiring import library, say
from cps_quiz.core.counting import counted
from cps_quiz.words import practice_page as page_words


def write_page(output: Path, topics: Sequence[str], title: str | None, banks: list[Path] | None) -> None:
    """Write the page; nothing takes the place of a bank.

    Raises QuizError for an unknown topic, without questions, or when it cannot be written.
    """
    from cps_quiz.bank.saving import replace_text
    from cps_quiz.journeys.banks import alike, items_to_review, title_of
    from cps_quiz.journeys.interchange.exporting import refuse_banks
    from cps_quiz.pages.practice.data import contents_of
    from cps_quiz.pages.practice.page import practice_page

    loaded = library(banks)
    refuse_banks(loaded, output)
    items = items_to_review(loaded, topics)
    called = title or title_of(loaded, topics, banks)
    found = contents_of(called, items, loaded.curriculum.topics, loaded.glossary, alike(loaded, items))
    replace_text(output, practice_page(found))
    say(page_words.written(str(output), counted(len(items), "question")))
