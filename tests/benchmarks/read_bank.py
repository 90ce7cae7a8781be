"""How long a very large bank takes to load, against merely walking its YAML events.

Run: python tests/benchmarks/read_bank.py
"""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from textwrap import fill
from time import perf_counter
from typing import NamedTuple

from measure import Result, compared, environment, in_turn, spread, table

ITEMS = 10_000
RUNS = 7
BOUND = 2.5
MOST_BYTES = 16 * 1024 * 1024
"""What the reader takes; the bank is written to be a little smaller."""

FILLER = (
    "ask what a good week would look like to her and leave the next step with Dana while the feeling has room in "
    "this talk because small plans grow when a person names them first then picks one that fits their days at home "
    "or work near Lowell with a friend who knows how hard mornings were last winter"
)
WORDS = FILLER.split()
MISCONCEPTIONS = ("giving-advice", "limiting-options", "dictating-goals")


class Run(NamedTuple):
    """Seconds of the work itself, and the most memory that its process held, in MB."""

    seconds: float
    megabytes: float


def write_bank(path: Path, items: int = ITEMS, words: Sequence[str] = WORDS) -> None:
    """A bank of single choices in the shape of the shipped ones, always the same."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(bank_of("large", range(items), Random(1), words))
    if path.stat().st_size > MOST_BYTES:
        raise RuntimeError(path.stat().st_size)


def bank_of(bank: str, numbers: Sequence[int], random: Random, words: Sequence[str]) -> Iterator[str]:
    """The text of a bank with an item and a situation for each number."""
    yield f"format: 1\nbank: {bank}\ntitle: A very large bank\ntopic: goal-setting\nscenarios:\n"
    for number in numbers:
        yield f"  situation-{number}: >-\n{_text(random, words, 30, '    ')}.\n"
    yield "items:\n"
    for number in numbers:
        yield from _item(number, random, words)


def _item(number: int, random: Random, words: Sequence[str]) -> Iterator[str]:
    yield f"  - id: item-{number}\n    scenario: situation-{number}\n    objective: define-the-goal\n    level: apply\n"
    yield f"    stem: >-\n{_text(random, words, 8, '      ')}?\n"
    yield f"    hint: >-\n{_text(random, words, 8, '      ')}?\n    options:\n"
    key = random.randrange(4)
    wrong = iter(MISCONCEPTIONS)
    for option in range(4):
        yield f"      - {'correct' if option == key else 'wrong'}: >-\n{_text(random, words, 9, '          ')}\n"
        if option != key:
            yield f"        misconception: {next(wrong)}\n"
        yield f"        why: >-\n{_text(random, words, 31, '          ')}.\n"


def _text(random: Random, words: Sequence[str], count: int, indent: str) -> str:
    """Words in sentences of eight, the last one left open."""
    chosen = random.choices(words, k=count)
    told = " ".join(f"{word}." if at % 8 == 0 and at < count else word for at, word in enumerate(chosen, 1))
    return fill(told, 90, initial_indent=indent, subsequent_indent=indent)


def load_bank(path: Path) -> float:
    from cps_quiz.bank.loading import load

    start = perf_counter()
    library = load([path])
    seconds = perf_counter() - start
    if len(library.items) != ITEMS or library.diagnostics:
        raise RuntimeError(library.diagnostics[:3])
    return seconds


def walk_events(path: Path) -> float:
    import yaml

    start = perf_counter()
    text = path.read_text(encoding="utf-8")
    for _ in yaml.parse(text, yaml.CSafeLoader):
        pass
    return perf_counter() - start


WORK = {"ours": load_bank, "peer": walk_events}


def fresh(side: str, path: Path) -> Run:
    """One side in a process of its own."""
    command = [sys.executable, __file__, side, str(path)]
    done = subprocess.run(command, env=environment(), stdout=subprocess.PIPE, check=True)
    return Run(*json.loads(done.stdout))


def run_here(side: str, path: Path) -> Run:
    seconds = WORK[side](path)
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, others kilobytes
    return Run(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6)


def benchmark() -> list[Result]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "large.yaml")
        write_bank(path)
        size = path.stat().st_size / 1e6
        pairs = in_turn(lambda: fresh("ours", path), lambda: fresh("peer", path), RUNS)
    seconds = [(ours.seconds, peer.seconds) for ours, peer in pairs]
    megabytes = [(ours.megabytes, peer.megabytes) for ours, peer in pairs]
    print(
        f"{ITEMS:,} items, {size:.1f} MB, {RUNS} runs in turn: ours {spread([ours for ours, _ in seconds])} s, ", end=""
    )
    print(f"events alone {spread([peer for _, peer in seconds])} s")
    return [
        compared("loading 10,000 items, against YAML events", seconds, "s", BOUND),
        compared("its peak memory", megabytes, "MB"),
    ]


if __name__ == "__main__":
    if sys.argv[1:]:
        print(json.dumps(run_here(sys.argv[1], Path(sys.argv[2]))))
    else:
        print(table(benchmark()))
