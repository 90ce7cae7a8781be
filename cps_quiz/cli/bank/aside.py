"""`cps-quiz bank aside` and `bank back`."""

from typing import Annotated

import typer

from cps_quiz.bank.library import Library
from cps_quiz.cli.completion import items_and_topics
from cps_quiz.cli.wiring import Banks, complain, library, now, open_progress
from cps_quiz.core.questions.bank import TopicId
from cps_quiz.core.record.log import Aside
from cps_quiz.journeys.banks import find_item
from cps_quiz.journeys.drill.keeping import milliseconds
from cps_quiz.words import keeping as keeping_words

Id = Annotated[
    str, typer.Argument(metavar="ID", help="The id of a question or of a topic.", autocompletion=items_and_topics)
]


def aside(id_: Id, banks: Banks = None) -> None:
    """Ask a question, or all of a topic, no more: neither in drills nor in exams."""
    _note(id_, library(banks), on=True)
    complain(keeping_words.put_aside(id_))


def back(id_: Id, banks: Banks = None) -> None:
    """Ask what was put aside again."""
    _note(id_, library(banks), on=False)
    complain(keeping_words.brought_back(id_))


def _note(id_: str, loaded: Library, *, on: bool) -> None:
    """Raises UnknownNameError for an id that nothing loaded has, unless it is to be brought back."""
    store = open_progress()
    topics = {item.topic for item in loaded.items} | loaded.curriculum.topics.keys()
    kind = "topic" if TopicId(id_) in topics else "item"
    if kind == "item" and Aside("item", id_, 1, 0)[:3] not in [one[:3] for one in store.asides()]:
        find_item(loaded, id_)
    store.put_aside(Aside(kind, id_, int(on), milliseconds(now())))
