"""What the home screen says."""

from cps_quiz.core.counting import counted

WELCOME = (
    "Welcome. This is practice for future peer specialists: short situations, with kind replies to choose from.",
    "No answer can do any harm, and each one is explained.",
    "Ten questions take about ten minutes. Press Enter to begin.",
)
"""Said as long as nothing was ever answered. The minutes are our guess."""

TITLE = "CPS Quiz"
YOUR_EXAM, MOCK_EXAM = "Your exam", "Mock exam"
DUE, NEW, STREAK = "Due today", "New", "Streak"
WEAKEST, TEMPTING = "Weakest", "Tempts most"
EXAM_LEFT = "left unfinished; go on with it: cps-quiz exam"

RESUME = "Next: go on with the drill that was cut off."
PRACTICE_TEMPTING = "Next: practice what tempts you most."
STAY_FRESH = "Next: ten questions to stay fresh."


def bring_back(fading: int) -> str:
    """The step to take when aims are about to be forgotten."""
    return f"Next: bring back what fades ({counted(fading, 'aim')})."


def meet(unmet: int) -> str:
    """The step to take when aims were never met."""
    return f"Next: meet what is new ({counted(unmet, 'aim')})."


def questions(count: int) -> str:
    """How many questions there are."""
    return counted(count, "question") if count else "nothing"


def streak(days: int, today: int) -> str:
    """For how many days there were answers, and how many there are `today`."""
    if not days:
        return "begins with your next answer"
    return f"{counted(days, 'day')}, {counted(today, 'answer') if today else 'no answer yet'} today"


def days_left(days: int) -> str:
    """When the exam will be."""
    return "today" if days == 0 else f"in {counted(days, 'day')}"


def tempting(name: str, hits: int) -> str:
    """The misconception that tempts most."""
    return f"{name}, {counted(hits, 'time')} in two weeks"


def row(word: str, said: str) -> str:
    """A line of the home screen to be read aloud."""
    return f"{word}: {said}."
