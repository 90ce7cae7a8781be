"""How long `check` takes with all its rules, against yamllint and check-jsonschema on the same file.

Run: python tests/benchmarks/check_banks.py [RUNS]. The peers come with the extra `bench`; they take
minutes on 16 MB.
"""

import subprocess
import sys
import sysconfig
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

import read_bank
from measure import Result, compared, environment, spread, table

from cps_quiz.bank.schema import schema_text

SMALL, LARGE = 1_000, 10_000
AGAINST_YAMLLINT = 1 / 8
AGAINST_CHECK_JSONSCHEMA = 1 / 4
GROWTH = 12.0
SCRIPTS = Path(sysconfig.get_path("scripts"))


def vocabulary(size: int = 4_000) -> list[str]:
    """Made-up words, so that items differ as real ones do: common ones come back often, rare ones seldom."""
    random = Random(2)
    syllables = [consonant + vowel for consonant in "bcdfglmnprstvw" for vowel in "aeiou"]
    words = ["".join(random.choices(syllables, k=random.choice([1, 1, 2, 2, 2]))) for _ in range(size)]
    return [word for rank, word in enumerate(words) for _ in range(max(1, 200 // (rank + 1)))]


def seconds(*command: str | Path) -> tuple[float, float]:
    """Seconds and the peak memory (MB) of a whole process; its own exit code does not matter."""
    start = perf_counter()
    timed = ["/usr/bin/time", "-f", "%M", *map(str, command)]
    done = subprocess.run(timed, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    return perf_counter() - start, float(done.stderr.split()[-1]) / 1000


def benchmark(runs: int = 1) -> list[Result]:
    with TemporaryDirectory() as folder:
        small, large, schema = Path(folder, "small.yaml"), Path(folder, "large.yaml"), Path(folder, "schema.json")
        words = vocabulary()
        read_bank.write_bank(small, SMALL, words)
        read_bank.write_bank(large, LARGE, words)
        schema.write_text(schema_text(), encoding="utf-8")
        check = (SCRIPTS / "cps-quiz", "check", "--output-format", "json")
        lint = (SCRIPTS / "yamllint", "-d", "relaxed", large)
        validate = (SCRIPTS / "check-jsonschema", "--schemafile", schema, large)
        rounds = [
            [seconds(*check, small), seconds(*check, large), seconds(*lint), seconds(*validate)] for _ in range(runs)
        ]
    times = [[run[0] for run in one] for one in rounds]
    memory = [max(one[at][1] for one in rounds) for at in range(4)]
    print(f"{LARGE:,} items, {runs} runs in turn: ours {spread([one[1] for one in times])} s; peak memory: ", end="")
    print(f"ours {memory[1]:.0f} MB, yamllint {memory[2]:.0f} MB, check-jsonschema {memory[3]:.0f} MB")
    return [
        compared("check, all rules, against yamllint", [(one[1], one[2]) for one in times], "s", AGAINST_YAMLLINT),
        compared(
            "the same against check-jsonschema", [(one[1], one[3]) for one in times], "s", AGAINST_CHECK_JSONSCHEMA
        ),
        compared("10,000 items against 1,000", [(one[1], one[0]) for one in times], "s", GROWTH),
    ]


if __name__ == "__main__":
    print(table(benchmark(*map(int, sys.argv[1:]))))
