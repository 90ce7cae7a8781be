"""How long 10,000 items take into each format and out of it, and how much memory, beside reading the same bank.

Each run is a program of its own. Run: python tests/benchmarks/interchange_formats.py
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from measure import Result, environment, table

from cps_quiz.bank.files import shipped
from cps_quiz.bank.loading import load
from cps_quiz.bank.writing import bank_text
from cps_quiz.core.questions.bank import Bank, Item, ItemId
from cps_quiz.formats import formats

ITEMS = 10_000
BOUND_SECONDS, BOUND_MB = 10.0, 400.0
_TELL = (
    "import resource; used = resource.getrusage(resource.RUSAGE_SELF); "
    "print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)"
)
_READ_TEXT = "from pathlib import Path; import sys; from cps_quiz.bank.loading import load; load([Path(sys.argv[1])])"


def large_bank(path: Path) -> None:
    """A bank of copies of the shipped items, without what only their own files define."""
    items = load([shipped()]).items
    made: list[Item] = []
    while len(made) < ITEMS:
        number = len(made)
        item = items[number % len(items)]
        made.append(item._replace(id=ItemId(f"copy-{number}"), references=(), set=None))
    scenarios = {item.scenario.id: item.scenario for item in made if item.scenario}
    made = [i._replace(scenario=scenarios[i.scenario.id]) if i.scenario else i for i in made]
    path.write_text(bank_text(Bank("large", "Large", tuple(made), made[0].topic, scenarios=tuple(scenarios.values()))))


def measured(*arguments: str | Path, home: Path) -> tuple[float, float]:
    """Seconds of the processor and the most memory (MB) of one run of Python."""
    program = (
        "import runpy, sys\n"
        "try: runpy.run_module('cps_quiz', run_name='__main__')\n"
        "except SystemExit as end: code = end.code\n"
        f"{_TELL}\nsys.exit(code)\n"
    )
    code = ["-c", program] if arguments[0] != "-c" else []
    done = subprocess.run(
        [sys.executable, *code, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=environment(CPS_QUIZ_HOME=str(home)),
    )
    told = done.stderr.strip().rpartition("\n")[2].split()
    unit = 1024 if sys.platform == "linux" else 1024 * 1024
    if done.returncode not in {0, 1} or len(told) != len(("seconds", "memory")):
        raise RuntimeError(done.stderr)
    return float(told[0]), int(told[1]) / unit


def benchmark() -> list[Result]:
    """Every format: export, then import of what was exported, each beside reading the bank."""
    results = []
    with TemporaryDirectory() as place:
        folder = Path(place)
        bank = folder / "large.yaml"
        large_bank(bank)
        text = f"{_READ_TEXT}; {_TELL}"
        floor, _ = measured("-c", text, bank, home=folder)
        for name, format_ in formats().items():
            file = folder / f"{name}{format_.suffixes[0]}"
            if format_.write:
                seconds, memory = measured("export", name, "--bank", bank, "-o", file, "--json", home=folder)
                results.append(_result(f"export {name}", seconds, floor, memory))
            if format_.read and format_.write:
                wishes = ("--topic", "reflection", "--to", folder / f"{name}.yaml", "--json")
                seconds, memory = measured("import", file, *wishes, home=folder)
                results.append(_result(f"import {name}", seconds, floor, memory))
    return results


def _result(name: str, seconds: float, floor: float, memory: float) -> Result:
    told = f"{seconds:.2f} s, {memory:.0f} MB"
    return Result(name, told, f"{floor:.2f} s", seconds / floor, BOUND_SECONDS / floor)


if __name__ == "__main__":
    print(f"{ITEMS} items; bounds: {BOUND_SECONDS:g} s and {BOUND_MB:g} MB. The floor is reading the same bank.")
    print(table(benchmark()))
