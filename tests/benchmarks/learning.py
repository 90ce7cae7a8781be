"""Do our picks teach more? Is the predicted score honest? By hand: python tests/benchmarks/learning.py.

It is a simulation: learners as in learners.py study a bank of 240 items for 21 days, 20 answers a
day (two drills of the usual ten), under each policy of policies.py. All drills are the program's,
so a miss comes back inside the drill and counts as an answer. On day 22 comes an exam of 50 items
drawn by topic; the outcome is its expected score by the learner's true state, items never met
included. The same learners study under every policy.

The parameters of the learners were set before any policy was tried, and stayed. GOAL in core/memory/cards.py
and the misfits in core/memory/forecast.py were chosen with this simulation, on learners of other seeds.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from math import sqrt
from random import Random
from statistics import fmean, stdev
from typing import NamedTuple

from learners import DAY, PACE, Learner, Person, Questions, person, question
from policies import POLICIES, Notes, Policy, date_of, moment
from synthetic_bank import synthetic_bank

from cps_quiz.core.drill.drill import Drill
from cps_quiz.core.memory.forecast import QUESTIONS, Possible, Prediction, predict
from cps_quiz.core.questions.bank import ItemId
from cps_quiz.core.questions.interaction import ChooseOne, parts
from cps_quiz.core.questions.shuffle import draw

DAYS = 21
PER_TOPIC = 60
EXAM_DAYS = (3, 7, 14, 21)
"""After these days each candidate sits an exam, at the hour at which the next day's practice would begin."""

EXAM = 500
"""Added to the day where an exam is drawn, so that it is drawn apart from that day's practice."""


class ExamInProgress(NamedTuple):
    """An exam after a day: what was predicted and what came out."""

    day: int
    predicted: Prediction | None
    score: float

    @property
    def held(self) -> bool:
        """Whether the interval held the score."""
        return self.predicted is not None and self.predicted.low <= self.score <= self.predicted.high


class Outcome(NamedTuple):
    """How a learner's weeks ended: the expected score, the exams on the way, the items met."""

    expected: float
    sittings: list[ExamInProgress]
    met: int


def study(policy: Policy, who: Person, questions: Questions, seed: int, answers: int) -> Outcome:
    """Three weeks of one learner under one policy."""
    learner = Learner(who, seed)
    notes = Notes(questions, seed)
    sittings = []
    for day in range(1, DAYS + 1):
        practice(learner, notes, day, policy(notes, day, answers))
        if day in EXAM_DAYS:
            sittings.append(run_exam(learner, notes, day))
    return Outcome(expected_score(learner, questions, (DAYS + 1) * DAY), sittings, len(notes.past))


def practice(learner: Learner, notes: Notes, day: int, items: Sequence[ItemId]) -> None:
    """One day: a drill that ends after as many answers as it has items."""
    drill = Drill.start([notes.questions[item].item for item in items], notes.seed)
    for number in range(len(items)):
        asked = notes.questions[drill.queue[0].item.id]
        choice = learner.answer(asked, day * DAY + number * PACE)
        drill = drill.respond(asked.choices[choice])
        notes.record(drill.answers[-1], choice, day, moment(day, number))


def run_exam(learner: Learner, notes: Notes, day: int) -> ExamInProgress:
    """An exam on the morrow of `day`, which teaches nothing, and what was predicted of it."""
    random = Random(f"exam/{notes.seed}/{day}")
    form = [notes.questions[item.id] for item in draw(notes.items, QUESTIONS, notes.seed_of(EXAM + day))]
    score = fmean(asked.points[learner.pick(asked, (day + 1) * DAY, random)] for asked in form)
    possible = [Possible(item.topic, notes.past.get(item.id), chance(notes.questions, item.id)) for item in notes.items]
    return ExamInProgress(day, predict(possible, {}, notes.evidence(), date_of(day + 1)), score)


def chance(questions: Questions, item: ItemId) -> float:
    """The chance to be right blindly."""
    interaction = questions[item].item.body.interaction()
    return 1 / parts(interaction) if isinstance(interaction, ChooseOne) else 0.0


def expected_score(learner: Learner, questions: Questions, now: float) -> float:
    """The mean over all exams that may be drawn; topics weigh the same, as each has as many items."""
    return fmean(learner.expected(asked, now) for asked in questions.values())


def mean_text(values: Sequence[float], sign: str = "") -> str:
    """The mean in percent and its 95 % interval."""
    mean, half = 100 * fmean(values), 196 * stdev(values) / sqrt(len(values))
    return f"{mean:{sign}6.2f}  ({mean - half:{sign}.2f} to {mean + half:{sign}.2f})"


def told_scores(outcomes: dict[str, list[Outcome]]) -> Iterable[str]:
    """The policies and how far ours is ahead."""
    ours = [outcome.expected for outcome in outcomes["ours"]]
    yield "Expected exam score in %, 95 % intervals; items met of all; ours less it, paired by learner"
    for name, ends in outcomes.items():
        scores = [end.expected for end in ends]
        ahead = [mine - score for mine, score in zip(ours, scores, strict=True)]
        line = f"  {name:15} {mean_text(scores)}  {fmean(end.met for end in ends):5.0f}"
        yield line if name == "ours" else f"{line}   {mean_text(ahead, '+')}"


def told_coverage(outcomes: Sequence[Outcome]) -> Iterable[str]:
    """How often the predicted interval held the score, after each of the days and in all."""
    yield "Predicted scores of our learners: % of exams within the 80 % interval (wanted: 75 to 85), 95 % intervals"
    for day in EXAM_DAYS:
        told = [sitting for end in outcomes for sitting in end.sittings if sitting.day == day and sitting.predicted]
        sure = [(sitting.predicted, sitting.score) for sitting in told if sitting.predicted]
        width = 50 * fmean(predicted.high - predicted.low for predicted, _ in sure)
        off = 100 * fmean(predicted.score - score for predicted, score in sure)
        held = mean_text([sitting.held for sitting in told])
        yield f"  after day {day:2}  {held}  predicted +-{width:.1f}, off by {off:+.1f} on the whole; {len(told)} exams"
    yield f"  in all        {mean_text([fmean(sitting.held for sitting in end.sittings) for end in outcomes])}"


def arguments() -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=500, help="how many (at least 2)")
    parser.add_argument("--first", type=int, default=10_000, help="seed of the first; the others follow it")
    parser.add_argument("--answers", type=int, default=20, help="answers a day")
    return parser.parse_args()


def main() -> None:
    """Simulate and print."""
    asked = arguments()
    items, misconceptions = synthetic_bank(PER_TOPIC)
    questions = {item.id: question(item) for item in items}
    seeds = range(asked.first, asked.first + asked.learners)
    people = [person(seed, questions, misconceptions) for seed in seeds]
    outcomes = {
        name: [study(policy, who, questions, seed, asked.answers) for who, seed in zip(people, seeds, strict=True)]
        for name, policy in POLICIES.items()
    }
    print(
        f"{asked.learners} learners (seeds {seeds[0]} to {seeds[-1]}), {len(items)} items,"
        f" {asked.answers} answers a day for {DAYS} days"
    )
    print("\n".join([*told_scores(outcomes), *told_coverage(outcomes["ours"])]))


if __name__ == "__main__":
    main()
