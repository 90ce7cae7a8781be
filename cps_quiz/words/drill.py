"""What is said in a drill, and at its end."""

from collections.abc import Sequence

from cps_quiz.core.drill.drill import Answer, Drill, Effect
from cps_quiz.core.drill.report import Report, TopicScore
from cps_quiz.core.questions.explanation import LETTERS
from cps_quiz.core.questions.glossary import Glossary
from cps_quiz.core.questions.interaction import (
    Arrange,
    ChooseOne,
    ChooseSome,
    Interaction,
    Write,
    parts,
)
from cps_quiz.core.questions.response import Chosen
from cps_quiz.words.numbers import out_of, times

ENOUGH, WELL = 5, 0.8
"""Questions asked, and the share of them right, from which on harder ones are advised. Our own choice."""

CHANGED = "The answer to this question has changed since you last met it."
SURE = "How sure were you? 1 sure, 2 unsure, 3 guessing"
SURE_OR_PASS = f"{SURE}, Enter passes"
SURE_BEFORE_KEYS = "How sure were you of your answer?"
FLAGGED = "flagged"
ONCE_MORE = "Once more, as it was missed"
HINT = "Hint:"
NO_HINT = "There is no hint for this one."
ASKED_AGAIN = "You missed it a moment ago."
MISSED_IN_EXAM = "You did not get it right in the exam."
PICKED_BY_CHANCE = "It was drawn by chance."
WHY = "Why this question:"
SKIPPED = "Skipped."
TO_WRITE = "Press Enter and write your answer; Enter once more ends it."
TO_TYPE = "Type your answer and press Enter; nothing and Enter to go without."
WROTE = "You wrote:"
POINTS = "Which of these points does it make?"
POINTS_BY_LETTER = f"{POINTS} Press their letters, then Enter."
POINTS_BY_NUMBER = f"{POINTS} Type their numbers, or nothing for none."
TEMPTED = "What tempted you most"
NEXT = "Next"
WHAT_NEXT = "What to do next:"
THEN = ", then "
"""Between the letters of an order."""

EFFECTS = {
    Effect.FLAGGED: "Flagged.",
    Effect.UNFLAGGED: "Flag taken away.",
    Effect.UNDONE: "Your last answer is taken back.",
    Effect.NOTHING_TO_UNDO: "There is nothing to undo.",
    Effect.ASIDE: "Put aside: it is not asked any more, until `cps-quiz bank back` and its id.",
}


def why(drill: Drill) -> str:
    """Why the present question is asked, in one line."""
    turn = drill.queue[0]
    if turn.again:
        return ASKED_AGAIN
    return drill.reason(turn.item) if drill.reason else PICKED_BY_CHANCE


def cut_off(drill: Drill, changed: str) -> str:
    """The offer to go on with a drill; `changed` tells of questions that the banks have otherwise by now."""
    return f"A drill was cut off at question {out_of(drill.place, drill.total)}. {_then(changed)}Go on with it?"


def open_elsewhere(drill: Drill, changed: str) -> str:
    """The offer to take over a drill from another window."""
    where = f"at question {out_of(drill.place, drill.total)}"
    return (
        f"A drill is open in another window, {where}. {_then(changed)}Go on with it here? The other window then stops"
        " saving. If you begin anew, it goes on there."
    )


def _then(sentence: str) -> str:
    return f"{sentence} " if sentence else ""


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
        points = parts(answer.turn.item.body.interaction())
        return ticked(round(share * points), points)
    if answer.score.full:
        return "Right, well remembered." if answer.turn.again else "Right."
    if share:
        return f"Partly right ({share:.0%} of the points)."
    return "Not these. Here is why." if _several(answer) else "Not this one. Here is why."


def ticked(made: int, points: int) -> str:
    """How many points of an answer in own words the learner found in it."""
    return f"You ticked {out_of(made, points)} points."


def _several(answer: Answer) -> bool:
    """Whether more than one thing was handed in."""
    return isinstance(answer.response, Chosen) and len(answer.response.options) > 1


def place(drill: Drill) -> str:
    """Where the drill stands."""
    turn = drill.turn
    return "once more" if turn is not None and turn.again else out_of(drill.place, drill.total)


def heading(drill: Drill, topic: str) -> str:
    """Where the drill stands, what about, and whether the question is flagged, in sentences."""
    turn = drill.queue[0]
    where = ONCE_MORE if turn.again else question(drill.place, drill.total)
    return f"{where}. {topic}.{' Flagged.' if turn.item.id in drill.flagged else ''}"


def question(number: int, total: int) -> str:
    """Which question of a drill it is."""
    return f"Question {out_of(number, total)}"


def right_so_far(count: int) -> str:
    """The score while the drill goes on."""
    return f"{count} right"


def pressed(key: str) -> str:
    """A key that answered."""
    return f"You pressed {key}."


def picked(letters: Sequence[str], *, in_order: bool) -> str:
    """What is chosen so far."""
    return f"Now: {(THEN if in_order else ', ').join(letters) or 'none'}"


def score(report: Report) -> str:
    """The score in one sentence."""
    if not report.asked:
        return "No question was scored."
    questions = "question" if report.asked == 1 else "questions"
    return f"{report.right} of {report.asked} {questions} right at the first try ({report.right / report.asked:.0%})."


def topic_score(topic: str, score: TopicScore) -> str:
    """The score of one topic."""
    return f"{topic}: {out_of(score.right, score.asked)} right."


def tempted(tempting: Sequence[str]) -> str:
    """The misconceptions met, in one sentence."""
    return f"{TEMPTED}: {'; '.join(tempting)}."


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
    return [f"{glossary.misconception(id_)}: {times(count)}" for id_, count in report.misconceptions[:3]]


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
