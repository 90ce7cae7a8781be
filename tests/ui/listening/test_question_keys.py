import pytest
from hypothesis import given
from hypothesis import strategies as st

from cps_quiz.core.drill.drill import Move
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome, Interaction, Option, Write
from cps_quiz.core.questions.response import Arranged, Chosen, Response, Written
from cps_quiz.ui.listening.keys import BACKSPACE, DOWN, ENDED, ENTER, PAGE_DOWN, PAGE_UP, UP
from cps_quiz.ui.listening.question_keys import ERASE_LINE, ERASE_WORD, LAST, OpenQuestion, begin, press


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

    assert (open_.draft, open_.text) == (draft, None)


@pytest.mark.parametrize("end", [ENTER, ENDED])
def test_enter_ends_what_is_typed(end: str) -> None:
    assert left(WRITE, *" Well. ", end, start=begin(WRITE)) == OpenQuestion(text="Well.", page=LAST)


def test_with_nothing_typed_the_keys_are_back_and_enter_types_again() -> None:
    open_ = left(WRITE, " ", ENTER, start=begin(WRITE))

    assert (open_.draft, open_.text) == (None, None)
    assert pressed(WRITE, "s", start=open_) is Move.SKIP
    assert left(WRITE, ENTER, "s", start=open_).draft == "s"


@pytest.mark.parametrize("interaction", [ONE, SOME, ORDER])
def test_nothing_is_typed_where_there_is_a_choice(interaction: Interaction) -> None:
    assert begin(interaction) == OpenQuestion()


@pytest.mark.parametrize(("key", "page"), [(" ", 1), (DOWN, 1), (PAGE_UP, -1)], ids=["space", "down", "page-up"])
def test_a_help_of_several_pages_is_turned(key: str, page: int) -> None:
    open_ = left(ONE, " ", "?")._replace(pages=2)

    turned = left(ONE, key, start=open_)
    assert (turned.help, turned.page) == (True, page)
    assert left(ONE, "x", start=turned) == OpenQuestion(pages=2)


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
        pytest.param(ONE, [ENTER], "Press the letter of your answer.", id="enter-for-one"),
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
    assert left(interaction, *keys).message == message


@pytest.mark.parametrize("key", ["x", "a", " ", ENTER, "?", "u"])
def test_any_key_leaves_the_help_and_does_no_more(key: str) -> None:
    assert left(ONE, "?").help
    assert left(ONE, "?", key) == OpenQuestion()


@pytest.mark.parametrize("key", ["q", ENDED])
def test_stopping_works_in_the_help(key: str) -> None:
    assert pressed(ONE, "?", key) is Move.STOP


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        pytest.param([" "], 1, id="space"),
        pytest.param([DOWN, PAGE_DOWN], 2, id="down"),
        pytest.param([" ", UP], 0, id="up"),
        pytest.param([" ", " ", PAGE_UP], 1, id="page-up"),
        pytest.param([" ", "h"], -1, id="hint-is-on-the-last"),
        pytest.param(["z"], -1, id="message-is-on-the-last"),
    ],
)
def test_pages_are_turned(keys: list[str], page: int) -> None:
    assert left(ONE, *keys).page == page


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
