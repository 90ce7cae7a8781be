"""The work on a large bank shared with a second process, as Python keeps one processor busy.

A forked process has all that was loaded at hand without a copy, and only what it finds comes back. Each of
the two begins with tasks of its own, and helps with those of the other when it is done, so that both end
together. Where forking is not possible, the tasks are done one after the other.
"""

import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from signal import SIGKILL
from typing import Any, NoReturn, TypeVar

Result = TypeVar("Result")

MOST = 256
"""Tasks to begin with of each process: a task is one byte in a pipe."""


def share(own: Sequence[Callable[[], Result]], others: Sequence[Callable[[], Result]]) -> list[Result]:
    """What the tasks give, in their order; a second process begins with the `others`.

    What it took and did not bring back is done here, where an error can be seen. Raises what tasks raise.
    """
    tasks = (*own, *others)
    done = _done_by_both(tasks, len(own)) if hasattr(os, "fork") and (os.cpu_count() or 1) > 1 else {}
    return [done[number] if number in done else task() for number, task in enumerate(tasks)]


def _done_by_both(tasks: Sequence[Callable[[], Result]], own: int) -> dict[int, Result]:
    """What both processes did, by its number; nothing where there can be no second one."""
    first, second = _queue(range(own)), _queue(range(len(tasks) - own))
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        for end in (first, second, reading, writing):
            os.close(end)
        return {}
    if child == 0:
        os.close(reading)
        _send(writing, ((number, tasks[number]()) for number in _taken((second, own), (first, 0))))
    os.close(writing)
    try:
        done = {number: tasks[number]() for number in _taken((first, 0), (second, own))}
        with os.fdopen(reading, "rb") as pipe:
            sent = pipe.read()
    except BaseException:
        os.kill(child, SIGKILL)
        raise
    finally:
        _, status = os.waitpid(child, 0)
    return done if status else done | pickle.loads(sent)  # noqa: S301 - written by ourselves


def _queue(numbers: range) -> int:
    """A pipe with the numbers: each byte is read by one process alone."""
    reading, writing = os.pipe()
    os.write(writing, bytes(numbers))
    os.close(writing)
    return reading


def _taken(*queues: tuple[int, int]) -> Iterator[int]:
    """Numbers of tasks, as long as there are some in one of the queues; each queue counts from a first number."""
    for queue, first in queues:
        while taken := os.read(queue, 1):
            yield first + taken[0]
        os.close(queue)


def _send(writing: int, done: Iterator[tuple[int, Any]]) -> NoReturn:
    """Write what is done to the pipe and end this process at once, whatever happens."""
    code = 1
    try:
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(dict(done), pipe, pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        os._exit(code)
