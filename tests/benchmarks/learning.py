"""Do our picks teach more? Are the forecasts honest? By hand: python tests/benchmarks/learning.py.

It is a simulation: learners as in learners.py and transfer_learners.py study the shipped bank for 21 days, 20
or 10 answers a day, under each policy of policies.py. All drills are the program's, so a miss comes back
inside the drill and counts as an answer; every second learner says how sure they were. The outcome is the
expected score on day 22 by the learner's true state: of all questions that the bank holds, and of as many
that nobody ever met, one like each of those in objective and misconceptions. On the days before, candidates
sit exams of 50 questions of both kinds, which teach nothing. The same learners study under every policy.

The learners' parameters were set before any policy was tried on them. The constants of picking.py, forecast.py
and understanding.py in core/memory were chosen on learners of other seeds.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from functools import cache, partial
from multiprocessing import Pool as Processes
from random import Random
from statistics import fmean
from typing import NamedTuple

import transfer_learners
from learners import DAY, PACE, Learner, Questions, person, question
from learning_report import Outcome, Sitting, told
from policies import POLICIES, Notes, Policy, moment
from transfer_learners import MODELS

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.core.drill import drill as drills
from cps_quiz.core.drill.drill import Drill
from cps_quiz.core.exam.report import chance
from cps_quiz.core.memory.forecast import QUESTIONS, Possible, predict
from cps_quiz.core.questions.bank import Item, ItemId
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.core.questions.shuffle import draw

DAYS = 21
EXAM_DAYS = (7, 14, 21)
"""After these days each candidate sits exams, at the hour at which the next day's practice would begin."""

EXAM = 500
"""Added to the day where an exam is drawn, so that it is drawn apart from that day's practice."""

LOOKED_INTO = 30
"""Learners that the oracle teaches, as it takes much longer than the others."""


class World(NamedTuple):
    """The questions to practice, as many that nobody meets, and the misconceptions."""

    bank: Questions
    unseen: Questions
    misconceptions: list[MisconceptionId]


@cache
def world() -> World:
    """The shipped bank, but for what the learner scores, and its likes."""
    library = load([shipped()])
    items = [item for item in library.items if not item.retired and item.type != "reflection"]
    bank, unseen = ({one.id: question(one) for one in found} for found in (items, map(_like, items)))
    return World(bank, unseen, sorted(library.curriculum.misconceptions))


def _like(item: Item) -> Item:
    return item._replace(id=ItemId(f"{item.id}-unseen"))


class Task(NamedTuple):
    """One learner, by the seed, under all policies."""

    model: str
    answers: int
    names: tuple[str, ...]
    first: int


def studied(task: Task, seed: int) -> dict[str, Outcome]:
    """Three weeks of one learner under each policy."""
    looked_into = seed - task.first < LOOKED_INTO
    names = [name for name in task.names if name != "oracle" or looked_into]
    return {name: study(POLICIES[name], MODELS[task.model], seed, task.answers, sits=name == "ours") for name in names}


def study(policy: Policy, model: type[Learner], seed: int, answers: int, *, sits: bool) -> Outcome:
    """Three weeks of one learner under one policy."""
    here = world()
    learner = model(person(seed, {**here.bank, **here.unseen}, here.misconceptions), seed)
    notes = Notes(here.bank, seed, asks=seed % 2 == 0)
    sittings, seconds = [], 0.0
    for day in range(1, DAYS + 1):
        items = policy.choose(notes, learner, day, answers)
        seconds += practice(learner, notes, day, items, policy.returns)
        if sits and day in EXAM_DAYS:
            sittings.append(sit(learner, notes, day))
    end = (DAYS + 1) * DAY
    return Outcome(
        bank=expected_score(learner, here.bank, end),
        unseen=expected_score(learner, here.unseen, end),
        sittings=sittings,
        met=len(notes.past),
        minutes=seconds / 60 / DAYS,
    )


def practice(learner: Learner, notes: Notes, day: int, items: Sequence[ItemId], returns: int) -> float:
    """One day: a drill that ends after as many answers as it has items; the seconds that it took."""
    drills.RETURNS = returns  # the program's own drill, as it was before, too
    drill = Drill.start([notes.questions[item].item for item in items], notes.seed)
    seconds = 0.0
    for number in range(len(items)):
        asked = notes.questions[drill.queue[0].item.id]
        reaction = learner.answer(asked, day * DAY + number * PACE)
        seconds += reaction.seconds
        drill = drill.respond(asked.choices[reaction.choice])
        notes.record(drill.answers[-1], reaction, day, moment(day, number))
    return seconds


def sit(learner: Learner, notes: Notes, day: int) -> Sitting:
    """Two exams on the morrow of `day`, scored as the program's are: right in full or not; and what was predicted."""
    random = Random(f"exam/{notes.seed}/{day}")
    form = draw(notes.items, QUESTIONS, notes.seed_of(EXAM + day))
    scores = [
        fmean(asked.points[learner.pick(asked, (day + 1) * DAY, random)] == 1.0 for asked in paper)
        for paper in ([world().bank[item.id] for item in form], [world().unseen[_like(item).id] for item in form])
    ]
    possible = [
        Possible(asked.aim, asked.item.topic, notes.past.get(id_), chance(asked.item.body.interaction()))
        for id_, asked in notes.questions.items()
    ]
    predicted = predict(possible, {}, moment(day + 1))
    return Sitting(day, (predicted.questions_from_here, predicted.new_questions), (scores[0], scores[1]))


def expected_score(learner: Learner, questions: Questions, now: float) -> float:
    """The mean over all exams that may be drawn; topics weigh the same, as each has as many items."""
    return fmean(learner.expected(asked, now) for asked in questions.values())


def arguments() -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=300, help="how many (at least 2)")
    parser.add_argument("--first", type=int, default=10_000, help="seed of the first; the others follow it")
    parser.add_argument("--answers", type=int, nargs="+", default=[20, 10], help="answers a day")
    parser.add_argument("--models", nargs="+", default=list(MODELS), choices=MODELS)
    parser.add_argument("--policies", nargs="+", default=list(POLICIES), choices=POLICIES)
    parser.add_argument(
        "--by-heart", type=float, default=transfer_learners.BY_HEART, help=transfer_learners.exercised.__doc__
    )
    parser.add_argument("--jobs", type=int, default=1, help="how many processes")
    return parser.parse_args()


def main() -> None:
    """Simulate and print."""
    asked = arguments()
    transfer_learners.BY_HEART = asked.by_heart
    seeds = range(asked.first, asked.first + asked.learners)
    print(f"{asked.learners} learners (seeds {seeds[0]} to {seeds[-1]}), {len(world().bank)} items, {DAYS} days")
    with Processes(asked.jobs) as processes:
        for model in asked.models:
            for answers in asked.answers:
                task = Task(model, answers, tuple(asked.policies), asked.first)
                outcomes = processes.map(partial(studied, task), seeds)
                print("\n".join(["", f"Model: {model}; {answers} answers a day", *told(outcomes)]), flush=True)


if __name__ == "__main__":
    main()
