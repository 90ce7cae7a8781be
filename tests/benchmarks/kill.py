"""Kill the program at 200 random moments and tell what was lost: python tests/benchmarks/kill.py [TIMES]."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent.parent))

from killing import kill_once


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    kills = []
    for seed in range(times):
        with TemporaryDirectory() as home:
            kills.append(kill_once(Path(home), seed))
    print(f"{times} kills, {sum(kill.shown for kill in kills)} answers shown, {sum(kill.kept for kill in kills)} kept")
    print(f"answers shown but not kept: {sum(max(0, kill.shown - kill.kept) for kill in kills)}")
    print(f"databases not sound: {sum(kill.integrity != 'ok' for kill in kills)}")
    print(f"drills that cannot go on: {sum(not kill.resumes for kill in kills)}")


if __name__ == "__main__":
    main()
