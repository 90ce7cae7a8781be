import os
from collections.abc import Callable
from pathlib import Path

import pytest
from reading import library

from cps_quiz.bank.loading import shipped_curriculum
from cps_quiz.bank.starter import FileExistsAlreadyError, starter_text, write_new
from cps_quiz.errors import WriteFailedError

NAMES = [
    "my-bank.yaml",
    "My Bank.yaml",
    "2024.yaml",
    "null.yaml",
    "true.yaml",
    "ünïcode.yaml",
    "--.yaml",
    "日本.yaml",
    "a:b #c.yaml",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_new_bank_is_sound_whatever_its_name(name: str) -> None:
    text = starter_text(Path("banks", name))
    loaded = library(text)
    assert loaded.diagnostics == ()
    ((_, bank),) = loaded.banks()
    assert bank.topic in shipped_curriculum().topics
    assert [item.type for item in bank.items] == ["single", "multiple", "order", "reflection"]
    assert all(item.id.startswith(bank.id) for item in bank.items)


@pytest.mark.parametrize(
    ("name", "id_"), [("My Bank.yaml", "my-bank"), ("sleep_2.yaml", "sleep-2"), ("日本.yaml", "my-bank")]
)
def test_its_id_comes_from_the_name_of_the_file(name: str, id_: str) -> None:
    ((_, bank),) = library(starter_text(Path(name))).banks()
    assert bank.id == id_


def test_nothing_is_left_to_fill_in() -> None:
    assert "{" not in starter_text(Path("my-bank.yaml"))


def test_it_points_editors_at_the_schema() -> None:
    first = starter_text(Path("my-bank.yaml")).splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert Path(first.partition("=")[2]).is_file()


def test_a_new_file_is_written_whole(tmp_path: Path) -> None:
    write_new(tmp_path / "a.yaml", "Zoë\n")
    assert (tmp_path / "a.yaml").read_bytes() == "Zoë\n".encode()


@pytest.mark.parametrize("make", [Path.mkdir, Path.touch, lambda path: path.symlink_to("nowhere")])
def test_what_is_there_is_never_overwritten(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "a.yaml"
    make(path)
    with pytest.raises(FileExistsAlreadyError, match="exists already"):
        write_new(path, "text")
    assert not path.is_file() or path.read_text() == ""


def test_a_folder_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(WriteFailedError, match="No such file or directory"):
        write_new(tmp_path / "no" / "a.yaml", "text")


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteFailedError, match="No space left"):
        write_new(tmp_path / "a.yaml", "text")
    assert list(tmp_path.iterdir()) == []
