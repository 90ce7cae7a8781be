"""Answers and drills as the store takes them."""

from cps_quiz.core.questions.bank import ItemId, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId
from cps_quiz.core.record.log import Attempt, Logged

START, DAY = 1_800_000_000_000, 86_400_000


def entry(number: int, *, sitting: str = "sitting", day: int = 0, right: bool = False) -> Logged:
    """A line of the log, with a time of its own and little else."""
    judging, leaving = MisconceptionId("judging"), MisconceptionId("leaving-alone")
    return Logged(
        id=f"answer-{number:03}",
        attempt=sitting,
        item=ItemId(f"item-{number % 4}"),
        topic=TopicId("reflection"),
        objective=ObjectiveId(f"aim-{number % 3}"),
        fingerprint="f",
        key="k",
        response={"chosen": [1]},
        offered=(judging, leaving),
        chosen=(("Text", None if right else judging),),
        score=float(right),
        self_assessed=False,
        again=0,
        confidence=None,
        cram=False,
        seed=7,
        seconds=1.5,
        answered_at=START + day * DAY + number,
        day=f"2027-01-{15 + day:02}",
        offered_names=(judging, leaving),
    )


def sitting(name: str = "sitting") -> Attempt:
    """A drill that goes on."""
    return Attempt(name, "drill", 7, START, "{}")
