"""The result of a mock exam as lines with bars for a terminal."""

from collections.abc import Sequence

from rich.text import Text

from cps_quiz.core.exam.report import Part
from cps_quiz.ui.drawing.page import Block, wrap
from cps_quiz.ui.drawing.pictures import bar
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.words import exam_result
from cps_quiz.words.exam_result import FEW_NOTE, ExamView, Group, few
from cps_quiz.words.numbers import out_of

BAR, SHORT_BAR = 14, 7
NARROW = 60
"""Columns below which bars are short, so that names have room."""


def result_blocks(view: ExamView, writer: Writer) -> list[Block]:
    """The whole result; parts that have nothing to show are left out. Comfort, if there is any, stands first."""
    score, *rest = view.headline()
    groups = [group for group in view.groups() if group.parts]
    few_there = any(part.few for group in groups for _, part in group.parts)
    blocks = [
        writer.prose(view.comfort()) if view.comfort() else [],
        [*writer.prose(score, style="strong"), *(line for sentence in rest for line in writer.prose(sentence))],
        _section(exam_result.TEMPTED, view.misconceptions(), writer),
        *(_drawn(group, writer) for group in groups),
        writer.prose(FEW_NOTE) if few_there else [],
        _section(exam_result.HOW_SURE, view.certainty(), writer),
        writer.prose(view.sharing()) if view.sharing() else [],
    ]
    return [block for block in blocks if block]


def _section(title: str, sentences: Sequence[str], writer: Writer) -> Block:
    lines = [line for sentence in sentences for line in writer.prose(sentence, indent=3)]
    return [writer.text(f" {title}", "strong"), *lines] if lines else []


def _drawn(group: Group, writer: Writer) -> Block:
    rows = [line for name, part in group.parts for line in _row(name, part, writer)]
    return [writer.text(f" {group.title}", "strong"), *rows]


def _row(name: str, part: Part, writer: Writer) -> Block:
    width = BAR if writer.width >= NARROW else SHORT_BAR
    count = out_of(f"{part.right:>2}", f"{part.asked:<3}")
    picture = Text("   ").append_text(bar(part.share, width, writer.look)).append(f" {count} ")
    return wrap(writer.console, writer.text(f"{name}{few(part)}"), writer.width, picture, " " * picture.cell_len)
