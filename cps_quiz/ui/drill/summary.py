"""The end of a drill for a terminal: bars first, then words."""

from rich.text import Text

from cps_quiz.core.drill.report import Report, TopicScore
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.ui.drawing.page import Block, wrap
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.words import drill as drill_words
from cps_quiz.words.numbers import out_of

BAR = 20
"""Columns of a topic's bar."""


def summary_blocks(report: Report, glossary: Glossary, writer: Writer) -> list[Block]:
    """What went well, the score, a bar for each topic, misconceptions met."""
    opening = [line for said in drill_words.opening(report, glossary) for line in _wrapped(said, writer, "strong")]
    score = _wrapped(drill_words.score(report), writer) if report.asked else []
    notes = [line for note in drill_words.details(report) for line in _wrapped(note, writer)]
    tempting = [writer.text(f"   {row}") for row in drill_words.tempting(report, glossary)]
    tempted = [writer.text(f" {drill_words.TEMPTED}", "strong"), *tempting] if tempting else []
    bars = _bars(report, glossary, writer) if report.topics else []
    return [block for block in (opening, score, bars, notes, tempted) if block]


def _wrapped(sentence: str, writer: Writer, style: str = "") -> Block:
    return wrap(writer.console, writer.text(sentence, style), writer.width, " ", " ")


def _bars(report: Report, glossary: Glossary, writer: Writer) -> Block:
    longest = max(len(glossary.topic(score.topic)) for score in report.topics)
    return [line for score in report.topics for line in _bar(score, glossary.topic(score.topic), longest, writer)]


def _bar(score: TopicScore, title: str, longest: int, writer: Writer) -> Block:
    signs = writer.look.signs
    full = round(BAR * score.right / score.asked)
    bar = Text(signs.bar * full, style="accent").append(signs.rest * (BAR - full))
    count = f"  {out_of(score.right, score.asked)}"
    if longest + BAR + len(count) + 3 <= writer.width:
        return [writer.text(f" {title:{longest}}  ").append_text(bar).append(count)]
    return [writer.text(f" {title}"), Text(" ").append_text(bar).append(count)]
