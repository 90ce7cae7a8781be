import os
from pathlib import Path

import pytest

from cps_quiz.bank.saving import replace_text
from cps_quiz.errors import WriteFailedError


def test_a_file_gets_another_text(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old and longer\n")
    replace_text(path, "Zoë\r\n")
    assert path.read_bytes() == "Zoë\r\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_byte_order_mark_stays_and_none_comes(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfold")
    replace_text(path, "new")
    assert path.read_bytes() == b"\xef\xbb\xbfnew"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    real = tmp_path / "folder" / "real.yaml"
    real.write_text("old")
    link = tmp_path / "a.yaml"
    link.symlink_to(real)
    replace_text(link, "new")
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_who_may_read_the_file_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old")
    path.chmod(0o640)
    replace_text(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_can_be_read_by_those_who_may_read_the_users_files(tmp_path: Path) -> None:
    path, usual = tmp_path / "a.yaml", tmp_path / "usual"
    replace_text(path, "new")
    usual.write_text("new")
    assert path.stat().st_mode == usual.stat().st_mode


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.yaml"
    path.write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteFailedError, match="No space left"):
        replace_text(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(WriteFailedError, match="No such file or directory"):
        replace_text(tmp_path / "no" / "a.yaml", "new")
