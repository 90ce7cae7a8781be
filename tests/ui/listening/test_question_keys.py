import pytest
from hypothesis import given
from hypothesis import strategies as st

from cps_quiz.core.drill.drill import Move
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Interaction, Option, Write
from cps_quiz.core.questions.response import Arranged, Chosen, Response, Written
from cps_quiz.ui.drawing.scroll import END, Scroll
from cps_quiz.ui.listening.editing import ERASE_LINE, ERASE_WORD, Typed
from cps_quiz.ui.listening.keys import BACKSPACE, DOWN, ENDED, ENTER, HOME, PAGE_DOWN, PAGE_UP, UP
from cps_quiz.ui.listening.question_keys import OpenQuestion, begin, press


def options(count: int) -> tuple[Option, ...]:
    return tuple(Option(f"Option {at}", at == 0, "So.") for at in range(count))


ONE, SOME, SIX = ChooseOne(options(4)), ChooseSome(options(4)), ChooseOne(options(6))
ORDER = Arrange(("first", "second", "third"), "So.")
WRITE = Write(("names it", "asks", "stays"), "Example.", "So.")
ALL: tuple[Interaction, ...] = (ONE, SOME, SIX, ORDER, WRITE)
SHOWN = {4: (2, 0, 3, 1), 6: (5, 4, 3, 2, 1, 0), 3: (1, 2, 0)}


def shown(interaction: Interaction) -> tuple[int, ...]:
    match interaction:
        case ChooseOne(parts) | ChooseSome(parts):
            return SHOWN[len(parts)]
        case Arrange():
            return SHOWN[3]
        case Write():
            return (0, 1, 2)


def pressed(interaction: Interaction, *keys: str, start: OpenQuestion | None = None) -> OpenQuestion | Response | Move:
    """What comes of pressing `keys`, up to the first that ends the asking."""
    state: OpenQuestion | Response | Move = start or OpenQuestion()
    for key in keys:
        if not isinstance(state, OpenQuestion):
            break
        state = press(state, interaction, shown(interaction), key)
    return state


def left(interaction: Interaction, *keys: str, start: OpenQuestion | None = None) -> OpenQuestion:
    """The state after `keys`, none of which ends the asking."""
    state = pressed(interaction, *keys, start=start)
    assert isinstance(state, OpenQuestion)
    return state


WRITTEN = OpenQuestion(text="My words.")


@pytest.mark.parametrize(
    ("interaction", "keys", "response"),
    [
        pytest.param(ONE, "a", Chosen((2,)), id="letter"),
        pytest.param(ONE, "D", Chosen((1,)), id="capital"),
        pytest.param(ONE, "4", Chosen((1,)), id="digit"),
        pytest.param(SIX, "f", Chosen((0,)), id="f-where-it-is-an-option"),
        pytest.param(SOME, ["c", "a", ENTER], Chosen((2, 3)), id="several-in-any-order"),
        pytest.param(SOME, ["a", "b", "a", ENTER], Chosen((0,)), id="toggled-off"),
        pytest.param(SOME, ["a", "b", BACKSPACE, ENTER], Chosen((2,)), id="taken-back"),
        pytest.param(ORDER, ["c", "a", "b", ENTER], Arranged((0, 1, 2)), id="order"),
        pytest.param(ORDER, ["a", BACKSPACE, "3", "1", "2", ENTER], Arranged((0, 1, 2)), id="order-mended"),
        pytest.param(ORDER, ["c", "c", "a", "c", "b", ENTER], Arranged((0, 1, 2)), id="a-step-counts-once"),
    ],
)
def test_keys_make_a_response(interaction: Interaction, keys: list[str], response: Response) -> None:
    assert pressed(interaction, *keys) == response


@pytest.mark.parametrize(
    ("keys", "points"),
    [
        pytest.param(["c", "a", ENTER], (0, 2), id="some"),
        pytest.param(["a", "a", ENTER, ENTER], (), id="toggled-off"),
        pytest.param([ENTER, ENTER], (), id="none"),
        pytest.param([ENTER, "b", ENTER], (1,), id="asked-once"),
    ],
)
def test_points_of_a_written_answer_are_ticked(keys: list[str], points: tuple[int, ...]) -> None:
    assert pressed(WRITE, *keys, start=WRITTEN) == Written("My words.", points)


@pytest.mark.parametrize(
    ("keys", "draft"),
    [
        pytest.param("usq fh?", "usq fh?", id="letters-are-no-commands"),
        pytest.param(["é", "1", "F", " "], "é1F ", id="any-letter"),
        pytest.param([*"abc", BACKSPACE, "d"], "abd", id="backspace"),
        pytest.param([BACKSPACE, "a"], "a", id="nothing-to-take-back"),
        pytest.param([*"two words ", ERASE_WORD], "two ", id="word-erased"),
        pytest.param([*"two words", ERASE_LINE, "x"], "x", id="line-erased"),
        pytest.param(["a", UP, PAGE_DOWN, "\x1b[15~", "\x1b", "\t", "b"], "ab", id="no-letters"),
    ],
)
def test_an_own_answer_is_typed_at_once(keys: list[str], draft: str) -> None:
    open_ = left(WRITE, *keys, start=begin(WRITE))

    assert open_.draft is not None
    assert (open_.draft.text, open_.text) == (draft, None)


@pytest.mark.parametrize("end", [ENTER, ENDED])
def test_enter_ends_what_is_typed(end: str) -> None:
    assert left(WRITE, *" Well. ", end, start=begin(WRITE)) == OpenQuestion(text="Well.", scroll=Scroll(END))


def test_with_nothing_typed_the_keys_are_back_and_enter_types_again() -> None:
    open_ = left(WRITE, " ", ENTER, start=begin(WRITE))

    assert (open_.draft, open_.text) == (None, None)
    assert pressed(WRITE, "s", start=open_) is Move.SKIP
    assert left(WRITE, ENTER, "s", start=open_).draft == Typed.of("s")._replace(before=(("", 0),))


def test_what_was_typed_before_is_there_again() -> None:
    assert begin(WRITE, "I hear").draft == Typed.of("I hear")


def test_a_written_answer_is_typed_on_with_backspace_once_no_point_is_ticked() -> None:
    ticked = left(WRITE, "a", BACKSPACE, start=WRITTEN)
    assert (ticked.picked, ticked.draft) == ((), None)
    assert left(WRITE, BACKSPACE, start=ticked).draft == Typed.of("My words.")


@pytest.mark.parametrize("interaction", [ONE, SOME, ORDER])
def test_nothing_is_typed_where_there_is_a_choice(interaction: Interaction) -> None:
    assert begin(interaction) == OpenQuestion()


@pytest.mark.parametrize(("key", "top"), [(" ", 9), (DOWN, 1), (PAGE_UP, 0)], ids=["space", "down", "page-up"])
def test_a_help_of_several_parts_is_turned(key: str, top: int) -> None:
    open_ = left(ONE, " ", "?")._replace(scroll=Scroll(0, (0, 9)))

    turned = left(ONE, key, start=open_)
    assert (turned.help, turned.scroll.top) == (True, top)
    assert left(ONE, "x", start=turned) == OpenQuestion()


def test_none_ticked_is_asked_about_once() -> None:
    open_ = pressed(WRITE, ENTER, start=WRITTEN)

    assert isinstance(open_, OpenQuestion)
    assert "No point is ticked yet" in open_.message


def test_nothing_is_ticked_before_an_answer_is_written() -> None:
    open_ = left(WRITE, "a")

    assert open_.picked == ()
    assert "a means nothing here" in open_.message


@pytest.mark.parametrize(
    ("key", "move"),
    [
        pytest.param("u", Move.UNDO, id="undo"),
        pytest.param("f", Move.FLAG, id="flag"),
        pytest.param("F", Move.FLAG, id="flag-in-capital"),
        pytest.param("s", Move.SKIP, id="skip"),
        pytest.param("q", Move.STOP, id="stop"),
        pytest.param(ENDED, Move.STOP, id="end-of-input"),
    ],
)
@pytest.mark.parametrize("interaction", [ONE, SOME, ORDER, WRITE], ids=["one", "some", "order", "write"])
def test_keys_move(interaction: Interaction, key: str, move: Move) -> None:
    assert pressed(interaction, key) is move


def test_a_capital_flags_where_the_small_letter_is_an_option() -> None:
    assert pressed(SIX, "F") is Move.FLAG


@pytest.mark.parametrize(
    ("interaction", "keys", "message"),
    [
        pytest.param(ONE, [ENTER], "Press the letter of your answer, or point at it with", id="enter-for-one"),
        pytest.param(SOME, [ENTER], "Choose at least one, or s to skip.", id="none-of-several"),
        pytest.param(ORDER, ["a", ENTER], "2 more to place.", id="order-unfinished"),
        pytest.param(ONE, ["e"], "e means nothing here; ? shows the keys", id="letter-too-far"),
        pytest.param(ONE, ["5"], "5 means nothing here; ? shows the keys", id="digit-too-far"),
        pytest.param(ONE, ["0"], "0 means nothing here; ? shows the keys", id="zero"),
        pytest.param(ONE, ["é"], "é means nothing here; ? shows the keys", id="foreign-letter"),
        pytest.param(ONE, ["\x1b[15~"], "", id="function-key"),
        pytest.param(ONE, ["\x1b"], "", id="escape"),
        pytest.param(ONE, ["z", "h"], "", id="gone-with-the-next-key"),
    ],
)
def test_a_key_that_does_nothing_says_so(interaction: Interaction, keys: list[str], message: str) -> None:
    told = left(interaction, *keys).message
    assert told.startswith(message) if message else not told


@pytest.mark.parametrize("key", ["x", "a", " ", ENTER, "?", "u"])
def test_any_key_leaves_the_help_and_does_no_more(key: str) -> None:
    assert left(ONE, "?").help
    assert left(ONE, "?", key) == OpenQuestion()


def test_q_leaves_the_help_and_the_end_of_input_stops() -> None:
    assert left(ONE, "?", "q") == OpenQuestion()
    assert pressed(ONE, "?", ENDED) is Move.STOP


THREE = Scroll(0, (0, 10, 20), (1, 1, 1, 2))
"""Three parts; three of the options stand in the second one, the fourth in the third."""


@pytest.mark.parametrize(
    ("top", "keys", "after"),
    [
        pytest.param(0, [" "], 10, id="space"),
        pytest.param(0, [PAGE_DOWN, PAGE_DOWN], 20, id="page-down"),
        pytest.param(20, [PAGE_UP], 10, id="page-up"),
        pytest.param(0, [HOME], 0, id="home"),
        pytest.param(10, ["a"], 10, id="a-tick-stays"),
        pytest.param(10, ["a", "b", "a"], 10, id="ticks-stay"),
        pytest.param(0, ["a"], 10, id="a-tick-out-of-sight-turns-to-it"),
        pytest.param(10, ["d"], 20, id="one-that-stands-below"),
        pytest.param(0, [DOWN], 10, id="pointing-turns-to-what-is-pointed-at"),
        pytest.param(10, [DOWN, UP], 10, id="pointing-in-sight-stays"),
        pytest.param(10, ["h"], 10, id="a-hint-stands-above-the-keys"),
        pytest.param(10, ["z"], 10, id="so-does-a-message"),
    ],
)
def test_parts_of_a_question(top: int, keys: list[str], after: int) -> None:
    assert left(SOME, *keys, start=OpenQuestion(scroll=THREE._replace(top=top))).scroll.top == after


@pytest.mark.parametrize(
    ("interaction", "keys", "response"),
    [
        pytest.param(ONE, [DOWN, ENTER], Chosen((2,)), id="the-first"),
        pytest.param(ONE, [UP, ENTER], Chosen((1,)), id="the-last"),
        pytest.param(ONE, [DOWN, DOWN, DOWN, UP, ENTER], Chosen((0,)), id="up-and-down"),
        pytest.param(ONE, [*[DOWN] * 9, ENTER], Chosen((1,)), id="no-further-than-the-last"),
        pytest.param(SOME, [DOWN, ENTER, DOWN, ENTER, ENTER], Chosen((0, 2)), id="several"),
        pytest.param(ORDER, [DOWN, ENTER, DOWN, ENTER, DOWN, ENTER, ENTER], Arranged((1, 2, 0)), id="order"),
    ],
)
def test_what_is_pointed_at_is_taken_by_enter(interaction: Interaction, keys: list[str], response: Response) -> None:
    assert pressed(interaction, *keys) == response


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        pytest.param(["a", ENTER], "1 more.", id="one-missing"),
        pytest.param(["a", "b", "c", ENTER], "Only two are asked for: take 1 back.", id="one-too-many"),
        pytest.param([ENTER], "2 more.", id="none"),
        pytest.param(["a", DOWN, DOWN, ENTER, ENTER], Chosen((0, 2)), id="ticked-until-there-are-two"),
        pytest.param(["a", "b", DOWN, DOWN, DOWN, ENTER], Chosen((0, 2)), id="then-handed-in"),
    ],
)
def test_only_as_many_are_handed_in_as_are_asked_for(keys: list[str], found: str | Response) -> None:
    state: OpenQuestion | Response | Move = OpenQuestion()
    for key in keys:
        assert isinstance(state, OpenQuestion)
        state = press(state, SOME, SHOWN[4], key, 2)
    assert (state.message if isinstance(state, OpenQuestion) else state) == found


def test_a_hint_stays() -> None:
    assert left(SOME, "h", "a", " ").hint


@given(st.sampled_from(ALL), st.lists(st.sampled_from([*"abcdefF123456hu?sqz ", ENTER, BACKSPACE, UP, DOWN])))
def test_whatever_is_pressed_the_choice_stays_sound(interaction: Interaction, keys: list[str]) -> None:
    reached = pressed(interaction, *keys, start=WRITTEN)

    if isinstance(reached, OpenQuestion):
        assert len(set(reached.picked)) == len(reached.picked)
        assert set(reached.picked) <= set(range(len(shown(interaction))))
    elif isinstance(reached, Chosen):
        assert list(reached.options) == sorted(set(reached.options)) != []
    elif isinstance(reached, Arranged):
        assert sorted(reached.steps) == [0, 1, 2]
