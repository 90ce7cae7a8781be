"""Counts the screens of explanations, with the drill's own screen and the shipped questions."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import StringIO

from rich.console import Console

from cps_quiz.bank.files import shipped
from cps_quiz.bank.library import Library
from cps_quiz.bank.loading import load
from cps_quiz.core.drill.drill import Drill, Move
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import ChooseOne
from cps_quiz.core.questions.response import Chosen
from cps_quiz.ui.drawing.look import Look
from cps_quiz.ui.drill.terminal import TerminalDrill
from cps_quiz.ui.listening.keys import ENTER
from cps_quiz.ui.pages.shelf import Shelf


class Entering:
    """Presses Enter, and keeps what was on the screen each time."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.screens: list[list[str]] = []

    @contextmanager
    def listening(self) -> Iterator[None]:
        yield

    def read(self, seconds: float | None = None) -> str:  # noqa: ARG002
        assert isinstance(self.console.file, StringIO)
        self.screens.append(self.console.file.getvalue().splitlines())
        self.console.file = StringIO()
        return ENTER

    def waiting(self) -> bool:
        return False

    def pressed(self) -> str:
        return self.read()

    def line(self) -> str | None:
        return None


class NoNotes:
    """Keeps nothing."""

    def note(self, item: Item) -> str:  # noqa: ARG002
        return ""

    draft = note

    def keep_note(self, item: Item, text: str) -> str:
        raise AssertionError(item, text)

    report = keep_note

    def flagged(self, item: Item) -> bool:  # noqa: ARG002
        return False

    def flag(self, item: Item) -> str:
        raise AssertionError(item)

    put_aside = flag

    def keep_draft(self, item: Item, text: str) -> None:
        raise AssertionError(item, text)


@cache
def library() -> Library:
    return load([shipped()])


def texts(_command: Sequence[str]) -> Sequence[str]:
    return ["There is something to read."]


def explained(item: Item, place: int, size: tuple[int, int]) -> list[list[str]]:
    """The screens of the explanation after one option was chosen, from the first to the last."""
    console = Console(file=StringIO(), width=size[0], height=size[1], color_system=None)
    keys = Entering(console)
    screen = TerminalDrill(
        console, keys, Look(plain=False, unicode=True), library().glossary, Shelf(texts, lambda _: True, NoNotes())
    )
    drill = Drill.start([item], seed=3)
    answer = drill.respond(Chosen((place,))).answers[-1]
    assert screen.feedback(drill, answer) is Move.NEXT
    return keys.screens


def flat(lines: Sequence[str]) -> str:
    return " ".join(" ".join(lines).split())


def test_two_screens_explain_a_single_whichever_option_was_chosen() -> None:
    counted = 0
    for item in library().items:
        interaction = item.body.interaction()
        if not isinstance(interaction, ChooseOne):
            continue
        for place, option in enumerate(interaction.options):
            screens = explained(item, place, (80, 24))
            first = flat(screens[0])
            assert len(screens) <= 2, (item.id, place)
            assert all(len(lines) <= 24 and max(map(len, lines)) <= 80 for lines in screens)
            assert "best answer" in first
            assert "your choice" in first
            assert item.stem.split()[-1] in first
            known = library().misconceptions.get(option.misconception) if option.misconception else None
            if known and not item.negative and not option.correct:
                assert f"Instead: {known.instead.split()[0]}" in first
            counted += 1
    assert counted > 1000


def test_on_a_low_screen_the_question_stays_whole_and_how_to_stop_in_sight() -> None:
    for item in library().items[:40]:
        if isinstance(item.body.interaction(), ChooseOne):
            for lines in explained(item, 0, (30, 10)):
                assert len(lines) == 10
                assert "q stop" in flat(lines[-2:])
