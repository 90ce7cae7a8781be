from datetime import UTC, datetime, timedelta

import pytest

from cps_quiz.core.memory.cards import review
from cps_quiz.core.memory.due import History, Past, Temptation
from cps_quiz.core.memory.reasons import Weight, reason
from cps_quiz.core.memory.skills import Skill, SkillKind, met
from cps_quiz.core.memory.stability import Grade
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId, Option
from cps_quiz.item_types.single import Single

NOW = datetime(2027, 3, 10, 15, tzinfo=UTC)
TODAY = NOW.date()
TELLING = MisconceptionId("telling")
BODY = Single((Option("Ask", True, "It opens."), Option("Tell", False, "It closes.", TELLING)))
ITEM = Item(ItemId("one"), "single", "What now?", TopicId("goals"), BODY, objective=ObjectiveId("own"))
AIM = Skill(SkillKind.OBJECTIVE, "own")


def history(
    aim_days: int | None = None, item_days: int | None = None, *, hits: tuple[int, ...] = (), sure_miss: bool = False
) -> History:
    skills = {} if aim_days is None else {AIM: met(None, Grade.GOOD, TODAY - timedelta(days=aim_days))}
    past = {}
    if item_days is not None:
        memory = review(None, Grade.GOOD, TODAY - timedelta(days=item_days), "key")
        past = {ITEM.id: Past(memory, right=not sure_miss, sure_miss=sure_miss)}
    temptations = tuple(Temptation(TELLING, TopicId(f"t{at}"), count) for at, count in enumerate(hits))
    return History(past, temptations, NOW, TODAY, skills)


@pytest.mark.parametrize(
    ("known", "weight"),
    [
        pytest.param(history(), Weight.UNMET_AIM, id="nothing is known"),
        pytest.param(history(9, 9), Weight.AIM_LONG_AGO, id="long ago"),
        pytest.param(history(9, hits=(1,)), Weight.AIM_LONG_AGO, id="tempted once is no reason"),
        pytest.param(history(9, hits=(1, 1)), Weight.TEMPTED, id="tempted twice, in two topics"),
        pytest.param(history(hits=(9,)), Weight.UNMET_AIM, id="an aim that was never met comes before"),
        pytest.param(history(9, 9, hits=(9,), sure_miss=True), Weight.SURE_MISS, id="missed though sure"),
        pytest.param(history(0), Weight.UNMET_ITEM, id="another question of today's aim"),
        pytest.param(history(0, 3), Weight.ITEM_LONG_AGO, id="a known question of today's aim"),
    ],
)
def test_the_reason_is_what_weighs_most(known: History, weight: Weight) -> None:
    assert reason(ITEM, known).weight is weight


def test_a_reason_tells_its_numbers() -> None:
    assert reason(ITEM, history(9)).days == 9
    assert reason(ITEM, history(0, 3)).days == 3
    tempted = reason(ITEM, history(9, hits=(2, 1)))
    assert (tempted.misconception, tempted.times) == (TELLING, 3)
