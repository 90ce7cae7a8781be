"""The screens of a drill as pages: its question, the header above, the help."""

from rich.text import Text

from cps_quiz.core.drill.drill import Drill, shown_texts
from cps_quiz.core.questions.asking import asked_for
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Interaction, Write
from cps_quiz.ui.drawing.choices import Choices, asked_blocks, choices, nths, ticks
from cps_quiz.ui.drawing.page import Block, Footer, Page, wrap
from cps_quiz.ui.drawing.screen import LOW
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.ui.listening.question_keys import OpenQuestion
from cps_quiz.ui.pages.reader import help_block
from cps_quiz.words import drill as drill_words
from cps_quiz.words import keys as key_words

FEWEST = 6
"""Columns below which a bar says nothing."""


def header(drill: Drill, glossary: Glossary, writer: Writer) -> Block:
    """Topic and place, a bar, and how many were right so far; on a low screen topic and place alone."""
    item = drill.queue[0].item
    flagged = [drill_words.FLAGGED] if item.id in drill.flagged else []
    *above, left = writer.row([glossary.topic(item.topic), drill_words.place(drill), *flagged], "strong")
    if writer.console.height < LOW:
        return [*above, left]
    left.append("  ")
    count = sum(answer.score.full and not answer.turn.again for answer in drill.answers)
    right = writer.text(f"  {drill_words.right_so_far(count)}")
    room = writer.width - left.cell_len - right.cell_len
    if room < FEWEST:
        return [*above, left, _bar(drill, writer, writer.width - right.cell_len - 1).append_text(right)]
    return [*above, left.append_text(_bar(drill, writer, room)).append_text(right)]


def _bar(drill: Drill, writer: Writer, width: int) -> Text:
    signs = writer.look.signs
    done = (drill.place - 1) * width // max(1, drill.total)
    return Text(signs.bar * done, style="accent").append(signs.rest * (width - done), style="quiet")


def help_page(drill: Drill, glossary: Glossary, writer: Writer) -> Page:
    """All keys of a drill."""
    from cps_quiz.words.key_helps import drill_help

    rows = help_block(drill_help(drill.queue[0].item), writer)
    return Page(header(drill, glossary, writer), [rows], lambda more: key_words.help_footer(more=more))


def question_page(drill: Drill, open_: OpenQuestion, glossary: Glossary, writer: Writer) -> Page:
    """The present question as far as it is answered; what is told of it stands above the keys."""
    item = drill.queue[0].item
    interaction = item.body.interaction()
    found = _choices(interaction, drill.order(), open_, writer)
    blocks = [writer.prose(drill_words.CHANGED)] if item.id in drill.changed else []
    how = [writer.prose(drill_words.TO_ORDER)] if isinstance(interaction, Arrange) else []
    blocks += [*asked_blocks(item, writer), *how, found.lines]
    note = _note(drill, open_, writer)
    footer = _footer(interaction, open_, asked_for(item))
    return Page(header(drill, glossary, writer), blocks, footer, note, marked=found.firsts)


def _note(drill: Drill, open_: OpenQuestion, writer: Writer) -> Block:
    item = drill.queue[0].item
    hint = f"**{drill_words.HINT}** {item.hint}" if item.hint else drill_words.NO_HINT
    shown = [
        *([hint] if open_.hint else []),
        *([f"**{drill_words.WHY}** {drill_words.why(drill)}"] if open_.why else []),
    ]
    return [*(line for text in shown for line in writer.prose(text)), *writer.note(open_.message)]


def _choices(interaction: Interaction, order: tuple[int, ...], open_: OpenQuestion, writer: Writer) -> Choices:
    count, mark = len(order), open_.mark
    match interaction:
        case ChooseOne():
            leads = ["(x) " if at in open_.picked else "  " for at in range(count)]
            return choices(leads, shown_texts(interaction, order), mark, writer)
        case ChooseSome():
            return choices(ticks(count, open_.picked), shown_texts(interaction, order), mark, writer)
        case Arrange():
            return choices(nths(count, open_.picked), shown_texts(interaction, order), mark, writer)
        case Write():
            return _writing(interaction, order, open_, writer)


def _writing(interaction: Write, order: tuple[int, ...], open_: OpenQuestion, writer: Writer) -> Choices:
    if open_.draft is not None:
        text, at, _ = open_.draft
        shown = writer.text(text[:at]).append("_").append_text(writer.text(text[at:]))
        return Choices(wrap(writer.console, shown, writer.width, " > ", "   "), [])
    if open_.text is None:
        return Choices(writer.prose(drill_words.TO_WRITE), [])
    from cps_quiz.words import feedback as feedback_words

    points = choices(ticks(len(order), open_.picked), [interaction.looks_for[at] for at in order], open_.mark, writer)
    above = [*writer.prose(f"*{feedback_words.WROTE}* {open_.text}"), Text(), *writer.prose(drill_words.POINTS), Text()]
    return points._replace(lines=[*above, *points.lines])


def _footer(interaction: Interaction, open_: OpenQuestion, wanted: int | None) -> Footer:
    if open_.draft is not None:
        return lambda more: key_words.typing_footer(more=more)
    unwritten = isinstance(interaction, Write) and open_.text is None
    first = key_words.WRITING_BEGINS if unwritten else key_words.answering(interaction, wanted)
    return lambda more: key_words.question_footer(first, more=more)
