import sys
from collections.abc import Callable, Iterator
from importlib import import_module, invalidate_caches
from pathlib import Path
from types import ModuleType

import pytest

from cps_quiz.plugins import members, names

Make = Callable[[dict[str, str]], ModuleType]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Make a package of the given files, and forget it afterwards."""
    monkeypatch.syspath_prepend(tmp_path)

    def make(files: dict[str, str]) -> ModuleType:
        folder = tmp_path / "colours"
        folder.mkdir()
        for name, text in {"__init__.py": "", **files}.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(text)
        invalidate_caches()
        return import_module("colours")

    yield make
    for name in [name for name in sys.modules if name.partition(".")[0] == "colours"]:
        del sys.modules[name]


def test_every_file_of_a_folder_is_a_member_by_its_name(package: Make) -> None:
    colours = package({"red.py": "COLOUR = 'warm'", "blue.py": "COLOUR = 'cold'"})
    assert members(colours, "COLOUR", str) == {"blue": "cold", "red": "warm"}


def test_members_come_in_the_order_of_their_names(package: Make) -> None:
    colours = package({f"{name}.py": "COLOUR = 1" for name in ("c", "a", "b")})
    assert names(colours) == ("a", "b", "c")
    assert list(members(colours, "COLOUR", int)) == ["a", "b", "c"]


def test_helpers_and_other_files_are_no_members(package: Make) -> None:
    colours = package({"red.py": "COLOUR = 1", "_mixing.py": "COLOUR = 2", "notes.txt": "", "data.yaml": ""})
    assert members(colours, "COLOUR", int) == {"red": 1}


def test_a_folder_can_be_a_member(package: Make) -> None:
    assert members(package({"red/__init__.py": "COLOUR = 1"}), "COLOUR", int) == {"red": 1}


def test_a_folder_without_the_constant_holds_helpers(package: Make) -> None:
    colours = package({"red.py": "COLOUR = 1", "mixing/__init__.py": "", "mixing/paint.py": "COLOUR = 2"})
    assert members(colours, "COLOUR", int) == {"red": 1}


def test_a_folder_without_members_has_none(package: Make) -> None:
    assert members(package({}), "COLOUR", int) == {}


def test_names_are_found_without_running_the_members(package: Make) -> None:
    assert names(package({"red.py": "raise RuntimeError"})) == ("red",)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="no-constant"),
        pytest.param("COLOR = 1", id="misspelt-constant"),
        pytest.param("COLOUR = 'warm'", id="of-another-type"),
        pytest.param("COLOUR = None", id="none"),
    ],
)
def test_a_member_without_its_constant_is_a_bug_that_names_the_file(package: Make, text: str) -> None:
    with pytest.raises(TypeError, match=r"colours\.red exports no COLOUR of type int"):
        members(package({"blue.py": "COLOUR = 1", "red.py": text}), "COLOUR", int)


def test_an_error_in_a_member_is_not_hidden(package: Make) -> None:
    with pytest.raises(ModuleNotFoundError, match="no_such_module"):
        members(package({"red.py": "import no_such_module"}), "COLOUR", int)
