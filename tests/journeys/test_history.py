"""Exams in the log that leaves one machine and comes to another."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cps_quiz.core.exam.exam import Breaks, Ending, Settings
from cps_quiz.core.exam.report import FinishedExam, Outcome
from cps_quiz.core.questions.bank import ItemId, TopicId
from cps_quiz.core.record.exam_record import to_kept
from cps_quiz.core.record.log import Kept, Logged
from cps_quiz.journeys.history import export_lines, import_lines

OUTCOME = Outcome(ItemId("a"), TopicId("goals"), None, None, "0", None, 0.25, False, (), None, False, 9.5)
SAT = FinishedExam("x", 1, 1_000, 2_000, "2027-03-01", Ending.HANDED_IN, 7, Settings(), Breaks(), 600.0, (OUTCOME,))


class FakeLog:
    def __init__(self, *exams: Kept) -> None:
        self.there = list(exams)
        self.kept: str | None = None

    def secret(self) -> str | None:
        return self.kept

    def merge_secret(self, value: str) -> None:
        self.kept = value if self.kept is None else min(self.kept, value)

    def log(self) -> Iterator[tuple[Logged, int | None]]:
        yield from ()

    def merge(self, entries: Iterable[tuple[Logged, int | None]]) -> int:
        return len(list(entries))

    def exams(self) -> list[Kept]:
        return self.there

    def merge_exams(self, exams: Iterable[Kept]) -> int:
        new = [exam for exam in exams if exam not in self.there]
        self.there += new
        return len(new)


def exported() -> dict[str, Any]:
    (line,) = export_lines(FakeLog(to_kept(SAT)))
    told: dict[str, Any] = json.loads(line)
    return told


def test_an_exam_comes_back_as_it_left(tmp_path: Path) -> None:
    file, other = tmp_path / "log.jsonl", FakeLog()
    file.write_text("\n".join(export_lines(FakeLog(to_kept(SAT)))))

    merged = import_lines(other, file)

    assert merged == (0, 0, 1, [])
    assert other.there == [to_kept(SAT)]
    assert import_lines(other, file).exams == 0


def test_of_two_secrets_the_smaller_one_holds(tmp_path: Path) -> None:
    one, other, file = FakeLog(), FakeLog(), tmp_path / "log.jsonl"
    one.kept, other.kept = "a" * 64, "b" * 64
    file.write_text("\n".join(export_lines(one)))

    assert import_lines(other, file).problems == []
    assert other.kept == one.kept


def test_a_secret_that_is_none_is_skipped(tmp_path: Path) -> None:
    other, file = FakeLog(), tmp_path / "log.jsonl"
    file.write_text('{"secret": "short"}\n')

    assert len(import_lines(other, file).problems) == 1
    assert other.kept is None


@pytest.mark.parametrize(
    ("route", "value"),
    [
        pytest.param(("exam",), 3, id="no id"),
        pytest.param(("started_at",), "soon", id="no time"),
        pytest.param(("record",), [], id="no record"),
        pytest.param(("record", "day"), "someday", id="no day"),
        pytest.param(("record", "ending"), "blown away", id="unknown ending"),
        pytest.param(("record", "spent"), -1, id="time before the start"),
        pytest.param(("record", "settings", "target"), 130, id="target over all"),
        pytest.param(("record", "settings", "seconds"), "long", id="no seconds"),
        pytest.param(("record", "breaks", "taken"), 1.5, id="half a break"),
        pytest.param(("record", "outcomes"), [], id="no questions"),
        pytest.param(("record", "outcomes", 0, "chance"), 2, id="chance over one"),
        pytest.param(("record", "outcomes", 0, "right"), "yes", id="no truth"),
        pytest.param(("record", "outcomes", 0, "level"), "guess", id="unknown level"),
        pytest.param(("record", "outcomes", 0, "tempted"), "judging", id="no list"),
        pytest.param(("record", "outcomes", 0), {}, id="empty outcome"),
    ],
)
def test_a_line_that_is_no_exam_is_skipped_and_told_of(tmp_path: Path, route: tuple[Any, ...], value: object) -> None:
    told = exported()
    *way, last = route
    place: Any = told
    for step in way:
        place = place[step]
    place[last] = value
    file, log = tmp_path / "log.jsonl", FakeLog()
    file.write_text(json.dumps(told))

    merged = import_lines(log, file)

    assert (merged.exams, log.there) == (0, [])
    assert merged.problems == [f"{file}:1:1: this line is no answer that `history export` wrote; it is skipped."]
