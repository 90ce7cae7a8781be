import json
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from program import Program

from cps_quiz.bank import copies, files, loading
from cps_quiz.bank.copies import MOST_BYTES, SLOTS, load_or_recall
from cps_quiz.bank.library import Library
from cps_quiz.bank.loading import load
from cps_quiz.errors import NoBankError, PathNotFoundError

PRACTICE = Path(__file__).parent.parent / "cli" / "practice"


def seen(library: Library) -> str:
    """All that commands can see of banks. As text, since tuples are equal whatever their type is called."""
    banks = [(file.path, file.text, file.curriculum, file.decoded) for file in library.files]
    return repr((library.curriculum, library.items, library.glossary, banks, library.diagnostics))


def the_copy(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def recalled(paths: list[Path], folder: Path, patch: pytest.MonkeyPatch) -> Library:
    """What a copy gives where nothing else can."""
    with patch.context() as context:
        context.delattr(loading, "load_texts")
        return load_or_recall(paths, folder)


@pytest.fixture
def bank(tmp_path: Path, small_bank: str) -> Path:
    path = tmp_path / "bank.yaml"
    path.write_text(small_bank, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


# --- a copy gives what the files give


@pytest.mark.parametrize("path", [pytest.param(files.shipped(), id="shipped"), pytest.param(PRACTICE, id="practice")])
def test_a_copy_gives_what_the_files_give(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = seen(load([path]))
    assert seen(load_or_recall([path], folder)) == expected
    assert seen(recalled([path], folder, monkeypatch)) == expected


def test_a_bank_without_a_curriculum_keeps_the_shipped_one(
    bank: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_or_recall([bank], folder)
    assert recalled([bank], folder, monkeypatch).curriculum == loading.shipped_curriculum()


TEXT = st.text(st.sampled_from("aZ9 \n\t'\"\\:#-{}[]&*!%@`é\u2019東\U0001f600\u00a0"), min_size=1).filter(str.strip)
ID = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,3})?", fullmatch=True)
WHY = {"why": TEXT}
RIGHT = st.fixed_dictionaries({"correct": TEXT, **WHY})
WRONG = st.fixed_dictionaries({"wrong": TEXT, **WHY}, optional={"misconception": st.sampled_from(["m1", "m2"])})
CHOICES = st.tuples(RIGHT, st.lists(WRONG, min_size=1, max_size=4)).map(lambda pair: [*pair[1], pair[0]])
BODY = st.one_of(
    st.fixed_dictionaries({"options": CHOICES}),
    st.fixed_dictionaries({"type": st.just("multiple"), "options": CHOICES}),
    st.fixed_dictionaries({"type": st.just("order"), "steps": st.lists(TEXT, min_size=2, max_size=6), **WHY}),
    st.fixed_dictionaries(
        {"type": st.just("reflection"), "looks_for": st.lists(TEXT, min_size=1, max_size=6), "example": TEXT, **WHY}
    ),
)
COMMON = st.fixed_dictionaries(
    {"stem": TEXT},
    optional={
        "scenario": st.just("told"),
        "topic": st.sampled_from(["t1", "t2"]),
        "level": st.sampled_from(["recall", "apply", "analyze"]),
        "hint": TEXT,
        "references": st.lists(st.sampled_from(["r1", "r2"]), min_size=1, max_size=2),
        "tags": st.lists(TEXT, min_size=1, max_size=3),
        "set": ID,
        "negative": st.booleans(),
        "retired": st.booleans(),
        "source": st.fixed_dictionaries({"format": ID, "id": TEXT, "digest": TEXT}),
    },
)
ITEMS = st.dictionaries(ID, st.tuples(COMMON, BODY), min_size=1, max_size=4).map(
    lambda rows: [{"id": id_, **common, **body} for id_, (common, body) in rows.items()]
)
SOURCE = st.fixed_dictionaries(
    {"title": TEXT}, optional={"publisher": TEXT, "url": TEXT, "year": st.integers(1, 999_999_999)}
)
MISCONCEPTION = st.fixed_dictionaries(
    {"name": TEXT, "means": TEXT, "harms": TEXT, "instead": TEXT},
    optional={"sounds_like": st.lists(TEXT, min_size=1, max_size=2), "confused_with": st.just(["m1"])},
)
OBJECTIVE = st.fixed_dictionaries({"title": TEXT}, optional={"notes": TEXT})
WEIGHT = st.floats(0.001, 99999).map(lambda number: round(number, 6))


def topics(objective: str) -> st.SearchStrategy[dict[str, object]]:
    """A topic whose objectives begin so: each id stands once in a curriculum."""
    ids = ID.map(lambda id_: f"{objective}-{id_}")
    objectives = st.dictionaries(ids, OBJECTIVE, min_size=1, max_size=2)
    return st.fixed_dictionaries(
        {"title": TEXT}, optional={"summary": TEXT, "weight": WEIGHT, "objectives": objectives}
    )


CURRICULUM = st.fixed_dictionaries(
    {
        "format": st.just(1),
        "curriculum": ID,
        "title": TEXT,
        "topics": st.fixed_dictionaries({"t1": topics("one"), "t2": topics("two")}),
        "misconceptions": st.fixed_dictionaries({"m1": MISCONCEPTION}),
        "references": st.fixed_dictionaries({"r1": SOURCE}),
    }
)
BANK = st.fixed_dictionaries(
    {
        "format": st.just(1),
        "bank": ID,
        "title": TEXT,
        "topic": st.just("t1"),
        "scenarios": st.fixed_dictionaries({"told": TEXT}),
        "misconceptions": st.fixed_dictionaries({"m2": MISCONCEPTION}),
        "references": st.fixed_dictionaries({"r2": SOURCE}),
        "items": ITEMS,
    },
    optional={"license": TEXT, "authors": st.lists(TEXT, min_size=1, max_size=2)},
)


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(BANK, CURRICULUM)
def test_any_bank_comes_back_as_it_was(bank: object, curriculum: object) -> None:
    with TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        paths = [Path(place, "b.yaml"), Path(place, "c.yaml")]
        for path, data in zip(paths, (bank, curriculum), strict=True):
            path.write_text(yaml.dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
        expected = load(paths)
        assert expected.diagnostics == ()
        folder = Path(place, "cache")
        assert seen(load_or_recall(paths, folder)) == seen(expected)
        assert seen(recalled(paths, folder, patch)) == seen(expected)


# --- and is made anew when anything changed


def test_a_text_of_the_same_length_is_another_text(bank: Path, folder: Path) -> None:
    load_or_recall([bank], folder)
    before = bank.stat()
    bank.write_text(bank.read_text(encoding="utf-8").replace("Ana", "Bea"), encoding="utf-8")
    os.utime(bank, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert load_or_recall([bank], folder).items[0].stem == "What does Bea want?"
    bank.write_text("items: [\n", encoding="utf-8")
    assert load_or_recall([bank], folder).diagnostics


def test_the_same_text_elsewhere_is_told_of_there(bank: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "SLOTS", 1)
    load_or_recall([bank], folder)
    moved = bank.rename(bank.with_name("moved.yaml"))
    assert [file.path for file in load_or_recall([moved], folder).files] == [str(moved)]
    with pytest.raises(PathNotFoundError):
        load_or_recall([bank], folder)


def test_another_shipped_curriculum_counts(bank: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_or_recall([bank], folder)
    text = files.shipped_curriculum().read_text(encoding="utf-8")
    other = bank.parent / "other" / "curriculum.yaml"
    other.parent.mkdir()
    other.write_text(text.replace("curriculum: ", "curriculum: not-", 1), encoding="utf-8")
    monkeypatch.setattr(files, "shipped", lambda: other.parent)
    assert load_or_recall([bank], folder).curriculum.id.startswith("not-")
    other.unlink()
    assert load_or_recall([bank], folder).curriculum == loading.NO_CURRICULUM


@pytest.mark.parametrize(
    ("name", "value"), [("__version__", "0.0.9"), ("_age", lambda: 1), ("shape", lambda: "Item(id)")]
)
def test_a_copy_of_another_program_is_left_aside(
    bank: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    load_or_recall([bank], folder)
    monkeypatch.setattr(copies, name, value)
    with pytest.raises(ImportError):
        recalled([bank], folder, monkeypatch)


def test_a_file_of_the_program_that_changed_in_a_wing_makes_copies_old(
    bank: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wings = [tmp_path / "program" / wing for wing in ("core/questions", "source", "item_types", "bank")]
    for wing in wings:
        wing.mkdir(parents=True)
        (wing / "one.py").touch()
    monkeypatch.setattr(copies, "__file__", str(tmp_path / "program" / "bank" / "copies.py"))
    load_or_recall([bank], folder)
    recalled([bank], folder, monkeypatch)
    os.utime(wings[0] / "one.py", (2**31, 2**31))
    with pytest.raises(ImportError):
        recalled([bank], folder, monkeypatch)


# --- harmless


def rows(content: bytes, body: bytes) -> bytes:
    """The copy `content` with another body, its checksum right."""
    old = content[content.rindex(b'{"files"') :]
    start = content[: -len(old) - 8]
    return start + b"%08x" % crc32(body) + body


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda content: content[:0], id="empty"),
        pytest.param(lambda content: content[:-1], id="cut-off"),
        pytest.param(lambda content: content[: content.rindex(b'{"files"')], id="no-body"),
        pytest.param(lambda content: content.replace(b"To be asked", b"To be tasked"), id="both-changed"),
        pytest.param(lambda content: content[:-300] + b"x" + content[-299:], id="one-letter"),
        pytest.param(lambda content: content + b" ", id="longer"),
        pytest.param(lambda content: bytes(len(content)), id="zeros"),
        pytest.param(lambda content: b"\xff" + content, id="not-utf-8"),
        pytest.param(lambda content: rows(content, b"[]"), id="another-list"),
        pytest.param(lambda content: rows(content, b'{"files": [], "curriculum": null}'), id="no-files"),
        pytest.param(lambda content: rows(content, b'{"files": [[[1], null]], "curriculum": 1}'), id="another-shape"),
        pytest.param(lambda content: rows(content, b"[" * 100_000), id="deep"),
    ],
)
def test_a_damaged_copy_is_made_anew(
    bank: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[bytes], bytes]
) -> None:
    expected = seen(load_or_recall([bank], folder))
    path = the_copy(folder)
    sound = path.read_bytes()
    path.write_bytes(damage(sound))
    assert path.read_bytes() != sound
    assert seen(load_or_recall([bank], folder)) == expected
    assert path.read_bytes() == sound
    assert seen(recalled([bank], folder, monkeypatch)) == expected


def test_without_a_place_for_it_there_is_no_copy(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert load_or_recall([bank], tmp_path / "file" / "cache").items
    assert load_or_recall([bank], tmp_path / "file").items


def test_a_folder_in_the_place_of_the_copy_does_no_harm(bank: Path, folder: Path) -> None:
    load_or_recall([bank], folder)
    path = the_copy(folder)
    path.unlink()
    path.mkdir()
    assert load_or_recall([bank], folder).items


def test_a_full_disk_does_no_harm(bank: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert load_or_recall([bank], folder).items
    assert list(folder.iterdir()) == []


def test_a_bank_that_no_utf_8_can_hold_is_not_copied(folder: Path, tmp_path: Path, small_bank: str) -> None:
    path = tmp_path / os.fsdecode(b"b\xffnk.yaml")
    path.write_text(small_bank, encoding="utf-8")
    assert load_or_recall([path], folder).items
    assert not folder.exists()


def test_banks_with_problems_are_not_copied(bank: Path, folder: Path) -> None:
    bank.write_text(bank.read_text(encoding="utf-8").replace("title: Small", "titel: Small"), encoding="utf-8")
    expected = load([bank])
    assert expected.diagnostics
    assert seen(load_or_recall([bank], folder)) == seen(load_or_recall([bank], folder)) == seen(expected)
    assert not folder.exists()


def test_nothing_to_read_is_an_error_as_ever(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(NoBankError):
        load_or_recall([tmp_path], folder)


# --- it does not grow


def test_there_are_at_most_so_many_copies(tmp_path: Path, folder: Path, small_bank: str) -> None:
    for number in range(5 * SLOTS):
        path = tmp_path / f"{number}.yaml"
        path.write_text(small_bank, encoding="utf-8")
        load_or_recall([path], folder)
    assert SLOTS / 2 < len(list(folder.iterdir())) <= SLOTS


def test_what_a_killed_program_left_is_swept_away(bank: Path, folder: Path) -> None:
    load_or_recall([bank], folder)
    path = the_copy(folder)
    path.write_bytes(b"half")
    for number in range(3):
        (folder / f".{path.name}.{number}").write_bytes(b"half")
    load_or_recall([bank], folder)
    assert list(folder.iterdir()) == [path]


def test_what_is_very_large_is_not_copied(bank: Path, folder: Path) -> None:
    paths = [bank, bank.with_name("second.yaml")]
    paths[1].write_text(bank.read_text(encoding="utf-8").replace("small", "other"), encoding="utf-8")
    for path in paths:
        with path.open("a", encoding="utf-8") as file:
            file.write("#" * (MOST_BYTES // 2))
    assert len(load_or_recall(paths, folder).items) == 2
    assert not folder.exists()


# --- the program


def test_programs_that_start_together_do_each_other_no_harm(run: Program) -> None:
    started = [run.start("bank", "list") for _ in range(6)]
    outputs = {process.communicate()[:2] for process in started}
    assert outputs == {(run("bank", "list").out.encode(), b"")}
    assert len(list((run.home / "cache").iterdir())) == 1


def test_the_copy_holds_data_only(run: Program) -> None:
    run("bank", "list")
    content = the_copy(run.home / "cache").read_text(encoding="utf-8")
    assert json.loads(content[content.rindex('{"files"') :]).keys() == {"files", "curriculum"}
