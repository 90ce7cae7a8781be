"""Work that two processes share: all of it is done, in its order, whatever becomes of the second one."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from cps_quiz.lint.second_process import share


@pytest.fixture(autouse=True)
def no_child_is_left() -> Iterator[None]:
    """A child that nobody waited for would be a zombie as long as this process lives."""
    yield
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def answers(*names: str) -> list[Callable[[], tuple[str, int]]]:
    return [partial(lambda name: (name, os.getpid()), name) for name in names]


def in_child(here: int, do: Callable[[], object]) -> None:
    if os.getpid() != here:
        do()


def test_both_processes_do_some_of_it_and_all_stands_in_its_order() -> None:
    reading, writing = os.pipe()

    def waits_for_the_other() -> tuple[str, int]:
        return os.read(reading, 1).decode(), os.getpid()

    def lets_it_go_on() -> tuple[str, int]:
        os.write(writing, b"x")
        return "y", os.getpid()

    done = share([waits_for_the_other, *answers("a", "b")], [lets_it_go_on, *answers("c", "d")])

    assert [name for name, _ in done] == ["x", "a", "b", "y", "c", "d"]
    assert len({process for _, process in done}) == 2


def test_who_is_done_helps_with_what_is_left() -> None:
    here = os.getpid()
    reading, writing = os.pipe()

    def is_held() -> tuple[str, int]:
        in_child(here, partial(os.read, reading, 1))
        return "held", os.getpid()

    def goes_on() -> tuple[str, int]:
        os.write(writing, b"x")
        return "last", os.getpid()

    done = share(answers("a"), [is_held, *answers("b"), goes_on])

    assert [name for name, _ in done] == ["a", "held", "b", "last"]
    assert (done[2][1], done[3][1]) == (here, here)


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(partial(os._exit, 1), id="it fails"),
        pytest.param(lambda: os.kill(os.getpid(), signal.SIGKILL), id="it is killed"),
        pytest.param(lambda: os.kill(os.getpid(), signal.SIGINT), id="it is interrupted"),
        pytest.param(lambda: 1 / 0, id="it has a bug"),
    ],
)
def test_what_a_second_process_took_and_did_not_bring_back_is_done_here(end: Callable[[], object]) -> None:
    here = os.getpid()
    reading, writing = os.pipe()

    def breaks() -> str:
        os.write(writing, b"x")
        in_child(here, end)
        return "b"

    def waits_for_it() -> str:
        return (os.read(reading, 1) and "a") or ""

    assert share([waits_for_it, lambda: "c"], [breaks, lambda: "d"]) == ["a", "c", "b", "d"]


def test_an_error_of_a_task_is_seen() -> None:
    def broken() -> str:
        raise LookupError("broken")

    with pytest.raises(LookupError):
        share([lambda: "a"], [broken])
    with pytest.raises(LookupError):
        share([broken], [lambda: "a"])


def test_a_second_process_ends_with_the_first_one() -> None:
    here, began = os.getpid(), time.monotonic()
    reading, writing = os.pipe()

    def takes_for_ever() -> None:
        os.write(writing, b"x")
        in_child(here, partial(time.sleep, 600))

    def is_interrupted() -> None:
        os.read(reading, 1)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        share([is_interrupted], [takes_for_ever])
    assert time.monotonic() - began < 60


def test_without_a_second_process_it_is_done_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_more() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", no_more)
    assert [name for name, _ in share(answers("a", "b"), answers("c"))] == ["a", "b", "c"]

    monkeypatch.delattr(os, "fork")
    assert [name for name, _ in share(answers("a", "b"), answers("c"))] == ["a", "b", "c"]
