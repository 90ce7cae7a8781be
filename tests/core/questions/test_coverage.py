from choices import ITEM, multiple

from cps_quiz.core.questions.bank import Item, ItemId, Level, TopicId
from cps_quiz.core.questions.coverage import Coverage, cover
from cps_quiz.core.questions.curriculum import Objective, Topic
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId, Option
from cps_quiz.item_types.order import Order
from cps_quiz.item_types.single import Single

HERE, THERE = TopicId("here"), TopicId("there")
ASK, WAIT = ObjectiveId("ask"), ObjectiveId("wait")
RUSH, JUDGE = MisconceptionId("rush"), MisconceptionId("judge")
TOPICS = (
    Topic(HERE, "Here", objectives=(Objective(ASK, "Ask"), Objective(WAIT, "Wait"))),
    Topic(THERE, "There", objectives=(Objective(ASK, "Ask"),)),
)
KEY = Option("key", correct=True, why="W")


def item(topic: TopicId, *wrong: MisconceptionId | None) -> Item:
    options = (KEY, *(Option(f"wrong {at}", correct=False, why="W", misconception=id_) for at, id_ in enumerate(wrong)))
    return ITEM._replace(topic=topic, body=Single(options))


def covered(*items: Item) -> Coverage:
    return cover([one._replace(id=ItemId(f"i{at}")) for at, one in enumerate(items)], TOPICS, [RUSH, JUDGE])


def test_misconceptions_are_counted_by_topic() -> None:
    found = covered(item(HERE, RUSH, JUDGE), item(HERE, RUSH, None), item(THERE, RUSH))
    assert found.misconceptions == {RUSH: {HERE: 2, THERE: 1}, JUDGE: {HERE: 1, THERE: 0}}
    assert (found.cells, found.empty_cells) == (4, 1)


def test_an_item_counts_once_however_often_a_misconception_stands_in_it() -> None:
    assert covered(item(HERE, RUSH, RUSH)).misconceptions[RUSH][HERE] == 1


def test_what_a_negative_item_asks_for_is_no_distractor() -> None:
    key = Option("key", correct=True, why="W", misconception=RUSH)
    asked = ITEM._replace(topic=HERE, negative=True, body=Single((key, Option("other", correct=False, why="W"))))
    assert covered(asked).misconceptions[RUSH][HERE] == 0


def test_what_is_to_be_named_is_counted_apart_from_what_tempts() -> None:
    options = (KEY._replace(names=RUSH), Option("other", correct=False, why="W", names=JUDGE))
    found = covered(ITEM._replace(topic=HERE, body=Single(options)), item(HERE, RUSH))
    assert found.misconceptions == {RUSH: {HERE: 1, THERE: 0}, JUDGE: {HERE: 0, THERE: 0}}
    assert found.named == {RUSH: {HERE: 1, THERE: 0}, JUDGE: {HERE: 1, THERE: 0}}


def test_items_without_distractors_and_those_of_several_keys_count_as_they_are() -> None:
    several = multiple("S?", "a | b", "c")
    several = several._replace(topic=HERE, body=several.body)
    steps = ITEM._replace(topic=HERE, type="order", body=Order(("a", "b"), "W"))
    assert covered(several, steps).empty_cells == 4


def test_retired_items_count_nowhere() -> None:
    retired = item(HERE, RUSH)._replace(retired=True, objective=ASK, level=Level.APPLY)
    assert covered(retired) == covered()
    assert covered().aimless == 0


def test_objectives_are_counted_by_level_and_within_their_topic() -> None:
    found = covered(
        item(HERE)._replace(objective=ASK, level=Level.APPLY),
        item(HERE)._replace(objective=ASK),
        item(THERE)._replace(objective=ASK, level=Level.RECALL),
        item(THERE),
    )
    assert [(aim.topic, aim.id, aim.items, tuple(aim.levels.values())) for aim in found.aims] == [
        (HERE, ASK, 2, (0, 1, 0)),
        (HERE, WAIT, 0, (0, 0, 0)),
        (THERE, ASK, 1, (1, 0, 0)),
    ]
    assert (found.empty_aims, found.empty_levels, found.aimless) == (1, 7, 1)
