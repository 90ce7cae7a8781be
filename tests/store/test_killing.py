"""Killed at any moment, the program has lost nothing that it showed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from killing import Kill, kill_exam, kill_import, kill_once, kill_restore
from program import Program


def sound(killed: Kill) -> None:
    assert killed.kept >= killed.shown
    assert killed.integrity == "ok"
    assert killed.resumes
    assert not killed.doubled


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("kill", [kill_once, kill_exam])
def test_what_was_shown_as_kept_is_kept(kill: Callable[[Path, int], Kill], seed: int, tmp_path: Path) -> None:
    sound(kill(tmp_path, seed))


@pytest.mark.parametrize("seed", range(4))
def test_an_import_or_a_restore_that_was_killed_loses_nothing(seed: int, run: Program, tmp_path: Path) -> None:
    run("drill", "-n", "9", stdin="a\nb\n" * 30)
    log, copy, homes = tmp_path / "log.jsonl", tmp_path / "copy.db", [tmp_path / name for name in ("one", "two")]
    log.write_text(run("history", "export").out, encoding="utf-8")
    run("history", "backup", copy)
    for home in homes:
        home.mkdir()
        Program(home)("drill", "-n", "3", stdin="b\na\n" * 9)

    (imported, restored) = homes
    killed = kill_import(imported, seed, log)
    assert killed.kept > killed.shown
    sound(killed)
    sound(kill_restore(restored, seed, copy))
