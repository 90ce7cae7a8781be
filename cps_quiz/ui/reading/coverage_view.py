"""What banks cover, as tables or as lines."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from cps_quiz.core.counting import counted
from cps_quiz.core.questions.bank import Level, TopicId
from cps_quiz.core.questions.coverage import Coverage
from cps_quiz.core.questions.interaction import MisconceptionId
from cps_quiz.ui.drawing.page import Block, wrap
from cps_quiz.ui.drawing.writer import Writer

Matrix = Mapping[MisconceptionId, Mapping[TopicId, int]]
Row = tuple[str, Sequence[int]]
"""What is counted, and its counts; the last one is their sum."""

NONE = "none"
GAP = "  "
DISTRACTORS = "In how many questions each wrong approach tempts"
NAMED = "In how many questions each is to be named or told from others"
AIMS = "How many questions there are for each aim"


def blocks(coverage: Coverage, writer: Writer) -> list[Block]:
    """The coverage for a terminal: tables where they fit, else a short list for each row."""
    names = max((len(aim.id) for aim in coverage.aims), default=0)
    return [
        *(
            block
            for title, matrix in _matrices(coverage)
            for block in (
                writer.prose(title, style="strong"),
                _shown([*coverage.topics, "sum"], _with_sums(matrix, coverage.topics), writer),
            )
        ),
        writer.prose(AIMS, style="strong"),
        *(_shown([*_levels(), "sum"], rows, writer, title, names) for title, rows in _aims(coverage)),
        [line for sentence in summary(coverage) for line in writer.prose(sentence)],
    ]


def sentences(coverage: Coverage) -> list[str]:
    """The coverage as lines to be read aloud."""
    said = []
    for title, matrix in _matrices(coverage):
        said.append(f"{title}:")
        said += [f"{name}: {_phrases([*coverage.topics, 'in all'], counts)}." for name, counts in _rows(matrix)]
    said.append(f"{AIMS}:")
    for title, rows in _aims(coverage):
        said += [f"{title}, {name}: {_phrases([*_levels(), 'in all'], counts)}." for name, counts in rows]
    return [*said, *summary(coverage)]


def summary(coverage: Coverage) -> list[str]:
    """What is missing, in a few sentences."""
    levels = (
        f"Of the pairs of an aim and a level, {coverage.empty_levels} of {len(coverage.aims) * len(Level)} are empty"
    )
    return [
        f"Of the pairs of a wrong approach and a topic, {coverage.empty_cells} of {coverage.cells} are empty.",
        f"{levels}; aims without any question: {coverage.empty_aims}.",
        *([f"{counted(coverage.aimless, 'question')} without an aim."] if coverage.aimless else []),
    ]


def _matrices(coverage: Coverage) -> list[tuple[str, Matrix]]:
    """What tempts, and what is to be named, if anything is."""
    named = [(NAMED, coverage.named)] if any(sum(row.values()) for row in coverage.named.values()) else []
    return [(DISTRACTORS, coverage.misconceptions), *named]


def _rows(matrix: Matrix) -> list[Row]:
    return [(id_, (*row.values(), sum(row.values()))) for id_, row in matrix.items()]


def _with_sums(matrix: Matrix, topics: Sequence[TopicId]) -> list[Row]:
    """The rows, and their sums: an item is in as many as it has misconceptions."""
    sums = [sum(row[topic] for row in matrix.values()) for topic in topics]
    return [*_rows(matrix), ("sum", (*sums, sum(sums)))]


def _aims(coverage: Coverage) -> list[tuple[str, list[Row]]]:
    """The rows of each topic, under its id."""
    return [
        (topic, [(aim.id, (*aim.levels.values(), aim.items)) for aim in coverage.aims if aim.topic == topic])
        for topic in coverage.topics
    ]


def _levels() -> list[str]:
    return [level.value for level in Level]


def _count(count: int) -> str:
    return str(count) if count else NONE


def _phrases(names: Sequence[str], counts: Sequence[int]) -> str:
    return ", ".join(f"{name} {_count(count)}" for name, count in zip(names, counts, strict=True))


def _shown(columns: Sequence[str], rows: Sequence[Row], writer: Writer, title: str = "", least: int = 0) -> Block:
    """A table, its first column at least so wide; a list where the table is too wide."""
    heads = [_broken(column) for column in columns]
    widths = [max(len(NONE), *map(len, head)) for head in heads]
    label = max([least, len(title), *(len(name) for name, _ in rows)])
    if 3 + label + sum(widths) + len(GAP) * len(widths) > writer.width:
        return _listed(columns, rows, writer, title)
    height = max(map(len, heads))
    tops = [[""] * (height - len(head)) + head for head in heads]
    lines = [_line(title if at == height - 1 else "", [top[at] for top in tops], label, widths) for at in range(height)]
    counts_in_lines = [_line(name, [_count(count) for count in counts], label, widths) for name, counts in rows]
    return [*(writer.text(line, "strong") for line in lines), *map(writer.text, counts_in_lines)]


def _broken(words: str) -> list[str]:
    """A heading in lines, broken after hyphens."""
    first, *rest = words.split("-")
    return [f"{part}-" for part in (first, *rest)[:-1]] + [rest[-1] if rest else first]


def _line(name: str, cells: Sequence[str], label: int, widths: Sequence[int]) -> str:
    right = "".join(f"{GAP}{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))
    return f"   {name:<{label}}{right}".rstrip()


def _listed(columns: Sequence[str], rows: Sequence[Row], writer: Writer, title: str) -> Block:
    lines = [writer.text(f" {title}", "strong")] if title else []
    for name, counts in rows:
        lines += wrap(writer.console, writer.text(name, "accent"), writer.width, "   ", "   ")
        lines += wrap(writer.console, writer.text(_phrases(columns, counts)), writer.width, " " * 5, " " * 5)
    return lines or [Text()]
