from itertools import permutations

import pytest
from choices import ITEM
from hypothesis import given, settings
from hypothesis import strategies as st

from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.explanation import ExplainedPoint, ExplainedStep, explain
from cps_quiz.core.questions.interaction import MisconceptionId, ObjectiveId, Option
from cps_quiz.core.questions.labels import Confusion
from cps_quiz.core.questions.response import Arranged, Chosen, Response, Written
from cps_quiz.item_types.multiple import Multiple
from cps_quiz.item_types.order import Order
from cps_quiz.item_types.reflection import Reflection
from cps_quiz.item_types.single import Single
from cps_quiz.words.feedback import mark

OPTIONS = (
    Option("Tell", False, "It closes.", MisconceptionId("directing-actions")),
    Option("Ask", True, "It opens."),
    Option("Pick", False, "It takes.", MisconceptionId("deciding-for")),
    Option("Wait", False, "It leaves.", MisconceptionId("leaving-alone")),
)
SHOWN = (3, 2, 0, 1)  # a Wait, b Pick, c Tell, d Ask
ARRANGE = ITEM._replace(body=Order(("Feel", "Picture", "Break"), "The feeling comes first."))
WRITE = ITEM._replace(body=Reflection(("Names it", "Asks"), '"That sounds hard."', "Both count."))


def one_of(options: tuple[Option, ...], *, negative: bool = False) -> Item:
    return ITEM._replace(body=Single(options), negative=negative)


def several(options: tuple[Option, ...]) -> Item:
    return ITEM._replace(body=Multiple(options))


def read(chosen: Response | None, *, some: bool = False) -> list[tuple[str, str, str]]:
    item = several(OPTIONS) if some else one_of(OPTIONS)
    return [(told.letter, told.option.text, mark(told)) for told in explain(item, SHOWN, chosen).options]


def test_a_wrong_choice_comes_first_then_the_key_then_the_rest_as_shown() -> None:
    assert read(Chosen((0,))) == [
        ("c", "Tell", "your choice"),
        ("d", "Ask", "best answer"),
        ("a", "Wait", ""),
        ("b", "Pick", ""),
    ]


def test_a_right_choice_comes_first_then_the_rest_as_shown() -> None:
    assert read(Chosen((1,))) == [
        ("d", "Ask", "your choice, best answer"),
        ("a", "Wait", ""),
        ("b", "Pick", ""),
        ("c", "Tell", ""),
    ]


def test_several_wrong_choices_all_come_before_the_key() -> None:
    assert read(Chosen((0, 1, 3)), some=True) == [
        ("a", "Wait", "your choice"),
        ("c", "Tell", "your choice"),
        ("d", "Ask", "your choice, best answer"),
        ("b", "Pick", ""),
    ]


def test_without_an_answer_the_key_comes_first_and_nothing_is_the_learners_choice() -> None:
    told = read(None)
    assert told[0] == ("d", "Ask", "best answer")
    assert all("your choice" not in mark for _, _, mark in told)


@settings(deadline=None)
@given(
    order=st.sampled_from(list(permutations(range(4)))),
    chosen=st.sets(st.integers(0, 3)),
)
def test_every_option_is_explained_once_under_the_letter_it_was_shown_with(
    order: tuple[int, ...], chosen: set[int]
) -> None:
    told = explain(several(OPTIONS), order, Chosen(tuple(sorted(chosen)))).options
    assert {entry.letter: entry.option for entry in told} == {
        letter: OPTIONS[index] for letter, index in zip("abcd", order, strict=True)
    }
    assert {entry.option for entry in told if entry.chosen} == {OPTIONS[index] for index in chosen}


@pytest.mark.parametrize(
    ("chosen", "tempting"),
    [
        pytest.param((0,), ("directing-actions",), id="a distractor"),
        pytest.param((1,), (), id="best answer"),
        pytest.param((0, 1, 2), ("deciding-for", "directing-actions"), id="several, as shown"),
        pytest.param((), (), id="nothing chosen"),
    ],
)
def test_what_tempted_is_what_was_chosen_wrongly(chosen: tuple[int, ...], tempting: tuple[str, ...]) -> None:
    assert explain(several(OPTIONS), SHOWN, Chosen(chosen)).tempting == tempting


def test_one_misconception_behind_two_choices_is_named_once() -> None:
    twice = (Option("Do it", False, "No.", MisconceptionId("judging")), *OPTIONS[1:3])
    both = (*twice, Option("Do it now", False, "No.", MisconceptionId("judging")))
    assert explain(several(both), (0, 1, 2, 3), Chosen((0, 3))).tempting == ("judging",)


def test_a_negative_items_key_tempts_nobody() -> None:
    options = (Option("Tell", True, "It is the one not to do.", MisconceptionId("directing-actions")), OPTIONS[3])
    assert explain(one_of(options, negative=True), (0, 1), Chosen((0,))).tempting == ()


def test_a_wrong_choice_in_a_negative_item_shows_nothing() -> None:
    options = (OPTIONS[0]._replace(correct=True), OPTIONS[2])
    told = explain(one_of(options, negative=True), (0, 1), Chosen((1,)))
    assert (told.tempting, [entry.label and entry.label.id for entry in told.options]) == (
        (),
        [None, "directing-actions"],
    )


NAMES = (
    Option("The last word", False, "Still hers.", names=MisconceptionId("deciding-for")),
    Option("The whole list", True, "It was sifted.", names=MisconceptionId("limiting-options")),
)


@pytest.mark.parametrize(
    ("chosen", "confusions"),
    [
        pytest.param(0, [("limiting-options", "deciding-for")], id="another approach"),
        pytest.param(1, [], id="the one that is meant"),
    ],
)
def test_naming_another_approach_is_a_confusion_and_no_temptation(
    chosen: int, confusions: list[tuple[str, str]]
) -> None:
    told = explain(one_of(NAMES), (0, 1), Chosen((chosen,)))
    assert told.tempting == ()
    assert list(told.confusions) == [Confusion(*map(MisconceptionId, pair)) for pair in confusions]


def test_a_good_practice_at_another_moment_tempts_nobody() -> None:
    early = Option("Plan", False, "Not yet.", objective=ObjectiveId("break-it-down"))
    told = explain(one_of((OPTIONS[1], early)), (0, 1), Chosen((1,)))
    assert (told.tempting, told.confusions, told.practices) == ((), (), ("break-it-down",))


def test_steps_are_told_in_their_right_order_with_the_learners_places() -> None:
    told = explain(ARRANGE, (1, 2, 0), Arranged((2, 0, 1)))
    assert told.steps == (ExplainedStep(1, "Feel", 2), ExplainedStep(2, "Picture", 3), ExplainedStep(3, "Break", 1))
    assert told.why == "The feeling comes first."


def test_steps_without_an_answer_have_no_places() -> None:
    assert [step.given for step in explain(ARRANGE, (1, 2, 0), None).steps] == [None, None, None]


def test_points_are_told_with_what_the_learner_found_and_an_example() -> None:
    told = explain(WRITE, (0, 1), Written("Well.", (1,)))
    assert told.points == (ExplainedPoint("Names it", made=False), ExplainedPoint("Asks", made=True))
    assert (told.example, told.why) == ('"That sounds hard."', "Both count.")


def test_points_without_an_answer_are_neither_made_nor_missed() -> None:
    assert [point.made for point in explain(WRITE, (0, 1), None).points] == [None, None]
