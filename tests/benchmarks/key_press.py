"""How long a key press takes to be answered with 10,000 items, against a program that only writes the same bytes.

Run: python tests/benchmarks/key_press.py
"""

import os
import select
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from first_question import OURS, Terminal
from measure import Result, environment, spread, table
from read_bank import write_bank

from cps_quiz.bank.files import shipped

ITEMS, RUNS = 10_000, 60
MOST_MILLISECONDS = 50.0
"""What a key may take: well below the 100 ms up to which an answer feels immediate (Card, Moran and Newell, 1983)."""

QUIET = 0.08
"""Seconds without output after which a screen counts as drawn."""

FLOOR = (
    "import os, sys, tty; tty.setcbreak(0); os.write(1, b'ready')\n"
    "while (key := os.read(0, 1)) != b'q': os.write(1, b'x' * {size})"
)


class Timed(Terminal):
    """A program whose answers to single keys are timed."""

    def key(self, key: str) -> tuple[float, int]:
        """Milliseconds until the last byte of what a key has drawn, and how many bytes that were."""
        begun, size, last = perf_counter(), 0, 0.0
        self.press(key)
        while select.select([self.ours], [], [], QUIET if size else 5.0)[0]:
            size += len(os.read(self.ours, 65536))
            last = perf_counter()
        return (last - begun) * 1000, size

    def settle(self) -> None:
        """Read on until the screen stands."""
        while select.select([self.ours], [], [], 0.5)[0]:
            os.read(self.ours, 65536)


KEYS = {
    "point at the next answer": "\x1b[B",
    "show the hint": "h",
    "tell that a key has no meaning": "z",
    "hand in an answer, which is kept, and explain it": "a",
    "go on to the next question": "n",
}
"""In this order, again and again: each key where it means this."""


def benchmark() -> list[Result]:
    with TemporaryDirectory() as home:
        bank = Path(home, "large.yaml")
        write_bank(bank, ITEMS)
        Path(home, "settings.toml").write_text(f'banks = ["{bank}", "{shipped()}/curriculum.yaml"]\n', encoding="utf-8")
        env = environment(TERM="xterm-256color", LC_ALL="C.UTF-8", HOME=home, CPS_QUIZ_HOME=home)
        ours = Timed([*OURS, "-n", str(RUNS)], env)
        ours.seconds_until(("q stop",))
        ours.settle()
        found: dict[str, list[tuple[float, int]]] = {name: [] for name in KEYS}
        for _ in range(RUNS - 1):
            for name, key in KEYS.items():
                found[name].append(ours.key(key))
        ours.press("qq")
        ours.seconds_until_end()
    return [_result(name, runs) for name, runs in found.items()]


def _result(name: str, runs: list[tuple[float, int]]) -> Result:
    size = round(median(size for _, size in runs))
    floor = Timed([sys.executable, "-c", FLOOR.format(size=size)], environment())
    floor.seconds_until(("ready",))
    least = [floor.key("x")[0] for _ in runs]
    floor.press("q")
    floor.seconds_until_end()
    times = [milliseconds for milliseconds, _ in runs]
    slowest = sorted(times)[int(len(times) * 0.95)]
    print(f"{name}: {spread(times)} ms, 95 of 100 within {slowest:.1f} ms", end="")
    print("" if slowest < MOST_MILLISECONDS else f", which is over {MOST_MILLISECONDS:g} ms")
    ours, peer = median(times), median(least)
    return Result(f"{name} ({size} bytes)", f"{ours:.3g} ms", f"{peer:.3g} ms", ours / peer)


if __name__ == "__main__":
    print(table(benchmark()))
