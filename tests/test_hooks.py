"""What other projects start from here does what it promises."""

import shlex
from pathlib import Path

import yaml
from program import Program

from cps_quiz.bank.starter import starter_text

HOOKS = Path(__file__).parent.parent / ".pre-commit-hooks.yaml"


def test_the_hook_checks_the_banks_of_a_project_with_their_curriculum(run: Program, tmp_path: Path) -> None:
    (hook,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    program, *arguments = shlex.split(hook["entry"])
    bank = tmp_path / "question_banks" / "mine.yaml"
    bank.parent.mkdir()
    bank.write_text(starter_text(bank).replace("topic: empowerment", "topic: own"), encoding="utf-8")
    own = "format: 1\ncurriculum: own\ntitle: Own\ntopics:\n  own:\n    title: Own\nmisconceptions: {}\n"
    (bank.parent / "curriculum.yaml").write_text(own, encoding="utf-8")

    ended = run(*arguments, "--select", "R103", cwd=tmp_path)

    assert program == "cps-quiz"
    assert hook["pass_filenames"] is False
    assert (ended.out, ended.code) == ("", 0)
