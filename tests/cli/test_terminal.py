import os
import re
import signal
import termios
from collections.abc import Callable
from pathlib import Path

import pytest
from program import Program, Terminal

ENTER, BACKSPACE, CTRL_C, CTRL_D, DOWN, UP = "\r", "\x7f", "\x03", "\x04", "\x1b[B", "\x1b[A"
PAGE_UP = "\x1b[5~"
RIGHT, TIP, CHEER = "Two years is a long time.", "Take the early bus", "You will be fine"
LONG_KEY = "c"
"""Where seed 3 puts the key of long.yaml: what is typed before there is a screen cannot look."""

TYPING = "type your answer, enter ends it"

COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")

Start = Callable[..., Terminal]


@pytest.fixture
def drill(run: Program, practice: Path) -> Start:
    """Start a drill of the named practice banks and wait for its first question."""

    def start(*banks: str, options: tuple[str, ...] = (), columns: int = 80, rows: int = 24, **env: str) -> Terminal:
        paths = [practice / f"{name}.yaml" for name in ("curriculum", *banks)]
        asked = [word for path in paths for word in ("--bank", str(path))]
        terminal = run.terminal("drill", "--seed", "3", *asked, *options, columns=columns, rows=rows, **env)
        first = "q stop" if "reflection" not in banks else "Type your answer" if options else TYPING
        terminal.wait(first)
        return terminal

    return start


def letter(terminal: Terminal, words: str) -> str:
    """The letter before the option that starts with `words`."""
    found = re.search(rf"\b([a-f])\.? +{re.escape(words)}", terminal.text)
    assert found, terminal.text
    return found[1]


def summary(terminal: Terminal) -> str:
    return " ".join(" ".join(terminal.normal()).split())


@pytest.mark.parametrize(
    "key",
    [
        pytest.param(str, id="letter"),
        pytest.param(lambda sign: str("abcdef".index(sign) + 1), id="digit"),
    ],
)
def test_one_key_answers(drill: Start, key: Callable[[str], str]) -> None:
    terminal = drill("single")

    terminal.press(key(letter(terminal, RIGHT)), "Right.", "your choice, best answer", "q stop")


def test_every_option_is_explained_and_the_wrong_choice_named(drill: Start) -> None:
    terminal = drill("single", rows=40)

    terminal.press(
        letter(terminal, TIP),
        "Not this one. Here is why.",
        "Take the early bus, which is nearly empty on most days. your choice",
        "It stays with what Rosa said",
        "The tip may be sound",
        "It is warm",
        "It puts the talk off",
        "Behind your choice: Giving tips. The person learns to wait",
        "Instead: Ask what they have tried so far",
    )


def test_help_shows_the_keys_and_any_key_goes_back(drill: Start) -> None:
    terminal = drill("single")

    terminal.press("?", "undo the last answer", "any key goes back")
    assert RIGHT not in terminal.text

    terminal.press("a", RIGHT, "q stop")


def test_help_after_an_answer_goes_back_to_the_explanation(drill: Start) -> None:
    terminal = drill("single")
    terminal.press(letter(terminal, TIP), "Here is why.")

    terminal.press("?", "any key goes back")

    terminal.press(" ", "Here is why.", "your choice", "q stop")


def test_the_help_fits_on_a_small_screen(drill: Start) -> None:
    terminal = drill("single", columns=40, rows=20)

    terminal.press("?", "answer; 1 2 3", "any other key goes back")
    terminal.press(" ", "stop; your answers count")


def test_a_hint_is_seen_at_once_on_a_small_screen(drill: Start) -> None:
    terminal = drill("single", columns=40, rows=20)

    terminal.press("h", "Hint: Has Rosa asked for anything yet?")


def test_a_question_without_a_hint_says_so_and_undo_without_an_answer_does_nothing(drill: Start) -> None:
    terminal = drill("multiple")

    terminal.press("uh", "There is no hint for this one.")


def test_a_key_without_meaning_is_told_on_a_small_screen(drill: Start) -> None:
    terminal = drill("single", columns=40, rows=20)

    terminal.press("z", "z means nothing here; ? shows the keys")
    terminal.press(ENTER, "Press the letter of your answer, or point")


def test_an_answer_can_be_undone_at_once(drill: Start) -> None:
    terminal = drill("single")
    terminal.press(letter(terminal, TIP), "Not this one.")

    terminal.press("u", "a-d answer")
    terminal.press(letter(terminal, RIGHT), "Right.", "1 right")
    terminal.press("n")

    assert terminal.end() == 0
    assert "1 of 1 question right at the first try (100%)." in summary(terminal)


def test_an_answer_can_be_undone_at_the_next_question(drill: Start) -> None:
    terminal = drill("single", "long")
    terminal.press("a", "is why.")
    terminal.press("n", "2 of 2", "q stop")

    terminal.press("u", "1 of 2", "a-d answer")
    terminal.press("q")

    assert terminal.end() == 0
    assert "come back when you like. 2 not reached." in summary(terminal)


def test_a_question_is_flagged_and_unflagged(drill: Start) -> None:
    terminal = drill("single")

    terminal.press("f", "1 of 1 · flagged", "q stop")
    terminal.press("f")
    terminal.wait_for(lambda: "flagged" not in terminal.text and "q stop" in terminal.text)
    terminal.press(letter(terminal, RIGHT), "Right.")
    terminal.press("f", "1 of 1 · flagged", "q stop")
    terminal.press("q")

    assert terminal.end() == 0
    assert "1 flagged." in summary(terminal)


def test_a_header_that_is_too_long_takes_two_lines(drill: Start) -> None:
    terminal = drill("multiple", columns=30, rows=20)

    terminal.press("f", "· 1 of 1 flagged", "q stop")

    assert terminal.lines[0] == " Planning together · 1 of 1"
    assert terminal.lines[1].startswith(" flagged  ")


def test_a_question_is_skipped(drill: Start) -> None:
    terminal = drill("single", "long")

    terminal.press("s", "2 of 2", "q stop")
    terminal.press("q")

    assert terminal.end() == 0
    assert "1 skipped. 1 not reached." in summary(terminal)


def test_a_missed_question_comes_back(drill: Start) -> None:
    terminal = drill("single", rows=40)
    terminal.press(letter(terminal, CHEER), "Here is why.")

    terminal.press("n", "once more", "a-d answer")
    terminal.press(letter(terminal, RIGHT), "Right, well remembered.")
    terminal.press("n")

    assert terminal.end() == 0
    assert "0 of 1 question right at the first try (0%)." in summary(terminal)
    assert "1 missed at first and right when asked again." in summary(terminal)


@pytest.mark.parametrize("key", [pytest.param("q", id="q"), pytest.param(CTRL_D, id="end-of-input")])
def test_stopping_leaves_the_summary_above_the_prompt(drill: Start, key: str) -> None:
    terminal = drill("single", "long")
    terminal.press("a", "is why.")

    terminal.press(key)

    assert terminal.end() == 0
    assert "of 1 question right at the first try" in summary(terminal)
    assert "1 not reached." in summary(terminal)
    assert not terminal.screen.cursor.hidden
    # A second "leave" would put the cursor back to where it was before the summary.
    assert terminal.raw.count(b"\x1b[?1049l") == 1
    assert terminal.error == ""


def test_the_summary_breaks_no_word_on_a_narrow_terminal(drill: Start) -> None:
    terminal = drill("single", columns=40, rows=60)
    terminal.press(letter(terminal, CHEER), "Here is why.")
    terminal.press("n", "once more", RIGHT)
    terminal.press(letter(terminal, RIGHT), "Right, well remembered.")
    terminal.press("n")

    assert terminal.end() == 0
    assert " 1 missed at first and right when asked" in terminal.normal()
    assert " again." in terminal.normal()


def test_space_turns_pages_and_arrows_point_at_answers(drill: Start) -> None:
    terminal = drill("single", columns=40, rows=20)
    assert RIGHT not in terminal.words

    terminal.press(" ", RIGHT, "q stop")
    terminal.press(PAGE_UP, "Rosa starts a job", "q stop")
    terminal.press(DOWN, "▸", RIGHT, "q stop")


def test_an_explanation_turns_pages(drill: Start) -> None:
    terminal = drill("single", columns=40, rows=20)
    terminal.press(" ", TIP, "q stop")
    terminal.press(letter(terminal, TIP), "enter more", "q stop")

    seen = [terminal.text]
    while "enter more" in terminal.text:
        terminal.press(ENTER)
        terminal.wait_for(lambda: terminal.text not in seen[-1] and terminal.words.endswith("q stop"))
        seen.append(terminal.text)

    read = " ".join(" ".join(page.split()) for page in seen)
    for why in ("What should Tom say", "It stays with what Rosa said", "It is warm", "It puts the talk off"):
        assert why in read
    assert "The person learns to wait" in read


def test_a_resized_terminal_is_drawn_anew(drill: Start) -> None:
    terminal = drill("single")
    wide = '"I have not taken a bus alone in two'
    assert any(line.endswith(wide) for line in terminal.lines)

    terminal.resize(40, 30)
    terminal.wait('years," she tells Tom, her peer specialist.', "picture that bus?", "q stop")

    terminal.resize(80, 24)
    terminal.wait_for(lambda: any(line.endswith(wide) for line in terminal.lines))


def test_an_explanation_survives_resizing(drill: Start) -> None:
    terminal = drill("single")
    terminal.press(letter(terminal, TIP), "Here is why.")

    terminal.resize(60, 40)

    terminal.wait("Here is why.", "It puts the talk off", "q stop")


@pytest.mark.parametrize(
    ("options", "keys", "told"),
    [
        pytest.param((), "", "No question was answered", id="at-a-question"),
        pytest.param((), "a", "of 1 question right at the first try", id="after-an-answer"),
        pytest.param(("--plain",), "a", "of 1 question right at the first try", id="plain"),
    ],
)
def test_an_interruption_tells_the_summary(drill: Start, options: tuple[str, ...], keys: str, told: str) -> None:
    terminal = drill("single", options=options)
    if keys:
        terminal.press(keys, "u undo", "Here is why.")

    terminal.press(CTRL_C)

    assert terminal.end() == 130
    assert told in summary(terminal)
    assert not terminal.screen.cursor.hidden
    assert "Traceback" not in terminal.error


@pytest.mark.parametrize(
    ("bank", "keys", "until"),
    [
        pytest.param("single", "?", "any key goes back", id="at-a-question"),
        pytest.param("single", "a", "is why.", id="after-an-answer"),
        pytest.param("reflection", "Hm", "> Hm_", id="while-writing"),
    ],
)
def test_a_closed_terminal_ends_it_quietly(drill: Start, bank: str, keys: str, until: str) -> None:
    terminal = drill(bank)
    terminal.press(keys, until)

    assert terminal.hang_up() == 130
    assert terminal.error == ""


def test_keys_typed_ahead_are_not_lost(run: Program, practice: Path) -> None:
    banks = ("--bank", practice / "curriculum.yaml", "--bank", practice / "long.yaml")
    terminal = run.terminal("drill", "--seed", "3", *banks)

    terminal.press(f"h?xu{LONG_KEY}fn")

    assert terminal.end() == 0
    assert "1 of 1 question right at the first try (100%). Listening" in summary(terminal)
    assert "1 flagged." in summary(terminal)


def test_it_goes_on_after_being_suspended(drill: Start) -> None:
    terminal = drill("single")
    pid = terminal.child.pid
    assert pid
    shell = termios.tcgetattr(terminal.child.child_fd)
    shell[3] |= termios.ICANON | termios.ECHO
    os.kill(pid, signal.SIGSTOP)
    os.waitpid(pid, os.WUNTRACED)
    termios.tcsetattr(terminal.child.child_fd, termios.TCSANOW, shell)

    os.kill(pid, signal.SIGCONT)
    terminal.press("h", "Hint:")


def test_several_are_chosen_by_toggling(drill: Start) -> None:
    terminal = drill("multiple")
    small, own, others = (letter(terminal, words) for words in ("It is small", "The person picked", "It has worked"))

    terminal.press(ENTER, "2 more.", "q stop")
    terminal.press(small + others, f"[x] {small}", f"[x] {others}", f"[ ] {own}", "q stop")
    terminal.press(others, f"[ ] {others}", "q stop")
    terminal.press(own + ENTER, "Right.", "q stop")


def test_half_of_several_is_partly_right(drill: Start) -> None:
    terminal = drill("multiple")

    terminal.press(letter(terminal, "It is small") + ENTER, "1 more.", "q stop")
    terminal.press(letter(terminal, "It has worked") + ENTER, "Half right: one of two.", "best answer")


def test_steps_are_put_in_order(drill: Start) -> None:
    terminal = drill("order")
    steps = ("Hear the wish", "Ask what it would look like", "Find one small part of it", "Agree on a day")
    first, second, third, last = (letter(terminal, step) for step in steps)

    terminal.press(last + first, f"1. {last}", f"2. {first}")
    terminal.press(BACKSPACE + BACKSPACE + first + second + ENTER, "2 more to place.")
    terminal.press(third + last + ENTER, "Right.", "(you too)", "Why: Nobody can size a step")


def test_a_wrong_order_shows_both_places(drill: Start) -> None:
    terminal = drill("order")
    steps = ("Agree on a day", "Find one small part of it", "Ask what it would look like", "Hear the wish")

    keys = "".join(letter(terminal, step) for step in steps)

    terminal.press(keys + ENTER, "Not this one.", "1 Hear the wish (you: 4)", "4 Agree on a day (you: 1)")


@pytest.mark.parametrize("options", [pytest.param((), id="full-screen"), pytest.param(("--plain",), id="plain")])
def test_a_reflection_is_written_and_ticked(drill: Start, options: tuple[str, ...]) -> None:
    terminal = drill("reflection", options=options)

    terminal.press("You went in anyway." + ENTER, "Gives no tip")
    terminal.press("ac" + ENTER, "You ticked 2 of 3 points.", "An example: You stood at that door")
    terminal.press("n")

    assert terminal.end() == 0
    assert "You put 1 answer into your own words." in summary(terminal)


@pytest.mark.parametrize("size", [pytest.param((80, 24), id="80x24"), pytest.param((40, 20), id="40x20")])
def test_an_answer_is_typed_below_its_question_however_long_it_is(drill: Start, size: tuple[int, int]) -> None:
    terminal = drill("reflection", columns=size[0], rows=size[1])

    terminal.press("usq? " * 30 + "end", "usq? end_", TYPING)
    assert terminal.lines[0].startswith(" Listening")
    assert terminal.words.index("What do you answer?") < terminal.words.index("> usq?") < terminal.words.index(TYPING)

    terminal.press("\x15Well." + ENTER, "You wrote: Well.", "Gives no tip", "q stop")


def test_what_is_typed_survives_another_window(drill: Start) -> None:
    terminal = drill("reflection")
    terminal.press("You went in anyway.", "anyway._")

    terminal.resize(40, 20)

    terminal.wait_for(lambda: terminal.lines[-2:] == [f" {TYPING}", " enter alone shows the keys"])
    assert terminal.lines[0].startswith(" Listening")
    assert "> You went in anyway._" in terminal.words


def test_enter_alone_goes_from_typing_to_the_keys_and_back(drill: Start) -> None:
    terminal = drill("reflection")

    terminal.press(ENTER, "enter write", "q stop")
    terminal.press("f", "1 of 1 · flagged", "q stop")
    terminal.press(ENTER, "> _", TYPING)
    terminal.press(ENTER, "enter write", "q stop")
    terminal.press("s")

    assert terminal.end() == 0
    assert "1 flagged." in summary(terminal)


def test_a_message_is_gone_when_a_question_is_asked_anew(drill: Start) -> None:
    terminal = drill("single")
    terminal.press("z", "z means nothing here", "q stop")
    terminal.press(letter(terminal, TIP), "Here is why.")

    terminal.press("u", "a-d answer", "q stop")

    assert "means nothing here" not in terminal.text


def test_undo_with_nothing_to_undo_says_so(drill: Start) -> None:
    terminal = drill("single", columns=40, rows=20)

    terminal.press("u", "There is nothing to undo.", "q stop")
    terminal.press(PAGE_UP)
    terminal.wait_for(lambda: "nothing to undo" not in terminal.text and "q stop" in terminal.text)


def test_half_of_an_order_is_partly_right_in_plain_mode(drill: Start) -> None:
    terminal = drill("order", options=("--plain",))
    steps = ("Ask what it would look like", "Hear the wish", "Find one small part of it", "Agree on a day")

    keys = "".join(letter(terminal, step) for step in steps)

    terminal.press(keys + ENTER, "Partly right (83% of the points).", "Hear the wish [you put it at 2]")


@pytest.mark.parametrize(
    ("options", "environment"),
    [
        pytest.param(("--plain",), {}, id="asked-for"),
        pytest.param((), {"TERM": "dumb", "FORCE_COLOR": "1"}, id="dumb-terminal"),
        pytest.param((), {"CPS_QUIZ_PLAIN": "1"}, id="environment"),
    ],
)
def test_plain_mode_writes_no_escape_sequence(
    drill: Start, options: tuple[str, ...], environment: dict[str, str]
) -> None:
    terminal = drill("single", "multiple", options=options, rows=100, **environment)

    terminal.press("?", "undo the last answer")
    terminal.press("h", "hint")
    terminal.press("f", "Flagged.")
    terminal.press("a", "u undo, f flag, q stop.")
    terminal.press("q")

    assert terminal.end() == 0
    assert b"\x1b" not in terminal.raw
    assert "What to do next:" in terminal.words


def test_plain_mode_says_what_each_key_did(drill: Start) -> None:
    terminal = drill("multiple", options=("--plain",), rows=60)

    terminal.press("ab", "Now: a, b")
    terminal.press(BACKSPACE + "z", "Now: a z means nothing here; ? shows the keys")
    terminal.press("h", "There is no hint for this one.")
    terminal.press(ENTER, "1 more.")
    terminal.press("b" + ENTER, "Enter for the next question, e the approach, u undo, f flag, q stop.")
    terminal.press("u", "Question 1 of 1. Planning together. Which two make a first step easier to take?")


@pytest.mark.parametrize("value", ["", "0"])
def test_the_environment_can_leave_the_full_screen_on(drill: Start, value: str) -> None:
    assert b"\x1b[?1049h" in drill("single", CPS_QUIZ_PLAIN=value).raw


def test_plain_mode_says_no_question_twice_for_a_flag_or_for_nothing_to_undo(drill: Start) -> None:
    terminal = drill("multiple", options=("--plain",), rows=60)
    key = [letter(terminal, "It is small"), letter(terminal, "The person picked")]

    terminal.press(key[0] + "f", f"Now: {key[0]} Flagged.")
    terminal.press("fu", "Flagged. Flag taken away. There is nothing to undo.")
    terminal.press(key[1], f"There is nothing to undo. Now: {key[0]}, {key[1]}")
    assert terminal.words.count("Question 1 of 1.") == 1

    terminal.press(ENTER, "Right.", "f flag, q stop.")
    terminal.press("ff", "f flag, q stop. Flagged. Flag taken away.")
    assert terminal.words.count("Right.") == 1
    terminal.press("?", "Flag taken away. Enter for the next question, e the approach, u undo, f flag, q stop.")

    terminal.press("u", "Your last answer is taken back. Question 1 of 1. Planning together.", "Keys: ? help")


def test_colours_are_left_out_on_request(drill: Start) -> None:
    coloured, uncoloured = (
        ended_after_an_answer(drill("single")),
        ended_after_an_answer(drill("single", NO_COLOR="1")),
    )

    assert COLOUR.search(coloured)
    assert not COLOUR.search(uncoloured)
    assert b"\xe2\x9c\x97" in uncoloured  # the sign of a wrong choice says what the colour said


def ended_after_an_answer(terminal: Terminal) -> bytes:
    terminal.press(letter(terminal, TIP), "Here is why.")
    terminal.press("q")

    assert terminal.end() == 0
    return terminal.raw


@pytest.mark.parametrize("options", [pytest.param((), id="full-screen"), pytest.param(("--plain",), id="plain")])
def test_a_locale_without_unicode_gets_ascii_alone(run: Program, small_bank: str, options: tuple[str, ...]) -> None:
    bank = run.home / "small.yaml"
    bank.write_text(small_bank.replace("What does Ana want?", "What does “Zoë” want … a café?"), encoding="utf-8")
    terminal = run.terminal("drill", "--bank", bank, *options, LC_ALL="C")

    terminal.wait('What does "Zoe" want ... a cafe?', "q stop")
    terminal.press("a", "your choice", "u undo")
    terminal.press("q")

    assert terminal.end() == 0
    assert terminal.raw.isascii()
    assert terminal.error == ""
