"""Commands that look at the past, plan ahead, and carry the log about."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from past import Tried, at_noon, keep, use_banks
from program import Ended, Program

from cps_quiz.core.memory.cards import Confidence
from cps_quiz.core.record.log import Attempt
from cps_quiz.store.progress import Progress

TIP, CHEER = "Take the early bus", "You will be fine"
PAST = (
    Tried("long-001", 90, confidence=Confidence.SURE),
    Tried("single-001", 40, TIP),
    Tried("single-001", 2, CHEER, Confidence.SURE),
    Tried("multiple-001", 2, confidence=Confidence.UNSURE),
    Tried("multiple-001", 1, confidence=Confidence.SURE),
    Tried("single-001", 0, TIP, Confidence.GUESSING),
)
"""long-001 is long due, single-001 was missed the last time, order-001 and reflection-001 are new."""


@pytest.fixture
def now(run: Program, practice: Path) -> datetime:
    """The time now, in a home that has the past on the practice banks."""
    at = at_noon(run)
    use_banks(run.home, practice)
    keep(run.home, practice, at, PAST)
    return at


def asked(ended: Ended) -> str:
    """What `Question 1 of ...` says."""
    assert ended.code == 0, ended.err
    return next(line for line in ended.out.splitlines() if line.startswith("Question 1"))


@pytest.mark.usefixtures("now")
@pytest.mark.parametrize(
    ("options", "first", "shown"),
    [
        pytest.param(("--due",), "Question 1 of 1. Listening.", "picks up their last word", id="due"),
        pytest.param(("--missed",), "Question 1 of 1. Listening.", "Two years is a long time", id="missed"),
        pytest.param(("--new",), "Question 1 of 2.", "", id="new"),
        pytest.param(("--new", "planning"), "Question 1 of 1. Planning together.", "", id="new of a topic"),
        pytest.param((), "Question 1 of 5.", "", id="all"),
        pytest.param(("--misconception", "giving-tips"), "Question 1 of 3.", "", id="a misconception"),
    ],
)
def test_a_drill_asks_what_is_asked_for(run: Program, options: tuple[str, ...], first: str, shown: str) -> None:
    ended = run("drill", *options)

    assert asked(ended) == first if first.count(".") > 1 else asked(ended).startswith(first)
    assert shown in ended.out


@pytest.mark.usefixtures("now")
@pytest.mark.parametrize("both", [("--due", "--new"), ("--missed", "--due"), ("--new", "--missed")])
def test_of_due_missed_and_new_only_one_can_be_asked_for(run: Program, both: tuple[str, str]) -> None:
    ended = run("drill", *both)

    assert ended.code == 2
    assert "only one can be asked for" in ended.err
    assert ended.out == ""


def test_asking_for_what_there_is_none_of_is_told(run: Program, practice: Path) -> None:
    ended = run("drill", "--due", "--bank", practice)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "Nothing of this is due today.\nMeet something new: cps-quiz drill --new\n"


@pytest.mark.usefixtures("now")
def test_cramming_is_logged_and_leaves_the_schedule(run: Program) -> None:
    before = json.loads(run("progress", "--json").out)

    run("drill", "--cram", "--new", "planning", stdin="a b c d\n" * 4)

    after = json.loads(run("progress", "--json").out)
    assert (after["new"], after["due"]) == (before["new"], before["due"])
    assert after["answers_today"] > before["answers_today"]


@pytest.mark.usefixtures("now")
def test_the_same_seed_gives_the_same_drill_whatever_the_past(run: Program) -> None:
    first = run("drill", "--seed", "5").out
    run("drill", "--new", stdin="a\nb\n" * 9)

    assert run("drill", "--seed", "5").out == first


def test_progress_as_data_agrees_with_the_past(run: Program, now: datetime) -> None:
    ended = run("progress", "--json")
    told = json.loads(ended.out)
    listening, planning = (next(t for t in told["topics"] if t["topic"] == name) for name in ("listening", "planning"))
    misconceptions = {one["misconception"]: one for one in told["misconceptions"]}
    days = {day["day"]: day["answers"] for day in told["days"]}

    assert (ended.code, ended.err) == (0, "")
    assert (told["due"], told["new"], told["missed"], told["streak_days"], told["answers_today"]) == (1, 2, 1, 3, 1)
    assert (listening["met"], listening["items"], planning["met"], planning["items"]) == (2, 3, 1, 2)
    assert 0 < listening["share"] < 1 / 3
    assert 0.4 < planning["share"] < 0.5
    assert (misconceptions["giving-tips"]["offered"], misconceptions["giving-tips"]["chosen"]) == (6, 2)
    assert (misconceptions["giving-tips"]["offered_lately"], misconceptions["giving-tips"]["chosen_lately"]) == (4, 1)
    assert (misconceptions["false-cheer"]["chosen"], misconceptions["false-cheer"]["trend"]) == (1, None)
    assert days[now.date().isoformat()] == 1
    assert days[(now.date() - timedelta(days=2)).isoformat()] == 2
    assert sum(days.values()) == len(PAST) - 1
    assert told["forecast"][0] == {"day": now.date().isoformat(), "due": 1}
    assert len(told["forecast"]) == 14
    assert told["calibration"] == {
        "sure": {"asked": 3, "right": 2},
        "unsure": {"asked": 1, "right": 1},
        "guessing": {"asked": 1, "right": 0},
    }


@pytest.mark.usefixtures("now")
def test_what_is_put_aside_is_no_part_of_what_is_to_do(run: Program) -> None:
    before = json.loads(run("progress", "--json").out)
    assert run("bank", "aside", "listening").code == 0

    told = json.loads(run("progress", "--json").out)

    assert (before["due"], before["new"], before["missed"]) == (1, 2, 1)
    assert (told["due"], told["new"], told["missed"]) == (0, 1, 0)
    assert told["topics"] == before["topics"], "what was learned stays"


@pytest.mark.usefixtures("now")
def test_progress_says_the_same_in_plain_words(run: Program) -> None:
    lines = run("progress").out.splitlines()

    assert any(line.startswith("Listening: ") and line.endswith("%, 2 of 3 questions met.") for line in lines)
    assert any(line.startswith("Planning together: ") and line.endswith("%, 1 of 2 questions met.") for line in lines)
    assert "- Giving tips: chosen 2 of 6 times." in lines
    assert "- False cheer: chosen 1 of 6 times." in lines
    assert "When sure: right 2 of 3 times." in lines
    assert any(line.startswith("Coming due: ") for line in lines)


def test_progress_of_nobody_is_a_beginning(run: Program, practice: Path) -> None:
    ended = run("progress", "--bank", practice)

    assert ended.code == 0
    assert "Listening: 0%, 0 of 3 questions met." in ended.out
    assert "Nothing has tempted you yet." in ended.out
    assert "Nothing comes due in the next two weeks." in ended.out


@pytest.mark.parametrize(
    ("days", "told"),
    [
        pytest.param(
            40,
            ["40 days until ", "You have met all of the 2 aims.", "Each day: about 1 question", "That fits"],
            id="enough",
        ),
        pytest.param(1, ["1 day until "], id="tomorrow"),
        pytest.param(0, ["Your exam is today."], id="today"),
    ],
)
def test_a_plan_tells_how_much_each_day_brings(run: Program, now: datetime, days: int, told: list[str]) -> None:
    exam = (now.date() + timedelta(days=days)).isoformat()

    ended = run("plan", "--exam-date", exam)

    assert ended.code == 0
    assert all(words in ended.out for words in told), ended.out
    assert json.loads(run("progress", "--json").out)["exam_date"] == exam
    assert run("plan").out == ended.out


@pytest.mark.usefixtures("now")
@pytest.mark.parametrize(
    ("date", "told"),
    [
        pytest.param("14.3.2027", '"14.3.2027" is no date.', id="another order"),
        pytest.param("2027-02-30", '"2027-02-30" is no date.', id="a day that is not"),
        pytest.param("2020-01-01", "2020-01-01 is in the past.", id="past"),
    ],
)
def test_a_date_that_cannot_be_is_told_and_not_kept(run: Program, date: str, told: str) -> None:
    ended = run("plan", "--exam-date", date)

    assert ended.code == 2
    assert told in ended.err
    assert "No exam date is known yet" in run("plan").out


def export(run: Program) -> list[dict[str, Any]]:
    ended = run("history", "export")
    assert ended.code == 0, ended.err
    return [json.loads(line) for line in ended.out.splitlines()]


def another_machine(run: Program, home: Path) -> Program:
    home.mkdir()
    other = Program(home)
    other.environment["TZ"] = run.environment["TZ"]
    return other


def test_two_machines_have_one_history_whatever_the_order(
    run: Program, now: datetime, practice: Path, tmp_path: Path
) -> None:
    other = another_machine(run, tmp_path / "other")
    use_banks(other.home, practice)
    (entry,) = keep(other.home, practice, now, [Tried("long-001", 5, "The one that says")])
    store = Progress(other.home / "progress.db")
    store.undo(entry.id, entry.answered_at + 5, Attempt(entry.attempt, "drill", 1, 0, "{}"))
    store.end(entry.attempt, 0)
    store.close()
    files = []
    for number, machine in enumerate((run, other)):
        files.append(tmp_path / f"{number}.jsonl")
        files[-1].write_text(machine("history", "export").out, encoding="utf-8")

    for machine, order in ((run, (1, 0, 1)), (other, (0, 1, 0, 0))):
        for number in order:
            assert machine("history", "import", files[number]).code == 0

    assert export(run) == export(other)
    assert len(export(run)) == len(PAST) + 1
    assert run("progress", "--json").out == other("progress", "--json").out
    assert [line["answered_at"] for line in export(run)] == sorted(line["answered_at"] for line in export(run))


@pytest.mark.usefixtures("now")
def test_importing_again_adds_nothing(run: Program, tmp_path: Path) -> None:
    file = tmp_path / "log.jsonl"
    file.write_text(run("history", "export").out, encoding="utf-8")

    ended = run("history", "import", file)

    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith("0 new answers of 6")


@pytest.mark.usefixtures("now")
@pytest.mark.parametrize(
    "broken",
    [
        pytest.param("no JSON", id="no JSON"),
        pytest.param('{"id": "only"}', id="a field is missing"),
        pytest.param("[1, 2]", id="a list"),
        pytest.param("null", id="null"),
        pytest.param("", id="an empty line"),
    ],
)
def test_broken_lines_are_told_with_their_place_and_the_others_kept(run: Program, tmp_path: Path, broken: str) -> None:
    lines = run("history", "export").out.splitlines()
    whole = json.loads(lines[0])
    file = tmp_path / "log.jsonl"
    file.write_text("\n".join([lines[0], broken, json.dumps({**whole, "id": "another"})]) + "\n", encoding="utf-8")

    ended = run("history", "import", file)

    assert ended.code == 1
    assert ended.err.startswith(f"{file}:2:1: ")
    assert ended.err.endswith("\n1 new answer of 3, 1 line skipped.\n")
    assert len(export(run)) == len(PAST) + 1


@pytest.mark.usefixtures("now")
@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("score", "high", id="text for a number"),
        pytest.param("again", True, id="a truth for a number"),
        pytest.param("confidence", "very", id="an unknown word"),
        pytest.param("chosen", [["text"]], id="half a pair"),
        pytest.param("answered_at", 10**30, id="a time far off"),
        pytest.param("answered_at", 10**17, id="a time after the last year"),
        pytest.param("day", "tomorrow", id="a day that is none"),
        pytest.param("day", "9999-12-31", id="a day far off"),
        pytest.param("score", float("nan"), id="no number"),
        pytest.param("offered", [["x"]], id="a list for an id"),
        pytest.param("undone_at", "yes", id="text for a time"),
        pytest.param("seed", 2**70, id="a seed that no store takes"),
        pytest.param("topic", "\ud800", id="half a character"),
        pytest.param("response", [0], id="a list for an object"),
    ],
)
def test_a_value_that_cannot_be_is_a_broken_line(run: Program, tmp_path: Path, field: str, value: object) -> None:
    whole = json.loads(run("history", "export").out.splitlines()[0])
    file = tmp_path / "log.jsonl"
    file.write_text(json.dumps({**whole, "id": "another", field: value}) + "\n", encoding="utf-8")

    ended = run("history", "import", file)

    assert (ended.code, ended.err.startswith(f"{file}:1:1: ")) == (1, True), ended.err
    assert len(export(run)) == len(PAST)
    assert run("progress").code == 0


@pytest.mark.parametrize(("name", "content"), [("missing", None), ("no text", b"\xff\xfe\x00"), ("a folder", "")])
def test_a_file_that_cannot_be_read_is_told(run: Program, tmp_path: Path, name: str, content: bytes | None) -> None:
    file = tmp_path / name
    if name == "a folder":
        file.mkdir()
    elif content is not None:
        file.write_bytes(content)

    ended = run("history", "import", file)

    assert ended.code == 2
    assert str(file) in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.usefixtures("now")
def test_reset_moves_everything_aside_and_deletes_nothing(run: Program) -> None:
    before = export(run)

    ended = run("history", "reset")

    assert ended.code == 0
    (kept,) = run.home.glob("progress-*.db")
    assert str(kept) in ended.err
    assert export(run) == []
    run("history", "reset")
    assert len(list(run.home.glob("progress-*.db"))) == 2
    old = Progress(kept)
    assert [entry.id for entry, _ in old.log()] == [line["id"] for line in before]
    old.close()


def test_reset_without_a_store_says_so(run: Program) -> None:
    ended = run("history", "reset")

    assert ended.code == 0
    assert "no progress to move" in ended.err


def test_the_path_is_told_and_nothing_made(run: Program) -> None:
    assert run("history", "path").out == f"{run.home}/progress.db\n"
    assert not (run.home / "progress.db").exists()


@pytest.mark.usefixtures("now")
def test_rebuilding_changes_nothing_that_can_be_seen(run: Program) -> None:
    before = run("progress", "--json").out

    ended = run("history", "rebuild")

    assert ended.code == 0
    assert run("progress", "--json").out == before


@pytest.mark.usefixtures("now")
def test_explaining_a_misconception_tells_the_own_misses(run: Program) -> None:
    lines = run("explain", "giving-tips").out.splitlines()

    at = lines.index("You and it: you chose it 2 of the 6 times that it was on offer, of late as:")
    assert lines[at + 1] == '- "Take the early bus, which is nearly empty on most days."'
    assert lines[at + 2] == ""


@pytest.mark.usefixtures("now")
def test_a_misconception_that_never_tempted_is_told_as_such(run: Program, practice: Path) -> None:
    run("history", "reset")
    keep(run.home, practice, at_noon(run), [Tried("single-001", 1)])

    assert "You and it: it was on offer 1 time, and you never chose it." in run("explain", "giving-tips").out


def test_explaining_makes_no_store(run: Program, practice: Path) -> None:
    ended = run("explain", "giving-tips", "--bank", practice)

    assert ended.code == 0
    assert "You and it" not in ended.out
    assert not (run.home / "progress.db").exists()


def test_explaining_goes_on_without_a_store_that_cannot_be_read(run: Program, practice: Path) -> None:
    (run.home / "progress.db").write_bytes(b"no database" * 100)

    ended = run("explain", "giving-tips", "--bank", practice)

    assert (ended.code, ended.err) == (0, "")
    assert "You and it" not in ended.out
