"""Taking contributions into a pool: read and checked by DuckDB, line by line by Python where one is unsound.

The same answer counts once, from however many files or machines of a person it comes, in any order.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from typing import NamedTuple, TextIO

from cps_quiz.errors import PathNotFoundError, QuizError, WriteFailedError
from cps_quiz.pool.duckdb_engine import DuckDB, duckdb_in, literal, quoted
from cps_quiz.pool.errors import NoPoolError
from cps_quiz.pool.folder import BUCKETS, Pool, commit, new_name, new_pool, open_pool
from cps_quiz.pool.lines import LONGEST_ITEM, LONGEST_LINE, SHAPES, clean, fault, read_line
from cps_quiz.pool.queries import query

COLUMNS = "person, id, item, print, code, kind, chosen, points, confidence, exam, first_try, number, month, undone"
"""What an answer of a pool holds."""

SHOWN_FAULTS, MOST_SENTENCES = 5, 20
"""Unsound lines of a file, and of all files, that are named; all are counted."""

MOST_FILES = 16
"""Files of a bucket; with more of them they are made one."""

_SUFFIXES = {".jsonl", ".json"}

_FIELDS = (
    "contribution",
    *("pseudonym", "id", "item", "print", "chosen", "points", "confidence", "exam", "first_try", "number", "month"),
    "undone",
    "withdrawal",
)

_MERGED = """
select person, id, max(item) as item, max(print) as print, max(code) as code, max(kind) as kind,
       max(chosen) as chosen, max(points) as points, max(confidence) as confidence, max(exam) as exam,
       min(first_try) as first_try, max(number) as number, max(month) as month, max(undone) as undone
from fresh group by person, id order by person, id
"""
"""Of several tellings of an answer each column takes one side, whatever their order: they differ only where
one machine knew less."""


class Refused(NamedTuple):
    """Lines of a file that were not taken: how many, and a sentence for the first of them."""

    lines: int
    sentences: tuple[str, ...]


class Added(NamedTuple):
    """What adding came to: people and answers in the pool before and after, and what was refused."""

    people_before: int
    people: int
    answers_before: int
    answers: int
    refused: Refused
    seconds: float


def add(paths: Iterable[Path], folder: Path) -> Added:
    """Take files, and all of folders, into the pool in `folder`, which is made if need be.

    Raises QuizError: for a path that is not there, a pool that is damaged, a missing extra, no sound line at all.
    """
    files = list(contribution_files(paths))
    before = _pool_or_new(folder, files)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteFailedError(str(folder), error.strerror or str(error)) from None
    with duckdb_in(folder) as engine:
        size = _size(engine, before)
        refused = _take_in(engine, files, before.programme)
        pool = before
        for bucket in BUCKETS:
            if fresh := list(engine.folder.glob(f"read-*/bucket={bucket}/*.parquet")):
                pool = _with_bucket(engine, pool, bucket, fresh)
        commit(pool, before)
        people, answers = _size(engine, pool)
        return Added(size[0], people, size[1], answers, refused, engine.seconds)


def contribution_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Files, and all contributions in folders. Raises PathNotFoundError."""
    for path in paths:
        if path.is_dir():
            yield from (p for p in sorted(path.rglob("*")) if p.suffix in _SUFFIXES and p.is_file())
        elif path.is_file():
            yield path
        else:
            raise PathNotFoundError(str(path))


def _pool_or_new(folder: Path, files: Sequence[Path]) -> Pool:
    with suppress(NoPoolError):
        return open_pool(folder)
    return new_pool(folder, _programme(files))


def _programme(files: Sequence[Path]) -> str:
    """The programme of the first line that names one."""
    for path in files:
        for line in file_lines(path):
            fields = read_line(line) or {}
            programme = fields.get("contribution")
            if isinstance(programme, str) and not fault(fields, programme):
                return programme
    raise QuizError(
        "None of these files holds a contribution.",
        "Candidates write one with: cps-quiz history share --programme CODE -o FILE",
    )


def file_lines(path: Path) -> Iterator[bytes]:
    """The lines of a file, each cut off a little beyond the length that is allowed."""
    try:
        with path.open("rb") as file:
            while line := file.readline(LONGEST_LINE + 2):
                whole = line
                while not whole.endswith(b"\n") and (whole := file.readline(1 << 16)):
                    pass
                if line.strip():
                    yield line.rstrip(b"\r\n")
    except OSError as error:
        raise QuizError(f"{path} cannot be read: {error.strerror}.", "Name files that may be read.") from None


def _take_in(engine: DuckDB, files: Sequence[Path], programme: str) -> Refused:
    """Read files into buckets of Parquet; a file with an unsound line is read again line by line."""
    damaged = _read_together(engine, list(files), programme, "all")
    if faulty := [*engine.folder.glob("read-*/bucket=faulty/*.parquet")]:
        engine.view("faulty", faulty)
        names = {name for (name,) in engine.ask("select distinct person from faulty")}
        damaged += [path for path in files if str(path) in names]
    count, sentences = 0, list[str]()
    sound = engine.folder / "sound.jsonl"
    with sound.open("w", encoding="utf-8") as out:
        for path in damaged:
            found = list(_sift(path, programme, out))
            count += len(found)
            sentences += [
                f"{path}:{line}:1: this line {wrong}; it is left out." for line, wrong in found[:SHOWN_FAULTS]
            ]
    if sound.stat().st_size:
        _read(engine, [sound], "true", "sound")
    return Refused(count, tuple(sentences[:MOST_SENTENCES]))


def _sift(path: Path, programme: str, out: TextIO) -> Iterator[tuple[int, str]]:
    """Write the sound lines of a file, and give the number and the fault of each other one."""
    for number, line in enumerate(file_lines(path), 1):
        fields = read_line(line)
        wrong = fault(fields, programme)
        if wrong or fields is None:
            yield number, wrong
        else:
            out.write(f"{clean(fields)}\n")


def _read_together(engine: DuckDB, files: list[Path], programme: str, name: str) -> list[Path]:
    """Read files at once, or in halves where DuckDB gives up at one; those that it cannot read at all."""
    if not files:
        return []
    try:
        _read(engine, files, _sound(programme), name)
    except engine.error:
        rmtree(engine.folder / f"read-{name}", ignore_errors=True)
        if len(files) == 1:
            return files
        half = len(files) // 2
        first = _read_together(engine, files[:half], programme, f"{name}0")
        return first + _read_together(engine, files[half:], programme, f"{name}1")
    return []


def _read(engine: DuckDB, files: Sequence[Path], sound: str, name: str) -> None:
    """Write the sound lines of files into buckets, and those that are not into one that is called faulty.

    There `person` holds the name of the file, so that all of them have the same columns.
    """
    columns = ", ".join(f"{field}: 'VARCHAR'" for field in _FIELDS)
    names = ", ".join(quoted(literal(path)) for path in files)
    source = (
        f"read_json([{names}], format = 'newline_delimited', columns = {{{columns}}}, filename = true,"
        f" ignore_errors = true, maximum_object_size = {LONGEST_LINE})"
    )
    to = quoted(engine.folder / f"read-{name}")
    text = f"""
        copy (
            select * exclude (sound, filename) replace (case when sound then person else filename end as person),
                   case when sound then substr(person, 1, 1) else 'faulty' end as bucket
            from (select {_TYPED}, {sound} as sound, filename from {source})
        ) to {to} (format parquet, compression zstd, partition_by (bucket))
    """  # noqa: S608 - quotes of names are doubled, all else is ours
    engine.ask(text)


_TYPED = """
    pseudonym as person,
    try_cast('0x' || substr(id, 1, 15) as bigint) as id,
    item,
    print,
    cast(md5_number_lower(item || '@' || print) >> 16 as bigint) as code,
    case when item is null then null when exam is null then 'drill' else 'exam' end as kind,
    case when item is null then null when chosen is null then 'open'
         else replace(trim(chosen, '[]'), ' ', '') end as chosen,
    cast(round(try_cast(points as double) * 1000) as integer) as points,
    confidence,
    exam,
    case first_try when 'true' then 1 when 'false' then 0 end as first_try,
    try_cast(number as integer) as number,
    month,
    case when undone = 'true' then 1 else 0 end as undone
"""


def _sound(programme: str) -> str:
    """Whether a line is sound, in SQL: as `fault` says, but that a number may stand in quotes."""
    shapes = {name: f"regexp_full_match({name}, '{shape}')" for name, shape in SHAPES.items()}
    answer = [
        shapes["item"],
        f"length(item) <= {LONGEST_ITEM}",
        shapes["print"],
        "(exam is null or " + shapes["exam"] + ")",
        "(confidence is null or " + shapes["confidence"] + ")",
        "regexp_full_match(number, '[1-9][0-9]{0,8}')",
        "first_try in ('true', 'false')",
        shapes["month"],
        "regexp_full_match(points, '0|1|[01][.]0|0[.][0-9]{1,3}')",
        (
            "case when chosen is null then exam is not null and points in ('0', '0.0')"
            " else regexp_full_match(chosen, '\\[(([0-9]|1[0-9])(, ?([0-9]|1[0-9])){0,19})?\\]') end"
        ),
    ]
    quoted = programme.replace("'", "''")
    head = f"contribution = '{quoted}' and withdrawal is null and {shapes['pseudonym']} and {shapes['id']}"
    return f"coalesce({head} and (undone = 'true' or ({' and '.join(answer)})), false)"


def _with_bucket(engine: DuckDB, pool: Pool, bucket: str, fresh: Sequence[Path]) -> Pool:
    """The pool with what was read into one bucket; each answer stands in it once."""
    old = [pool.folder / name for name in pool.answers.get(bucket, ())]
    engine.view("fresh", [*old, *fresh])
    ((rows, different),) = engine.ask("select count(*), count(distinct (person, id)) from fresh")
    if rows == different and len(old) + len(fresh) <= MOST_FILES:
        moved = [path.replace(pool.folder / new_name(bucket)) for path in fresh]
        names = [path.name for path in [*old, *moved]]
    else:
        names = [new_name(bucket)]
        engine.write(_MERGED, pool.folder / names[0])
    return pool._replace(answers={**pool.answers, bucket: tuple(names)})


def _size(engine: DuckDB, pool: Pool) -> tuple[int, int]:
    """People and answers of a pool."""
    if not pool.files():
        return 0, 0
    engine.answers(pool)
    ((people, answers),) = engine.ask(query("size"))
    return people, answers
