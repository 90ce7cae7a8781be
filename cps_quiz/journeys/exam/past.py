"""The exams that were sat, looked at again."""

from typing import Any

from cps_quiz.bank.library import Library
from cps_quiz.core.exam.exam import Exam
from cps_quiz.core.exam.report import FinishedExam, Part, exam_report, outcomes
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.record.log import plain
from cps_quiz.errors import QuizError
from cps_quiz.journeys.exam.keeping import Exams, finished_exams
from cps_quiz.words.exam_result import ExamView


class NoSuchExamError(QuizError):
    """There is no exam of that number."""

    def __init__(self, number: int | None, there: list[int]) -> None:
        known = f"There are: {', '.join(map(str, there))}." if there else "None was sat so far: cps-quiz exam"
        super().__init__(f"There is no mock exam{'' if number is None else f' {number}'}.", known)


def find(store: Exams, number: int | None) -> FinishedExam:
    """The exam of that number, without one the last; raises NoSuchExamError."""
    found = finished_exams(store)
    if number is None and found:
        return found[-1]
    for finished in found:
        if finished.number == number:
            return finished
    raise NoSuchExamError(number, [finished.number for finished in found])


def view(finished: FinishedExam, library: Library) -> ExamView:
    """All that its result shows."""
    titles = {
        f"{topic.id}/{objective.id}": objective.title
        for topic in library.curriculum.topics.values()
        for objective in topic.objectives
    }
    return ExamView(finished, exam_report(finished.outcomes, finished.settings), library.glossary, titles)


def missed(exam: Exam) -> list[Item]:
    """The items of an exam that were not right, open ones too."""
    return [place.item for place, one in zip(exam.places, outcomes(exam), strict=True) if not one.right]


def as_row(finished: FinishedExam) -> dict[str, Any]:
    """An exam in short, as plain data."""
    report = exam_report(finished.outcomes, finished.settings)
    return {
        "number": finished.number,
        "day": finished.day,
        "ending": finished.ending.value,
        "seed": finished.seed,
        **_part(report.whole),
        "target": report.target / 100,
        "target_met": report.met,
    }


def as_data(seen: ExamView) -> dict[str, Any]:
    """An exam in full, as plain data; shares are 0 to 1, times in seconds."""
    finished, report = seen.finished, seen.report
    return as_row(finished) | {
        "started_at": finished.started_at,
        "ended_at": finished.ended_at,
        "time": {"given": finished.settings.seconds, "spent": finished.spent, "factor": finished.settings.factor},
        "breaks": finished.breaks._asdict(),
        "answered": report.answered,
        "chance": report.chance,
        "median_seconds": report.median_seconds,
        "topics": {part.name: _part(part) for part in report.topics},
        "levels": {part.name: _part(part) for part in report.levels},
        "objectives": {part.name: _part(part) for part in report.objectives},
        "misses": report.misses,
        "misconceptions": dict(report.misconceptions),
        "certainty_marks": {one.table.name: {"marks": one.marks, "of": one.most} for one in report.marked},
        "calibration": {one.certainty.value: {"asked": one.asked, "right": one.right} for one in report.calibration},
        "questions": [
            one._asdict()
            | {
                "response": plain(one.response) if one.response is not None else None,
                "answered": one.answered,
                "level": one.level.value if one.level else None,
                "certainty": one.certainty.value if one.certainty else None,
            }
            for one in finished.outcomes
        ],
    }


def _part(part: Part) -> dict[str, Any]:
    low, high = part.interval
    return {"right": part.right, "asked": part.asked, "share": part.share, "low": low, "high": high, "few": part.few}
