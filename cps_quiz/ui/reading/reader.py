"""Longer texts, shown at once: explanations, notes, items with their answers open."""

from collections.abc import Sequence

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.comparison import situations
from cps_quiz.core.questions.explanation import explain
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import parts
from cps_quiz.ui.drawing.choices import asked_blocks
from cps_quiz.ui.drawing.console import make_console
from cps_quiz.ui.drawing.explained import explanation
from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drawing.page import width_of
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.ui.drill.plain import Say, say_explanation, say_prose, say_question, situation_lines
from cps_quiz.ui.exam.result_lines import result_blocks
from cps_quiz.ui.pages.reader import print_blocks
from cps_quiz.words import feedback as feedback_words
from cps_quiz.words.exam_result import ExamView


def show_texts(texts: Sequence[str], look: Look, say: Say) -> None:
    """Show Markdown texts with an empty line between them."""
    if look.plain:
        for text in texts:
            say_prose(text, say)
            say("")
        return
    writer = make_writer(look)
    print_blocks(writer, (writer.prose(text) for text in texts))


def show_item(item: Item, glossary: Glossary, look: Look, say: Say) -> None:
    """Show an item as a candidate sees it, then every answer explained."""
    order = tuple(range(parts(item.body.interaction())))
    told = explain(item, order, None)
    if look.plain:
        say_question(item, order, say)
        say("")
        say_explanation(told, glossary, say)
        for line in situation_lines(item, glossary):
            say(line)
        if item.reviewed:
            say(feedback_words.reviewed(item.reviewed))
        return
    writer = make_writer(look)
    others = situations(item, glossary.items)
    compared = (
        [writer.prose(feedback_words.others(item, len(others))), *map(writer.situation, others)] if others else []
    )
    reviewed = [writer.prose(feedback_words.reviewed(item.reviewed))] if item.reviewed else []
    print_blocks(writer, [*asked_blocks(item, writer), *explanation(told, glossary, writer), *compared, *reviewed])


def show_result(view: ExamView, look: Look, say: Say) -> None:
    """Show how an exam went."""
    if look.plain:
        for sentence in view.sentences():
            say(sentence)
        return
    writer = make_writer(look)
    print_blocks(writer, result_blocks(view, writer))


def make_writer(look: Look) -> Writer:
    """A writer on standard output, as wide as the terminal."""
    console = make_console()
    return Writer(console, look, width_of(console, look.width))
