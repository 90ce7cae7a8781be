import os
from pathlib import Path

import pytest
from reading import places

from cps_quiz.bank import files
from cps_quiz.bank.loading import load
from cps_quiz.errors import PathNotFoundError
from cps_quiz.source.problems import Problems

BANK = """\
format: 1
bank: b
title: B
topic: goal-setting
items:
- id: one
  stem: Ça va?
  options: [{correct: A, why: W}, {wrong: B, why: W}]
"""


def written(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(BANK, encoding="utf-8")


def test_a_folder_is_searched_in_order_and_in_depth(tmp_path: Path) -> None:
    written(tmp_path, "b.yaml", "a.yml", "z/deep/c.yaml", "m/d.yaml")
    found = [path.relative_to(tmp_path).as_posix() for path in files.find(tmp_path)]
    assert found == ["a.yml", "b.yaml", "m/d.yaml", "z/deep/c.yaml"]


@pytest.mark.parametrize("name", ["notes.txt", "a.yaml.bak", ".hidden.yaml", ".git/a.yaml", "b/.c/d/a.yaml", "a.YAML~"])
def test_what_is_hidden_or_of_another_kind_is_left_out(tmp_path: Path, name: str) -> None:
    written(tmp_path, name)
    assert files.find(tmp_path) == []


@pytest.mark.parametrize("name", ["notes.txt", ".hidden.yaml", ".hidden/a.txt"])
def test_a_file_that_is_named_is_taken_whatever_its_name(tmp_path: Path, name: str) -> None:
    written(tmp_path, name)
    assert files.find(tmp_path / name) == [tmp_path / name]


@pytest.mark.parametrize(
    "name",
    [pytest.param("no.yaml", id="absent"), pytest.param("x" * 5000, id="too-long"), pytest.param("a\0b", id="nul")],
)
def test_what_cannot_be_there_is_not_found(tmp_path: Path, name: str) -> None:
    with pytest.raises(PathNotFoundError):
        files.find(tmp_path / name)


def test_a_folder_called_like_a_file_is_a_folder(tmp_path: Path) -> None:
    written(tmp_path, "x.yaml/inner.yaml")
    assert files.find(tmp_path) == files.find(tmp_path / "x.yaml") == [tmp_path / "x.yaml" / "inner.yaml"]


def test_a_link_that_leads_nowhere_is_reported_and_the_other_files_are_read(tmp_path: Path) -> None:
    written(tmp_path, "b.yaml")
    (tmp_path / "a.yaml").symlink_to("gone.yaml")
    loaded = load([tmp_path])
    assert [(d.path, d.code.id) for d in loaded.diagnostics] == [(str(tmp_path / "a.yaml"), "S008")]
    assert [item.id for item in loaded.items] == ["one"]


def test_a_link_in_a_circle_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("a.yaml")
    assert places(load([tmp_path]).diagnostics) == [("S008", 1, 1)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_reported(tmp_path: Path) -> None:
    written(tmp_path, "a.yaml")
    (tmp_path / "a.yaml").chmod(0)
    (problem,) = load([tmp_path]).diagnostics
    assert problem.code.id == "S008"
    assert "permission denied" in problem.message


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    written(tmp_path, "b.yaml")
    os.mkfifo(tmp_path / "a.yaml")
    assert files.find(tmp_path) == [tmp_path / "b.yaml"]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        pytest.param(b"format: 1\ntitle: caf\xe9\n", (2, 11), id="latin-1"),
        pytest.param("é: 日本 🙂 ".encode() + b"\xff", (1, 9), id="after-wide-characters"),
        pytest.param(b"a: b\r\nc: \xc3", (2, 4), id="cut-in-a-character"),
        pytest.param(b"\xef\xbb\xbfa: \x80", (1, 4), id="after-a-byte-order-mark"),
        pytest.param(b"a: \xed\xa0\x80", (1, 4), id="half-a-surrogate-pair"),
        pytest.param(b"a: \xc0\xaf", (1, 4), id="overlong"),
        pytest.param("format: 1".encode("utf-16"), (1, 1), id="utf-16"),
        pytest.param(b"\x80" * 1000, (1, 1), id="only-the-first"),
    ],
)
def test_what_is_not_utf_8_is_reported_where_it_begins(tmp_path: Path, content: bytes, place: tuple[int, int]) -> None:
    (tmp_path / "a.yaml").write_bytes(content)
    loaded = load([tmp_path])
    assert places(loaded.diagnostics) == [("S008", *place)]
    assert list(loaded.banks()) == []


def test_utf_16_without_its_mark_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("a: b\n".encode("utf-16-le"))
    assert places(load([tmp_path]).diagnostics) == [("S008", 1, 1)]


@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path, mark: str) -> None:
    (tmp_path / "a.yaml").write_text(mark + BANK.replace("stem:", "level: x\n  stem:"), encoding="utf-8")
    loaded = load([tmp_path])
    assert places(loaded.diagnostics) == [("S006", 7, 10)]
    assert loaded.files[0].text.startswith("format")


def test_a_second_byte_order_mark_is_unsafe(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("\ufeff\ufeff" + BANK, encoding="utf-8")
    assert ("S007", 1, 1) in places(load([tmp_path]).diagnostics)


def test_sixteen_mebibytes_are_read_and_one_byte_more_is_not() -> None:
    most = files.MOST_BYTES
    assert files.decode(b"#" * most, Problems()) == ("#" * most, True)
    assert files.decode(b"#" * (most + 1), Problems()) == ("", False)
