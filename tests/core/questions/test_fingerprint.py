import pytest

from cps_quiz.core.questions.bank import Body, Item, ItemId, Level, Scenario, TopicId
from cps_quiz.core.questions.fingerprint import fingerprint, key_print
from cps_quiz.core.questions.interaction import MisconceptionId, Option
from cps_quiz.item_types.multiple import Multiple
from cps_quiz.item_types.order import Order
from cps_quiz.item_types.reflection import Reflection
from cps_quiz.item_types.single import Single

ASK, TELL, WAIT = Option("Ask", True, "Opens."), Option("Tell", False, "Closes."), Option("Wait", False, "Leaves.")
ITEM = Item(ItemId("a"), "single", "What now?", TopicId("goals"), Single((ASK, TELL, WAIT)))


def of(body: Body, type_: str = "single") -> Item:
    return ITEM._replace(body=body, type=type_)


@pytest.mark.parametrize(
    ("changed", "content", "key"),
    [
        pytest.param(ITEM._replace(stem="What then?"), True, False, id="stem"),
        pytest.param(ITEM._replace(scenario=Scenario("s", "Ana waits.")), True, False, id="scenario"),
        pytest.param(of(Single((ASK, TELL._replace(text="Say"), WAIT))), True, False, id="a distractor"),
        pytest.param(of(Single((ASK, TELL._replace(why="No."), WAIT))), True, False, id="a why"),
        pytest.param(
            of(Single((ASK, TELL._replace(misconception=MisconceptionId("m")), WAIT))),
            True,
            False,
            id="misconception",
        ),
        pytest.param(of(Single((ASK._replace(text="Ask her"), TELL, WAIT))), True, True, id="the key's text"),
        pytest.param(
            of(Single((ASK._replace(correct=False), TELL._replace(correct=True), WAIT))), True, True, id="another key"
        ),
        pytest.param(of(Single((WAIT, ASK, TELL))), True, False, id="the authored order of options"),
        pytest.param(ITEM._replace(hint="Who?", level=Level.APPLY, tags=("x",)), False, False, id="what is beside it"),
        pytest.param(ITEM._replace(id=ItemId("b"), topic=TopicId("choices")), False, False, id="where it stands"),
    ],
)
def test_prints_tell_what_changed(changed: Item, *, content: bool, key: bool) -> None:
    assert (fingerprint(changed) != fingerprint(ITEM)) is content
    assert (key_print(changed) != key_print(ITEM)) is key


ORDER = of(Order(("one", "two", "three"), "So."), "order")
WRITE = of(Reflection(("asks", "waits"), "Hm.", "So."), "reflection")
BOTH = of(Multiple((ASK, TELL, WAIT._replace(correct=True))), "multiple")


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        pytest.param(ORDER, Order(("two", "one", "three"), "So."), True, id="steps in another order"),
        pytest.param(ORDER, Order(("one", "two", "three"), "Because."), False, id="why of an order"),
        pytest.param(WRITE, Reflection(("asks",), "Hm.", "So."), True, id="points of a reflection"),
        pytest.param(WRITE, Reflection(("asks", "waits"), "Oh.", "So."), False, id="example of a reflection"),
        pytest.param(BOTH, Multiple((WAIT._replace(correct=True), TELL, ASK)), False, id="keys in another order"),
        pytest.param(BOTH, Multiple((ASK, TELL, WAIT)), True, id="one key less"),
    ],
)
def test_the_key_is_what_is_right_of_each_kind(before: Item, after: Body, *, key: bool) -> None:
    changed = before._replace(body=after)

    assert fingerprint(changed) != fingerprint(before)
    assert (key_print(changed) != key_print(before)) is key


def test_prints_stay_the_same_for_good() -> None:
    # stored logs hold them: another value for the same item would make every memory start anew
    assert (fingerprint(ITEM), key_print(ITEM)) == ("80c07b7891776ea9", "319392db058bf647")
