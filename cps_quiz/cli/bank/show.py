"""`cps-quiz bank show`: one item, or a sheet of many for people who review them."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from cps_quiz.bank.library import Library
from cps_quiz.cli.completion import items, topics
from cps_quiz.cli.wiring import Banks, Force, Plain, carried, library, look, refuse_to_replace, say
from cps_quiz.core.counting import counted
from cps_quiz.core.questions.bank import Item
from cps_quiz.errors import QuizError
from cps_quiz.journeys.banks import as_data, find_item, items_to_review, title_of
from cps_quiz.ui.reading.reader import show_item

Id = Annotated[str | None, typer.Argument(help="The id of a question.", show_default=False, autocompletion=items)]
Json = Annotated[bool, typer.Option("--json", help="For another program to read.")]
Review = Annotated[bool, typer.Option("--review", help="A sheet to read and judge questions: needs --html.")]
Topics = Annotated[
    list[str] | None, typer.Option("--topic", help="With --review: only this topic.", autocompletion=topics)
]
Covered = Annotated[bool, typer.Option("--covered", help="Hide the answer until it is asked for.")]
Html = Annotated[Path | None, typer.Option("--html", help="With --review: the file to write.")]


def show(
    item: Id = None,
    review: Review = False,
    topics: Topics = None,
    html: Html = None,
    force: Force = False,
    banks: Banks = None,
    covered: Covered = False,
    json_: Json = False,
    plain: Plain = False,
) -> None:
    """One item as a candidate sees it, with its answers open or covered; or all, as a sheet for reviewers."""
    if (topics or html is not None) and not review:
        raise QuizError("--topic and --html go with --review.", "Write: cps-quiz bank show --review --html FILE")
    if item is None and not review:
        raise QuizError("No question is named.", "Name one by its id, or write a sheet of all: --review --html FILE")
    if review and (json_ or (item is not None and topics)):
        raise QuizError("--review goes with one question or with topics, and not with --json.", "Leave the other out.")
    loaded = library(banks, None if review else item)
    if review:
        if html is not None:
            refuse_to_replace(html, force=force)
        _write_sheet(loaded, items_to_review(loaded, topics or (), item), title_of(loaded, topics or (), banks), html)
        return
    found = find_item(loaded, item or "")
    if json_:
        print(json.dumps(as_data(found), indent=2))
    elif covered:
        from cps_quiz.cli.bank.covered import show_covered

        show_covered(found, loaded, carried(banks, plain=plain), plain=plain)
    else:
        show_item(found, loaded.glossary, look(plain=plain), say)


def _write_sheet(loaded: Library, items: Sequence[Item], title: str, html: Path | None) -> None:
    from cps_quiz.bank.saving import replace_text
    from cps_quiz.pages.review_sheet import review_page

    if html is None:
        raise QuizError("A sheet for reviewers is a file.", "Say where to write it: --html review.html")
    replace_text(html, review_page(title, items, loaded.glossary))
    say(f"{html} has {counted(len(items), 'question')} with room for a verdict. Print it, or share it.")
