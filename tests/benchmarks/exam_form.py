"""How long it takes to put a mock exam together, from a very large bank and a long past.

Run: python tests/benchmarks/exam_form.py
"""

import random
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from measure import Result, compared, spread, table
from memory import answers
from read_bank import write_bank

from cps_quiz.bank.decoded import DecodedBank
from cps_quiz.bank.library import Library, LoadedFile
from cps_quiz.bank.loading import load
from cps_quiz.core.exam.blueprint import ITEMS as QUESTIONS
from cps_quiz.core.questions.bank import Bank, Item, Level
from cps_quiz.journeys.exam.exam import Wanted, blueprint_for, draw
from cps_quiz.store.progress import Progress

ITEMS, ANSWERS = 10_000, 100_000
RUNS = 50
BOUND_MS = 100.0


def large_library(folder: Path) -> Library:
    """ITEMS items, as many of each topic and level as of the others."""
    path = folder / "large.yaml"
    write_bank(path, ITEMS)
    loaded = load([path])
    kinds = zip(cycle(loaded.curriculum.topics), cycle(Level), strict=False)
    items = tuple(
        item._replace(topic=topic, level=level) for item, (topic, level) in zip(loaded.items, kinds, strict=False)
    )
    bank = DecodedBank(Bank("large", "Large", items), tuple(range(len(items))), frozenset())
    return Library((LoadedFile(str(path), "", None, bank),), loaded.curriculum)


def lived_in(path: Path, asked: list[Item]) -> Progress:
    """A store with ANSWERS answers to these items."""
    store = Progress(path)
    store.merge((entry, None) for entry in answers(asked, ANSWERS, datetime.now(UTC)))
    return store


def benchmark() -> list[Result]:
    """A form of the usual length, the past read anew each time, near duplicates looked for."""
    with TemporaryDirectory() as folder:
        library = large_library(Path(folder))
        store = lived_in(Path(folder, "progress.db"), list(library.items))
        blueprint = blueprint_for(library, Wanted())

        def once(seed: int) -> float:
            started = perf_counter()
            draw(library, blueprint, store.last_seen(), seed)
            return 1000 * (perf_counter() - started)

        times = [once(random.Random(number).getrandbits(32)) for number in range(RUNS)]
        print(f"forms of {QUESTIONS} from {ITEMS:,} items: {spread(times)} ms")
        store.close()
    name = f"a form of {QUESTIONS}, {ITEMS:,} items, {ANSWERS:,} answers, against {BOUND_MS:g} ms"
    return [compared(name, [(each, BOUND_MS) for each in times], "ms", 1.0)]


if __name__ == "__main__":
    print(table(benchmark()))
