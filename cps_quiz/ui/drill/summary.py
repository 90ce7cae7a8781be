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


def summary_lines(report: Report, glossary: Glossary, writer: Writer) -> Block:
    """Score, a bar for each topic, misconceptions met, what to do next."""
    lines = [Text(), *_wrapped(drill_words.score(report), writer, "strong")]
    if report.topics:
        lines.append(Text())
        lines += _bars(report, glossary, writer)
    notes = [line for note in drill_words.details(report) for line in _wrapped(note, writer)]
    lines += [Text(), *notes] if notes else []
    tempting = drill_words.tempting(report, glossary)
    if tempting:
        lines += [
            Text(),
            writer.text(f" {drill_words.TEMPTED}", "strong"),
            *(writer.text(f"   {row}") for row in tempting),
        ]
    lines += [Text(), writer.text(f" {drill_words.NEXT}", "strong")]
    return lines + [line for step in drill_words.next_steps(report) for line in writer.step(step)]


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
