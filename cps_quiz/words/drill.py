"""What is said in a drill, and at its end."""

from collections.abc import Sequence

from cps_quiz.core.counting import counted
from cps_quiz.core.drill.drill import Answer, Drill, Effect
from cps_quiz.core.drill.report import Report, TopicScore
from cps_quiz.core.questions.asking import NUMBERS
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
from cps_quiz.words.steps import Step

ENOUGH, WELL = 5, 0.8
"""Questions asked, and the share of them right, from which on harder ones are advised. Our own choice."""

LOW = 0.5
"""The share right below which comfort comes before numbers. Our own choice."""

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
TO_ORDER = "Put these in order: press the letter of what comes first, then of what comes next."
TO_WRITE = "Press Enter and write your answer; Enter once more ends it."
TO_TYPE = "Type your answer and press Enter; nothing and Enter to go without."
TO_TYPE_ON = "What you type now is added to it; Enter alone leaves it as it is."
POINTS = "Which of these points does it make?"
POINTS_BY_LETTER = f"{POINTS} Press their letters, then Enter."
POINTS_BY_NUMBER = f"{POINTS} Type their numbers, or nothing for none."
TEMPTED = "What tempted you most"
HOW_IT_WENT = "How it went"
NOTHING_ANSWERED = "No question was answered this time. That is fine: come back when you like."
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


def begun(draft: str) -> str:
    """What was typed and not handed in."""
    return f"You had begun: {draft}"


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
    right, of = _right_choices(answer)
    if right:
        return some_right(NUMBERS[right], NUMBERS[of], half=2 * right == of)
    if share:
        return f"Partly right ({share:.0%} of the points)."
    return "Not these. Here is why." if _several(answer) else "Not this one. Here is why."


def some_right(right: str, of: str, *, half: bool) -> str:
    """That some of several right options were chosen; the numbers are words."""
    return f"{'Half' if half else 'Partly'} right: {right} of {of}. Here is why."


def ticked(made: int, points: int) -> str:
    """How many points of an answer in own words the learner found in it."""
    return f"You ticked {out_of(made, points)} points."


def _right_choices(answer: Answer) -> tuple[int, int]:
    """Of several right options, how many were chosen and how many there are."""
    interaction = answer.turn.item.body.interaction()
    if not isinstance(interaction, ChooseSome) or not isinstance(answer.response, Chosen):
        return 0, 0
    key = {index for index, option in enumerate(interaction.options) if option.correct}
    return len(key & set(answer.response.options)), len(key)


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
    """The score in one sentence; "" where nothing was scored."""
    if not report.asked:
        return ""
    return (
        f"{report.right} of {counted(report.asked, 'question')} right at the first try"
        f" ({report.right / report.asked:.0%})."
    )


def in_own_words(count: int) -> str:
    """That answers in own words are work, too."""
    return f"You put {counted(count, 'answer')} into your own words. That is work done."


def opening(report: Report, glossary: Glossary) -> list[str]:
    """What is said first at the end: what went well, and work that has no score."""
    told = [in_own_words(report.reflections)] if report.reflections else []
    if not report.asked:
        return told or [NOTHING_ANSWERED]
    return [_praise(report, glossary), *told]


def is_low(report: Report) -> bool:
    """Whether so few were right that comfort and next steps come before the numbers."""
    return bool(report.asked) and report.right < LOW * report.asked


def _praise(report: Report, glossary: Glossary) -> str:
    if report.right == report.asked:
        return "All right. Well done!"
    if report.right >= WELL * report.asked:
        return "Well done: nearly all of it was right."
    if not is_low(report):
        return "Good work: you know much of this already, and you have seen the rest explained."
    if report.mended:
        return f"You got {counted(report.mended, 'question')} right that you had missed before. That is how it sticks."
    best = max(report.topics, key=lambda one: one.right / one.asked, default=None)
    if best is not None and best.right:
        return f"{glossary.topic(best.topic)} went best. What you missed today is what the next drill brings back."
    return "You stayed with hard questions. What you missed today is explained, and the next drill brings it back."


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
        (report.skipped, "skipped"),
        (len(report.flagged), "flagged"),
        (report.unmet, "not reached"),
    )
    return [f"{count} {words}." for count, words in found if count]


def tempting(report: Report, glossary: Glossary) -> list[str]:
    """The misconceptions met, most often first, at most three."""
    return [f"{glossary.misconception(id_)}: {times(count)}" for id_, count in report.misconceptions[:3]]


def next_steps(report: Report, glossary: Glossary, carried: Sequence[str] = ()) -> list[Step]:
    """What to do now; each command ends with the options that are `carried` on."""
    steps = [_going_on(report)]
    if report.misconceptions:
        worst = report.misconceptions[0][0]
        name = glossary.misconception(worst)
        steps.append(Step(f"Practice telling apart: {name}", ("drill", "--misconception", worst)))
        steps.append(Step(f"Read about it: {name}", ("explain", worst)))
    if report.weakest:
        steps.append(Step(f"Read the notes: {glossary.topic(report.weakest)}", ("study", report.weakest)))
    if report.flagged:
        steps.append(Step("Go through what you flagged", ("drill", "--flagged")))
    return [step._replace(command=(*step.command, *carried)) for step in steps]


def _going_on(report: Report) -> Step:
    if not (report.asked or report.reflections):
        return Step("Begin when you like", ("drill",))
    done = not report.unmet and report.asked >= ENOUGH and report.right >= WELL * report.asked
    return Step("Harder ones", ("drill", "--level", "analyze")) if done else Step("More questions", ("drill",))
