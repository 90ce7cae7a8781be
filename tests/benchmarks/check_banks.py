"""How long `check` takes with all its rules, against yamllint and check-jsonschema on the same file.

Three banks of 10,000 items: made-up words in the shape of the shipped items; the texts of the shipped
items themselves, over and over under new ids; and words from a vocabulary of 30, which all items share.
Then the first bank in 20 files: as it was, and with one of them changed, against a check without the cache.

Run: python tests/benchmarks/check_banks.py [RUNS]. The peers come with the extra `bench`; they take
minutes on 16 MB.
"""

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

import read_bank
from measure import Result, compared, environment, spread, table

from cps_quiz.bank.files import find_all, shipped
from cps_quiz.bank.schema import schema_text

SMALL, LARGE, FILES = 1_000, 10_000, 20
AGAINST_YAMLLINT = {"made-up words": 1 / 10, "shipped texts": 1 / 8, "30 words": 1 / 8}
AGAINST_CHECK_JSONSCHEMA = 1 / 4
GROWTH = 12.0
ONE_CHANGED = 1 / 3
SCRIPTS = Path(sysconfig.get_path("scripts"))
CHECK = (SCRIPTS / "cps-quiz", "check", "--output-format", "json")


def vocabulary(size: int = 4_000) -> list[str]:
    """Made-up words, so that items differ as real ones do: common ones come back often, rare ones seldom."""
    random = Random(2)
    syllables = [consonant + vowel for consonant in "bcdfglmnprstvw" for vowel in "aeiou"]
    words = ["".join(random.choices(syllables, k=random.choice([1, 1, 2, 2, 2]))) for _ in range(size)]
    return [word for rank, word in enumerate(words) for _ in range(max(1, 200 // (rank + 1)))]


def write_shipped(path: Path, items: int) -> None:
    """The shipped items again and again, each with an id of its own; what they share with their file is left out."""
    texts = list(_shipped_items())
    with path.open("w", encoding="utf-8") as file:
        file.write("format: 1\nbank: many\ntitle: Shipped texts\ntopic: goal-setting\nitems:\n")
        for number in range(items):
            file.write(re.sub(r"\A  - id: \S+", f"  - id: copy-{number}", texts[number % len(texts)]))


def _shipped_items() -> Iterator[str]:
    for path in find_all([shipped()]):
        head, _, body = path.read_text(encoding="utf-8").partition("\nitems:\n")
        topics = re.findall(r"^topic: (\S+)", head, re.MULTILINE)
        for item in re.split(r"(?m)^(?=  - id: )", body) if topics else ():
            if item.startswith("  - id: "):
                kept = re.sub(r"(?m)^    (?:references|scenario):.*\n(?:      - .*\n)*", "", item.rstrip("\n") + "\n")
                yield kept if "\n    topic:" in kept else kept.replace("\n", f"\n    topic: {topics[0]}\n", 1)


def write_files(folder: Path, words: Sequence[str]) -> Path:
    """The first bank in FILES files; returns the one that will be changed."""
    random, numbers = Random(1), count()
    for at in range(FILES):
        chosen = [next(numbers) for _ in range(LARGE // FILES)]
        with Path(folder, f"{at}.yaml").open("w", encoding="utf-8") as file:
            file.writelines(read_bank.bank_of(f"large-{at}", chosen, random, words))
    return Path(folder, f"{FILES // 2}.yaml")


def seconds(*command: str | Path, **more: str) -> tuple[float, float]:
    """Seconds and the peak memory (MB) of a whole process; its own exit code does not matter."""
    start = perf_counter()
    timed = ["/usr/bin/time", "-f", "%M", *map(str, command)]
    done = subprocess.run(
        timed, env=environment(**more), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    return perf_counter() - start, float(done.stderr.split()[-1]) / 1000


def against_peers(folder: Path, runs: int) -> Iterator[Result]:
    small, schema = folder / "small.yaml", folder / "schema.json"
    banks = {name: folder / f"{name.replace(' ', '-')}.yaml" for name in AGAINST_YAMLLINT}
    words = vocabulary()
    read_bank.write_bank(small, SMALL, words)
    read_bank.write_bank(banks["made-up words"], LARGE, words)
    write_shipped(banks["shipped texts"], LARGE)
    read_bank.write_bank(banks["30 words"], LARGE, sorted(set(read_bank.WORDS))[:30])
    schema.write_text(schema_text(), encoding="utf-8")
    for name, bank in banks.items():
        lint = (SCRIPTS / "yamllint", "-d", "relaxed", bank)
        rounds = [(seconds(*CHECK, "--no-cache", bank), seconds(*lint)) for _ in range(runs)]
        print(f"{name}, {runs} runs in turn: ours {spread([ours[0] for ours, _ in rounds])} s, ", end="")
        print(f"{max(ours[1] for ours, _ in rounds):.0f} MB; yamllint {max(peer[1] for _, peer in rounds):.0f} MB")
        times = [(ours[0], peer[0]) for ours, peer in rounds]
        yield compared(f"{name}, against yamllint", times, "s", AGAINST_YAMLLINT[name])
    large = banks["made-up words"]
    validate = (SCRIPTS / "check-jsonschema", "--schemafile", schema, large)
    others = [
        [seconds(*CHECK, "--no-cache", large)[0], seconds(*validate)[0], seconds(*CHECK, "--no-cache", small)[0]]
        for _ in range(runs)
    ]
    validated = [(one[0], one[1]) for one in others]
    yield compared("made-up words, against check-jsonschema", validated, "s", AGAINST_CHECK_JSONSCHEMA)
    yield compared("10,000 items against 1,000", [(one[0], one[2]) for one in others], "s", GROWTH)


def with_cache(folder: Path, runs: int) -> Iterator[Result]:
    home = {"CPS_QUIZ_HOME": str(folder / "home")}
    many = folder / "many"
    many.mkdir()
    changing = write_files(many, vocabulary())
    seconds(*CHECK, many, **home)
    rounds = []
    for number in range(max(3, runs)):
        text = changing.read_text(encoding="utf-8")
        changing.write_text(text.replace("stem: >-\n      ", f"stem: >-\n      change{number} ", 1), encoding="utf-8")
        one = seconds(*CHECK, many, **home)[0]
        rounds.append((one, seconds(*CHECK, many, **home)[0], seconds(*CHECK, "--no-cache", many, **home)[0]))
    yield compared("1 of 20 files changed, against no cache", [(r[0], r[2]) for r in rounds], "s", ONE_CHANGED)
    yield compared("nothing changed, against no cache", [(r[1], r[2]) for r in rounds], "s")


def benchmark(runs: int = 1) -> list[Result]:
    with TemporaryDirectory() as folder:
        print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
        return [*with_cache(Path(folder), runs), *against_peers(Path(folder), runs)]


if __name__ == "__main__":
    print(table(benchmark(*map(int, sys.argv[1:]))))
