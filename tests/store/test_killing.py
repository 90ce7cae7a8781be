"""Killed at any moment, the program has lost nothing that it showed."""

from pathlib import Path

import pytest
from killing import kill_once


@pytest.mark.parametrize("seed", range(8))
def test_what_was_explained_is_kept(seed: int, tmp_path: Path) -> None:
    killed = kill_once(tmp_path, seed)

    assert killed.kept >= killed.shown
    assert killed.integrity == "ok"
    assert killed.resumes
