"""The result of a mock exam in words, for screens and for paper."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import ceil
from pathlib import Path
from typing import NamedTuple

from cps_quiz.core.counting import counted
from cps_quiz.core.exam.certainty import Marks
from cps_quiz.core.exam.exam import Ending
from cps_quiz.core.exam.report import ExamReport, FinishedExam, Part, exam_report
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import TopicId
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.statistics.proportion import FEW
from cps_quiz.words.drill import LOW
from cps_quiz.words.durations import spoken, spoken_long, time_given
from cps_quiz.words.steps import Step

FEW_NOTE = f"(few) marks fewer than {FEW} questions: take that share lightly."


COMFORT = "A mock exam is there to show what to practice next, and this one did."
TEMPTED = "What tempted you"
HOW_SURE = "How sure you were"
HOW_IT_WENT = "How it went"
GROUPS = ("By topic", "By level", "By aim")
WHAT_NEXT = "What to do next"
NONE_SAT = "You have not sat a mock exam yet. Begin one with: cps-quiz exam"
DRILL_MISSES = Step("Practice what was not right")


class Group(NamedTuple):
    """A heading and its parts, each with the name to show."""

    title: str
    parts: Sequence[tuple[str, Part]]


class ExamView(NamedTuple):
    """All that the result shows; `titles` are of objectives, by "topic/objective"."""

    finished: FinishedExam
    report: ExamReport
    glossary: Glossary
    titles: Mapping[str, str]

    def headline(self) -> list[str]:
        """The score, what it is worth, and how the exam went, in sentences."""
        report, whole = self.report, self.report.whole
        name = f"Mock exam {self.finished.number}" if self.finished.number else "Mock exam"
        told = [f"{name}, {_day(self.finished.day)}: {score(whole)}", self._target(), worth(whole, report.chance)]
        return told + self._circumstances()

    def _target(self) -> str:
        report, whole = self.report, self.report.whole
        if report.met:
            return target_met(report.target)
        short = ceil(report.target * whole.asked / 100) - whole.right
        return target_missed(short, report.target, close=100 * whole.interval.high >= report.target)

    def _circumstances(self) -> list[str]:
        finished, report = self.finished, self.report
        told = []
        if finished.ending is not Ending.HANDED_IN:
            told.append(ended_because(finished.ending))
        if report.open:
            told.append(left_open(report.open))
        each = spoken(report.median_seconds) if report.answered else None
        clocked = finished.settings.seconds is not None
        told.append(time_taken(spoken(finished.spent), time_given(finished.settings), each, clocked=clocked))
        if finished.breaks.taken:
            told.append(breaks(finished.breaks.taken, spoken(finished.breaks.seconds)))
        if finished.breaks.resumed:
            told.append(f"Left and taken up again {counted(finished.breaks.resumed, 'time')}.")
        if finished.breaks.away:
            told.append(f"Away {spoken_long(finished.breaks.away)}, not counted.")
        return told

    def groups(self) -> list[Group]:
        """Right answers by topic, level and aim; aims with the lowest share first."""
        report = self.report
        order: list[str] = list(self.glossary.topics)
        topics = sorted(report.topics, key=lambda part: order.index(part.name) if part.name in order else len(order))
        aims = sorted(report.objectives, key=lambda part: (part.share, -part.asked, part.name))
        by_topic, by_level, by_aim = GROUPS
        return [
            Group(by_topic, [(self.glossary.topic(TopicId(part.name)), part) for part in topics]),
            Group(by_level, [(part.name, part) for part in report.levels]),
            Group(by_aim, [(self.titles.get(part.name, part.name), part) for part in aims]),
        ]

    def misconceptions(self) -> list[str]:
        """What the misses have in common, in sentences."""
        misses = self.report.misses
        return [
            shared_by_misses(self.glossary.misconception(id_), count, misses)
            for id_, count in self.report.misconceptions
        ]

    def certainty(self) -> list[str]:
        """The marks by certainty, and how often each certainty was right."""
        told = [marked(one.table, one.marks, one.most) for one in self.report.marked]
        return told + [calibrated(one.certainty.value, one.right, one.asked) for one in self.report.calibration]

    def next_steps(self, carried: Sequence[str] = ()) -> list[Step]:
        """What to do now; each command ends with the options that are `carried` on."""
        report, steps = self.report, []
        if report.misconceptions:
            worst = report.misconceptions[0][0]
            name = self.glossary.misconception(worst)
            steps.append(Step(f"Practice telling apart: {name}", ("drill", "--misconception", worst)))
            steps.append(Step(f"Read about it: {name}", ("explain", worst)))
        weak = [part for part in report.topics if part.right < part.asked]
        if weak:
            worst_topic = TopicId(min(weak, key=lambda part: part.share).name)
            steps.append(Step(f"Read the notes: {self.glossary.topic(worst_topic)}", ("study", worst_topic)))
        return [step._replace(command=(*step.command, *carried)) for step in steps]

    def sharing(self) -> str:
        """How to keep the result as a file; "" for one that was not kept."""
        number = self.finished.number
        return f"To keep or share this result: cps-quiz exam show {number} --html FILE" if number else ""

    def comfort(self) -> str:
        """What is said before the numbers where few were right; "" else."""
        if self.report.whole.right >= LOW * self.report.whole.asked:
            return ""
        topics = [one for one in self.groups()[0].parts if one[1].right]
        best = max(topics, key=lambda one: one[1].share, default=None)
        return f"{COMFORT} {best[0]} went best." if best else COMFORT

    def sentences(self) -> list[str]:
        """The whole result, to be read aloud."""
        comfort = [self.comfort()] if self.comfort() else []
        told = [*comfort, *self.headline(), ""]
        if self.report.misconceptions:
            told += [*self.misconceptions(), ""]
        for group in self.groups():
            if group.parts:
                told.append(f"{group.title}:")
                told += [f"- {part_sentence(name, part)}" for name, part in group.parts]
        if any(part.few for group in self.groups() for _, part in group.parts):
            told.append(FEW_NOTE)
        told += self.certainty()
        return [*told, *filter(None, [self.sharing()])]


def score(whole: Part) -> str:
    """Right answers of an exam, with their share."""
    return f"{whole.right} of {counted(whole.asked, 'question')} right ({whole.share:.0%})."


def worth(whole: Part, chance: float) -> str:
    """How far the share of an exam can be trusted, and what guessing would reach (0 to 1)."""
    low, high = whole.interval
    return (
        f"Over many questions like these your share most likely lies between {low:.0%} and {high:.0%} (95% interval);"
        f" guessing alone would reach about {chance:.0%}."
    )


def target_met(target: float) -> str:
    """That the target (percent) was reached."""
    return f"That meets your target of {target:g}%. Well done!"


def target_missed(short: int, target: float, *, close: bool) -> str:
    """How many right answers were wanting."""
    nearness = " That is close enough for luck to have its say." if close else ""
    return (
        f"That is {counted(short, 'question')} short of your target of {target:g}%.{nearness}"
        " What you missed is a good list of what to look at next."
    )


def left_open(count: int) -> str:
    """What became of questions without an answer."""
    return f"{counted(count, 'question')} without an answer, counted as not right."


def ended_because(ending: Ending) -> str:
    """Why an exam ended that was not handed in."""
    return f"The exam ended because {'the time was up' if ending is Ending.TIME else 'it was left'}."


def time_taken(spent: str, given: str, each: str | None, *, clocked: bool) -> str:
    """How long an exam took, of which time, and what half of the answers took `each` at most."""
    half = f"; half of the answers took at most {each}" if each is not None else ""
    return f"Time: {spent}{' of' if clocked else ','} {given}{half}."


def breaks(taken: int, time: str) -> str:
    """Breaks, and how long they were together."""
    return f"{counted(taken, 'break')} ({time})."


def shared_by_misses(name: str, count: int, misses: int) -> str:
    """In how many of the misses an approach was chosen."""
    return f"{name}: chosen in {f'{count} of your {misses} misses' if misses > 1 else 'your one miss'}."


def marked(table: Marks, marks: int, most: int) -> str:
    """The marks by certainty, by one of the tables."""
    return f"Marked by certainty, {_table(table)}: {marks} of {most}."


def calibrated(certainty: str, right: int, asked: int) -> str:
    """How often answers of one certainty were right."""
    return f"When {certainty}: {right} of {asked} right ({right / asked:.0%})."


def part_sentence(name: str, part: Part) -> str:
    """Right answers of one kind."""
    return f"{name}: {part.right} of {part.asked} right{few(part)}."


def in_words(finished: FinishedExam) -> str:
    """An exam in a line."""
    report = exam_report(finished.outcomes, finished.settings)
    whole = report.whole
    target = "target met" if report.met else f"target {report.target:g}%"
    return (
        f"{finished.number}. {_day(finished.day)}: {whole.right} of {counted(whole.asked, 'question')} right"
        f" ({whole.share:.0%}, {target}), {finished.ending.value}"
    )


def written(number: int, path: Path) -> str:
    """Where the report of an exam is."""
    return f"The report of mock exam {number} is in {path}. Open it in your browser; it prints well too."


def unreadable(count: int) -> str:
    """Exams that a newer version kept."""
    return f"{counted(count, 'exam')} cannot be read by this version of cps-quiz."


def changed(count: int) -> str:
    """Questions that are shown as they were asked."""
    return f"{counted(count, 'question')} changed in your banks since, or gone from them: shown as asked."


def gone(count: int) -> str:
    """Questions that cannot be looked at again."""
    return f"{counted(count, 'question')} could not be shown: gone from your banks, or changed since."


def few(part: Part) -> str:
    """What marks a share that rests on few questions."""
    return " (few)" if part.few else ""


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def _table(table: Marks) -> str:
    """A table of marks in words: +1 +2 +3, wrong 0 -2 -6, and from where on being sure pays."""
    order = [Confidence.GUESSING, Confidence.UNSURE, Confidence.SURE]
    right = " ".join(f"+{table.right[word]}" for word in order)
    wrong = " ".join(str(table.wrong[word]) for word in order)
    return f"{table.name} ({right}, wrong {wrong}; sure pays from {table.pays_from(Confidence.SURE):.0%} on)"
