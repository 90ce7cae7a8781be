"""A drill from its first question to its summary."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from cps_quiz.bank.library import Library
from cps_quiz.core.drill.drill import Answer, Drill, Effect, Move, Wanted
from cps_quiz.core.drill.report import Report, report
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item, ItemId
from cps_quiz.core.questions.response import Response
from cps_quiz.errors import NothingToAskError, QuizError, UnknownNameError
from cps_quiz.journeys.drill.keeping import Keeper
from cps_quiz.words.steps import Step

Choice = Callable[[Sequence[Item]], Sequence[Item]]
"""How items are chosen of those that fit, and in what order."""

MOST_NAMED = 30
"""Names that are listed where one is unknown: more of them nobody reads."""

Steps = Callable[[Report], list[Step]]
"""What can be done after a drill that went so."""


class DrillScreen(Protocol):
    """Where a drill is shown and answered."""

    def offer(self, offered: str) -> Move:
        """Offer something that one key takes up: NEXT takes it, SKIP does not, STOP leaves."""

    def ask(self, drill: Drill) -> Response | Move:
        """Ask the first question of `drill`."""

    def confidence(self, drill: Drill) -> Confidence | None:
        """Ask how sure the learner was of the answer to the first question of `drill`; None when it is not said."""

    def feedback(self, drill: Drill, answer: Answer) -> Move:
        """Explain `answer`, given to the first question of `drill`; then NEXT, UNDO, FLAG or STOP."""

    def tell(self, effect: Effect) -> None:
        """Tell what came of a move, before `ask` or `feedback` is called again."""

    def note(self, sentence: str) -> None:
        """Have a sentence stand on the screen until another takes its place; "" takes it away."""

    def next_step(self, report: Report, steps: list[Step]) -> Step | None:
        """Tell how it went, and what the learner chooses of what can be done next; None to leave."""

    def summary(self, report: Report, steps: list[Step]) -> None:
        """Tell how it went where it stays, if that was not done."""


def _never() -> bool:
    return False


class Rules(NamedTuple):
    """Whether to ask how sure the learner was, and whether the time for new questions is over."""

    confidence: bool = False
    over: Callable[[], bool] = _never


class Ended(NamedTuple):
    """A drill as it ended, and the step that the learner chose to go on with."""

    drill: Drill
    step: Step | None


def prepare(library: Library, wanted: Wanted, choose: Choice, seed: int) -> Drill:
    """Choose the items of a drill.

    Raises UnknownNameError for a topic or misconception that nothing loaded has, and
    NothingToAskError when no item fits.
    """
    topics = {item.topic for item in library.items} | library.curriculum.topics.keys()
    for topic in sorted(wanted.topics - topics):
        raise BankForTopicError(topic) if topic.endswith((".yaml", ".yml")) else unknown("topic", topic, topics)
    if wanted.misconception is not None and wanted.misconception not in library.misconceptions:
        raise unknown("misconception", wanted.misconception, library.misconceptions.keys())
    items = choose([item for item in library.items if wanted.fits(item)])
    if not items:
        raise NothingToAskError
    return Drill.start(items, seed)


class BankForTopicError(QuizError):
    """A file was named where a topic belongs."""

    def __init__(self, file: str) -> None:
        super().__init__(f'"{file}" is no topic.', f"Did you mean: cps-quiz drill --bank {file}")


def unknown(noun: str, name: str, known: Iterable[str]) -> UnknownNameError:
    """The error for a name that is none of `known`."""
    from cps_quiz.core.questions.search import near

    names = sorted(known)
    there = f"There are: {', '.join(names)}." if len(names) <= MOST_NAMED else "Look for it: cps-quiz find WORDS"
    return UnknownNameError(noun, name, near(name, names), there)


def run(drill: Drill, screen: DrillScreen, keeper: Keeper, steps: Steps, rules: Rules = Rules()) -> Ended:  # noqa: B008
    """Ask until the drill is over, its time is up, or the learner stops, then tell how it went and what to do next.

    What is answered is kept before it is explained. An interruption is told of in the same way
    before it goes on, and leaves the drill to be resumed.
    """
    stand = _Stand(drill, screen, keeper, confidence=rules.confidence)
    step = None
    try:
        while stand.drill.queue and not rules.over() and stand.turn() is not Move.STOP:
            pass
        keeper.ended(stand.drill)
        found = report(stand.drill)
        step = screen.next_step(found, steps(found))
    finally:
        if step is None:
            found = report(stand.drill)
            screen.summary(found, steps(found))
    return Ended(stand.drill, step)


class _Stand:
    """The drill now, and the earlier ones that undoing brings back."""

    def __init__(self, drill: Drill, screen: DrillScreen, keeper: Keeper, *, confidence: bool) -> None:
        self.drill = drill
        self.earlier: list[Drill] = []
        self._screen = screen
        self._keeper = keeper
        self._confidence = confidence

    def turn(self) -> Move:
        """Ask one question; the learner's last move."""
        asked = self.drill
        self._keeper.shown()
        reply = self._screen.ask(asked)
        if isinstance(reply, Move):
            self._move(reply)
            return reply
        self.earlier.append(asked)
        self.drill = asked.respond(reply)
        answer = self.drill.answers[-1]
        sure = self._screen.confidence(asked) if self._confidence and not answer.self_assessed else None
        self._keeper.answered(self.drill, answer, sure)
        return self._explain(asked, answer)

    def _explain(self, asked: Drill, answer: Answer) -> Move:
        item = answer.turn.item.id
        while (move := self._screen.feedback(asked, answer)) in {Move.FLAG, Move.ASIDE}:
            if move is Move.FLAG:
                asked = asked.flag(item)
                self._flag(item)
            else:
                self._put_aside(item)
        self._move(move)
        return move

    def _put_aside(self, item: ItemId) -> None:
        self.drill = self.drill.without(item)
        self.earlier = [drill.without(item) for drill in self.earlier]
        self._keeper.put_aside(self.drill, item)
        self._screen.tell(Effect.ASIDE)

    def _flag(self, item: ItemId) -> None:
        self.drill = self.drill.flag(item)
        self._keeper.flagged(self.drill, item)
        self._screen.tell(Effect.FLAGGED if item in self.drill.flagged else Effect.UNFLAGGED)

    def _move(self, move: Move) -> None:
        match move:
            case Move.SKIP:
                self.drill = self.drill.skip()
                self._keeper.moved(self.drill)
            case Move.ASIDE:
                self._put_aside(self.drill.queue[0].item.id)
            case Move.FLAG:
                self._flag(self.drill.queue[0].item.id)
            case Move.UNDO if self.drill.answers:
                before = self.earlier.pop() if self.earlier else self.drill.taken_back()
                self.drill = before._replace(flagged=self.drill.flagged)
                self._keeper.undone(self.drill)
                self._screen.tell(Effect.UNDONE)
            case Move.UNDO:
                self._screen.tell(Effect.NOTHING_TO_UNDO)
            case Move.NEXT | Move.STOP:
                pass
