"""Sits mock exams of small banks: which question is shown, and which keys answer it."""

import json
import re
import sqlite3
from functools import cache
from pathlib import Path
from typing import NamedTuple

from program import Program, Terminal

from cps_quiz.bank.loading import load
from cps_quiz.core.questions.bank import Item
from cps_quiz.core.questions.interaction import Arrange, ChooseOne, ChooseSome

BANKS = Path(__file__).parent / "cli" / "exam_banks"
"""Twelve items over two topics; eleven can stand in one exam, as two of them are a set."""

SEED = "140"
"""Of eight questions the first is a `single`, the second a `multiple`, the third an `order`."""

EIGHT = ("--bank", str(BANKS), "--items", "8", "--seed", SEED)

ENTER, CTRL_C = "\r", "\x03"
QUESTION = "? help"
"""What stands last on the screen of a question."""

_CLOCK = re.compile(r"(\d+):(\d\d) left")
_SHOWN = 18
"""Letters of an option that fit on one line of the narrowest screen."""


class Keys(NamedTuple):
    """What answers a question as it is shown."""

    right: str
    wrong: str


def keys(shown: str) -> Keys:
    """The keys for the one question in a text."""
    (item,) = (item for item in _items() if item.stem in " ".join(shown.split()))
    match item.body.interaction():
        case ChooseOne(options) | ChooseSome(options):
            found = [_letter(shown, option.text) for option in options]
            right = [sign for sign, option in zip(found, options, strict=True) if option.correct]
            return Keys("".join(right), next(sign for sign in found if sign not in right))
        case Arrange(steps):
            order = [_letter(shown, step) for step in steps]
            return Keys("".join(order), "".join(reversed(order)))
        case other:
            raise AssertionError(other)


def questions(out: str) -> list[str]:
    """The questions as a pipe shows them, in their order."""
    asked, _, _ = out.partition("\nMock exam ")
    return re.split(r"^Question \d+ of \d+\..*$", asked, flags=re.MULTILINE)[1:]


def begin(run: Program, *options: str, columns: int = 80, rows: int = 24, **environment: str) -> Terminal:
    """An exam of eight questions, its first one on the screen; `options` replace the usual."""
    terminal = run.terminal("exam", *(options or EIGHT), columns=columns, rows=rows, **environment)
    terminal.wait("enter start")
    terminal.press(ENTER, "1 of ", QUESTION)
    return terminal


def go(terminal: Terminal, number: int) -> None:
    terminal.press(f"g{number}{ENTER}", f"{number} of 8", QUESTION)


def answer(terminal: Terminal, number: int, *, right: bool) -> None:
    """Go to a question and answer it; a complete answer shows at once."""
    go(terminal, number)
    pressed = keys(terminal.text)
    terminal.press(pressed.right if right else pressed.wrong)
    terminal.wait_for(lambda: bool(re.search(r"\([x]\)|\[x\]|3\. [abc] ", terminal.text)))


def hand_in(terminal: Terminal) -> None:
    terminal.press("s", "Hand in", "enter hand in")
    terminal.press(ENTER, "How it went", "q leave")


def clock(terminal: Terminal) -> int:
    """The seconds that the screen says are left."""
    (minutes, seconds) = _CLOCK.findall(terminal.text)[-1]
    return 60 * int(minutes) + int(seconds)


def spend(home: Path, *, left: float) -> None:
    """Have so many seconds left in the exam that was cut off."""
    connection = sqlite3.connect(home / "progress.db")
    with connection:
        found = connection.execute("SELECT id, plan FROM attempts WHERE kind = 'exam' AND ended_at IS NULL").fetchall()
        for id_, plan in found:
            told = json.loads(plan)
            told["spent"] = told["settings"]["seconds"] - left
            connection.execute("UPDATE attempts SET plan = ? WHERE id = ?", (json.dumps(told), id_))
    connection.close()
    assert len(found) == 1


@cache
def _items() -> tuple[Item, ...]:
    return tuple(load([BANKS]).items)


def _letter(shown: str, part: str) -> str:
    found = re.search(rf"\b([a-f])\.? +{re.escape(part[:_SHOWN])}", shown)
    assert found, shown
    return found[1]
