"""What a drill showed: the score, the topics, the misconceptions met."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from cps_quiz.core.drill.drill import Answer, Drill
from cps_quiz.core.questions.bank import ItemId, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.core.questions.labels import tempted


class TopicScore(NamedTuple):
    """Items of one topic that were answered, and those right at the first try."""

    topic: TopicId
    right: int
    asked: int


class Report(NamedTuple):
    """The end of a drill. Repeats and self-assessed items are not part of right and asked."""

    right: int
    asked: int
    topics: tuple[TopicScore, ...]
    misconceptions: tuple[tuple[MisconceptionId, int], ...]
    reflections: int
    mended: int
    flagged: tuple[ItemId, ...]
    skipped: int
    unmet: int

    @property
    def weakest(self) -> TopicId | None:
        """The topic with the lowest share right; None when nothing was missed."""
        missed = [score for score in self.topics if score.right < score.asked]
        return min(missed, key=lambda score: score.right / score.asked).topic if missed else None


def report(drill: Drill) -> Report:
    """Sum up `drill`, finished or not."""
    first = [a for a in drill.answers if a.turn.again == 0 and not a.self_assessed]
    met = {a.turn.item.id for a in drill.answers} | set(drill.skipped)
    return Report(
        right=sum(a.score.full for a in first),
        asked=len(first),
        topics=_topics(first),
        misconceptions=tuple(Counter(shown_by(drill.answers)).most_common()),
        reflections=sum(a.self_assessed for a in drill.answers),
        mended=len({a.turn.item.id for a in drill.answers if a.turn.again and a.score.full}),
        flagged=tuple(sorted(drill.flagged)),
        skipped=len(drill.skipped),
        unmet=drill.total - len(met),
    )


def _topics(answers: Iterable[Answer]) -> tuple[TopicScore, ...]:
    asked: Counter[TopicId] = Counter()
    right: Counter[TopicId] = Counter()
    for answer in answers:
        asked[answer.turn.item.topic] += 1
        right[answer.turn.item.topic] += answer.score.full
    return tuple(TopicScore(topic, right[topic], asked[topic]) for topic in asked)


def shown_by(answers: Iterable[Answer]) -> list[MisconceptionId]:
    """The misconception of every distractor that was chosen, in the order of choosing."""
    return [m for answer in answers for m in tempted(answer.turn.item, answer.response)]
