import pytest
from rich.console import Console

from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drawing.writer import Writer


@pytest.mark.parametrize(
    ("said", "command", "lines"),
    [
        pytest.param("More", "cps-quiz drill", ["  1  More              cps-quiz drill"], id="at-the-right"),
        pytest.param(
            "Read the notes: Reflection",
            "cps-quiz study reflection",
            ["  1  Read the notes: Reflection", "       cps-quiz study reflection"],
            id="below",
        ),
        pytest.param(
            "Practice telling apart: Giving direct advice",
            "cps-quiz drill --misconception giving-tips",
            [
                "  1  Practice telling apart: Giving",
                "     direct advice",
                "       cps-quiz drill",
                "         --misconception giving-tips",
            ],
            id="in-several-lines",
        ),
        pytest.param("See all: 8 questions", "", ["  1  See all: 8 questions"], id="no-command"),
    ],
)
def test_a_next_step_shows_its_command(said: str, command: str, lines: list[str]) -> None:
    writer = Writer(Console(width=40), Look(plain=False, unicode=True), 37)

    assert [line.plain.rstrip() for line in writer.step(1, said, command)] == lines
