"""Sentences that the full screen and the plain one both say."""

from collections.abc import Sequence

from cps_quiz.core.counting import counted
from cps_quiz.core.drill.drill import Answer, Drill, Effect
from cps_quiz.core.drill.report import Report
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Interaction, Write, parts
from cps_quiz.core.questions.response import Chosen
from cps_quiz.core.quoting import quoted

KEYS_HELP = (
    ("a b c ...", "answer; 1 2 3 ... do as well"),
    ("enter", "hand in what you chose; go on after reading"),
    ("space", "the next part, where not all fits"),
    ("backspace", "take back the last letter"),
    ("h", "a hint"),
    ("f", "flag the question for later (F where f is an option)"),
    ("s", "skip the question"),
    ("u", "undo the last answer"),
    ("q", "stop; your answers count"),
)


ENOUGH, WELL = 5, 0.8
"""Questions asked, and the share of them right, from which on harder ones are advised. Our own choice."""

OTHERS_HELP = ("v", "after your answer: the other situations of this set")
CHANGED = "The answer to this question has changed since you last met it."
SURE = "How sure were you? 1 sure, 2 unsure, 3 guessing"
SURE_OR_PASS = f"{SURE}, Enter passes"
SURE_KEYS = "Press 1, 2 or 3, or Enter to pass."
EFFECTS = {
    Effect.FLAGGED: "Flagged.",
    Effect.UNFLAGGED: "Flag taken away.",
    Effect.UNDONE: "Your last answer is taken back.",
    Effect.NOTHING_TO_UNDO: "There is nothing to undo.",
}
IN_LINES = "Type your answer and Enter. An empty line skips; h hint, u undo, f flag, q stop."


def after_typed(others: Sequence[str]) -> str:
    """What can be typed after an explanation; `others` are other situations to look at."""
    shown = " v other situations of this set," if others else ""
    return f"\nEnter for the next question,{shown} u undo, f flag, q stop."


def keys_help(item: Item) -> tuple[tuple[str, str], ...]:
    """The keys and what they do; those for sets only where `item` stands in one."""
    *first, stop = KEYS_HELP
    return (*first, OTHERS_HELP, stop) if item.set is not None else KEYS_HELP


def others(item: Item, count: int) -> str:
    """What goes before the other situations of an item's set."""
    interaction = item.body.interaction()
    options = interaction.options if isinstance(interaction, ChooseOne | ChooseSome) else ()
    key = " and ".join(quoted(option.text) for option in options if option.correct)
    return f"The same options in {counted(count, 'other situation')}. In this one the key is {key}."


def how(interaction: Interaction) -> str:
    """What to do, in one sentence."""
    letters = f"a-{LETTERS[parts(interaction) - 1]}"
    match interaction:
        case ChooseOne():
            return f"Choose one: {letters}."
        case ChooseSome():
            return f"Choose all that are right: {letters}, then Enter."
        case Arrange():
            return f"Put all in order, the first one first: {letters}, then Enter."
        case Write():
            return "Write your answer. Nobody scores it but you."


def verdict(answer: Answer) -> str:
    """How an answer went, kindly."""
    share = answer.score.points
    if answer.self_assessed:
        made = round(share * parts(answer.turn.item.body.interaction()))
        return f"You ticked {made} of {parts(answer.turn.item.body.interaction())} points."
    if answer.score.full:
        return "Right, well remembered." if answer.turn.again else "Right."
    if share:
        return f"Partly right ({share:.0%} of the points)."
    return "Not these. Here is why." if _several(answer) else "Not this one. Here is why."


def _several(answer: Answer) -> bool:
    """Whether more than one thing was handed in."""
    return isinstance(answer.response, Chosen) and len(answer.response.options) > 1


def place(drill: Drill) -> str:
    """Where the drill stands."""
    turn = drill.turn
    return "once more" if turn is not None and turn.again else f"{drill.place} of {drill.total}"


def score(report: Report) -> str:
    """The score in one sentence."""
    if not report.asked:
        return "No question was scored."
    questions = "question" if report.asked == 1 else "questions"
    return f"{report.right} of {report.asked} {questions} right at the first try ({report.right / report.asked:.0%})."


def details(report: Report) -> list[str]:
    """Sentences on what else happened; empty ones left out."""
    found = (
        (report.mended, "missed at first and right when asked again"),
        (report.reflections, "reflected on"),
        (report.skipped, "skipped"),
        (len(report.flagged), f"flagged: {', '.join(report.flagged)}"),
        (report.unmet, "not reached"),
    )
    return [f"{count} {words}." for count, words in found if count]


def tempting(report: Report, glossary: Glossary) -> list[str]:
    """The misconceptions met, most often first, at most three."""
    return [
        f"{glossary.misconception(id_)}: {'once' if times == 1 else f'{times} times'}"
        for id_, times in report.misconceptions[:3]
    ]


def next_steps(report: Report) -> list[str]:
    """What to do now, each with its command."""
    if not report.asked:
        return ["Begin when you like: cps-quiz drill"]
    steps = []
    if report.misconceptions:
        worst = report.misconceptions[0][0]
        steps.append(f"See what stands behind it: cps-quiz explain {worst}")
        steps.append(f"Practice telling it apart: cps-quiz drill --misconception {worst}")
    if report.flagged:
        steps.append(f"Look at what you flagged: cps-quiz bank show {report.flagged[0]}")
    if report.weakest:
        steps.append(f"Read the notes: cps-quiz study {report.weakest}")
    return [*steps, _going_on(report)]


def _going_on(report: Report) -> str:
    done = not report.unmet and report.asked >= ENOUGH and report.right >= WELL * report.asked
    return "Go on with harder ones: cps-quiz drill --level analyze" if done else "Go on: cps-quiz drill"
