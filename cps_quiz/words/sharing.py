"""What a learner is told of a contribution before it leaves: how much it is, what it holds, and what not."""

from collections.abc import Mapping

from cps_quiz.core.counting import counted

EACH = (
    "For each: a pseudonym that only your own machines can make for this programme, the question, which option, points,"
    " how sure you were if you said so, drill or exam, whether it was your first try, its place in your own order, and"
    " the month."
)
NOT = "Not: your name, times and days, how long you took, breaks, extra time, and what you wrote in your own words."
FINGERPRINT = (
    "Fifty answers are like a fingerprint: somebody who knows how you answered could find you among the lines. The"
    " instructor who keeps them can read each line; reports show groups of ten or more only."
)
TAKE_BACK = "You can take it all back later with --withdraw."
NO_ANSWERS = "There is no answer to share yet."
NOTHING_SHARED = "Nothing was shared from here, so there is nothing to take back."
NO_CODE = "A programme's code is a short word or two."


def would_go(answers: int, programme: str, spread: str) -> str:
    """How many answers, to whom; `spread` tells of which months and exams they are."""
    return f'{counted(answers, "answer")} would go to the programme "{programme}": {spread}.'


def spread(months: Mapping[str, int], exams: int) -> str:
    """Answers by month, like 2026-11, and exams."""
    return ", ".join([*(of_month(month, n) for month, n in sorted(months.items())), counted(exams, "exam")])


def of_month(month: str, answers: int) -> str:
    """The answers of one month."""
    return f"{answers} of {month}"


def left_open(count: int) -> str:
    """How many are questions without an answer."""
    return f"{count} of them are questions of exams that you left open."


def taken_back(count: int) -> str:
    """How many answers go without what they were."""
    return f"{counted(count, 'answer')} that you took back go as taken back, without what you chose."


def unprinted(count: int) -> str:
    """How many stay because it is not known what was asked."""
    return f"{count} older answers stay here: it is not known how their questions read then."


def first_line(line: str) -> str:
    """One line as it would leave."""
    return f"The first line: {line}"


def written(file: str, lines: int) -> str:
    """That a contribution was written."""
    return f"{file} has {counted(lines, 'line')}. Nothing was sent: hand it to the instructor."


def takes_back(file: str, programme: str) -> str:
    """That a withdrawal was written."""
    return f"{file} takes back all that you shared with {programme}. Hand it to the instructor."
