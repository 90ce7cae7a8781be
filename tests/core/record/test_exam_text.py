import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cps_quiz.core.exam.exam import Exam, Settings
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import Option
from cps_quiz.core.questions.response import Chosen
from cps_quiz.core.record.exam_text import from_text, to_text
from cps_quiz.item_types.single import Single

BODY = Single((Option("Ask", True, "Opens."), Option("Tell", False, "Closes."), Option("Wait", False, "Leaves.")))


def item(name: str, stem: str = "What?") -> Item:
    return Item(ItemId(name), "single", stem, TopicId("goals"), BODY)


ITEMS = {one.id: one for one in map(item, "abcd")}
MOVES = st.lists(
    st.one_of(
        st.sampled_from([Chosen((0,)), Chosen((2,)), None]).map(lambda response: ("answer", response)),
        st.sampled_from(list(Confidence)).map(lambda word: ("sure", word)),
        st.integers(0, 3).map(lambda at: ("go", at)),
        st.integers(0, 99).map(lambda seconds: ("run", seconds / 2)),
        st.integers(0, 99).map(lambda seconds: ("paused", float(seconds))),
        st.just(("flag",)),
        st.just(("resumed",)),
    ),
    max_size=12,
)


@settings(deadline=None)
@given(moves=MOVES, minutes=st.sampled_from([None, 60.0]), certainty=st.booleans())
def test_an_exam_goes_on_as_it_was_whatever_happened(
    moves: list[tuple[object, ...]], minutes: float | None, *, certainty: bool
) -> None:
    exam = Exam.start(ITEMS.values(), Settings(minutes, 75.0, 1.5, certainty), seed=3)
    for name, *values in moves:
        exam = getattr(exam, str(name))(*values)

    assert from_text(to_text(exam), 3, ITEMS) == exam


@pytest.mark.parametrize(
    "items",
    [
        pytest.param({id_: one for id_, one in ITEMS.items() if id_ != "b"}, id="gone"),
        pytest.param(ITEMS | {ItemId("b"): item("b", "What else?")}, id="changed"),
    ],
)
def test_an_exam_with_another_question_by_now_does_not_go_on(items: dict[ItemId, Item]) -> None:
    exam = Exam.start(ITEMS.values(), Settings(), seed=3)

    assert from_text(to_text(exam), 3, items) is None
