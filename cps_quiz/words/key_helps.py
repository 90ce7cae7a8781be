"""What the help screens say about keys: rows of keys and what they do."""

from cps_quiz.core.questions.bank import Item

DRILL_HELP = (
    ("a b c ...", "answer; 1 2 3 ... do as well"),
    ("up down", "point at an answer; Enter takes it"),
    ("enter", "hand in what you chose; read on, then go on"),
    ("space", "the next part, where not all fits; backspace goes back"),
    ("backspace", "take back the last letter or tick"),
    ("n", "after your answer: the next question at once"),
    ("e m", "after your answer: the approach behind it, the study note"),
    ("s", "skip the question; after your answer: the whole situation"),
    ("h", "a hint"),
    ("w", "why this question"),
    ("f", "flag the question for later (F where f is an option)"),
    ("N", "a note of your own on this question"),
    ("!", "say that something is wrong with this question"),
    ("x", "put it aside: it is not asked any more"),
    ("u", "undo the last answer"),
    ("q", "stop; your answers count"),
)

READING_HELP = (
    ("1 2 3 ...", "start that next step"),
    ("enter space", "read on; from the end, leave"),
    ("backspace", "the part before"),
    ("up down", "a line up or down"),
    ("pageup pagedown", "a part up or down"),
    ("home end", "to the beginning, to the end"),
    ("q", "leave"),
)

FOUND_HELP = (
    ("enter", "show the answer, every option explained"),
    ("1", "practice this question"),
    ("f", "flag the question for later, or take the flag away"),
    ("N", "a note of your own on this question"),
    ("!", "say that something is wrong with this question"),
    ("space", "the next part, where not all fits"),
    ("q", "back"),
)

SET_HELP = ("v", "after your answer: the other situations of this set")

EXAM_HELP = (
    ("a b c ...", "answer, or change your answer; 1 2 3 ... do as well"),
    ("up down", "point at an answer; Enter takes it"),
    ("enter n right", "the next question"),
    ("p left", "the one before"),
    ("g", "go to a number"),
    ("f", "flag the question for later (F where f is an option)"),
    ("N", "a note of your own on this question"),
    ("!", "say that something is wrong with this question"),
    ("x", "put it aside: after this exam it is not asked any more"),
    ("o", "overview: answered, open and flagged questions"),
    ("backspace", "take your answer back"),
    ("space", "the next part, where not all fits"),
    ("l", "how much time is left"),
    ("t", "take a break: the clock stops, and the report says so"),
    ("s", "hand the exam in"),
    ("q", "leave; the exam and its time are kept for later"),
)

CERTAINTY_HELP = ("1 2 3", "how sure you are of your answer: 1 sure, 2 unsure, 3 guessing")

WALK_HELP = (
    ("enter space", "read on, then the next question"),
    ("backspace", "the part before"),
    ("n right", "the next question at once"),
    ("p left", "the question before"),
    ("e m", "the approach behind it, the study note"),
    ("s", "the whole situation"),
    ("v", "the other situations of a set"),
    ("q", "to the result"),
)


def drill_help(item: Item) -> tuple[tuple[str, str], ...]:
    """The keys and what they do; those for sets only where `item` stands in one."""
    *first, stop = DRILL_HELP
    return (*first, SET_HELP, stop) if item.set is not None else DRILL_HELP


def exam_help(*, certainty: bool) -> tuple[tuple[str, str], ...]:
    """The keys of an exam and what they do."""
    if not certainty:
        return EXAM_HELP
    (letters, _), *rest = EXAM_HELP
    return ((letters, "answer, or change your answer"), CERTAINTY_HELP, *rest)
