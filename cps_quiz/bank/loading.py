"""Loading banks and curricula together, with every problem that reading them shows."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from re import compile as pattern

from cps_quiz.bank import files
from cps_quiz.bank.cache import Cache
from cps_quiz.bank.decode_bank import BANK_FIELDS, decode_bank
from cps_quiz.bank.decode_blueprint import decode_blueprint
from cps_quiz.bank.decode_curriculum import CURRICULUM_FIELDS, decode_curriculum
from cps_quiz.bank.decoded import BlueprintFile, DecodedBank
from cps_quiz.bank.definitions import SECTIONS
from cps_quiz.bank.library import Library, LoadedFile, Unread
from cps_quiz.bank.links import check_links
from cps_quiz.bank.mending.note import Note
from cps_quiz.core.questions.curriculum import Curriculum
from cps_quiz.errors import NotAFileError
from cps_quiz.source import codes
from cps_quiz.source.diagnostic import Diagnostic
from cps_quiz.source.node import CUT, Mapping, Node, Scalar, text_of
from cps_quiz.source.problems import Problems
from cps_quiz.source.yaml_reader import paused_collector, read_tree

FORMAT = 1
"""The newest bank format that this program reads."""

_VERSION = pattern("[1-9][0-9]{0,8}")

KINDS = frozenset({"items", "bank", "topics", "curriculum", "blueprint"})
"""Fields that tell a file of ours; a mapping with none of them is something else."""

_TOP = BANK_FIELDS | CURRICULUM_FIELDS

MOST_MENDED = 512 * 1024
"""Characters of a file with problems that is looked at once more: each look is another reading."""

NO_CURRICULUM = Curriculum("none", "No curriculum", {}, {}, {})


def load(paths: Iterable[Path]) -> Library:
    """Load files, and folders with all that is below them; raises as `files.read_all` does."""
    return load_texts(files.read_all(paths))


def load_texts(texts: Iterable[files.ReadText], cache: Cache | None = None) -> Library:
    """Load texts that were read already; banks without problems that an earlier run read come from the `cache`."""
    problems: dict[str, Problems] = {}
    loaded = []
    with paused_collector():
        for path, text, usable, found in texts:
            problems[path] = found
            found.text = text
            loaded.append(_read(path, text, found, cache) if usable else LoadedFile(path, text))
        library = Library(tuple(loaded), _curriculum(loaded))
        check_links(library, problems)
    diagnostics = [d for file in loaded for d in problems[file.path].diagnostics(file.path, file.text)]
    return Library(library.files, library.curriculum, tuple(sorted(diagnostics, key=lambda d: d.sort_key)))


def _read(path: str, text: str, problems: Problems, cache: Cache | None) -> LoadedFile:
    if cache is None or problems.count:
        return _decode(path, text, problems)
    from cps_quiz.bank.plain_values import plain_bank, restore_bank

    key = cache.key("bank", text)
    bank = cache.recall(key, restore_bank)
    if bank is not None:
        decoded = DecodedBank(bank, tuple(range(len(bank.items))), frozenset())
        return LoadedFile(path, text, Unread(text), decoded)
    file = _decode(path, text, problems)
    if file.decoded is not None and not problems.count:
        cache.keep(key, plain_bank(file.decoded.bank))
    return file


def _decode(path: str, text: str, problems: Problems) -> LoadedFile:
    mark = problems.mark()
    file = _decode_tree(path, text, read_tree(text, problems), problems)
    if problems.count == mark[0] or len(text) > MOST_MENDED:
        return file
    from cps_quiz.bank.mending.second_look import second_look

    return second_look(file, problems, mark, partial(_decode_tree, path, text))


def _decode_tree(path: str, text: str, node: Node | None, problems: Problems) -> LoadedFile:
    read = _meant(node, text, problems) if node is not None else node
    if type(read) is not Mapping:
        if node is None or node.end != CUT:
            _note_stranger(node, problems)
        return LoadedFile(path, text)
    names = {field.text for field in read.fields if type(field) is Scalar}
    if names & KINDS and not _is_readable_format(read, problems):
        return LoadedFile(path, text, node)
    if "blueprint" in names:
        return LoadedFile(path, text, node, blueprint=decode_blueprint(read, problems))
    if names & {"items", "bank"}:
        return LoadedFile(path, text, node, decoded=decode_bank(read, problems))
    if names & {"topics", "curriculum"}:
        return LoadedFile(path, text, node, curriculum=decode_curriculum(read, problems))
    if read.end != CUT:
        _note_stranger(read, problems)
    return LoadedFile(path, text, node)


def _meant(node: Node, text: str, problems: Problems) -> Node:
    """The tree in our words; what stood there instead is noted."""
    if type(node) is Mapping and (_is_plain(node) or _is_newer(node)):
        return node
    from cps_quiz.bank.mending.header import mend_top

    notes: list[Note] = []
    read = mend_top(node, text, BANK_FIELDS | CURRICULUM_FIELDS, SECTIONS, notes)
    for note in notes:
        problems.add(note.code, (note.start, note.end), note.message, note.help, note.fix)
    return read


def _is_plain(node: Mapping) -> bool:
    """Whether all names at the top are ours, each stands there once, and the items are no group of fields."""
    names = {field[0]: value for field, value in zip(node.fields, node.values, strict=True) if type(field) is Scalar}
    known = "blueprint" in names or (names.keys() <= _TOP and type(names.get("items")) is not Mapping)
    return known and len(names) == len(node.fields) and names.keys() != {"items"}


def _note_stranger(node: Node | None, problems: Problems) -> None:
    if problems.in_text():
        return
    start = node.start if node is not None else 0
    message = "the file is empty" if node is None else "this is neither a bank (`items:`) nor a curriculum (`topics:`)"
    problems.add(codes.NOT_A_BANK, (start, start + 1), message, "`cps-quiz bank new` writes a bank to start from")


def _is_readable_format(node: Mapping, problems: Problems) -> bool:
    """Whether `format` is one that this program knows; a newer one is all that is said of a file."""
    for field, value in zip(node.fields, node.values, strict=True):
        if field[0] == "format":
            return _check_format(value, problems)
    if node.end != CUT:
        problems.add(
            codes.MISSING_FIELD, (node.start, node.start + 1), "the file has no `format`", "add `format: 1` at the top"
        )
    return True


def _is_newer(node: Mapping) -> bool:
    """Whether `format` is newer than this program: then nobody knows here what its fields are."""
    text = text_of(node, "format")
    return bool(_VERSION.fullmatch(text)) and int(text) > FORMAT


def _check_format(value: Node, problems: Problems) -> bool:
    place = (value.start, value.end)
    text = value.text.strip() if type(value) is Scalar else ""
    if not _VERSION.fullmatch(text):
        problems.add(codes.BAD_VALUE, place, "`format` must be a whole number", f"write `format: {FORMAT}`")
        return True
    if int(text) > FORMAT:
        message = f"the file uses format {text}, this program reads up to {FORMAT}"
        problems.add(codes.UNSUPPORTED_FORMAT, place, message, "update cps-quiz")
        return False
    return True


def _curriculum(loaded: Iterable[LoadedFile]) -> Curriculum:
    """The curriculum of the files: one that extends another, with that; else the first; else the shipped one."""
    own = [file.curriculum for file in loaded if file.curriculum is not None]
    if not own:
        return shipped_curriculum()
    chosen = next((curriculum for curriculum in own if curriculum.extends), own[0])
    bases = {curriculum.id: curriculum for curriculum in own if curriculum is not chosen}
    if not chosen.extends:
        return chosen
    base = bases.get(chosen.extends) or shipped_curriculum()
    return chosen.on(base) if base.id == chosen.extends else chosen


def load_blueprint(path: Path) -> tuple[BlueprintFile, tuple[Diagnostic, ...]]:
    """The blueprint at `path`, and all that is wrong with it. Raises PathNotFoundError or NotAFileError."""
    found = files.find_all([path])
    if found != [path]:
        raise NotAFileError(str(path))
    name, text, usable, problems = files.read_named(path)
    node = read_tree(text, problems) if usable else None
    blueprint = BlueprintFile()
    if type(node) is Mapping:
        blueprint = decode_blueprint(node, problems) if _is_readable_format(node, problems) else blueprint
    elif not problems.count:
        message = "this is no blueprint (`blueprint: my-exam`, `items: 20` and the like)"
        problems.add(codes.NOT_A_BANK, (0, 1), message, "begin it with `format: 1` and `blueprint: my-exam`")
    return blueprint, tuple(problems.diagnostics(name, text))


def shipped_curriculum() -> Curriculum:
    """The curriculum that comes with the program; an empty one if it was taken away."""
    path = files.shipped_curriculum()
    if not path.is_file():
        return NO_CURRICULUM
    name, text, _, problems = files.read_named(path)
    return _decode(name, text, problems).curriculum or NO_CURRICULUM
