"""What is said about keys: footers, helps, and complaints. In a footer, | stands between the keys."""

from collections.abc import Collection, Sequence

from cps_quiz.core.counting import counted
from cps_quiz.core.questions.asking import NUMBERS
from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Interaction, Write, parts

KEYS = "Keys"
NEXT = "Next"
MORE = "space more"
FOLDED = " (s shows all) ... "
"""Before what is left of a situation where room is short."""

OFFER_FOOTER = "enter go on|n begin anew|q leave"
SURE_FOOTER = "1 sure|2 unsure|3 guessing|enter pass"
WRITING_BEGINS = "enter write"
WRITING_FOOTER = "type, enter keeps it|left right home end|ctrl-_ undo|ctrl-d leave"
TYPING_FOOTER = "type your answer, enter ends it|enter alone shows the keys"
EXAM_BEGINS_FOOTER = "enter start|q leave"
BREAK_FOOTER = "enter go on|q leave, all is kept"
TIME_UP_FOOTER = "enter see how it went"
OVERVIEW_FOOTER = "number enter go there|n next open|s hand in|enter back"
HAND_IN_FOOTER = "enter hand in|any other key goes back"
NUMBER_FOOTER = "enter go|any other key goes back"

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
PRESS_A_LETTER = "Press the letter of your answer, or point at it with the arrow keys."
CHOOSE_ONE_AT_LEAST = "Choose at least one, or s to skip."
NO_POINT_TICKED = "No point is ticked yet. Enter once more goes on without."
ONE_TO_THREE = "type 1, 2 or 3"
ONE_TO_THREE_OR_NOTHING = "type 1, 2 or 3, or nothing to pass"


def reading_footer(steps: int, *, more: bool, back: bool = False, enter_starts: bool = False) -> str:
    """Below a page to read; `back` when leaving it shows another one again, `enter_starts` when Enter starts a step."""
    on = [MORE if enter_starts else "enter more"] if more else []
    first = [*(["enter start 1"] if enter_starts else []), *on]
    starts = [f"1-{steps} start it" if steps > 1 else "1 start it"] if steps else []
    leaves = "q back" if back else "q leave"
    return "|".join([*first, *starts, "? help", leaves])


def found_footer(more: bool) -> str:  # noqa: FBT001 - as pages call it
    """Below a question that was found."""
    return f"enter show the answer|1 practice it{_more(more=more)}|f flag|N note|q back"


def help_footer(*, more: bool) -> str:
    """Below the help."""
    return f"{MORE}|any other key goes back" if more else "any key goes back"


def with_more(footer: str, *, more: bool) -> str:
    """A footer that tells first how to see the next part, if there is one."""
    return f"{MORE}|{footer}" if more else footer


def typing_footer(*, more: bool) -> str:
    """Below an answer that is being typed; `more` when not all of the page is in sight."""
    return f"{TYPING_FOOTER}{'|up down scroll' if more else ''}"


def answering(interaction: Interaction, wanted: int | None = None) -> str:
    """The keys that answer a question of a drill; `wanted` is how many options are asked for, if told."""
    match interaction:
        case ChooseOne():
            return f"{_letters(interaction)} answer"
        case ChooseSome():
            number = f" {NUMBERS[wanted]}" if wanted else ""
            return f"{_letters(interaction)} choose{number}|enter hand in"
        case Arrange():
            return f"{_letters(interaction)} next in order|backspace back|enter hand in"
        case Write():
            return f"{_letters(interaction)} tick|enter done"


def question_footer(first: str, *, more: bool) -> str:
    """Below a question of a drill, after the keys that answer it."""
    return f"{first}{_more(more=more)}|? help|h hint|s skip|f flag|u undo|q stop"


def explained_footer(opens: Sequence[str], ends: str, *, more: bool) -> str:
    """Below an explanation; `opens` are the keys that open something beside it, each with what it is."""
    onward = "enter more|n next question" if more else "enter next"
    return "|".join([onward, *opens, ends])


def alone_footer(opens: Sequence[str], *, more: bool) -> str:
    """The same where one question was opened by itself."""
    return "|".join(["enter more" if more else "enter back", *opens, "? help", "q back"])


DRILL_ENDS = "? help|u undo|f flag|q stop"
WALK = "p back|? help|q to the result"
"""What ends the keys below an explanation, in a drill and in the walk through an exam."""

APPROACH, STUDY_NOTE, OTHERS = "e approach", "m note", "v other situations"


def beside_footer(*, more: bool) -> str:
    """Below what was opened beside an explanation."""
    return f"{MORE}|backspace back|q back" if more else "enter back|q back"


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
    return f"{first}|enter next|? help|p back|s hand in|o overview|g go to|f flag|t break|q leave"


def _letters(interaction: Interaction) -> str:
    return f"a-{LETTERS[parts(interaction) - 1]}"


def _more(*, more: bool) -> str:
    return f"|{MORE}" if more else ""


def listed(keys: Sequence[str]) -> str:
    """Keys in a sentence."""
    return f"Keys: {', '.join(keys)}."


BESIDE = {"e": "e the approach", "m": "m the study note", "v": "v other situations of this set"}
"""What keys open or say beside an explanation."""


def after_typed(beside: Collection[str]) -> str:
    """What can be typed after an explanation; `beside` are keys that say more."""
    shown = "".join(f" {words}," for key, words in BESIDE.items() if key in beside)
    return f"\nEnter for the next question,{shown} u undo, f flag, q stop."


def choose_step(steps: int, *, enter_starts: bool = False) -> str:
    """How to start a next step."""
    first = "Enter starts the first, " if enter_starts else ""
    numbers = f"a number from 1 to {steps} starts that one" if steps > 1 else "1 starts it"
    told = f"{first}{numbers}, q leaves."
    return told[0].upper() + told[1:]


def after_explained(others: Sequence[str]) -> str:
    """The same in the walk through an exam."""
    return f"\nEnter next, p back, {'v other situations of this set, ' if others else ''}q to the result."


def means_nothing(key: str) -> str:
    """The complaint about a key."""
    return f"{key} means nothing here; ? shows the keys"


def not_as_asked(chosen: int, wanted: int | None) -> str:
    """The complaint about too few or too many choices; "" when they are as many as asked for."""
    if wanted is None or chosen == wanted:
        return "" if chosen else CHOOSE_ONE_AT_LEAST
    return f"{wanted - chosen} more." if chosen < wanted else take_back(chosen, wanted)


def take_back(chosen: int, wanted: int) -> str:
    """The complaint about too many choices."""
    return f"Only {NUMBERS[wanted]} are asked for: take {chosen - wanted} back."


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
