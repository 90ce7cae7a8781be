"""What would help a simulated learner most by their true state: greedy, so no ceiling where steps must add up.

It weighs what one answer does to the score of the exam's questions on the day of the exam. Of each objective
and each misconception a few questions stand for all.
"""

from collections import Counter
from copy import copy
from statistics import fmean

from learners import DAY, Learner, Question, Questions
from transfer_learners import PowerLearner, TracingLearner, exercised

from cps_quiz.core.memory.skills import Skill
from cps_quiz.core.questions.bank import ItemId
from cps_quiz.core.questions.interaction import MisconceptionId

EXAM_DAY = 22
FEW = 6
"""Questions that stand for all of an objective."""

AGAIN = 0.35
"""What a second answer of the same objective or item on one day is worth of the first."""


def at_best(learner: Learner, questions: Questions, mixed: list[ItemId], day: int, count: int) -> list[ItemId]:
    """Up to `count` items, the most helpful first."""
    now = day * DAY
    aims, corrections = _aims(learner, questions, now), _corrections(learner, questions, now)
    worth: dict[ItemId, tuple[float, float]] = {}
    for item in mixed:
        question = questions[item]
        chances = learner.chances(question, now)
        corrected = sum(
            chance * corrections.get(shown, 0.0)
            for chance, shown in zip(chances, question.shows, strict=True)
            if shown is not None
        )
        weight = exercised(learner.recalled(question, now))
        worth[item] = (weight * aims.get(question.aim, 0.0), corrected + _memory(learner, questions, item, now))
    found, asked = list[ItemId](), Counter[Skill]()
    while len(found) < min(count, len(mixed)):
        best = max(
            (item for item in mixed if item not in found),
            key=lambda item: worth[item][0] * AGAIN ** asked[questions[item].aim] + worth[item][1],
        )
        found.append(best)
        asked[questions[best].aim] += 1
    return found


def _aims(learner: Learner, questions: Questions, now: float) -> dict[Skill, float]:
    """What an answer adds to the score, by objective: the questions that profit times the gain of each."""
    groups: dict[Skill, list[ItemId]] = {}
    for id_, question in questions.items():
        groups.setdefault(question.aim, []).append(id_)
    found = {}
    for aim, ids in groups.items():
        gained, share = _practiced(learner, aim, now)
        if gained is not None:
            few = [questions[id_] for id_ in ids[:FEW]]
            gain = fmean(_unseen(gained, one) - _unseen(learner, one) for one in few)
            found[aim] = len(ids) * share * gain
    return found


def _unseen(learner: Learner, question: Question) -> float:
    return learner.reasoned(question, EXAM_DAY * DAY)[0]


def _practiced(learner: Learner, aim: Skill, now: float) -> tuple[Learner | None, float]:
    """The learner after practice of an objective, and the chance that it takes."""
    after = copy(learner)
    if isinstance(after, PowerLearner):
        done = list(after.aims.get(aim, []))
        after.exercise(done, now, 1.0)
        after.aims = {**after.aims, aim: done}
        return after, 1.0
    if isinstance(after, TracingLearner):
        chance = (1 - after.knows(aim, now)) * after.LEARNS
        after.known = {**after.known, aim: (True, now)}
        return after, chance
    return None, 0.0


def _corrections(learner: Learner, questions: Questions, now: float) -> dict[MisconceptionId, float]:
    """What the correction of each misconception adds to the score, once it was chosen."""
    offers: dict[MisconceptionId, list[ItemId]] = {}
    for id_, question in questions.items():
        for shown in question.shows:
            if shown in learner.who.held and shown is not None:
                offers.setdefault(shown, []).append(id_)
    found = {}
    for shown, ids in offers.items():
        after, share = copy(learner), 1.0
        if isinstance(after, TracingLearner):
            after.corrected = {**after.corrected, shown: (True, now)}
            share = after.CORRECTED
        else:
            traces = list(after.corrections.get(shown, []))
            after.present(traces, now, questions[ids[0]].item.topic)
            after.corrections = {**after.corrections, shown: traces}
        few = [questions[id_] for id_ in ids[:FEW]]
        found[shown] = share * len(ids) * fmean(_unseen(after, one) - _unseen(learner, one) for one in few)
    return found


def _memory(learner: Learner, questions: Questions, item: ItemId, now: float) -> float:
    """What remembering the item itself adds, where the exam asks the same items."""
    if type(learner) is not Learner:
        return 0.0
    after = copy(learner)
    after.items = {**after.items, item: list(after.items.get(item, []))}
    after.present(after.items[item], now, questions[item].item.topic)
    exam = EXAM_DAY * DAY
    return after.expected(questions[item], exam) - learner.expected(questions[item], exam)
