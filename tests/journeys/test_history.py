"""Exams in the log that leaves one machine and comes to another."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from cps_quiz.core.exam.exam import Breaks, Ending, Settings
from cps_quiz.core.exam.report import FinishedExam, Outcome
from cps_quiz.core.questions.bank import ItemId, TopicId
from cps_quiz.core.questions.labels import Label, LabelKind
from cps_quiz.core.record.exam_record import to_kept
from cps_quiz.core.record.log import Aside, Kept, Logged, Question, Rest
from cps_quiz.core.record.marks import Flag, Note
from cps_quiz.journeys.history import export_lines, import_lines

OUTCOME = Outcome(ItemId("a"), TopicId("goals"), None, None, "0", None, 0.25, False, (), None, False, 9.5)
SAT = FinishedExam("x", 1, 1_000, 2_000, "2027-03-01", Ending.HANDED_IN, 7, Settings(), Breaks(), 600.0, (OUTCOME,))


class FakeMarks(NamedTuple):
    """Flags and notes of a log."""

    rest: Rest

    def flags(self) -> tuple[Flag, ...]:
        return self.rest.flags

    def notes(self) -> tuple[Note, ...]:
        return self.rest.notes


class FakeLog:
    def __init__(self, *exams: Kept) -> None:
        self.there = list(exams)
        self.rest = Rest()
        self.kept: str | None = None

    @property
    def marks(self) -> FakeMarks:
        return FakeMarks(self.rest)

    def secret(self) -> str | None:
        return self.kept

    def log(self) -> Iterator[tuple[Logged, int | None]]:
        yield from ()

    def merge(self, entries: Iterable[tuple[Logged, int | None]]) -> int:
        return len(list(entries))

    def all_exams(self) -> list[Kept]:
        return self.there

    def questions(self) -> list[Question]:
        return list(self.rest.questions)

    def settings(self) -> dict[str, str]:
        return dict(self.rest.choices)

    def asides(self) -> list[Aside]:
        return list(self.rest.asides)

    def unknown_lines(self) -> list[str]:
        return list(self.rest.unknown)

    def merge_rest(self, rest: Rest) -> None:
        self.rest = rest
        self.kept = min((secret for secret in (*rest.secrets, self.kept) if secret is not None), default=None)

    def merge_exams(self, exams: Iterable[Kept]) -> int:
        new = [exam for exam in exams if exam not in self.there]
        self.there += new
        return len(new)


ANSWER = {
    "id": "one",
    "attempt": "a",
    "item": "emp-001",
    "topic": "empowerment",
    "objective": None,
    "fingerprint": "f",
    "key": "k",
    "response": {"chosen": [1]},
    "offered": ["judging"],
    "chosen": [["You did not try.", "judging"]],
    "score": 0.0,
    "self_assessed": False,
    "again": 0,
    "confidence": None,
    "cram": False,
    "seed": 7,
    "seconds": 2.0,
    "answered_at": 1_800_000_000_000,
    "day": "2027-01-15",
    "undone_at": None,
}
"""A line as the first version wrote it."""

NEWER = {"labels": [["names", "judging"]], "offered_names": ["deciding-for", "judging"], "print": "p"}


class AnswerLog(FakeLog):
    def __init__(self) -> None:
        super().__init__()
        self.answers: list[tuple[Logged, int | None]] = []

    def log(self) -> Iterator[tuple[Logged, int | None]]:
        yield from self.answers

    def merge(self, entries: Iterable[tuple[Logged, int | None]]) -> int:
        self.answers += entries
        return len(self.answers)


def imported(tmp_path: Path, line: dict[str, Any]) -> tuple[AnswerLog, list[str]]:
    log, file = AnswerLog(), tmp_path / "log.jsonl"
    file.write_text(json.dumps(line))
    return log, import_lines(log, file).problems


def test_an_old_line_has_the_labels_of_what_was_chosen(tmp_path: Path) -> None:
    log, problems = imported(tmp_path, ANSWER)

    assert problems == []
    ((entry, _),) = log.answers
    assert (entry.labels, entry.offered_names, entry.print) == ((Label(LabelKind.MISCONCEPTION, "judging"),), (), None)


def test_a_newer_line_comes_back_as_it_left(tmp_path: Path) -> None:
    log, problems = imported(tmp_path, ANSWER | NEWER)

    assert problems == []
    elsewhere = {"machine": None, "seq": None, "doubtful": False}
    assert [json.loads(line) for line in export_lines(log)] == [ANSWER | NEWER | elsewhere]


@pytest.mark.parametrize(
    ("labels", "known"),
    [
        pytest.param(
            [["mood", "x"], ["names", "judging"]], (Label(LabelKind.NAMES, "judging"),), id="of a newer version"
        ),
        pytest.param(None, (Label(LabelKind.MISCONCEPTION, "judging"),), id="none"),
    ],
)
def test_labels_that_are_not_known_cost_no_answer(tmp_path: Path, labels: object, known: tuple[Label, ...]) -> None:
    log, problems = imported(tmp_path, ANSWER | NEWER | {"labels": labels})

    assert problems == []
    assert [entry.labels for entry, _ in log.answers] == [known]


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"labels": ["judging"]}, id="no pair"),
        pytest.param({"labels": [["names", 3]]}, id="no id"),
        pytest.param({"offered_names": "judging"}, id="no list"),
        pytest.param({"print": 7}, id="no print"),
    ],
)
def test_a_line_with_unsound_labels_is_skipped(tmp_path: Path, wrong: dict[str, Any]) -> None:
    log, problems = imported(tmp_path, ANSWER | NEWER | wrong)

    assert log.answers == []
    assert len(problems) == 1


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


def test_flags_and_notes_travel(tmp_path: Path) -> None:
    here, there = FakeLog(), FakeLog()
    flag, note = Flag(ItemId("a"), flagged=True, at=1_000), Note(ItemId("a"), "Ask first.", 2_000)
    here.rest = Rest(flags=(flag,), notes=(note,))
    file = tmp_path / "log.jsonl"
    file.write_text("\n".join(export_lines(here)) + '\n{"flag": "a", "on": 1, "at": 5}\n', encoding="utf-8")

    merged = import_lines(there, file)

    assert (there.rest.flags, there.rest.notes) == ((flag,), (note,))
    assert len(merged.problems) == 1
    assert ":3:1:" in merged.problems[0]
