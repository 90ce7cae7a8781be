"""Kill the program at 200 random moments and tell what was lost: python tests/benchmarks/kill.py [TIMES].

Drills, exams, imports and restores take turns. Then two windows share one exam's database while a third program
holds it locked for 40 seconds.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent.parent))

from killing import Kill, kill_exam, kill_import, kill_once, kill_restore, locked_for
from program import Program

LOCKED_SECONDS = 40


def made_before(folder: Path) -> tuple[Path, Path, Path]:
    """A log and a copy of some progress, and the home of other progress."""
    first, second = Program(folder / "first"), Program(folder / "second")
    for number, program in enumerate((first, second)):
        program.home.mkdir()
        program("drill", "-n", "20", "--seed", str(number), stdin="a\nb\n" * 60)
    log, copy = folder / "log.jsonl", folder / "copy.db"
    log.write_text(first("history", "export").out, encoding="utf-8")
    first("history", "backup", copy)
    return log, copy, second.home


def kill(folder: Path, seed: int, log: Path, copy: Path, other: Path) -> tuple[str, Kill]:
    """One kill in a home of its own."""
    home = folder / f"home-{seed}"
    match seed % 4:
        case 0:
            home.mkdir()
            return "drills", kill_once(home, seed)
        case 1:
            home.mkdir()
            return "exams", kill_exam(home, seed)
        case 2:
            home.mkdir()
            return "imports", kill_import(home, seed, log)
        case _:
            shutil.copytree(other, home)
            return "restores", kill_restore(home, seed, copy)


def tell(name: str, kills: list[Kill]) -> None:
    shown, kept = sum(one.shown for one in kills), sum(one.kept for one in kills)
    lost = sum(max(0, one.shown - one.kept) for one in kills)
    print(f"{name}: {len(kills)} kills, {shown} answers shown as kept, {kept} kept; missing {lost},", end=" ")
    print(f"doubled {sum(one.doubled for one in kills)},", end=" ")
    print(f"databases not sound {sum(one.integrity != 'ok' for one in kills)},", end=" ")
    print(f"not going on or totals wrong {sum(not one.resumes for one in kills)}")


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    found: dict[str, list[Kill]] = {}
    with TemporaryDirectory() as folder:
        log, copy, other = made_before(Path(folder))
        for seed in range(times):
            name, killed = kill(Path(folder), seed, log, copy, other)
            found.setdefault(name, []).append(killed)
        for name, kills in found.items():
            tell(name, kills)
        home = Path(folder, "locked")
        home.mkdir()
        tell(f"locked for {LOCKED_SECONDS} s", [locked_for(home, LOCKED_SECONDS)])
        print(two_windows())


def two_windows() -> str:
    """Two processes on one exam, in pseudo-terminals, as the tests have them."""
    test = Path(__file__).parent.parent / "cli" / "test_exam_going_on.py"
    names = (
        "test_an_exam_in_two_windows_is_offered_to_the_second_and_the_first_stops",
        "test_a_second_exam_leaves_the",
    )
    command = [sys.executable, "-m", "pytest", "-q", str(test), "-k", " or ".join(names)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return f"two processes on one exam: {done.stdout.strip().splitlines()[-1]}"


if __name__ == "__main__":
    main()
