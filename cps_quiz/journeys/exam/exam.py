"""A mock exam: put together, sat, handed in."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from cps_quiz.bank.decoded import BlueprintFile
from cps_quiz.bank.library import Library
from cps_quiz.bank.loading import load_blueprint
from cps_quiz.core.exam.blueprint import ITEMS, LEVELS, MINUTES, TARGET, Blueprint
from cps_quiz.core.exam.exam import TICK, Act, Certain, Do, Ending, Exam, Go, Respond
from cps_quiz.core.exam.form import assemble, may_stand
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.errors import BrokenBlueprintError, NothingToAskError
from cps_quiz.journeys.drill.drill import unknown
from cps_quiz.journeys.drill.keeping import Seconds
from cps_quiz.lint.likeness.near_duplicates import near_duplicates
from cps_quiz.lint.outputs.concise import line
from cps_quiz.lint.views import ItemView
from cps_quiz.words.exam_result import ExamView
from cps_quiz.words.steps import Step

SAVE_SECONDS = 5.0
"""How often the clock is saved while nothing else happens: what a crash can give back at most. Our own choice."""

AWAY_SECONDS = 5.0
"""A screen looks at the clock each second. When so many have passed, the program stood still: by ^Z, or as the
computer slept. Our own choice, with room for a slow machine."""


class ExamScreen(Protocol):
    """Where an exam is shown and answered."""

    def turn(self, exam: Exam) -> Act:
        """Show the exam as it stands and wait for one act, a second at most if its clock runs."""

    def rest(self, exam: Exam) -> bool:
        """Stand still until the learner comes back (True) or leaves."""

    def note(self, sentence: str) -> None:
        """Have a sentence stand on the screen until another takes its place; "" takes it away."""


class WholeExamScreen(ExamScreen, Protocol):
    """A screen that sees an exam through, from before its start to after its end."""

    def begin(self, sentences: Sequence[str], *, again: bool) -> bool | None:
        """Say what is to come: True goes on, False leaves. With `again`, None begins anew instead."""

    def time_up(self, exam: Exam) -> None:
        """Tell that the time is over."""

    def show(self, view: ExamView, exam: Exam, steps: Sequence[Step]) -> Step | None:
        """Show the result and what the learner wants to see of it; what they choose to do next, or None."""

    def stay(self, view: ExamView, steps: Sequence[Step]) -> None:
        """Leave the result where it can be read later."""


class ExamKeeper(Protocol):
    """Keeps an exam while it is sat."""

    def moved(self, exam: Exam) -> None:
        """The exam stands so. Durable on return."""

    def check(self) -> None:
        """Make sure that no other window has the exam; raises QuizError when one has."""


class Wanted(NamedTuple):
    """What an exam is asked to be; None where the blueprint file, or else the usual, decides."""

    items: int | None = None
    minutes: float | None = None
    target: float | None = None
    topics: tuple[str, ...] = ()
    blueprint: Path | None = None


def blueprint_for(library: Library, wanted: Wanted) -> Blueprint:
    """The blueprint: the command line before the file, the file before the curriculum's weights.

    Without topics of their own, those of the items at hand are meant. Raises UnknownNameError for a
    topic that nothing loaded has, NothingToAskError without items, BrokenBlueprintError, and
    PathNotFoundError.
    """
    file = _read(wanted.blueprint) if wanted.blueprint else BlueprintFile()
    weights = _weights(library, file)
    for topic in wanted.topics:
        if topic not in weights:
            raise unknown("topic", topic, weights)
    chosen = {topic: weight for topic, weight in weights.items() if not wanted.topics or topic in wanted.topics}
    if not chosen:
        raise NothingToAskError
    return Blueprint(
        topics=chosen,
        levels=file.levels or LEVELS,
        items=wanted.items or file.items or ITEMS,
        minutes=wanted.minutes or file.minutes or MINUTES,
        target=wanted.target or file.target or TARGET,
    )


def _read(path: Path) -> BlueprintFile:
    file, problems = load_blueprint(path)
    if problems:
        placed = sorted(problems, key=lambda problem: problem.sort_key)
        raise BrokenBlueprintError("\n".join(map(line, placed)))
    return file


def _weights(library: Library, file: BlueprintFile) -> dict[TopicId, float]:
    there = {item.topic for item in library.items if may_stand(item)}
    known = library.curriculum.topics
    for topic in file.topics or ():
        if topic not in there and topic not in known:
            raise unknown("topic", topic, there | known.keys())
    if file.topics:
        return dict(file.topics)
    listed = [*(topic for topic in known if topic in there), *sorted(there - known.keys())]
    return {topic: known[topic].weight if topic in known else 1.0 for topic in listed}


def draw(
    library: Library,
    blueprint: Blueprint,
    seen: Mapping[ItemId, int],
    seed: int,
    items: Iterable[Item] | None = None,
) -> tuple[Item, ...]:
    """The items of a form, of those `items` of the library, or of all. Raises BankTooSmallError."""
    among = _distinct(library.items if items is None else items)
    return assemble(among, blueprint, seen, seed, lambda form: _twins(library, form))


def _distinct(items: Iterable[Item]) -> list[Item]:
    """Items without copies of one before them, word for word."""
    found: dict[object, Item] = {}
    for item in items:
        found.setdefault((item.scenario and item.scenario.text, item.stem, item.body), item)
    return list(found.values())


def _twins(library: Library, form: Sequence[Item]) -> list[ItemId]:
    """The items of a form that are near duplicates of another one, as B603 would say of the form alone."""
    wanted = {item.id for item in form}
    views = [
        ItemView(item, 0, file, bank) for file, bank in library.banks() for item in bank.items if item.id in wanted
    ]
    return [view.item.id for view, _ in near_duplicates(views)]


def run_exam(exam: Exam, screen: ExamScreen, keeper: ExamKeeper, clock: Seconds) -> tuple[Exam, Ending]:
    """Let the learner answer until they hand in, leave, or the time is up; how it then stands.

    Every change is kept before the screen shows it, the clock every few seconds and when the
    exam is interrupted.
    """
    seat = _Seat(exam, keeper, clock)
    try:
        while (ending := _move(seat, screen)) is None:
            pass
    finally:
        seat.keep()
    return seat.exam, ending


class _Seat:
    """The exam now, its running clock, and when it was last kept."""

    def __init__(self, exam: Exam, keeper: ExamKeeper, clock: Seconds) -> None:
        self.exam = exam
        self._keeper = keeper
        self._clock = clock
        self._read = self._kept = clock()
        self.keep()

    def run(self) -> None:
        """Let the exam's clock catch up; time in which the exam was not on the screen does not count."""
        now = self._clock()
        passed = max(0.0, now - self._read)
        seen = passed if passed < AWAY_SECONDS else min(passed, TICK)
        self.exam = self.exam.run(seen).away(passed - seen)
        self._read = now

    def keep(self) -> None:
        """Keep the exam as it stands."""
        self.run()
        self._keeper.moved(self.exam)
        self._kept = self._read

    def check(self) -> None:
        """Make sure that the exam is still sat here."""
        self._keeper.check()

    def rest(self, screen: ExamScreen) -> bool:
        """A break; whether the learner came back."""
        self.keep()
        try:
            return screen.rest(self.exam)
        finally:  # a break that ^C or a closed window ends costs no time either
            now = self._clock()
            self.exam = self.exam.paused(now - self._read)
            self._read = now

    def do(self, act: Act) -> None:
        """Change the exam, and keep it if that is due."""
        changed = _after(self.exam, act)
        if changed is not self.exam or self._read - self._kept >= SAVE_SECONDS:
            self.exam = changed
            self.keep()


def _move(seat: _Seat, screen: ExamScreen) -> Ending | None:
    """One act of the learner; how the exam ended if it did."""
    act = screen.turn(seat.exam)
    seat.run()
    seat.check()
    if seat.exam.over:
        return Ending.TIME
    match act:
        case Do.HAND_IN:
            return Ending.HANDED_IN
        case Do.LEAVE:
            return Ending.LEFT
        case Do.BREAK:
            return None if seat.rest(screen) else Ending.LEFT
        case _:
            seat.do(act)
            return None


def _after(exam: Exam, act: Act) -> Exam:
    match act:
        case Respond(response):
            return exam.answer(response)
        case Certain(certainty):
            return exam.sure(certainty)
        case Go(at):
            return exam.go(at)
        case Do.FLAG:
            return exam.flag()
        case Do():
            return exam
