"""The progress report: pictures first, then the same in words."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rich.text import Text

from cps_quiz.core.glossary import Glossary
from cps_quiz.core.memory import Confidence
from cps_quiz.core.standing import Leaning, Mastery
from cps_quiz.ui.page import Block
from cps_quiz.ui.pictures import bar, heat, sparkline
from cps_quiz.ui.writer import Writer

BAR = 14
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NOTE = 18
"""Columns kept for the share and the note behind a bar, so that bars stand in line."""

CHANGE = 0.05
"""A change of a share that is worth a word. Our own choice."""


class Report(NamedTuple):
    """What the progress report shows; titles are of objectives, by topic and id."""

    topics: Sequence[Mastery]
    objectives: Sequence[Mastery]
    titles: dict[tuple[str, str], str]
    leanings: Sequence[Leaning]
    days: Sequence[tuple[date, int]]
    ahead: Sequence[tuple[date, int]]
    calibration: dict[Confidence, tuple[int, int]]
    prediction: str


def blocks(report: Report, glossary: Glossary, writer: Writer) -> list[Block]:
    """The report for a terminal."""
    return [
        _mastery(report, glossary, writer),
        _leanings(report, glossary, writer),
        _calendar(report.days, writer),
        _forecast(report.ahead, writer),
        *([_calibration(report, writer)] if report.calibration else []),
        [writer.text(" An exam today", "strong"), *writer.prose(report.prediction, indent=3)],
    ]


def sentences(report: Report, glossary: Glossary) -> list[str]:
    """The report as lines to be read aloud."""
    said = ["Held in memory, by topic and aim:"]
    for topic in report.topics:
        said.append(f"{glossary.topic(topic.topic)}: {topic.share:.0%}, {topic.met} of {topic.items} questions met.")
        said += [f"- {_title(aim, report)}: {aim.share:.0%}." for aim in _aims(report, topic)]
    said.append("What tempts you:" if report.leanings else "Nothing has tempted you yet.")
    said += [
        f"- {glossary.misconception(one.misconception)}: chosen {one.chosen} of {one.offered} times.{_trend(one)}"
        for one in report.leanings
    ]
    practiced = [(day, answers) for day, answers in report.days if answers]
    said.append(
        f"Practice: {len(practiced)} of the last {len(report.days)} days, {sum(n for _, n in practiced)} answers."
    )
    said.append("Coming due: " + ", ".join(f"{day:%a %d %b} {due}" for day, due in report.ahead if due) + ".")
    said += [
        f"When {word.value}: right {right} of {asked} times." for word, (asked, right) in report.calibration.items()
    ]
    return [*said, report.prediction]


def _mastery(report: Report, glossary: Glossary, writer: Writer) -> Block:
    lines = [writer.text(" Held in memory", "strong")]
    for topic in report.topics:
        lines += _row(glossary.topic(topic.topic), topic.share, f"{topic.met} of {topic.items} met", writer, "strong")
        for aim in _aims(report, topic):
            lines += _row(f"  {_title(aim, report)}", aim.share, "", writer)
    return lines


def _leanings(report: Report, glossary: Glossary, writer: Writer) -> Block:
    lines = [writer.text(" What tempts you (chosen when on offer)", "strong")]
    shown = [leaning for leaning in report.leanings if leaning.chosen]
    for one in shown:
        name = glossary.misconception(one.misconception)
        lines += _row(name, one.share, f"{one.chosen} of {one.offered}{_trend(one)}", writer)
    return lines if shown else [*lines, writer.text("   Nothing yet.")]


def _row(name: str, share: float, note: str, writer: Writer, style: str = "") -> Block:
    """A name, a bar, a share and a note; on two lines where one is too short."""
    tail = bar(share, BAR, writer.look).append(f" {share:4.0%}  {note}".rstrip())
    room = writer.width - BAR - NOTE - 5
    text = writer.text(f"   {name}", style)
    if text.cell_len <= room:
        return [text.append(" " * (room + 3 - text.cell_len)).append_text(tail)]
    return [text, Text("     ").append_text(tail)]


def _calendar(days: Sequence[tuple[date, int]], writer: Writer) -> Block:
    """Weeks from left to right, Monday to Sunday from top to bottom."""
    most = max((answers for _, answers in days), default=0)
    total = sum(answers for _, answers in days)
    lines = [writer.text(f" Practice: {total} answers in {(len(days) + 6) // 7} weeks", "strong")]
    for weekday in range(7):
        cells = "".join(f"{heat(answers, most, writer.look)} " for day, answers in days if day.weekday() == weekday)
        lines.append(writer.text(f"   {WEEKDAYS[weekday]}  {cells}"))
    return lines


def _forecast(ahead: Sequence[tuple[date, int]], writer: Writer) -> Block:
    counts = [due for _, due in ahead]
    marks = " ".join(sparkline(counts, writer.look))
    return [
        writer.text(" Coming due in two weeks", "strong"),
        writer.text(f"   {marks}"),
        writer.text(f"   today {counts[0]}, tomorrow {counts[1]}, in all {sum(counts)}"),
    ]


def _calibration(report: Report, writer: Writer) -> Block:
    lines = [writer.text(" Right when you were ...", "strong")]
    for word, (asked, right) in report.calibration.items():
        lines += _row(word.value, right / asked if asked else 0.0, f"{right} of {asked}", writer)
    return lines


def _aims(report: Report, topic: Mastery) -> list[Mastery]:
    return [aim for aim in report.objectives if aim.topic == topic.topic]


def _title(aim: Mastery, report: Report) -> str:
    return report.titles.get((aim.topic, aim.objective or ""), aim.objective or "")


def _trend(leaning: Leaning) -> str:
    change = leaning.trend
    if change is None or abs(change) < CHANGE:
        return ""
    return ", less of late" if change < 0 else ", more of late"
