import pytest

from cps_quiz.core.drill.drill import Drill
from cps_quiz.core.drill.report import TopicScore, report
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, Option
from cps_quiz.core.questions.response import Chosen, Response, Written
from cps_quiz.item_types.multiple import Multiple
from cps_quiz.item_types.reflection import Reflection
from cps_quiz.item_types.single import Single

OPTIONS = (
    Option("Ask", True, "It opens."),
    Option("Tell", False, "It closes.", MisconceptionId("directing-actions")),
    Option("Pick", False, "It takes.", MisconceptionId("deciding-for")),
    Option("Wait", False, "It leaves."),
)
RIGHT, DIRECTING, DECIDING, UNNAMED = (Chosen((index,)) for index in range(4))
SKIP = None


def single(name: str, topic: str = "goals") -> Item:
    return Item(ItemId(name), "single", "What now?", TopicId(topic), Single(OPTIONS))


def drilled(items: list[Item], *moves: Response | None) -> Drill:
    drill = Drill.start(items, seed=1)
    for move in moves:
        drill = drill.skip() if move is None else drill.respond(move)
    return drill


def test_only_the_first_try_counts_and_a_mended_miss_is_told_apart() -> None:
    told = report(drilled([single("a"), single("b")], DIRECTING, RIGHT, RIGHT))
    assert (told.right, told.asked, told.mended) == (1, 2, 1)


def test_an_item_missed_to_the_end_is_not_mended() -> None:
    assert report(drilled([single("a")], DIRECTING, DECIDING)).mended == 0


def test_a_partly_right_answer_is_asked_and_not_right() -> None:
    some = Item(ItemId("m"), "multiple", "Which?", TopicId("goals"), Multiple((*OPTIONS, Option("Two", True, "Yes."))))
    told = report(drilled([some], RIGHT))
    assert (told.right, told.asked) == (0, 1)


def test_topics_stand_in_the_order_met_with_their_own_scores() -> None:
    items = [single("a", "goals"), single("b", "choices"), single("c", "goals"), single("d", "feelings")]
    told = report(drilled(items, RIGHT, DIRECTING, DIRECTING, RIGHT))
    assert told.topics == (
        TopicScore(TopicId("goals"), 1, 2),
        TopicScore(TopicId("choices"), 0, 1),
        TopicScore(TopicId("feelings"), 1, 1),
    )
    assert told.weakest == "choices"


def test_no_topic_is_weakest_when_nothing_was_missed() -> None:
    assert report(drilled([single("a"), single("b")], RIGHT, RIGHT)).weakest is None


def test_misconceptions_are_counted_over_all_tries_most_often_first() -> None:
    told = report(drilled([single("a"), single("b")], DECIDING, DIRECTING, DIRECTING, RIGHT))
    assert told.misconceptions == (("directing-actions", 2), ("deciding-for", 1))


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        pytest.param((0,), (), id="the key shows none"),
        pytest.param((3,), (), id="a distractor without one"),
        pytest.param((0, 1, 2), ("directing-actions", "deciding-for"), id="each wrong choice of several"),
        pytest.param((), (), id="nothing chosen"),
    ],
)
def test_only_chosen_distractors_show_a_misconception(chosen: tuple[int, ...], shown: tuple[str, ...]) -> None:
    some = Item(ItemId("m"), "multiple", "Which?", TopicId("goals"), Multiple(OPTIONS))
    told = report(drilled([some], Chosen(chosen)))
    assert tuple(name for name, _ in told.misconceptions) == shown


def test_the_key_of_a_negative_item_counts_as_no_misconception() -> None:
    options = (Option("Tell", True, "It is the one not to do.", MisconceptionId("directing-actions")), OPTIONS[0])
    negative = Item(ItemId("n"), "single", "Which NOT?", TopicId("goals"), Single(options), negative=True)
    assert report(drilled([negative], RIGHT)).misconceptions == ()


def test_reflections_are_counted_apart_from_the_score() -> None:
    body = Reflection(("Names it", "Asks"), '"Hm."', "It counts.")
    reflection = Item(ItemId("r"), "reflection", "What would you say?", TopicId("goals"), body)
    told = report(drilled([reflection, single("a")], Written("Well", (0,)), RIGHT))
    assert (told.right, told.asked, told.reflections) == (1, 1, 1)
    assert told.topics == (TopicScore(TopicId("goals"), 1, 1),)


def test_a_drill_that_was_stopped_tells_what_was_skipped_and_not_reached() -> None:
    told = report(drilled([single(name) for name in "abcde"], DIRECTING, SKIP, RIGHT))
    assert (told.asked, told.skipped, told.unmet) == (2, 1, 2)


def test_skipping_a_repeat_leaves_the_item_met() -> None:
    told = report(drilled([single("a")], DIRECTING, SKIP))
    assert (told.asked, told.unmet) == (1, 0)


def test_a_drill_that_was_stopped_at_once_has_nothing_but_what_was_not_reached() -> None:
    told = report(drilled([single("a"), single("b")]))
    assert (told.right, told.asked, told.topics, told.misconceptions, told.unmet) == (0, 0, (), (), 2)
    assert told.weakest is None


def test_flagged_items_are_told_by_id_in_order() -> None:
    drill = drilled([single("b"), single("a"), single("c")]).flag(ItemId("b")).flag(ItemId("a"))
    assert report(drill).flagged == ("a", "b")
