"""What a shell offers while a command is typed: commands, and the names in the banks in use."""

from pathlib import Path

import pytest
from past import use_banks
from program import Program


def offered(run: Program, typed: str) -> list[str]:
    """What bash would offer for the last word of a line."""
    place = str(len(typed.split(" ")))
    ended = run(COMP_WORDS=f"cps-quiz {typed}", COMP_CWORD=place, _CPS_QUIZ_COMPLETE="complete_bash")
    assert (ended.code, ended.err) == (0, "")
    return ended.out.split()


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        pytest.param("dr", ["drill"], id="command"),
        pytest.param("drill goa", ["goal-setting"], id="topic"),
        pytest.param("exam --topic emp", ["empowerment"], id="topic-of-an-exam"),
        pytest.param("drill --misconception giv", ["giving-advice"], id="approach"),
        pytest.param("explain giv", ["giving-advice"], id="approach-to-read"),
        pytest.param("study goal-setting/def", ["goal-setting/define-the-goal"], id="objective"),
        pytest.param("study goal", ["goal-setting"], id="topic-to-read"),
        pytest.param("bank aside goal-s", ["goal-setting"], id="put-aside"),
        pytest.param("drill --level ", ["recall", "apply", "analyze"], id="level"),
        pytest.param("dril x", [], id="misspelled"),
    ],
)
def test_names_are_completed(run: Program, typed: str, names: list[str]) -> None:
    assert offered(run, typed) == names


def test_questions_are_those_of_the_banks_in_use(run: Program, practice: Path) -> None:
    use_banks(run.home, practice / "curriculum.yaml", practice / "single.yaml")
    assert offered(run, "drill --item sin") == ["single-001"]
    assert offered(run, "bank show sin") == ["single-001"]
    assert offered(run, f"drill --bank {practice / 'reflection.yaml'} --item ") == ["reflection-001"]


def test_banks_that_cannot_be_read_offer_nothing(run: Program) -> None:
    assert offered(run, "drill --bank nowhere.yaml --item ") == []


def test_it_installs_itself_where_the_shell_looks_for_it(run: Program) -> None:
    ended = run("--install-completion", "bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert ended.code == 0
    script = (run.home / ".bash_completions" / "cps-quiz.sh").read_text(encoding="utf-8")
    assert "_CPS_QUIZ_COMPLETE=complete_bash cps-quiz" in script.replace("\\\n", " ").replace("$1", "cps-quiz")
    assert "cps-quiz.sh" in (run.home / ".bashrc").read_text(encoding="utf-8")
