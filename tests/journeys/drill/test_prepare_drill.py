from collections.abc import Sequence

import pytest

from cps_quiz.bank.decoded import DecodedBank
from cps_quiz.bank.library import Library, LoadedFile
from cps_quiz.core.drill.drill import Wanted
from cps_quiz.core.questions.bank import Bank, Item, ItemId, Level, Misconception, TopicId
from cps_quiz.core.questions.curriculum import Curriculum, Topic
from cps_quiz.core.questions.interaction import MisconceptionId, Option
from cps_quiz.errors import NothingToAskError, UnknownNameError
from cps_quiz.item_types.single import Single
from cps_quiz.journeys.drill.drill import prepare

OPTIONS = (
    Option("Ask", True, "It opens."),
    Option("Tell", False, "It closes.", MisconceptionId("directing-actions")),
)


def item(name: str, topic: str = "goal-setting", level: Level | None = None) -> Item:
    return Item(ItemId(name), "single", "What now?", TopicId(topic), Single(OPTIONS), level=level)


def library_of(*items: Item) -> Library:
    """A library of one bank; its curriculum has two topics, one of them without a question."""
    topics = {TopicId(id_): Topic(TopicId(id_), id_) for id_ in ("goal-setting", "reflection")}
    known = {
        MisconceptionId(id_): Misconception(MisconceptionId(id_), id_, "It is.", "It harms.", "Ask.")
        for id_ in ("directing-actions", "judging")
    }
    decoded = DecodedBank(Bank("bank", "Bank", items), tuple(range(len(items))), frozenset())
    return Library((LoadedFile("bank.yaml", "", decoded=decoded),), Curriculum("c", "C", topics, known, {}))


def everything(items: Sequence[Item]) -> Sequence[Item]:
    return items


LIBRARY = library_of(
    item("a", level=Level.RECALL),
    item("b", level=Level.APPLY),
    item("c")._replace(retired=True, level=Level.ANALYZE),
    item("d", topic="first-aid"),
)


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        pytest.param(Wanted(), {"a", "b", "d"}, id="everything but what is retired"),
        pytest.param(Wanted(topics=frozenset({TopicId("goal-setting")})), {"a", "b"}, id="a topic"),
        pytest.param(Wanted(topics=frozenset({TopicId("first-aid")})), {"d"}, id="a topic that only the bank has"),
        pytest.param(Wanted(level=Level.APPLY), {"b"}, id="a level"),
        pytest.param(Wanted(misconception=MisconceptionId("directing-actions")), {"a", "b", "d"}, id="a misconception"),
    ],
)
def test_a_drill_is_prepared_of_what_is_wanted(wanted: Wanted, ids: set[str]) -> None:
    drill = prepare(LIBRARY, wanted, everything, seed=1)
    assert {turn.item.id for turn in drill.queue} == ids
    assert drill.total == len(ids)


def test_a_drill_asks_what_was_chosen_of_what_fits_in_that_order() -> None:
    drill = prepare(LIBRARY, Wanted(topics=frozenset({TopicId("goal-setting")})), lambda items: items[::-1], seed=4)
    assert [turn.item.id for turn in drill.queue] == ["b", "a"]
    assert (drill.seed, drill.total) == (4, 2)


@pytest.mark.parametrize(
    ("wanted", "sentence", "hint"),
    [
        pytest.param(
            Wanted(topics=frozenset({TopicId("goal-seting")})),
            'There is no topic "goal-seting".',
            "Did you mean goal-setting? There are: first-aid, goal-setting, reflection.",
            id="a topic mistyped",
        ),
        pytest.param(
            Wanted(misconception=MisconceptionId("jugding")),
            'There is no misconception "jugding".',
            "Did you mean judging? There are: directing-actions, judging.",
            id="a misconception mistyped",
        ),
        pytest.param(
            Wanted(topics=frozenset({TopicId("xyzzy")})),
            'There is no topic "xyzzy".',
            "There are: first-aid, goal-setting, reflection.",
            id="nothing like it",
        ),
        pytest.param(
            Wanted(topics=frozenset(map(TopicId, ("xg", "xc", "xf", "xb", "xe", "xd", "xa", "reflection")))),
            'There is no topic "xa".',
            "There are: first-aid, goal-setting, reflection.",
            id="of several the first in order, on every run",
        ),
    ],
)
def test_an_unknown_name_is_told_with_what_there_is(wanted: Wanted, sentence: str, hint: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        prepare(LIBRARY, wanted, everything, seed=1)
    assert (caught.value.sentence, caught.value.hint) == (sentence, hint)


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param(Wanted(topics=frozenset({TopicId("reflection")})), id="a topic without questions"),
        pytest.param(Wanted(level=Level.ANALYZE), id="a level of retired ones only"),
        pytest.param(Wanted(misconception=MisconceptionId("judging")), id="a misconception that tempts nowhere"),
        pytest.param(
            Wanted(topics=frozenset({TopicId("first-aid")}), level=Level.APPLY), id="conditions that exclude each other"
        ),
    ],
)
def test_a_drill_of_nothing_is_an_error(wanted: Wanted) -> None:
    with pytest.raises(NothingToAskError):
        prepare(LIBRARY, wanted, everything, seed=1)
