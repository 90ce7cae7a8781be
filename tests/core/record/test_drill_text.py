import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cps_quiz.core.drill.drill import Drill
from cps_quiz.core.drill.report import report
from cps_quiz.core.questions.bank import Body, Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import Option
from cps_quiz.core.questions.response import Arranged, Chosen, Response, Written
from cps_quiz.core.record.drill_text import from_text, response_of, to_text
from cps_quiz.core.record.log import Circumstances, Logged, logged
from cps_quiz.item_types.order import Order
from cps_quiz.item_types.reflection import Reflection
from cps_quiz.item_types.single import Single

SINGLE = Single((Option("Ask", True, "Opens."), Option("Tell", False, "Closes."), Option("Wait", False, "Leaves.")))
RIGHT, WRONG = Chosen((0,)), Chosen((2,))
NOTHING = Circumstances("", "", None, cram=False, seed=1, seconds=None, answered_at=0, day="")


def item(name: str, body: Body = SINGLE) -> Item:
    return Item(ItemId(name), "single", "What?", TopicId("goals"), body)


ITEMS = {one.id: one for one in map(item, "abcd")}


def resumed(drill: Drill, items: dict[ItemId, Item]) -> Drill:
    log = [logged(answer, NOTHING) for answer in drill.answers]
    return from_text(to_text(drill), drill.seed, items, log)


@settings(deadline=None)
@given(moves=st.lists(st.sampled_from(["right", "wrong", "skip", "flag"]), max_size=14))
def test_a_drill_goes_on_as_it_was_whatever_happened(moves: list[str]) -> None:
    drill = Drill.start(ITEMS.values(), seed=5)
    for move in moves:
        if not drill.queue:
            break
        match move:
            case "skip":
                drill = drill.skip()
            case "flag":
                drill = drill.flag(drill.queue[0].item.id)
            case _:
                drill = drill.respond(RIGHT if move == "right" else WRONG)

    again = resumed(drill, ITEMS)

    assert again == drill
    assert report(again) == report(drill)
    assert not drill.queue or again.order() == drill.order()


@pytest.mark.parametrize(
    "response", [Chosen((0, 2)), Chosen(()), Arranged((2, 0, 1)), Written('Say "hm".\n', (1,)), Written("", ())]
)
def test_each_kind_of_response_comes_back(response: Response) -> None:
    bodies: dict[type, Body] = {
        Chosen: SINGLE,
        Arranged: Order(("one", "two", "three"), "So."),
        Written: Reflection(("asks", "waits"), "Hm.", "So."),
    }
    asked = item("a", bodies[type(response)])
    drill = Drill.start([asked], seed=1).respond(response)

    assert resumed(drill, {asked.id: asked}).answers == drill.answers


def test_questions_that_are_gone_are_left_out() -> None:
    drill = Drill.start(ITEMS.values(), seed=5).respond(WRONG)
    left = {name: one for name, one in ITEMS.items() if name in "cd"}

    again = resumed(drill, left)

    assert [turn.item.id for turn in again.queue] == ["c", "d"]
    assert again.answers == ()


def test_an_answer_to_what_is_another_question_by_now_is_left_out_of_the_summary() -> None:
    drill = Drill.start(ITEMS.values(), seed=5).respond(WRONG)
    shorter = item("a", Single(SINGLE.options[:2]))

    again = resumed(drill, ITEMS | {shorter.id: shorter})

    assert report(again).asked == 0
    assert ItemId("a") in [turn.item.id for turn in again.queue]


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"queue": 1}', '{"queue": [["a"]]}', "no JSON"])
def test_a_text_of_another_kind_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_text(text, 1, ITEMS, list[Logged]())


@pytest.mark.parametrize("plain", [{}, {"chosen": 1}, {"written": "x"}, {"other": []}])
def test_a_response_of_another_kind_is_refused(plain: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        response_of(plain)
