"""Mock exams in pipes, and what is said and kept of those that were sat."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from exams import BANKS, EIGHT, keys, questions
from program import Ended, Program

Sit = Callable[..., Ended]
BANK = ("--bank", str(BANKS))


@pytest.fixture
def run_exam(run: Program) -> Sit:
    """Sit an exam with lines on its input."""

    def piped(*options: str, stdin: str = "") -> Ended:
        return run("exam", *(options or EIGHT), stdin=stdin)

    return piped


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The eight questions as the seed shows them."""
    run = Program(tmp_path_factory.mktemp("shown"))
    return questions(run("exam", *EIGHT, stdin="\n" * 9).out)


def lines(shown: list[str], rights: str) -> str:
    """A line for each question: right (y), wrong (n) or left open (-)."""
    told = (keys(text)._asdict() | {"open": ""} for text in shown)
    names = {"y": "right", "n": "wrong", "-": "open"}
    return "".join(f"{line[names[right]]}\n" for right, line in zip(rights, told, strict=False))


def test_lines_answer_one_question_each_and_the_end_hands_in(run_exam: Sit, shown: list[str]) -> None:
    ended = run_exam(stdin=lines(shown, "yynny"))

    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("A mock exam of 8 questions. Time: 60 minutes. Target: 80%.\n")
    assert "its length, pass mark and format are not published." in ended.out
    assert [number for number in range(1, 9) if f"\nQuestion {number} of 8." in ended.out] == [1, 2, 3, 4, 5, 6]
    assert "3 of 8 questions right (38%)." in ended.out
    assert "3 questions without an answer, counted as not right." in ended.out


def test_nothing_is_told_before_the_end(run_exam: Sit, shown: list[str]) -> None:
    asked, _, _ = run_exam(stdin=lines(shown, "yynynyyn")).out.partition("\nMock exam 1, ")

    assert "\nQuestion 8 of 8." in asked
    assert not re.search(r"the key|Right\.|Not this one|correct", asked)


def test_every_question_is_explained_at_the_end(run_exam: Sit, shown: list[str]) -> None:
    _, _, result = run_exam(stdin=lines(shown, "yynn-yyy")).out.partition("What to do next:")

    told = dict(re.findall(r"^Question (\d)\. (.+)$", result, re.MULTILINE))
    missed = "Not this one. Here is why."
    assert list(told) == list("12345678")
    assert told == dict.fromkeys("12678", "Right.") | {"3": missed, "4": missed, "5": "Left open."}
    assert re.search(r"^1\. Hear the wish \[you put it at 3\]$", result, re.MULTILINE)
    assert "Why: Nobody can halve a wish that was not heard" in result
    assert result.count("[your choice]") == 1
    assert result.count("Behind your choice: ") == 1
    assert "She may be hearing her own sentence for the first time" in result


def test_half_of_several_is_told_kindly_and_counts_as_a_miss(run_exam: Sit, shown: list[str]) -> None:
    ended = run_exam(stdin=f"\n{keys(shown[1]).right[0]}\n")

    assert "Question 2. Partly right, which counts as not right. Here is why." in ended.out
    assert "0 of 8 questions right (0%)." in ended.out


@pytest.mark.parametrize(
    ("before", "line", "help_"),
    [
        pytest.param("", "z", "type one of a, b, c.", id="letter"),
        pytest.param("", "a b", "type one of a, b, c.", id="two for one"),
        pytest.param("", "yes, please", "type one of a, b, c.", id="words"),
        pytest.param("\n", "a,x", "type some of a, b, c, d, like a,c.", id="several"),
        pytest.param("\n\n", "a b", "type all of a, b, c in your order, like c b a.", id="order"),
    ],
)
def test_an_unknown_answer_names_its_line_and_asks_again(
    run_exam: Sit, shown: list[str], before: str, line: str, help_: str
) -> None:
    at = before.count("\n")

    ended = run_exam(stdin=f"{before}{line}\n{keys(shown[at]).right}\n")

    assert ended.err == f'Line {at + 1}: "{line}" is no answer here; {help_}\n'
    assert ended.code == 0
    assert "1 of 8 questions right" in ended.out


def test_a_flag_is_told_and_kept(run_exam: Sit, run: Program) -> None:
    ended = run_exam(stdin="f\na\nf\nf\nq\na\n")

    flagged = [one["flagged"] for one in json.loads(run("exam", "show", "1", "--json", *BANK).out)["questions"]]
    assert (ended.code, ended.err) == (0, "")
    assert (ended.out.count("\nFlagged.\n"), ended.out.count("\nFlag taken away.\n")) == (2, 1)
    assert flagged == [True, *[False] * 7]
    assert "\nQuestion 3 of 8." not in ended.out


def test_f_answers_where_it_is_an_option(run: Program, tmp_path: Path) -> None:
    top, item = (BANKS / "stepping.yaml").read_text(encoding="utf-8").split("items:\n")
    more = "".join(f"      - wrong: Option {sign}\n        why: It is no step of theirs.\n" for sign in "xyz")
    first = item.split("  - id: stepping-002")[0]
    bank = tmp_path / "six.yaml"
    bank.write_text(f"{top}items:\n{first}{more}", encoding="utf-8")

    ended = run("exam", "--items", "1", "--bank", str(BANKS / "curriculum.yaml"), "--bank", str(bank), stdin="f\n")

    assert (ended.code, ended.err) == (0, "")
    assert "Flagged." not in ended.out
    assert json.loads(run("exam", "show", "1", "--json", *BANK).out)["answered"] == 1


def test_how_sure_is_a_line_after_the_answer(run_exam: Sit, shown: list[str]) -> None:
    right, wrong = keys(shown[0]).right, keys(shown[1]).wrong

    ended = run_exam(*EIGHT, "--cbm", stdin=f"{right}\n1\n{wrong}\nvery\nguessing\n\n")

    assert ended.err == 'Line 4: "very" is no answer here; type 1, 2 or 3.\n'
    assert ended.out.count("How sure were you?") == 2
    assert re.search(r"^Marked by certainty, standard \(.+\): 3 of 24\.$", ended.out, re.MULTILINE)
    assert re.search(r"^Marked by certainty, gentle \(.+\): 4 of 32\.$", ended.out, re.MULTILINE)
    assert "When sure: 1 of 1 right (100%)." in ended.out
    assert "When guessing: 0 of 1 right (0%)." in ended.out


def test_the_same_seed_gives_the_same_form_whatever_was_answered_between(run_exam: Sit, shown: list[str]) -> None:
    run_exam(stdin=lines(shown, "yynnyynn"))

    assert questions(run_exam(stdin="\n" * 9).out) == shown
    assert questions(run_exam(*EIGHT[:-1], "141", stdin="\n" * 9).out) != shown


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(
            ("--items", "12"),
            "few for a mock exam of 12: stepping has 5 for a share of 6. Not counted are"
            " questions that learners score themselves, and all but one of those that give each other away."
            "\nAsk for fewer: --items 11\n",
            id="one topic too small",
        ),
        pytest.param((), "few for a mock exam of 50: hearing has 6 for a share of 25; stepping has 5", id="as usual"),
        pytest.param(("--topic", "hering"), 'There is no topic "hering".\nDid you mean hearing?', id="topic"),
        pytest.param(("--blueprint", "none.yaml"), "There is no file or folder none.yaml.", id="no blueprint"),
    ],
)
def test_what_cannot_be_put_together_is_told(run_exam: Sit, options: tuple[str, ...], said: str) -> None:
    ended = run_exam(*BANK, *options)

    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("options", "count"), [pytest.param((), 11, id="both topics"), pytest.param(("--topic", "stepping"), 5, id="one")]
)
def test_the_length_that_is_proposed_works(run_exam: Sit, options: tuple[str, ...], count: int) -> None:
    refused = run_exam(*BANK, *options, "--items", "40")
    (proposed,) = re.findall(r"--items (\d+)", refused.err)

    ended = run_exam(*BANK, *options, "--items", proposed, stdin="\n" * 40)

    assert int(proposed) == count
    assert ended.out.startswith(f"A mock exam of {count} questions.")
    assert f"\nQuestion {count} of {count}." in ended.out


BROKEN = """\
format: 1
blueprint: broken
items: many
minutes: 45
topics:
  hearing: 3
  stepping: -1
colour: blue
"""
BLUEPRINT = """\
format: 1
blueprint: short
items: 4
minutes: 12
target: 50
topics:
  hearing: 3
  stepping: 1
"""


def test_a_broken_blueprint_is_told_with_its_places(run_exam: Sit, tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(BROKEN, encoding="utf-8")

    ended = run_exam(*BANK, "--blueprint", str(file), stdin="a\n")

    assert (ended.code, ended.out) == (2, "")
    found = re.findall(rf"^{re.escape(str(file))}:(\d+):(\d+): error ", ended.err, re.MULTILINE)
    assert found == [("3", "8"), ("7", "13"), ("8", "1")]
    assert ended.err.endswith("Mend the blueprint first. The least it needs: format: 1 and blueprint: my-exam.\n")


def test_a_blueprint_is_followed_and_the_command_line_goes_before_it(
    run_exam: Sit, run: Program, tmp_path: Path
) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(BLUEPRINT, encoding="utf-8")

    ended = run_exam(*BANK, "--blueprint", str(file), "--minutes", "20", stdin="a\n")

    topics = json.loads(run("exam", "show", "1", "--json", *BANK).out)["topics"]
    assert ended.out.startswith("A mock exam of 4 questions. Time: 20 minutes. Target: 50%.\n")
    assert {name: part["asked"] for name, part in topics.items()} == {"hearing": 3, "stepping": 1}


def test_answers_enter_the_memory_and_the_log(run_exam: Sit, run: Program, shown: list[str]) -> None:
    run_exam(stdin=lines(shown, "ynyn"))

    told = json.loads(run("progress", "--json", *BANK).out)
    exported = [json.loads(line) for line in run("history", "export").out.splitlines()]
    answers, (exam,) = [line for line in exported if "id" in line], [line for line in exported if "exam" in line]
    right = {one["item"]: one["right"] for one in exam["record"]["outcomes"] if one["response"]}
    assert (told["answers_today"], told["new"], told["missed"]) == (4, 8, 2)
    assert list(right.values()) == [True, False, True, False]
    assert {line["item"]: line["score"] == 1 for line in answers} == right
    assert {line["attempt"] for line in answers} == {exam["exam"]}
    assert exam["record"]["ending"] == "handed in"


def test_another_home_takes_over_exams_once(run_exam: Sit, run: Program, tmp_path: Path, shown: list[str]) -> None:
    run_exam(stdin=lines(shown, "yyn"))
    run_exam(*BANK, "--items", "2", stdin="a\na\n")
    (tmp_path / "other").mkdir()
    other = Program(tmp_path / "other")
    file = tmp_path / "log.jsonl"
    file.write_text(run("history", "export").out, encoding="utf-8")

    first, again = (other("history", "import", file) for _ in range(2))

    assert (first.code, first.err) == (0, "5 new answers of 5, 2 new mock exams.\n")
    assert (again.code, again.err) == (0, "0 new answers of 5.\n")
    for command in (("exam", "list"), ("exam", "show", "1", "--json", *BANK), ("history", "export")):
        assert other(*command).out == run(*command).out != ""


def test_exams_are_listed_in_words_and_as_data(run_exam: Sit, run: Program, shown: list[str]) -> None:
    run_exam(stdin=lines(shown, "yyyyyyyy"))
    run_exam(*EIGHT, "--target", "30", stdin=lines(shown, "yyn"))
    run_exam(*EIGHT, "--target", "30", stdin=lines(shown, "yyyn"))

    listed = run("exam", "list").out.splitlines()
    told = json.loads(run("exam", "list", "--json").out)

    assert [line.split(": ")[1] for line in listed] == [
        "8 of 8 questions right (100%, target met), handed in",
        "2 of 8 questions right (25%, target 30%), handed in",
        "3 of 8 questions right (38%, target met), handed in",
    ]
    assert [line.split(".")[0] for line in listed] == ["1", "2", "3"]
    assert [(one["number"], one["right"], one["asked"], one["target"], one["target_met"]) for one in told] == [
        (1, 8, 8, 0.8, True),
        (2, 2, 8, 0.3, False),
        (3, 3, 8, 0.3, True),
    ]


def test_an_exam_is_shown_as_it_was_told(run_exam: Sit, run: Program, shown: list[str]) -> None:
    ended = run_exam(stdin=lines(shown, "yn"))

    in_words = run("exam", "show", "1", *BANK)
    told = json.loads(run("exam", "show", "1", "--json", *BANK).out)

    assert (in_words.code, in_words.err) == (0, "")
    assert in_words.out in ended.out
    assert (told["right"], told["answered"], told["misses"], told["ending"]) == (1, 2, 1, "handed in")
    assert told["time"] == {"given": 3600.0, "spent": told["time"]["spent"], "factor": 1.0}
    assert [one["right"] for one in told["questions"]] == [True, *[False] * 7]


@pytest.mark.parametrize(
    ("number", "finished", "said"),
    [
        pytest.param("9", 0, "There is no mock exam 9.\nNone was sat so far: cps-quiz exam\n", id="none sat"),
        pytest.param("9", 2, "There is no mock exam 9.\nThere are: 1, 2.\n", id="too high"),
        pytest.param("0", 1, "There is no mock exam 0.\nThere are: 1.\n", id="zero"),
    ],
)
def test_an_exam_that_is_not_there_is_told(run_exam: Sit, run: Program, number: str, finished: int, said: str) -> None:
    for _ in range(finished):
        run_exam(stdin="a\n")

    ended = run("exam", "show", number, *BANK)

    assert (ended.code, ended.out, ended.err) == (2, "", said)


def test_without_exams_the_list_says_how_to_begin(run: Program) -> None:
    assert run("exam", "list").out == "You have not sat a mock exam yet. Begin one with: cps-quiz exam\n"
    assert run("exam", "list", "--json").out == "[]\n"


def test_a_home_that_cannot_be_written_keeps_nobody_from_an_exam(run: Program, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    ended = run("exam", *EIGHT, stdin="a\n", CPS_QUIZ_HOME=str(tmp_path / "file" / "home"))

    assert ended.code == 0
    assert ended.out.startswith("Nothing can be kept yet (not a directory).")
    assert ended.err.count("Not kept yet: 1 answer (not a directory).") == 1
    assert "of 8 questions right" in ended.out
    assert "exam show" not in ended.out
