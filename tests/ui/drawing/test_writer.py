import pytest
from rich.console import Console

from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drawing.writer import Writer


@pytest.mark.parametrize(
    ("step", "lines"),
    [
        pytest.param("Go on: cps-quiz drill", ["   Go on: cps-quiz drill"], id="fits"),
        pytest.param(
            "Read the notes: cps-quiz study reflection",
            ["   Read the notes:", "     cps-quiz study reflection"],
            id="command-below",
        ),
        pytest.param(
            "See what stands behind your many misses: cps-quiz explain telling",
            ["   See what stands behind your many", "     misses:", "     cps-quiz explain telling"],
            id="sentence-in-two-lines",
        ),
        pytest.param(
            "Tell it apart: cps-quiz drill --misconception giving-tips",
            ["   Tell it apart:", "     cps-quiz drill --misconception", "       giving-tips"],
            id="too-long-a-command",
        ),
        pytest.param(
            "Telling: chosen in two of your three misses",
            ["   Telling: chosen in two of your", "     three misses"],
            id="no-command",
        ),
    ],
)
def test_a_command_is_broken_only_where_it_must_be(step: str, lines: list[str]) -> None:
    writer = Writer(Console(width=40), Look(plain=False, unicode=True), 39)

    assert [line.plain.rstrip() for line in writer.step(step)] == lines
