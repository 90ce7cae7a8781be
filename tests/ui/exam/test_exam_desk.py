import pytest
from hypothesis import given
from hypothesis import strategies as st

from cps_quiz.core.exam.exam import Certain, Do, Exam, Go, Respond, Settings
from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.questions.bank import Body, Item, ItemId, TopicId
from cps_quiz.core.questions.interaction import Option
from cps_quiz.core.questions.response import Arranged, Chosen
from cps_quiz.item_types.multiple import Multiple
from cps_quiz.item_types.order import Order
from cps_quiz.item_types.single import Single
from cps_quiz.ui.drawing.scroll import Scroll
from cps_quiz.ui.exam.desk import Desk, View, press
from cps_quiz.ui.listening.keys import BACKSPACE, DOWN, ENDED, ENTER, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, UP

ONE, SOME, STEPS, SIX = range(4)
LAST_ONE = 11
"""The place of the last question; the first four are of four kinds."""


def options(count: int) -> tuple[Option, ...]:
    return tuple(Option(f"Option {at}", at == 0, "So.") for at in range(count))


BODIES: tuple[Body, ...] = (
    Single(options(4)),
    Multiple(options(4)),
    Order(("one", "two", "three"), "So."),
    Single(options(6)),
)


def exam(at: int = ONE, settings: Settings = Settings()) -> Exam:  # noqa: B008 - a value
    bodies = [*BODIES, *[BODIES[0]] * (LAST_ONE - 3)]
    items = [Item(ItemId(f"i-{at}"), "single", "What now?", TopicId("goals"), body) for at, body in enumerate(bodies)]
    return Exam.start(items, settings, seed=7).go(at)


SURE = exam(settings=Settings(certainty=True))


def after(finished: Exam, *keys: str, desk: Desk | None = None) -> tuple[Desk, Exam, list[Do]]:
    """The desk and the exam after `keys`, and what else was to be done."""
    desk = desk or Desk()
    acts: list[Do] = []
    for key in keys:
        desk, act = press(desk, finished, key)
        match act:
            case Respond(response):
                finished = finished.answer(response)
            case Certain(certainty):
                finished = finished.sure(certainty)
            case Go(place):
                finished = finished.go(place)
            case Do.WAIT:
                pass
            case _:
                acts.append(act)
    return desk, finished, acts


def shown(finished: Exam, *letters: str) -> tuple[int, ...]:
    """What letters mean as the parts are shown, in authored places."""
    return tuple(finished.order(finished.at)["abcdef".index(letter)] for letter in letters)


@pytest.mark.parametrize(
    ("at", "keys", "letters"),
    [
        pytest.param(ONE, "a", "a", id="letter"),
        pytest.param(ONE, "D", "d", id="capital"),
        pytest.param(ONE, "3", "c", id="digit"),
        pytest.param(ONE, "ab", "b", id="changed"),
        pytest.param(ONE, "aa", "a", id="pressed again"),
        pytest.param(SIX, "f", "f", id="f where it is an option"),
        pytest.param(SOME, "c", "c", id="one of several"),
        pytest.param(SOME, "ca4", "cad", id="several"),
        pytest.param(SOME, "cac", "a", id="toggled off"),
        pytest.param(SOME, "cc", "", id="the last one toggled off"),
    ],
)
def test_keys_choose(at: int, keys: str, letters: str) -> None:
    finished = exam(at)

    _, now, acts = after(finished, *keys)

    assert now.place.response == (Chosen(tuple(sorted(shown(finished, *letters)))) if letters else None)
    assert (now.at, acts) == (at, [])


@pytest.mark.parametrize(
    ("keys", "steps", "answer", "message"),
    [
        pytest.param("b", (1,), None, "", id="first"),
        pytest.param("bc", (1, 2), None, "", id="second"),
        pytest.param("bca", (), "bca", "", id="complete"),
        pytest.param("213", (), "bac", "", id="digits"),
        pytest.param("bb", (1,), None, "b is placed already; backspace clears the order.", id="twice"),
        pytest.param("bcac", (2,), None, "", id="begun anew"),
        pytest.param("bcaabc", (), "abc", "", id="another order"),
    ],
)
def test_steps_are_placed(keys: str, steps: tuple[int, ...], answer: str | None, message: str) -> None:
    desk, now, acts = after(exam(STEPS), *keys)

    assert (desk.steps, desk.message, acts) == (steps, message, [])
    assert now.place.response == (Arranged(shown(now, *answer)) if answer else None)


@pytest.mark.parametrize(
    ("at", "keys"),
    [pytest.param(ONE, "a", id="one"), pytest.param(SOME, "ab", id="several"), pytest.param(STEPS, "ab", id="steps")],
)
def test_backspace_takes_all_of_an_answer_back(at: int, keys: str) -> None:
    desk, now, _ = after(exam(at), *keys, BACKSPACE)

    assert now.place.response is None
    assert desk.steps == ()


@pytest.mark.parametrize(
    ("at", "keys", "place"),
    [
        pytest.param(3, [ENTER], 4, id="enter"),
        pytest.param(3, ["n"], 4, id="n"),
        pytest.param(3, [RIGHT], 4, id="right"),
        pytest.param(3, ["p"], 2, id="p"),
        pytest.param(3, [LEFT], 2, id="left"),
        pytest.param(0, ["p"], 0, id="before the first"),
        pytest.param(3, [*"g12", ENTER], 11, id="the last by its number"),
        pytest.param(3, ["g", "1", ENTER], 0, id="the first by its number"),
        pytest.param(3, ["g", "1", BACKSPACE, "5", ENTER], 4, id="mended number"),
        pytest.param(3, [*"g13", ENTER], 3, id="too high"),
        pytest.param(3, ["g", "0", ENTER], 3, id="zero"),
        pytest.param(3, ["g", ENTER], 3, id="no number"),
        pytest.param(3, ["g", "\N{SUPERSCRIPT TWO}", ENTER], 4, id="a digit that is none"),
        pytest.param(3, [*"o5", ENTER], 4, id="number in the overview"),
        pytest.param(3, [*"o12", BACKSPACE, ENTER], 0, id="mended there"),
        pytest.param(3, [*"og5", ENTER], 4, id="g in the overview"),
        pytest.param(3, ["o", "\N{SUPERSCRIPT TWO}", ENTER, ENTER], 5, id="a digit that is none, in the overview"),
        pytest.param(3, [*"on"], 4, id="next open"),
        pytest.param(11, [*"on"], 0, id="next open from the last"),
        pytest.param(3, ["o", ENTER], 3, id="back from the overview"),
        pytest.param(11, [ENTER], 11, id="after the last"),
    ],
)
def test_moving(at: int, keys: list[str], place: int) -> None:
    finished = exam(at)

    _, now, acts = after(finished, *keys)

    assert now == finished.go(place)
    assert acts == []


@pytest.mark.parametrize(
    ("at", "keys", "message"),
    [
        pytest.param(ONE, ["p"], "There is no question before this one.", id="before the first"),
        pytest.param(ONE, ["z"], "z means nothing here; ? shows the keys", id="letter"),
        pytest.param(ONE, ["e"], "e means nothing here; ? shows the keys", id="option too far"),
        pytest.param(ONE, ["5"], "5 means nothing here; ? shows the keys", id="digit too far"),
        pytest.param(ONE, ["\x1b[15~"], "", id="function key"),
        pytest.param(ONE, ["z", "a"], "", id="gone with the next key"),
        pytest.param(ONE, [*"g13", ENTER], "There is no question 13; the last one is 12.", id="too high"),
        pytest.param(ONE, [*"o13", ENTER], "There is no question 13; the last one is 12.", id="in the overview"),
        pytest.param(STEPS, ["a", ENTER], "1 step placed, not all: that question is open.", id="one step"),
        pytest.param(STEPS, [*"abg1", ENTER], "2 steps placed, not all: that question is open.", id="two, by number"),
        pytest.param(STEPS, [*"abo1", ENTER], "2 steps placed, not all: that question is open.", id="by the overview"),
        pytest.param(STEPS, [*"abc", ENTER], "", id="all steps"),
    ],
)
def test_messages(at: int, keys: list[str], message: str) -> None:
    assert after(exam(at), *keys)[0].message == message


@pytest.mark.parametrize(
    ("at", "keys", "view"),
    [
        pytest.param(ONE, ["o"], View.OVERVIEW, id="overview"),
        pytest.param(ONE, ["s"], View.HAND_IN, id="hand in"),
        pytest.param(ONE, ["?"], View.HELP, id="help"),
        pytest.param(LAST_ONE, [ENTER], View.OVERVIEW, id="after the last question"),
        pytest.param(ONE, ["o", "s"], View.HAND_IN, id="hand in from the overview"),
        pytest.param(ONE, [*"o1", "s"], View.OVERVIEW, id="s ends the typing of a number"),
        pytest.param(ONE, ["o", "1", ENTER], View.QUESTION, id="to a question"),
        pytest.param(ONE, ["o", "x"], View.QUESTION, id="another key in the overview"),
        pytest.param(ONE, ["o", "9", "9", ENTER], View.OVERVIEW, id="no such question"),
        pytest.param(ONE, ["s", "s"], View.QUESTION, id="not handed in"),
        pytest.param(ONE, ["?", "q"], View.QUESTION, id="any key leaves the help"),
    ],
)
def test_views(at: int, keys: list[str], view: View) -> None:
    desk, now, acts = after(exam(at), *keys)

    assert (desk.view, acts) == (view, [])
    assert now.open == exam().open


@pytest.mark.parametrize(
    ("at", "keys", "act"),
    [
        pytest.param(ONE, ["f"], Do.FLAG, id="flag"),
        pytest.param(SIX, ["F"], Do.FLAG, id="flag where f is an option"),
        pytest.param(ONE, ["t"], Do.BREAK, id="break"),
        pytest.param(ONE, ["q"], Do.LEAVE, id="leave"),
        pytest.param(ONE, [ENDED], Do.LEAVE, id="end of input"),
        pytest.param(ONE, ["o", "q"], Do.LEAVE, id="leave from the overview"),
        pytest.param(ONE, ["o", ENDED], Do.LEAVE, id="end of input in the overview"),
        pytest.param(ONE, ["s", ENTER], Do.HAND_IN, id="hand in"),
        pytest.param(ONE, ["o", "s", ENTER], Do.HAND_IN, id="hand in from the overview"),
        pytest.param(ONE, ["s", "x", "s", ENTER], Do.HAND_IN, id="hand in at the second time"),
    ],
)
def test_acts(at: int, keys: list[str], act: Do) -> None:
    assert after(exam(at), *keys)[2] == [act]


@pytest.mark.parametrize("keys", [["o", ENTER], ["?", "x"], ["s", "x"], ["g", "x"], [" "], ["p"]], ids=" ".join)
def test_steps_so_far_outlast_a_look_elsewhere(keys: list[str]) -> None:
    finished = Exam.start([exam().places[STEPS].item], Settings(), 7)

    desk, now, _ = after(finished, "b", "a", *keys, "c")

    assert desk.steps == ()
    assert now.place.response == Arranged(shown(finished, *"bac"))


@pytest.mark.parametrize(
    ("key", "certainty"),
    [
        pytest.param("1", Confidence.SURE, id="sure"),
        pytest.param("2", Confidence.UNSURE, id="unsure"),
        pytest.param("3", Confidence.GUESSING, id="guessing"),
    ],
)
def test_digits_say_how_sure_where_that_is_asked(key: str, certainty: Confidence) -> None:
    early, unanswered, _ = after(SURE, key)
    _, now, _ = after(SURE, "a", key)

    assert early.message == "Answer first, then say how sure you are."
    assert unanswered == SURE
    assert now.place.response == Chosen(shown(SURE, "a"))
    assert now.place.certainty is certainty


THREE = Scroll(0, (0, 10, 20), (1, 1, 1, 2))
"""Three parts; three of the options stand in the second one, the fourth in the third."""


@pytest.mark.parametrize(
    ("top", "keys", "after_"),
    [
        pytest.param(0, [" "], 10, id="space"),
        pytest.param(0, [PAGE_DOWN, PAGE_DOWN, PAGE_DOWN], 20, id="page-down-to-the-last"),
        pytest.param(20, [PAGE_UP], 10, id="page-up"),
        pytest.param(0, ["a"], 10, id="an answer out of sight turns to it"),
        pytest.param(10, ["a"], 10, id="one in sight stays"),
        pytest.param(10, ["d"], 20, id="one that stands below"),
        pytest.param(0, [DOWN], 10, id="pointing at one"),
        pytest.param(20, [ENTER], 0, id="another question"),
        pytest.param(20, ["o"], 0, id="overview"),
    ],
)
def test_parts_of_a_page(top: int, keys: list[str], after_: int) -> None:
    assert after(exam(), *keys, desk=Desk(scroll=THREE._replace(top=top)))[0].scroll.top == after_


@pytest.mark.parametrize(
    ("starts", "view"),
    [pytest.param((0,), View.QUESTION, id="all is shown"), pytest.param((0, 9), View.HELP, id="there is more")],
)
def test_space_leaves_the_help_only_when_all_of_it_was_shown(starts: tuple[int, ...], view: View) -> None:
    assert press(Desk(view=View.HELP, scroll=Scroll(0, starts)), exam(), " ")[0].view is view


@pytest.mark.parametrize(
    ("at", "keys", "letters"),
    [
        pytest.param(ONE, [DOWN, ENTER], "a", id="first"),
        pytest.param(ONE, [UP, ENTER], "d", id="last"),
        pytest.param(ONE, [DOWN, DOWN, UP, DOWN, ENTER], "b", id="up and down"),
        pytest.param(SOME, [DOWN, ENTER, DOWN, ENTER], "ab", id="several"),
    ],
)
def test_what_is_pointed_at_is_taken_by_enter(at: int, keys: list[str], letters: str) -> None:
    finished = exam(at)
    _, now, _ = after(finished, *keys)
    assert now.place.response == Chosen(tuple(sorted(shown(finished, *letters))))
    assert now.at == at


def test_enter_goes_on_once_what_is_pointed_at_is_taken() -> None:
    assert after(exam(ONE), DOWN, ENTER, ENTER)[1].at == ONE + 1


def test_more_than_are_asked_for_are_told_of_and_half_an_answer_is_listed() -> None:
    two = Multiple(tuple(Option(f"Option {at}", at < 2, "So.") for at in range(4)))
    item = Item(ItemId("two"), "multiple", "What helps? Choose two.", TopicId("goals"), two)
    begun = Exam.start([item], Settings(), 7)

    desk, now, _ = after(begun, "a", "b", "c")
    assert desk.message == "Only two are asked for: take 1 back."
    assert now.half == (0,)
    assert after(begun, "a")[1].half == (0,)
    assert after(begun, "a", "b")[1].half == ()
    assert begun.half == ()


ANY_KEY = (
    st.sampled_from([*"abcdefgF123450nposlqt?z \N{SUPERSCRIPT TWO}", ENTER, BACKSPACE, UP, LEFT, ENDED])
    | st.characters()
)


@given(st.lists(ANY_KEY, max_size=40), st.sampled_from([ONE, SOME, STEPS, SIX]), st.booleans())
def test_no_key_breaks_an_exam(keys: list[str], at: int, sure: bool) -> None:  # noqa: FBT001 - drawn
    _, now, acts = after(exam(at, Settings(certainty=sure)), *keys)

    assert 0 <= now.at <= LAST_ONE
    assert all(isinstance(act, Do) for act in acts)
    for place in now.places:
        assert place.response is None or 0 <= place.item.body.score(place.response).points <= 1
