"""The progress report: pictures first, then the same in words."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rich.text import Text

from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.memory.standing import Leaning, Mastery
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.record.log import Confused
from cps_quiz.ui.drawing.page import Block, wrap
from cps_quiz.ui.drawing.pictures import bar, heat, sparkline
from cps_quiz.ui.drawing.writer import Writer
from cps_quiz.ui.progress import home
from cps_quiz.ui.progress.home import Glance
from cps_quiz.words import progress as progress_words

BAR, SHORT_BAR = 14, 7
NARROW = 60
"""Columns below which bars are short, so that names have room."""

MOST_LEANINGS = 8
"""Misconceptions shown: the rest are rarer, and `--json` has them all. Our own choice."""

MOST_CONFUSIONS = 4
"""Confusions shown, for the same reason."""

MOST_EXAMS = 8
"""Mock exams shown: what was longer ago says little of today. Our own choice."""


class Report(NamedTuple):
    """What the progress report shows; titles are of objectives, by topic and id; exams are (ISO date, share right)."""

    glance: Glance
    weeks: Sequence[str]
    topics: Sequence[Mastery]
    objectives: Sequence[Mastery]
    titles: dict[tuple[str, str], str]
    leanings: Sequence[Leaning]
    confusions: Sequence[Confused]
    days: Sequence[tuple[date, int]]
    ahead: Sequence[tuple[date, int]]
    calibration: dict[Confidence, tuple[int, int]]
    prediction: str
    exams: Sequence[tuple[str, float]]


def blocks(report: Report, glossary: Glossary, writer: Writer) -> list[Block]:
    """The report for a terminal."""
    return [
        *home.blocks(report.glance, glossary, writer),
        [line for week in report.weeks for line in writer.prose(week)],
        _mastery(report, glossary, writer),
        _leanings(report, glossary, writer),
        *([_confusions(report, glossary, writer)] if report.confusions else []),
        _calendar(report.days, writer),
        _forecast(report.ahead, writer),
        *([_calibration(report, writer)] if report.calibration else []),
        *([_exams(report, writer)] if report.exams else []),
        [writer.text(f" {progress_words.EXAM_TODAY}", "strong"), *writer.prose(report.prediction, indent=3)],
    ]


def sentences(report: Report, glossary: Glossary) -> list[str]:
    """The report as lines to be read aloud."""
    said = [*home.sentences(report.glance, glossary), *report.weeks, progress_words.HELD_BY]
    for topic in report.topics:
        said.append(progress_words.topic_sentence(glossary.topic(topic.topic), topic))
        said += [f"- {progress_words.aim_sentence(_title(aim, report), aim)}" for aim in _met(report, topic)]
        said += [f"- {rest}." for rest in _unmet(report, topic)]
    tempting = _tempting(report)
    said.append(f"{progress_words.TEMPTING}:" if tempting else progress_words.NOTHING_TEMPTED)
    said += [
        f"- {progress_words.tempting_sentence(glossary.misconception(one.misconception), one)}"
        for one in tempting[:MOST_LEANINGS]
    ]
    said += [f"- {rest}." for rest in _rarer(tempting)]
    said += _confused_sentences(report, glossary)
    practiced = [answers for _, answers in report.days if answers]
    said.append(progress_words.practice(len(practiced), len(report.days), sum(practiced)))
    said.append(progress_words.coming_due(report.ahead))
    said += [progress_words.right_when(word, right, asked) for word, asked, right in _calibrated(report)]
    said += [progress_words.mock_exams(_shares(report))] if report.exams else []
    return [*said, report.prediction]


def _mastery(report: Report, glossary: Glossary, writer: Writer) -> Block:
    lines = [writer.text(f" {progress_words.HELD}", "strong")]
    for topic in report.topics:
        lines += _row(progress_words.topic_row(glossary.topic(topic.topic), topic), topic.share, writer, "strong")
        for aim in _met(report, topic):
            lines += _row(_title(aim, report), aim.share, writer)
        lines += _rest(_unmet(report, topic), writer)
    return lines


def _leanings(report: Report, glossary: Glossary, writer: Writer) -> Block:
    lines = [writer.text(f" {progress_words.TEMPTING_ON_OFFER}", "strong")]
    tempting = _tempting(report)
    for one in tempting[:MOST_LEANINGS]:
        name = glossary.misconception(one.misconception)
        lines += _row(progress_words.tempting_row(name, one), one.share, writer)
    lines += _rest(_rarer(tempting), writer)
    return lines if tempting else [*lines, writer.text(f"   {progress_words.NOTHING}")]


def _confusions(report: Report, glossary: Glossary, writer: Writer) -> Block:
    """Which approaches are taken for one another, each with the line that tells them apart."""
    lines = [writer.text(f" {progress_words.CONFUSED}", "strong")]
    for one in report.confusions[:MOST_CONFUSIONS]:
        names = (glossary.misconception(one.meant), glossary.misconception(one.taken))
        lines += _row(progress_words.confused_row(*names, one), one.times / one.of, writer)
        lines += _rest(list(glossary.telling_apart(one.meant, one.taken)), writer)
    return lines


def _confused_sentences(report: Report, glossary: Glossary) -> list[str]:
    said = [f"{progress_words.CONFUSED}:"] if report.confusions else []
    for one in report.confusions[:MOST_CONFUSIONS]:
        names = (glossary.misconception(one.meant), glossary.misconception(one.taken))
        apart = " ".join(glossary.telling_apart(one.meant, one.taken))
        said.append(f"- {progress_words.confused_sentence(*names, one)} {apart}".rstrip())
    return said


def _row(words: str, share: float, writer: Writer, style: str = "") -> Block:
    """A bar, its share, and what it is of: bars in one line, however long the words."""
    picture = Text("   ").append_text(bar(share, _bar(writer), writer.look)).append(f" {share:4.0%}  ")
    return wrap(writer.console, writer.text(words, style), writer.width, picture, " " * picture.cell_len)


def _rest(phrases: list[str], writer: Writer) -> Block:
    """What is not drawn, below the words of the rows."""
    pad = " " * (_bar(writer) + 10)
    return [line for phrase in phrases for line in wrap(writer.console, writer.text(phrase), writer.width, pad, pad)]


def _bar(writer: Writer) -> int:
    return BAR if writer.width >= NARROW else SHORT_BAR


def _calendar(days: Sequence[tuple[date, int]], writer: Writer) -> Block:
    """Weeks from left to right, Monday to Sunday from top to bottom."""
    most = max((answers for _, answers in days), default=0)
    total = sum(answers for _, answers in days)
    lines = [writer.text(f" {progress_words.calendar(total, (len(days) + 6) // 7)}", "strong")]
    for weekday in range(7):
        cells = "".join(f"{heat(answers, most, writer.look)} " for day, answers in days if day.weekday() == weekday)
        lines.append(writer.text(f"   {progress_words.WEEKDAYS[weekday]}  {cells}"))
    return lines


def _forecast(ahead: Sequence[tuple[date, int]], writer: Writer) -> Block:
    counts = [due for _, due in ahead]
    marks = " ".join(sparkline(counts, writer.look))
    days = " ".join(progress_words.WEEKDAYS[day.weekday()][0] for day, _ in ahead)
    return [
        writer.text(f" {progress_words.COMING_DUE}", "strong"),
        writer.text(f"   {marks}"),
        writer.text(f"   {days}"),
        writer.text(f"   {progress_words.due_soon(counts)}"),
    ]


def _calibration(report: Report, writer: Writer) -> Block:
    lines = [writer.text(f" {progress_words.RIGHT_WHEN}", "strong")]
    for word, asked, right in _calibrated(report):
        lines += _row(progress_words.certainty_row(word, right, asked), right / asked, writer)
    return lines


def _exams(report: Report, writer: Writer) -> Block:
    """The latest mock exams, their trend first."""
    shares = [round(100 * share) for _, share in report.exams[-MOST_EXAMS:]]
    trend = " ".join(sparkline(shares, writer.look))
    return [
        writer.text(f" {progress_words.MOCK_EXAMS}", "strong"),
        writer.text(f"   {trend}"),
        *writer.prose(_shares(report), indent=3),
    ]


def _shares(report: Report) -> str:
    """The latest mock exams, oldest first."""
    return ", ".join(f"{day} {share:.0%}" for day, share in report.exams[-MOST_EXAMS:])


def _calibrated(report: Report) -> list[tuple[str, int, int]]:
    """Confidence, answers and right ones, the surest first."""
    return [(word.value, *report.calibration[word]) for word in Confidence if word in report.calibration]


def _aims(report: Report, topic: Mastery) -> list[Mastery]:
    return [aim for aim in report.objectives if aim.topic == topic.topic]


def _met(report: Report, topic: Mastery) -> list[Mastery]:
    return [aim for aim in _aims(report, topic) if aim.met]


def _unmet(report: Report, topic: Mastery) -> list[str]:
    """How many aims are still to come, if any: empty bars would tell no more."""
    aims = sum(not aim.met for aim in _aims(report, topic))
    return [progress_words.still_to_meet(aims)] if aims else []


def _tempting(report: Report) -> list[Leaning]:
    return [leaning for leaning in report.leanings if leaning.chosen]


def _rarer(tempting: list[Leaning]) -> list[str]:
    """How many misconceptions are left out, if any."""
    rest = len(tempting) - MOST_LEANINGS
    return [progress_words.rarer(rest)] if rest > 0 else []


def _title(aim: Mastery, report: Report) -> str:
    return report.titles.get((aim.topic, aim.objective or ""), aim.objective or "")
