import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cps_quiz.core.drill.drill import GAP, RETURNS, Drill, Wanted
from cps_quiz.core.questions.bank import Body, Item, ItemId, Level, TopicId
from cps_quiz.core.questions.interaction import MisconceptionId, Option
from cps_quiz.core.questions.response import Arranged, Chosen, Response, Written
from cps_quiz.item_types.multiple import Multiple
from cps_quiz.item_types.order import Order
from cps_quiz.item_types.reflection import Reflection
from cps_quiz.item_types.single import Single

OPTIONS = (
    Option("Ask", True, "It opens."),
    Option("Tell", False, "It closes.", MisconceptionId("directing-actions")),
    Option("Pick", False, "It takes.", MisconceptionId("deciding-for")),
    Option("Wait", False, "It leaves."),
)
RIGHT, WRONG = Chosen((0,)), Chosen((1,))
BODIES: dict[str, Body] = {
    "single": Single(OPTIONS),
    "multiple": Multiple(OPTIONS),
    "order": Order(("Feel", "Picture", "Break", "Settle"), "So it goes."),
    "reflection": Reflection(("Names it", "Asks"), '"Hm."', "It counts."),
}
WRONG_FOR: dict[str, Response] = {
    "single": WRONG,
    "multiple": Chosen((0, 1)),
    "order": Arranged((0, 1, 3, 2)),
    "reflection": Written("...", ()),
}


def item(name: str, kind: str = "single", topic: str = "goals") -> Item:
    return Item(ItemId(name), kind, "What now?", TopicId(topic), BODIES[kind])


def drill_of(*names: str, seed: int = 1) -> Drill:
    return Drill.start(map(item, names), seed)


def asked(drill: Drill) -> str:
    return drill.queue[0].item.id


def answered(drill: Drill, *responses: Response) -> Drill:
    for response in responses:
        drill = drill.respond(response)
    return drill


def order_of_asking(drill: Drill, missed: set[str]) -> list[str]:
    """The ids as asked, when the items of `missed` are answered wrong each time."""
    told: list[str] = []
    while drill.turn:
        assert len(told) < 100
        told.append(asked(drill))
        drill = drill.respond(WRONG if asked(drill) in missed else RIGHT)
    return told


def test_right_answers_are_asked_once_each_in_the_order_of_the_items() -> None:
    assert order_of_asking(drill_of("a", "b", "c"), set()) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("names", "missed", "told"),
    [
        pytest.param("abcdefgh", "a", "abcdaefgh", id="after three others, once"),
        pytest.param("abcd", "b", "abcdb", id="at the end when fewer are left"),
        pytest.param("a", "a", "aa", id="alone, at once"),
        pytest.param("abcde", "ab", "abcdabe", id="two misses keep their order"),
    ],
)
def test_a_miss_comes_back_after_others_and_not_more_than_once(names: str, missed: str, told: str) -> None:
    assert order_of_asking(drill_of(*names), set(missed)) == list(told)


def test_a_miss_that_was_mended_does_not_return_again() -> None:
    drill = answered(drill_of("a", "b"), WRONG, RIGHT, RIGHT)
    assert drill.turn is None


@pytest.mark.parametrize("kind", ["single", "multiple", "order"])
def test_what_is_not_all_right_comes_back(kind: str) -> None:
    drill = Drill.start([item("a", kind), item("b")], seed=1).respond(WRONG_FOR[kind])
    assert [(turn.item.id, turn.again) for turn in drill.queue] == [("b", 0), ("a", 1)]


def test_a_self_assessed_answer_does_not_come_back_whatever_its_points() -> None:
    drill = Drill.start([item("a", "reflection")], seed=1).respond(WRONG_FOR["reflection"])
    assert drill.turn is None
    assert drill.answers[0].self_assessed
    assert not drill.answers[0].missed


def test_place_counts_items_and_repeats_leave_it_where_it_was() -> None:
    drill = drill_of("a", "b", "c")
    places = [(drill.place, drill.total)]
    for response in (WRONG, RIGHT, RIGHT, RIGHT):
        drill = drill.respond(response)
        places.append((drill.place, drill.total))
    assert places == [(1, 3), (2, 3), (3, 3), (3, 3), (3, 3)]


def test_a_skipped_item_counts_as_met_and_does_not_come_back() -> None:
    drill = drill_of("a", "b").skip()
    assert asked(drill) == "b"
    assert drill.place == 2
    assert drill.skipped == ("a",)
    assert drill.respond(RIGHT).turn is None


def test_skipping_a_repeat_takes_it_out() -> None:
    assert drill_of("a").respond(WRONG).skip().turn is None


def test_a_flag_is_set_and_taken_away() -> None:
    drill = drill_of("a", "b").flag(ItemId("a"))
    assert drill.flagged == {"a"}
    assert drill.flag(ItemId("b")).flag(ItemId("a")).flagged == {"b"}


def test_the_earlier_drill_stays_as_it_was_so_that_undoing_is_keeping_it() -> None:
    before = drill_of("a", "b", "c")
    moved = before.respond(WRONG).skip().flag(ItemId("c"))
    assert moved != before
    assert before == drill_of("a", "b", "c")


@pytest.mark.parametrize("kind", BODIES)
def test_the_same_seed_shows_the_same_order_and_another_seed_another(kind: str) -> None:
    orders = [Drill.start([item("a", kind)], seed).order() for seed in range(30)]
    assert orders == [Drill.start([item("a", kind)], seed).order() for seed in range(30)]
    assert all(sorted(order) == list(range(len(order))) for order in orders)
    assert len(set(orders)) == 1 if kind == "reflection" else len(set(orders)) > 5


@settings(deadline=None)
@given(seed=st.integers(), name=st.text(max_size=5), size=st.integers(2, 6))
def test_steps_are_never_shown_in_their_right_order(seed: int, name: str, size: int) -> None:
    body = Order(tuple(f"Step {at}" for at in range(size)), "So it goes.")
    order = Drill.start([Item(ItemId(name), "order", "Which?", TopicId("t"), body)], seed).order()
    assert sorted(order) == list(range(size))
    assert order != tuple(range(size))


def test_options_are_shuffled_anew_when_an_item_is_asked_again() -> None:
    changed = 0
    for seed in range(50):
        first = drill_of("a", seed=seed)
        changed += first.order() != first.respond(WRONG).order()
    assert changed > 40  # one in 24 comes out the same by chance


def test_the_order_of_options_does_not_hang_on_the_other_items() -> None:
    assert drill_of("a", "b", seed=5).order() == drill_of("a", seed=5).order()


# Any sequence of moves: each move is a response that is right or wrong, or a skip.
KINDS = st.lists(st.sampled_from(sorted(BODIES)), min_size=1, max_size=6)
MOVES = st.lists(st.sampled_from(["right", "wrong", "skip"]), max_size=40)


def moved(drill: Drill, move: str) -> Drill:
    turn = drill.queue[0]
    if move == "skip":
        return drill.skip()
    return drill.respond(turn.item.body.key() if move == "right" else WRONG_FOR[turn.item.type])


@settings(deadline=None)
@given(kinds=KINDS, moves=MOVES)
def test_no_sequence_of_moves_loses_an_item_or_asks_it_too_often(kinds: list[str], moves: list[str]) -> None:
    start = Drill.start([item(f"i{at}", kind) for at, kind in enumerate(kinds)], seed=1)
    everything = {turn.item.id for turn in start.queue}
    drill, turns = start, 0
    for move in moves:
        if drill.turn is None:
            break
        drill, turns = moved(drill, move), turns + 1
        waiting = [turn.item.id for turn in drill.queue]
        assert len(waiting) == len(set(waiting))
        assert {*waiting, *drill.skipped, *(a.turn.item.id for a in drill.answers)} == everything
        assert len(drill.answers) + len(drill.skipped) == turns
        assert 1 <= drill.place <= drill.total == len(kinds)
    assert turns <= len(kinds) * (1 + RETURNS)


@settings(deadline=None)
@given(kinds=KINDS, moves=MOVES)
def test_every_drill_ends_and_no_item_is_asked_twice_at_one_count(kinds: list[str], moves: list[str]) -> None:
    drill = Drill.start([item(f"i{at}", kind) for at, kind in enumerate(kinds)], seed=1)
    for move in [*moves, *["wrong"] * len(kinds) * (1 + RETURNS)]:
        drill = moved(drill, move) if drill.turn else drill
    assert drill.turn is None
    asked_as = [(answer.turn.item.id, answer.turn.again) for answer in drill.answers]
    assert len(asked_as) == len(set(asked_as))


@settings(deadline=None)
@given(names=st.integers(1, 8), moves=MOVES)
def test_a_miss_returns_after_the_gap_wherever_enough_others_wait(names: int, moves: list[str]) -> None:
    drill = drill_of(*(f"i{at}" for at in range(names)))
    for move in moves:
        if drill.turn is None:
            break
        turn, others = drill.turn, len(drill.queue) - 1
        drill = moved(drill, move)
        if move == "wrong" and turn.again < RETURNS:
            assert drill.queue[min(GAP, others)].item is turn.item


def test_an_answer_keeps_what_was_asked_and_handed_in_with_its_points() -> None:
    drill = Drill.start([item("a", "multiple")], seed=1).respond(Chosen(()))
    (answer,) = drill.answers
    assert (answer.turn.item.id, answer.turn.again, answer.response) == ("a", 0, Chosen(()))
    assert answer.score.points == 0.0
    assert answer.missed


TEMPTING = Single(OPTIONS)
ASKED_FOR = Item(ItemId("x"), "single", "What now?", TopicId("goals"), TEMPTING, level=Level.APPLY)


@pytest.mark.parametrize(
    ("wanted", "candidate", "fits"),
    [
        pytest.param(Wanted(), ASKED_FOR, True, id="anything"),
        pytest.param(Wanted(topics=frozenset({TopicId("goals")})), ASKED_FOR, True, id="its topic"),
        pytest.param(Wanted(topics=frozenset({TopicId("other")})), ASKED_FOR, False, id="another topic"),
        pytest.param(Wanted(level=Level.APPLY), ASKED_FOR, True, id="its level"),
        pytest.param(Wanted(level=Level.RECALL), ASKED_FOR, False, id="another level"),
        pytest.param(Wanted(level=Level.RECALL), ASKED_FOR._replace(level=None), False, id="no level"),
        pytest.param(Wanted(misconception=MisconceptionId("deciding-for")), ASKED_FOR, True, id="its distractor"),
        pytest.param(Wanted(misconception=MisconceptionId("judging")), ASKED_FOR, False, id="none of its distractors"),
        pytest.param(Wanted(misconception=MisconceptionId("judging")), item("o", "order"), False, id="no options"),
        pytest.param(Wanted(), ASKED_FOR._replace(retired=True), False, id="retired"),
        pytest.param(
            Wanted(topics=frozenset({TopicId("goals")}), level=Level.RECALL), ASKED_FOR, False, id="topic but not level"
        ),
    ],
)
def test_wanted_items_meet_every_condition(wanted: Wanted, candidate: Item, fits: bool) -> None:  # noqa: FBT001
    assert wanted.fits(candidate) is fits
