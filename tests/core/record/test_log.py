import json

import pytest

from cps_quiz.core.drill.drill import Answer, Turn
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Body, Item, ItemId, TopicId
from cps_quiz.core.questions.fingerprint import asked_print, fingerprint, key_print
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId, Option
from cps_quiz.core.questions.labels import Confusion, Label, LabelKind
from cps_quiz.core.questions.response import Arranged, Chosen, Response, Written
from cps_quiz.core.record.log import Circumstances, Logged, logged
from cps_quiz.item_types.multiple import Multiple
from cps_quiz.item_types.order import Order
from cps_quiz.item_types.reflection import Reflection
from cps_quiz.item_types.single import Single

ASK = Option("Ask", True, "Opens.")
TELL = Option("Tell", False, "Closes.", MisconceptionId("directing"))
PICK = Option("Pick", False, "Takes.", MisconceptionId("deciding"))
WAIT = Option("Wait", False, "Leaves.")
AROUND = Circumstances("id-1", "sitting-1", Confidence.SURE, True, 7, 2.5, 1_800_000_000_000, "2027-01-15")


def item(body: Body) -> Item:
    return Item(ItemId("a"), "single", "What?", TopicId("goals"), body, objective=ObjectiveId("aim"))


def told(body: Body, response: Response, again: int = 0) -> Logged:
    asked = item(body)
    return logged(Answer(Turn(asked, again), response, body.score(response)), AROUND)


SINGLE = Single((TELL, ASK, PICK, WAIT))


def test_a_line_tells_all_by_value() -> None:
    line = told(SINGLE, Chosen((2,)))

    assert line == Logged(
        id="id-1",
        attempt="sitting-1",
        item=ItemId("a"),
        topic=TopicId("goals"),
        objective=ObjectiveId("aim"),
        fingerprint=fingerprint(item(SINGLE)),
        key=key_print(item(SINGLE)),
        response={"chosen": [2]},
        offered=(MisconceptionId("directing"), MisconceptionId("deciding")),
        chosen=(("Pick", MisconceptionId("deciding")),),
        score=0.0,
        self_assessed=False,
        again=0,
        confidence=Confidence.SURE,
        cram=True,
        seed=7,
        seconds=2.5,
        answered_at=1_800_000_000_000,
        day="2027-01-15",
        labels=(Label(LabelKind.MISCONCEPTION, "deciding"),),
        offered_names=(),
        print=asked_print(item(SINGLE)),
    )


@pytest.mark.parametrize(
    ("body", "response", "right", "tempted"),
    [
        pytest.param(SINGLE, Chosen((1,)), True, (), id="the key"),
        pytest.param(SINGLE, Chosen((0,)), False, ("directing",), id="a misconception"),
        pytest.param(SINGLE, Chosen((3,)), False, (), id="a distractor of none"),
        pytest.param(SINGLE, Chosen(()), False, (), id="nothing"),
        pytest.param(
            Multiple((ASK, TELL, PICK)), Chosen((0, 1, 2)), False, ("directing", "deciding"), id="several at once"
        ),
        pytest.param(Order(("one", "two"), "So."), Arranged((0, 1)), True, (), id="an order"),
        pytest.param(Order(("one", "two"), "So."), Arranged((1, 0)), False, (), id="a wrong order"),
    ],
)
def test_a_line_knows_what_was_right_and_what_tempted(
    body: Body, response: Response, *, right: bool, tempted: tuple[str, ...]
) -> None:
    line = told(body, response)

    assert (line.right, line.tempted) == (right, tempted)


def test_a_negative_item_that_marks_its_key_with_a_misconception_tempts_nobody_who_finds_it() -> None:
    key = Option("Tell", True, "That is the slip.", MisconceptionId("directing"))
    line = told(Single((key, WAIT)), Chosen((0,)))

    assert (line.offered, line.tempted) == ((), ())


def test_a_wrong_option_of_a_negative_item_shows_nothing() -> None:
    asked = item(Single((ASK._replace(correct=False, misconception=MisconceptionId("x")), TELL._replace(correct=True))))
    asked = asked._replace(negative=True)
    line = logged(Answer(Turn(asked, 0), Chosen((0,)), asked.body.score(Chosen((0,)))), AROUND)

    assert (line.offered, line.tempted, line.labels) == ((), (), ())


DECIDED = Option("The last word", False, "It is still hers.", names=MisconceptionId("deciding"))
LIMITED = Option("The whole list", True, "It was sifted.", names=MisconceptionId("limiting"))
AIMED = Option("The aim", False, "Nobody named one.", names=MisconceptionId("dictating"))
NAME_IT = Single((DECIDED, LIMITED, AIMED))


@pytest.mark.parametrize(
    ("chosen", "named"), [pytest.param(0, "deciding", id="a wrong one"), pytest.param(1, "limiting", id="the key")]
)
def test_an_answer_to_a_name_it_item_tells_what_was_named_and_what_could_be_confused(chosen: int, named: str) -> None:
    line = told(NAME_IT, Chosen((chosen,)))

    assert (line.offered, line.tempted) == ((), ())
    assert line.labels == (Label(LabelKind.NAMES, named),)
    assert line.named == {named}
    assert line.offered_names == ("limiting", "deciding", "dictating")
    assert line.confusable == (Confusion("limiting", "deciding"), Confusion("limiting", "dictating"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("body", "chosen"),
    [
        pytest.param(Multiple((LIMITED, AIMED._replace(correct=True), DECIDED)), (0, 1), id="several are right"),
        pytest.param(Single((LIMITED, DECIDED._replace(names=LIMITED.names))), (1,), id="both name the same"),
        pytest.param(Single((LIMITED._replace(names=None), DECIDED)), (1,), id="the key names none"),
    ],
)
def test_where_nobody_can_tell_what_was_meant_there_is_no_confusion(body: Body, chosen: tuple[int, ...]) -> None:
    assert told(body, Chosen(chosen)).confusable == ()


def test_an_approach_that_two_options_name_can_be_taken_once() -> None:
    line = told(Single((LIMITED, DECIDED, DECIDED._replace(text="Her say"))), Chosen((2,)))

    assert line.confusable == (Confusion("limiting", "deciding"),)  # type: ignore[arg-type]
    assert line.named == {"deciding"}


def test_a_good_practice_at_another_moment_is_told_but_tempts_nobody() -> None:
    early = Option("Plan the week", False, "Not yet.", objective=ObjectiveId("break-it-down"))
    line = told(Single((ASK, early)), Chosen((1,)))

    assert (line.offered, line.tempted) == ((), ())
    assert line.labels == (Label(LabelKind.OBJECTIVE, "break-it-down"),)


def test_the_print_of_what_is_asked_covers_no_rationale_and_no_label() -> None:
    other = item(Single((TELL._replace(why="Another.", misconception=None), ASK, PICK, WAIT)))

    assert asked_print(other) == asked_print(item(SINGLE))
    assert fingerprint(other) != fingerprint(item(SINGLE))
    assert asked_print(item(Single((TELL._replace(text="Say"), ASK)))) != asked_print(item(Single((TELL, ASK))))


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        pytest.param(told(SINGLE, Chosen((1,))), True, id="a first try"),
        pytest.param(told(SINGLE, Chosen((1,)), again=1), False, id="a repeat"),
        pytest.param(told(Reflection(("asks",), "Hm.", "So."), Written("Hm", (0,))), False, id="a reflection"),
    ],
)
def test_first_tries_that_the_program_scored_count(line: Logged, *, counts: bool) -> None:
    assert line.counts is counts


@pytest.mark.parametrize("response", [Chosen((0,)), Arranged((1, 0)), Written('Say "hm"\n', (0,))])
def test_a_response_is_plain_data(response: Response) -> None:
    bodies: dict[type, Body] = {
        Chosen: SINGLE,
        Arranged: Order(("one", "two"), "So."),
        Written: Reflection(("asks",), "Hm.", "So."),
    }
    plain = told(bodies[type(response)], response).response

    assert json.loads(json.dumps(plain)) == plain
