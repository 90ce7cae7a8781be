from collections.abc import Callable
from pathlib import Path

import pytest
from past import use_banks
from program import Program, Terminal

SNAPSHOTS = Path(__file__).parent / "snapshots"
SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((40, 20), id="40x20")]

Compare = Callable[[str, list[str]], None]
Start = Callable[[str, tuple[int, int]], Terminal]


@pytest.fixture
def compare(request: pytest.FixtureRequest) -> Compare:
    """Compare lines with a kept screen; `--snapshot-update` keeps them as they are now."""

    def compared(name: str, lines: list[str]) -> None:
        kept = SNAPSHOTS / f"{name}.txt"
        if request.config.getoption("--snapshot-update"):
            kept.parent.mkdir(exist_ok=True)
            kept.write_text("\n".join(lines) + "\n", encoding="utf-8")
        assert lines == kept.read_text(encoding="utf-8").splitlines(), f"{kept.name} is another; --snapshot-update?"

    return compared


@pytest.fixture
def start(run: Program, practice: Path) -> Start:
    def started(bank: str, size: tuple[int, int]) -> Terminal:
        use_banks(run.home, practice / "curriculum.yaml", practice / f"{bank}.yaml")
        terminal = run.terminal("drill", "--seed", "3", columns=size[0], rows=size[1])
        terminal.wait("type your answer" if bank == "reflection" else "q stop")
        return terminal

    return started


def turn_to(terminal: Terminal, words: str) -> str:
    """The letter of the option that starts with `words`, on whichever page it stands."""
    if words not in terminal.words:
        terminal.press(" ", words, "q stop")
    return next(line.split()[0] for line in terminal.lines if words[:20] in line)


@pytest.mark.parametrize("size", SIZES)
def test_a_drill_looks_as_it_did(start: Start, compare: Compare, size: tuple[int, int]) -> None:
    terminal = start("single", size)
    name = f"{size[0]}x{size[1]}"
    compare(f"{name}-question", terminal.lines)

    terminal.press("?", "key goes back")
    compare(f"{name}-help", terminal.lines)

    terminal.press("x", "What should Tom say", "q stop")
    terminal.press("h", "Hint:", "q stop")
    compare(f"{name}-hint", terminal.lines)

    terminal.press("w", "Why this question:", "q stop")
    compare(f"{name}-why", terminal.lines)

    terminal.press(turn_to(terminal, "Take the early bus"), "Here is why.", "q stop")
    compare(f"{name}-feedback-wrong", terminal.lines)

    terminal.press("u", "a-d answer", "q stop")
    terminal.press(turn_to(terminal, "Two years is a long time"), "Right.", "q stop")
    compare(f"{name}-feedback-right", terminal.lines)

    terminal.press("n", "How it went", "q leave")
    compare(f"{size[0]}x{size[1]}-told", terminal.lines)
    terminal.press("q")
    assert terminal.end() == 0
    compare(f"{name}-summary-right", terminal.normal())


@pytest.mark.parametrize("size", SIZES)
def test_a_summary_after_misses_looks_as_it_did(start: Start, compare: Compare, size: tuple[int, int]) -> None:
    terminal = start("single", size)
    terminal.press("f", "flagged", "q stop")

    terminal.press(turn_to(terminal, "Take the early bus"), "Here is why.", "q stop")
    terminal.press("n", "once more", "a-d answer", "q stop")
    terminal.press(turn_to(terminal, "Take the early bus"), "Here is why.", "q stop")
    terminal.press("n", "How it went", "q leave")
    compare(f"{size[0]}x{size[1]}-told-missed", terminal.lines)
    terminal.press("q")
    assert terminal.end() == 0
    compare(f"{size[0]}x{size[1]}-summary", terminal.normal())


@pytest.mark.parametrize(
    ("bank", "keys"),
    [pytest.param("multiple", "ac", id="multiple"), pytest.param("order", "db", id="order")],
)
def test_a_question_in_the_middle_of_answering_looks_as_it_did(
    start: Start, compare: Compare, bank: str, keys: str
) -> None:
    terminal = start(bank, (40, 20))

    for key, mark in zip(keys, ("1. d", "2. b") if bank == "order" else ("[x] a", "[x] c"), strict=True):
        terminal.press(key, mark, "q stop")

    compare(f"40x20-{bank}", terminal.lines)


def test_a_reflection_looks_as_it_did(start: Start, compare: Compare) -> None:
    terminal = start("reflection", (40, 20))

    terminal.press("It took courage to turn that handle. What helped you?", "you?_", "shows the keys")
    compare("40x20-reflection-typing", terminal.lines)

    terminal.press("\r", "Gives no tip", "q stop")
    terminal.press("b", "[x] b", "q stop")
    compare("40x20-reflection", terminal.lines)

    terminal.press("\r", "You ticked 1 of 3 points.", "q stop")
    compare("40x20-reflection-feedback", terminal.lines)


@pytest.mark.parametrize(
    ("option", "why"),
    [
        pytest.param("The one that tells them", "Your story is true|two short sentences.", id="tips"),
        pytest.param("The one that says how well", "A bright forecast|whose life it is.", id="cheer"),
        pytest.param("The one that changes", "A friendly change|what they do with it then.", id="no-misconception"),
    ],
)
def test_choice_and_key_with_whys_of_fifty_words_share_a_screen(start: Start, option: str, why: str) -> None:
    terminal = start("long", (80, 24))

    terminal.press(turn_to(terminal, option), "Here is why.", "q stop")

    assert all(words in terminal.words for words in (option, "your choice", *why.split("|")))
    assert "The one that picks up their last word and asks about it best answer Picking up the last" in terminal.words
    assert "nothing for them to fight." in terminal.words
