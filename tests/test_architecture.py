"""Holds the rooms: who may import whom, who owns which package, and a few house rules that a program can see."""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

TOP = Path(__file__).parent.parent
PACKAGE = TOP / "cps_quiz"
README = (TOP / "README.md").read_text(encoding="utf-8")
MARKED_TABLE = re.compile(r"<!-- rooms -->\n(.*)<!-- /rooms -->", re.DOTALL)
MARKED_WINGS = re.compile(r"<!-- wings -->\n(.*)<!-- /wings -->", re.DOTALL)

MOST_LINES, MOST_COMMAND_LINES = 300, 60


class Room(NamedTuple):
    """A row of the table; `owns` maps a package to the one file that may import it, or to any file of the room."""

    place: str
    may_import: tuple[str, ...]
    owns: dict[str, str]

    @property
    def name(self) -> str:
        return self.place.rstrip("/").removesuffix(".py")


ROOMS = (
    Room("errors.py", (), {}),
    Room("plugins.py", (), {}),
    Room("core/", (), {}),
    Room("words/", ("core",), {}),
    Room("source/", (), {"yaml": "any"}),
    Room("item_types/", ("core", "source"), {}),
    Room("bank/", ("core", "source", "item_types"), {}),
    Room("lint/", ("core", "source", "item_types", "bank"), {"snowballstemmer": "any", "pathspec": "lint/walk.py"}),
    Room("formats/", ("core", "source", "item_types"), {"zipfile": "any", "sqlite3": "formats/anki.py"}),
    Room("store/", ("core",), {"sqlite3": "any", "platformdirs": "any"}),
    Room("pool/", ("core",), {"duckdb": "any", "pyspark": "any"}),
    Room("pages/", ("core", "words", "source"), {}),
    Room("ui/", ("core", "words", "source"), {"rich": "any"}),
    Room("journeys/", ("core", "words", "source", "item_types", "bank", "lint", "formats", "pool"), {}),
    Room(
        "cli/",
        (
            "core",
            "words",
            "source",
            "item_types",
            "bank",
            "lint",
            "formats",
            "store",
            "pool",
            "pages",
            "ui",
            "journeys",
        ),
        {"typer": "any"},
    ),
)
"""The rooms from the ground up. What stands on the ground, errors.py and plugins.py, is for all above."""

WINGS: dict[str, tuple[str, ...]] = {
    "core/questions/": (),
    "core/statistics/": (),
    "core/memory/": ("questions",),
    "core/drill/": ("questions",),
    "core/results/": ("statistics",),
    "core/exam/": ("counting", "statistics", "questions", "memory", "drill"),
    "core/record/": ("questions", "memory", "drill", "exam"),
    "source/slips/": ("diagnostic", "node", "field_words"),
    "bank/mending/": (),
    "lint/english/": (),
    "lint/guessing/": ("english", "views"),
    "lint/likeness/": ("english", "traces", "views"),
    "lint/rules/": ("english", "traces", "views", "guessing", "likeness", "option_order"),
    "lint/outputs/": ("rules", "manual"),
    "formats/markup/": (),
    "formats/packages/": (),
    "formats/exchange/": ("markup",),
    "formats/cards/": ("markup", "exchange"),
    "formats/qti/": ("markup", "packages", "exchange"),
    "formats/typed/": ("exchange",),
    "pages/practice/": ("document", "markup", "blocks", "questions"),
    "ui/drawing/": (),
    "ui/listening/": ("drawing",),
    "ui/pages/": ("drawing", "listening"),
    "ui/drill/": ("drawing", "listening", "pages"),
    "ui/exam/": ("drawing", "listening", "pages", "drill"),
    "ui/progress/": ("drawing",),
    "ui/reading/": ("drawing", "listening", "pages", "drill", "exam"),
    "journeys/drill/": ("asked_questions",),
    "journeys/exam/": ("drill", "foreign_values", "asked_questions"),
    "journeys/interchange/": ("banks",),
    "cli/drill/": ("completion", "wiring", "screens"),
    "cli/exam/": ("completion", "wiring", "screens", "drill"),
    "cli/check/": ("wiring",),
    "cli/preview/": ("wiring",),
    "cli/bank/": ("completion", "wiring", "pages", "screens"),
    "cli/history/": ("wiring", "pages"),
    "cli/export/": ("completion", "wiring"),
    "cli/results/": ("wiring",),
}
"""The wings of rooms, and what each may import of its own room: wings, and files at the room's door."""

GROUND = ("errors", "plugins")
FREE = set(sys.stdlib_module_names) - {package for room in ROOMS for package in room.owns}


class Import(NamedTuple):
    """`from target import name`, or `import target` with an empty name."""

    target: str
    name: str
    line: int
    in_function: bool


class Module(NamedTuple):
    """One file of the package."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def room(self) -> str:
        """The first part of its name below the package; `__main__` starts the command line and belongs to it."""
        part = f"{self.name}.".split(".")[1]
        return "cli" if part == "__main__" else part

    @property
    def where(self) -> str:
        return self.path.relative_to(PACKAGE).as_posix()


@cache
def modules() -> dict[str, Module]:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(TOP).with_suffix("").parts).removesuffix(".__init__")
        found[name] = Module(name, path, ast.parse(path.read_text(encoding="utf-8")))
    return found


def imports(node: ast.AST, *, in_function: bool = False) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.Import(names):
                yield from (Import(alias.name, "", child.lineno, in_function) for alias in names)
            case ast.ImportFrom(module, names):
                yield from (Import(module or "", alias.name, child.lineno, in_function) for alias in names)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                yield from imports(child, in_function=True)
            case _:
                yield from imports(child, in_function=in_function)


def defined(tree: ast.Module) -> set[str]:
    """The names that a module makes itself, not those that it imports."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name) | ast.AsyncFunctionDef(name) | ast.ClassDef(name):
                found.add(name)
            case ast.Name(name, ast.Store()):
                found.add(name)
    return found


def meant(found: Import) -> str:
    """The module that an import loads: `from package import module` means the module."""
    inner = f"{found.target}.{found.name}"
    return inner if inner in modules() else found.target


def forbidden(allowed: Callable[[Module, Import], bool]) -> list[str]:
    """Every import of the package that is not `allowed`."""
    return [
        f"{module.where}:{found.line} imports {found.target} {found.name}".strip()
        for module in modules().values()
        for found in imports(module.tree)
        if not allowed(module, found)
    ]


def allowed_room(module: Module, found: Import) -> bool:
    target = modules().get(meant(found))
    if target is None or target.room in {"", module.room}:
        return True
    room = next(room for room in ROOMS if room.name == module.room)
    above_ground = module.room not in GROUND
    return target.room in room.may_import or (above_ground and target.room in GROUND)


def part(module: Module) -> str:
    """The wing of a module, or the name of a file at its room's door."""
    return f"{module.name}..".split(".")[2]


def is_wing(module: Module) -> bool:
    return f"{module.room}/{part(module)}/" in WINGS


def allowed_wing(module: Module, found: Import) -> bool:
    target = modules().get(meant(found))
    if target is None or target.room != module.room or not is_wing(module) or part(target) in {"", part(module)}:
        return True
    return part(target) in WINGS[f"{module.room}/{part(module)}/"]


def allowed_package(module: Module, found: Import) -> bool:
    package = found.target.partition(".")[0]
    if package == "cps_quiz" or package in FREE:
        return True
    owners = [room for room in ROOMS if package in room.owns and room.name == module.room]
    return any(owner.owns[package] in {"any", module.where} for owner in owners)


def allowed_source(_module: Module, found: Import) -> bool:
    target = modules().get(found.target)
    return target is None or not found.name or meant(found) != found.target or found.name in defined(target.tree)


def test_every_file_stands_in_a_room() -> None:
    rooms = {room.name for room in ROOMS}
    assert {module.where for module in modules().values() if module.room not in rooms} == {"__init__.py"}


def test_rooms_import_only_what_the_table_allows() -> None:
    assert forbidden(allowed_room) == []


def test_wings_import_only_what_the_table_allows() -> None:
    assert forbidden(allowed_wing) == []


def test_every_folder_of_modules_is_a_room_or_a_wing() -> None:
    folders = {f"{module.path.parent.relative_to(PACKAGE).as_posix()}/" for module in modules().values()}
    assert folders == {"./", *WINGS, *(room.place for room in ROOMS if room.place.endswith("/"))}


def test_wings_and_the_files_at_the_door_import_each_other_in_no_circle() -> None:
    graph: dict[str, set[str]] = {}
    for module in modules().values():
        targets = (modules().get(meant(found)) for found in imports(module.tree))
        same = {part(target) for target in targets if target and target.room == module.room} - {"", part(module)}
        graph.setdefault(f"{module.room}/{part(module)}", set()).update(f"{module.room}/{name}" for name in same)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_packages_are_imported_by_their_owner_only() -> None:
    assert forbidden(allowed_package) == []


def test_names_are_imported_from_where_they_are_made() -> None:
    assert forbidden(allowed_source) == []


def test_no_import_is_relative_or_for_the_type_checker_alone_or_renames_to_itself() -> None:
    found = []
    for module in modules().values():
        for node in ast.walk(module.tree):
            match node:
                case ast.ImportFrom(level=level) if level > 0:
                    found.append(f"{module.where}:{node.lineno} relative")
                case ast.alias(name, asname) if name in {asname, "TYPE_CHECKING"}:
                    found.append(f"{module.where}:{node.lineno} {name}")
                case ast.Attribute(attr="TYPE_CHECKING") | ast.Name("TYPE_CHECKING" | "__all__"):
                    found.append(f"{module.where}:{node.lineno}")
    assert found == []


def test_modules_import_each_other_in_no_circle() -> None:
    graph = {}
    for name, module in modules().items():
        loaded = {meant(found) for found in imports(module.tree) if not found.in_function}
        parents = {parent for module_name in loaded | {name} for parent in packages_of(module_name)}
        graph[name] = ((loaded | parents) & modules().keys()) - {name}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def packages_of(name: str) -> set[str]:
    parts = name.split(".")
    return {".".join(parts[:count]) for count in range(1, len(parts))}


def test_no_file_is_too_long() -> None:
    lengths = {module.where: len(module.path.read_text(encoding="utf-8").splitlines()) for module in modules().values()}
    assert {where: lines for where, lines in lengths.items() if lines > MOST_LINES} == {}
    commands = [module.where for module in modules().values() if is_command(module)]
    assert len(commands) > 3
    assert {where: lengths[where] for where in commands if lengths[where] > MOST_COMMAND_LINES} == {}


def is_command(module: Module) -> bool:
    """Whether a file holds a command: it makes an `app`, as does app.py, the whole program."""
    makes_app = any(isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "app" for node in module.tree.body)
    return module.room == "cli" and module.where != "cli/app.py" and makes_app


def test_no_file_is_called_after_nothing() -> None:
    assert not {module.path.stem for module in modules().values()} & {"utils", "util", "helpers", "common", "misc"}


@pytest.mark.skipif(not MARKED_TABLE.search(README), reason="README.md has no table of rooms")
def test_the_table_in_the_readme_is_the_same() -> None:
    table = MARKED_TABLE.search(README)
    assert table
    rows = [[cell.strip() for cell in line.strip("|\n").split("|")] for line in table[1].strip().splitlines()]
    assert rows[0] == ["room", "one line", "may import", "owns"]
    assert [Room(*parsed(cells)) for cells in rows[2:]] == list(ROOMS)
    assert all(one_line for _, one_line, _, _ in rows[2:])


def test_the_table_of_wings_in_the_readme_is_the_same() -> None:
    table = MARKED_WINGS.search(README)
    assert table
    rows = [[cell.strip() for cell in line.strip("|\n").split("|")] for line in table[1].strip().splitlines()]
    assert rows[0] == ["wing", "one line", "may import of its room"]
    found = {cells[0].strip("`"): tuple(re.findall(r"[a-z_]+", cells[2])) for cells in rows[2:]}
    assert found == WINGS
    assert all(one_line for _, one_line, _ in rows[2:])


def parsed(cells: list[str]) -> tuple[str, tuple[str, ...], dict[str, str]]:
    """A row of the README's table, which may say "all" and "all of the above except"."""
    place = cells[0].strip("`").removeprefix("cps_quiz/")
    above = [room.name for room in ROOMS[: [room.place for room in ROOMS].index(place)]]
    words = tuple(re.findall(r"[a-z_]+", cells[2].removeprefix("all of the above except")))
    if cells[2].startswith("all"):
        excepted = () if cells[2] == "all" else words
        words = tuple(room for room in above if room not in {*GROUND, *excepted})
    owned = re.findall(r"`(\w+)`(?: \(in `([\w/.]+)` only\))?", cells[3])
    return place, words, {package: file or "any" for package, file in owned}
