"""What is said about keys: footers, helps, and complaints. In a footer, | stands between the keys."""

from collections.abc import Sequence

from cps_quiz.core.counting import counted
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Interaction, Write, parts

DRILL_HELP = (
    ("a b c ...", "answer; 1 2 3 ... do as well"),
    ("enter", "hand in what you chose; go on after reading"),
    ("space", "the next part, where not all fits"),
    ("backspace", "take back the last letter"),
    ("h", "a hint"),
    ("w", "why this question"),
    ("f", "flag the question for later (F where f is an option)"),
    ("s", "skip the question"),
    ("x", "put it aside: it is not asked any more"),
    ("u", "undo the last answer"),
    ("q", "stop; your answers count"),
)
SET_HELP = ("v", "after your answer: the other situations of this set")

EXAM_HELP = (
    ("a b c ...", "answer, or change your answer; 1 2 3 ... do as well"),
    ("enter n right", "the next question"),
    ("p left", "the one before"),
    ("g", "go to a number"),
    ("f", "flag the question for later (F where f is an option)"),
    ("o", "overview: answered, open and flagged questions"),
    ("backspace", "take your answer back"),
    ("space", "the next part, where not all fits"),
    ("l", "how much time is left"),
    ("t", "take a break: the clock stops, and the report says so"),
    ("s", "hand the exam in"),
    ("q", "leave; the exam and its time are kept for later"),
)
CERTAINTY_HELP = ("1 2 3", "how sure you are of your answer: 1 sure, 2 unsure, 3 guessing")

MORE = "space more"
OFFER_FOOTER = "enter go on|n begin anew|q leave"
SURE_FOOTER = "1 sure|2 unsure|3 guessing|enter pass"
WRITING_BEGINS = "enter write"
TYPING_FOOTER = "type your answer, enter ends it|enter alone shows the keys"
LONG_TYPING_FOOTER = "type your answer, enter ends it|down more|enter alone shows the keys"
EXAM_BEGINS_FOOTER = "enter start|q leave"
BREAK_FOOTER = "enter go on|q leave, all is kept"
TIME_UP_FOOTER = "enter see how it went"
OVERVIEW_FOOTER = "number enter go there|n next open|s hand in|enter back"
HAND_IN_FOOTER = "enter hand in|any other key goes back"
NUMBER_FOOTER = "enter go|any other key goes back"

ANY_OTHER_LEAVES = "any other key leaves"
TYPED_Q_LEAVES = "q and Enter leave"

DRILL_KEYS = "Keys: ? help, h hint, w why this question, s skip, f flag, u undo, q stop."
DRILL_IN_LINES = "Type your answer and Enter. An empty line skips; h hint, w why this question, u undo, f flag, q stop."
EXAM_KEYS = "Keys: enter next, p back, g go to, f flag, o overview, l time left, t break, s hand in, q leave, ? help."
EXAM_IN_LINES = (
    "One line answers a question, an empty one leaves it open, f flags it; the end of the lines hands in."
    " All is explained at the end, nothing before."
)
EXAM_TYPED = "Type an answer and Enter; Enter alone leaves it open, f flags, s hands in, q leaves. Enter begins."
NEXT_TYPED = "\nEnter for the next one, q to the result."
HAND_IN_TYPED = "Enter hands in, n goes back, q leaves."
OFFER = "Enter goes on with it, n begins anew, q leaves."
EXAM_BEGINS = "Enter starts, q leaves."
BREAK = "Enter goes on, q leaves."
TIME_UP = "Enter tells how it went."
NUMBER = "Type the number, then Enter."
OVERVIEW = "Type a number and Enter to go there, n for the next open one, s to hand in, Enter to go back."
HAND_IN = "Enter hands in, any other key goes back."
HELP = "Any key goes back."

PASTED_IS_NO_KEY = "Pasted text is not taken as keys: nothing was done with it."
SURE_KEYS = "Press 1, 2 or 3, or Enter to pass."
OFFER_KEYS = "Type Enter alone, n or q."
PRESS_A_LETTER = "Press the letter of your answer."
CHOOSE_ONE_AT_LEAST = "Choose at least one, or s to skip."
NO_POINT_TICKED = "No point is ticked yet. Enter once more goes on without."
ONE_TO_THREE = "type 1, 2 or 3"
ONE_TO_THREE_OR_NOTHING = "type 1, 2 or 3, or nothing to pass"


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


def home_footer(leaves: str) -> str:
    """Below the home screen; `leaves` tells what does not start what it offers."""
    return f"enter start|{leaves}|cps-quiz -h help"


def home(leaves: str) -> str:
    """The same as a sentence."""
    return f"Enter starts it, {leaves}."


def help_footer(*, more: bool) -> str:
    """Below the help."""
    return f"{MORE}|any other key goes back" if more else "any key goes back"


def with_more(footer: str, *, more: bool) -> str:
    """A footer that tells first how to see the next page, if there is one."""
    return f"{MORE}|{footer}" if more else footer


def answering(interaction: Interaction) -> str:
    """The keys that answer a question of a drill."""
    match interaction:
        case ChooseOne():
            return f"{_letters(interaction)} answer"
        case ChooseSome():
            return f"{_letters(interaction)} choose|enter hand in"
        case Arrange():
            return f"{_letters(interaction)} next in order|backspace back|enter hand in"
        case Write():
            return f"{_letters(interaction)} tick|enter done"


def question_footer(first: str, *, more: bool) -> str:
    """Below a question of a drill, after the keys that answer it."""
    return f"{first}{_more(more=more)}|? help|h hint|s skip|f flag|u undo|q stop"


def explained_footer(*, more: bool, others: bool, comparing: bool) -> str:
    """Below an explanation; `others` tells whether there are other situations, `comparing` whether they are shown."""
    compare = ("|v back" if comparing else "|v other situations of this set") if others else ""
    return f"enter next{_more(more=more)}{compare}|u undo|f flag|? help|q stop"


def exam_footer(interaction: Interaction, *, sure: bool, more: bool) -> str:
    """Below a question of an exam; `sure` tells whether certainty can be said."""
    match interaction:
        case ChooseSome():
            does = "choose"
        case Arrange():
            does = "next in order"
        case ChooseOne() | Write():
            does = "answer"
    first = f"{_letters(interaction)} {does}{'|1-3 how sure' if sure else ''}{_more(more=more)}"
    return f"{first}|enter next|p back|g go to|f flag|o overview|t break|s hand in|q leave|? help"


def walk_footer(*, others: bool, comparing: bool) -> str:
    """Below a question of an exam that is over."""
    compare = ("|v back" if comparing else "|v other situations") if others else ""
    return f"enter next|p back{compare}|q to the result"


def result_keys(missed: int, flagged: int, questions: int) -> list[str]:
    """The keys that lead on from the result of an exam; those that would show nothing are left out."""
    return [
        *([f"m see the {missed} not right"] if missed else []),
        *([f"f the {flagged} flagged"] if flagged else []),
        *(["a all"] if questions else []),
        *(["d drill the misses"] if missed else []),
        "q leave",
    ]


def _letters(interaction: Interaction) -> str:
    return f"a-{LETTERS[parts(interaction) - 1]}"


def _more(*, more: bool) -> str:
    return f"|{MORE}" if more else ""


def listed(keys: Sequence[str]) -> str:
    """Keys in a sentence."""
    return f"Keys: {', '.join(keys)}."


def after_typed(others: Sequence[str]) -> str:
    """What can be typed after an explanation; `others` are other situations to look at."""
    shown = " v other situations of this set," if others else ""
    return f"\nEnter for the next question,{shown} u undo, f flag, q stop."


def after_explained(others: Sequence[str]) -> str:
    """The same in the walk through an exam."""
    return f"\nEnter next, p back, {'v other situations of this set, ' if others else ''}q to the result."


def means_nothing(key: str) -> str:
    """The complaint about a key."""
    return f"{key} means nothing here; ? shows the keys"


def still_to_place(steps: int) -> str:
    """The complaint about an order that is not complete."""
    return f"{steps} more to place."


def already_placed(letter: str) -> str:
    """The complaint about a step chosen twice."""
    return f"{letter} is placed already; backspace clears the order."


def only_some_placed(steps: int) -> str:
    """The note on a question that was left with `steps` of its order."""
    return f"{counted(steps, 'step')} placed, not all: that question is open."


def no_answer(line: str, wanted: str) -> str:
    """The complaint about a line that is no answer; `wanted` says what would be one."""
    return f'"{line}" is no answer here; {wanted}'


def in_line(number: int, problem: str) -> str:
    """A complaint about a line of a pipe, with its number."""
    return f"Line {number}: {problem}."


def numbers_up_to(size: int) -> str:
    """What may be typed to tick points."""
    return f"type numbers from 1 to {size}"


def answers(interaction: Interaction, letters: str) -> str:
    """What may be typed as an answer by `letters`, and by no others."""
    all_ = ", ".join(letters)
    match interaction:
        case ChooseOne():
            return f"type one of {all_}"
        case ChooseSome():
            return f"type some of {all_}, like a,c"
        case Arrange():
            return f"type all of {all_} in your order, like {' '.join(reversed(letters))}"
        case Write():
            return f"type the numbers of the points that you made, 1 to {len(letters)}"
