"""`exam print` and `exam show --html`: the files that they write."""

import re
from pathlib import Path

import pytest
from pages import said, tags
from program import Program

SMALL = ("--items", "4", "--seed", "7")


def lettered_on_screen(out: str) -> list[list[str]]:
    """The lettered lines of each question in the output of an exam in a pipe."""
    asked = re.findall(r"^Question \d of 4\.\n\n(.*?)^(?:Choose|Put)", out, re.DOTALL | re.MULTILINE)
    return [re.findall(r"^[a-f]\. .*", text, re.MULTILINE) for text in asked]


def lettered_on_paper(page: str) -> list[list[str]]:
    inside = re.findall(r"<article.*?</article>", page, re.DOTALL)
    found = [[tag.words for tag in tags(part, "li") if "letter" in part] for part in inside]
    return [[re.sub(r"^([a-f]) ", r"\1. ", words) for words in part] for part in found]


def test_a_paper_and_its_key_are_written_and_named(run: Program, practice: Path) -> None:
    ended = run("exam", "print", *SMALL, "--bank", practice)

    paper, key = run.home / "exam-7-questions.html", run.home / "exam-7-key.html"
    assert (ended.code, ended.err) == (0, "")
    assert paper.name in ended.out
    assert key.name in ended.out
    assert len(tags(paper.read_text(encoding="utf-8"), "article")) == 4
    assert len(tags(key.read_text(encoding="utf-8"), "article")) == 4


def test_the_paper_has_the_letters_of_the_screen(run: Program, practice: Path) -> None:
    run("exam", "print", *SMALL, "--bank", practice)
    on_paper = lettered_on_paper((run.home / "exam-7-questions.html").read_text(encoding="utf-8"))

    for _ in range(2):  # what was seen before does not change the form of a seed
        on_screen = lettered_on_screen(run("exam", *SMALL, "--bank", practice, stdin="s\n" * 9).out)
        assert len(on_screen) == 4
        assert on_screen == on_paper


def test_the_folder_can_be_chosen(run: Program, practice: Path, tmp_path: Path) -> None:
    ended = run("exam", "print", *SMALL, "--bank", practice, "--folder", tmp_path)

    assert sorted(path.name for path in tmp_path.glob("*.html")) == ["exam-7-key.html", "exam-7-questions.html"]
    assert str(tmp_path / "exam-7-key.html") in ended.out


def test_a_blueprint_sets_time_and_target(run: Program, practice: Path) -> None:
    plan = "format: 1\nblueprint: plan\nitems: 2\nminutes: 5\ntarget: 60\n"
    (run.home / "plan.yaml").write_text(plan, encoding="utf-8")

    ended = run("exam", "print", "--blueprint", "plan.yaml", "--seed", "1", "--bank", practice)

    assert ended.code == 0, ended.err
    words = said((run.home / "exam-1-questions.html").read_text(encoding="utf-8"))
    assert "2 questions. Time: 5 minutes. Target: 60%." in words


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("--folder", "/dev/null/under"), "could not be written", id="no-folder"),
        pytest.param(("--items", "40"), "too few", id="too-few"),
        pytest.param(("--topic", "plannin"), "planning", id="unknown-topic"),
    ],
)
def test_what_cannot_be_done_leaves_no_file(
    run: Program, practice: Path, arguments: tuple[str, ...], told: str
) -> None:
    ended = run("exam", "print", *SMALL, "--bank", practice, *arguments)

    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert list(run.home.rglob("*.html")) == []


def test_the_folder_is_made(run: Program, practice: Path) -> None:
    ended = run("exam", "print", *SMALL, "--bank", practice, "--folder", "new/papers")

    assert ended.code == 0, ended.err
    assert len(list((run.home / "new" / "papers").iterdir())) == 2


def test_the_report_of_an_exam_is_written(run: Program, practice: Path) -> None:
    run("exam", *SMALL, "--bank", practice, stdin="a\nb\n")

    ended = run("exam", "show", "1", "--html", "report.html", "--bank", practice)

    page = (run.home / "report.html").read_text(encoding="utf-8")
    assert (ended.code, ended.err) == (0, "")
    assert "report.html" in ended.out
    assert "Mock exam 1" in tags(page, "title")[0].text
    assert len(tags(page, "article")) == 4


def test_a_report_shows_questions_that_are_gone_as_they_were_asked(
    run: Program, practice: Path, small_bank: str
) -> None:
    run("exam", *SMALL, "--bank", practice, stdin="a\nb\n")
    (run.home / "small.yaml").write_text(small_bank, encoding="utf-8")

    run("exam", "show", "1", "--html", "report.html", "--bank", "small.yaml")

    page = (run.home / "report.html").read_text(encoding="utf-8")
    assert "gone from your banks" not in said(page)
    assert all(f"Question {number}: " in said(page) for number in (1, 2, 3, 4))


def test_a_report_that_cannot_be_written_is_told(run: Program, practice: Path) -> None:
    run("exam", *SMALL, "--bank", practice, stdin="a\n")

    ended = run("exam", "show", "1", "--html", "nowhere/report.html", "--bank", practice)

    assert (ended.code, ended.out) == (2, "")
    assert "nowhere/report.html could not be written" in ended.err
