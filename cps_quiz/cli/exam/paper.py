"""`cps-quiz exam print`, and the report of an exam as a file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.cli.completion import topics
from cps_quiz.cli.wiring import Banks, Force, Seed, library, refuse_to_replace, say, seed_or_chance
from cps_quiz.core.questions.bank import Item, ItemId
from cps_quiz.words import exam as exam_words
from cps_quiz.words import exam_result
from cps_quiz.words.exam_result import ExamView

Items = Annotated[int | None, typer.Option("--items", min=1, max=1000, help="How many questions. [50]")]
Topics = Annotated[
    list[str] | None, typer.Option("--topic", help="Only this topic; may be given again.", autocompletion=topics)
]
BlueprintFile = Annotated[Path | None, typer.Option("--blueprint", help="A YAML file with all of these settings.")]
Folder = Annotated[Path, typer.Option("--folder", help="Where to write the two files.", show_default=False)]


def print_(
    items: Items = None,
    topics: Topics = None,
    blueprint: BlueprintFile = None,
    seed: Seed = None,
    folder: Folder = Path(),
    force: Force = False,
    banks: Banks = None,
) -> None:
    """A question paper and its answer key, as pages to print."""
    from cps_quiz.bank.saving import make_folder, replace_text
    from cps_quiz.core.exam.exam import Exam, Settings
    from cps_quiz.journeys.exam.exam import Wanted, blueprint_for, draw
    from cps_quiz.pages.answer_key import key_page
    from cps_quiz.pages.question_paper import question_page

    loaded = library(banks)
    wanted = blueprint_for(loaded, Wanted(items=items, topics=tuple(topics or ()), blueprint=blueprint))
    number = seed_or_chance(seed)
    settings = Settings(seconds=60 * wanted.minutes, target=wanted.target)
    exam = Exam.start(draw(loaded, wanted, {}, number), settings, number)
    make_folder(folder)
    paper, key = (folder / f"exam-{number}-{part}.html" for part in ("questions", "key"))
    for page in (paper, key):
        refuse_to_replace(page, force=force)
    replace_text(paper, question_page(exam))
    replace_text(key, key_page(exam, loaded.glossary))
    say(exam_words.printed(paper, key))


def write_report(seen: ExamView, asked: Mapping[ItemId, Item], html: Path, *, force: bool = False) -> None:
    """Write the report of an exam, whose questions were `asked` so, into the file `html`.

    Raises WriteFailedError, and NotOursError for a file that the program did not write.
    """
    from cps_quiz.bank.saving import replace_text
    from cps_quiz.pages.report_page import report_page

    refuse_to_replace(html, force=force)
    replace_text(html, report_page(seen, asked))
    say(exam_result.written(seen.finished.number, html))
