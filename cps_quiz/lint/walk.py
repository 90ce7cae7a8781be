"""Which files `check` looks at: in a folder only those that may be ours, and none that git ignores."""

import os
from collections.abc import Iterable
from glob import glob, has_magic
from pathlib import Path
from re import IGNORECASE, MULTILINE
from re import compile as pattern
from typing import NamedTuple

from pathspec import GitIgnoreSpec

from cps_quiz.bank.files import MOST_BYTES, is_stream
from cps_quiz.lint.selection import known_codes
from cps_quiz.lint.settings import ProjectSettings

SUFFIXES = (".yaml", ".yml")
BEGINNING = 8192
"""Bytes in which most files of ours show that they are; of the others all is read."""

NEVER = frozenset({"node_modules", "__pycache__", "site-packages"})
_OURS = pattern(
    rb"^(?:\xef\xbb\xbf)?(?:bank|items|questions|curriculum|topics|blueprint)[ \t]*:", IGNORECASE | MULTILINE
)


class Patterns(NamedTuple):
    """Patterns as in `.gitignore`, relative to `folder`: what a walk takes, and what it leaves out."""

    folder: Path
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


class Found(NamedTuple):
    """Files to check in order; those passed over; paths that are not there; folders that cannot be read."""

    files: tuple[Path, ...]
    passed_over: int
    missing: tuple[str, ...]
    unreadable: tuple[tuple[Path, str], ...]


def find(paths: Iterable[Path], patterns: Patterns) -> Found:
    """What there is to check at `paths`: a file that is named always, in a folder what may be ours."""
    walk = _Walk(patterns)
    for path in paths:
        walk.add(path)
    return Found(tuple(walk.files.values()), walk.passed_over, tuple(walk.missing), tuple(walk.unreadable))


class _Walk:
    def __init__(self, patterns: Patterns) -> None:
        self.files: dict[str, Path] = {}
        self.passed_over = 0
        self.missing: list[str] = []
        self.unreadable: list[tuple[Path, str]] = []
        self.folder = patterns.folder
        self.include = GitIgnoreSpec.from_lines(patterns.include) if patterns.include else None
        self.exclude = GitIgnoreSpec.from_lines(patterns.exclude)

    def add(self, path: Path) -> None:
        """Take in a file, all that a folder holds, or all that a pattern in quotes fits."""
        try:
            if path.is_dir():
                before = self.files
                self.files = dict(before)
                self._folder(path, _ignores_above(path))
                new = sorted((file, real) for real, file in self.files.items() if real not in before)
                self.files = before | {real: file for file, real in new}
            elif path.exists():
                self.files.setdefault(os.path.realpath(path), path)
            else:
                self._pattern(path)
        except (OSError, ValueError):  # a NUL in the name is a ValueError
            self.missing.append(str(path))

    def _pattern(self, path: Path) -> None:
        fitting = sorted(glob(_any_case(str(path)), recursive=True)) if has_magic(str(path)) else []  # noqa: PTH207 - also absolute
        if not fitting:
            self.missing.append(str(path))
        for name in fitting:
            if Path(name).is_dir() or name.lower().endswith(SUFFIXES):
                self.add(Path(name))

    def _folder(self, folder: Path, ignores: "list[tuple[str, GitIgnoreSpec]]") -> None:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self.unreadable.append((folder, (error.strerror or str(error)).lower()))
            return
        own = _ignore_of(folder)
        ignores = [*ignores, own] if own else ignores
        for entry in entries:
            if not self._is_left_out(entry, ignores):
                self._entry(entry, ignores)

    def _entry(self, entry: "os.DirEntry[str]", ignores: "list[tuple[str, GitIgnoreSpec]]") -> None:
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            self._folder(path, ignores)
        elif self._is_wanted(path) and not is_stream(path):
            if may_be_ours(path):
                self.files.setdefault(os.path.realpath(path), path)
            else:
                self.passed_over += 1

    def _is_wanted(self, path: Path) -> bool:
        if self.include is not None:
            return self.include.match_file(self._relative(path))
        return path.name.lower().endswith(SUFFIXES)

    def _is_left_out(self, entry: "os.DirEntry[str]", ignores: "list[tuple[str, GitIgnoreSpec]]") -> bool:
        is_folder = entry.is_dir(follow_symlinks=False)
        if entry.name.startswith(".") or (is_folder and (entry.name in NEVER or _is_environment(entry.path))):
            return True
        slash = "/" if is_folder else ""
        if self.exclude.match_file(self._relative(Path(entry.path)) + slash):
            return True
        return _is_ignored(os.path.abspath(entry.path) + slash, ignores)  # noqa: PTH100 - follows no link

    def _relative(self, path: Path) -> str:
        return Path(os.path.relpath(path, self.folder)).as_posix()


def _any_case(wanted: str) -> str:
    """The pattern, with an ending in capitals too: `*.yaml` fits `A.YAML`, as in the walk of a folder."""
    stem, dot, ending = wanted.rpartition(".")
    if not dot or not set(ending) <= set("yamlYAML*?"):
        return wanted
    return f"{stem}.{''.join(f'[{char.lower()}{char.upper()}]' if char.isalpha() else char for char in ending)}"


def may_be_ours(path: Path) -> bool:
    """Whether a line at the margin begins as one of our files does; a file that cannot be read may be."""
    try:
        with path.open("rb") as file:
            content = file.read(BEGINNING)
            if _OURS.search(content):
                return True
            content += file.read(MOST_BYTES + 1 - len(content))
    except OSError:
        return True
    return bool(_OURS.search(content)) or not _is_text(content)


def _is_text(content: bytes) -> bool:
    """Whether it is UTF-8 text; what is not may be a bank that was saved otherwise, and is told so."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in content[:1024]


def _is_environment(path: str) -> bool:
    return os.path.exists(os.path.join(path, "pyvenv.cfg"))  # noqa: PTH110, PTH118 - for each folder of a walk


def _ignore_of(folder: Path) -> tuple[str, GitIgnoreSpec] | None:
    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    return os.path.abspath(folder), GitIgnoreSpec.from_lines(lines)  # noqa: PTH100 - follows no link


def _ignores_above(folder: Path) -> "list[tuple[str, GitIgnoreSpec]]":
    """The `.gitignore` files above `folder` up to the root of its repository, the outermost first."""
    here = Path(os.path.abspath(folder))  # noqa: PTH100 - follows no link
    found = []
    for place in (here, *here.parents):
        if place != here and (own := _ignore_of(place)):
            found.append(own)
        if (place / ".git").exists():
            return found[::-1]
    return []


def _is_ignored(path: str, ignores: "list[tuple[str, GitIgnoreSpec]]") -> bool:
    """Whether the innermost `.gitignore` that speaks of `path` ignores it."""
    for folder, spec in reversed(ignores):
        relative = path[len(folder.rstrip("/")) + 1 :].replace(os.sep, "/")
        verdict = spec.check_file(relative).include
        if verdict is not None:
            return verdict
    return False


def ignored_in(path: str, settings: ProjectSettings) -> frozenset[str]:
    """The codes that the settings ignore in the file at `path`. Raises UnknownNameError."""
    name = Path(os.path.relpath(path, settings.folder)).as_posix()
    words = [
        word
        for glob_, codes in settings.per_file_ignores
        if GitIgnoreSpec.from_lines([glob_]).match_file(name)
        for word in codes
    ]
    return frozenset(code for word in words for code in known_codes(word))
