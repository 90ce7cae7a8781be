import pytest
from checked import lines

from cps_quiz.errors import UnknownNameError
from cps_quiz.lint.rules import rules
from cps_quiz.lint.selection import Selection, codes_of, selection

ALL = list(rules())


def wanted(select: str = "", ignore: str = "") -> list[str]:
    chosen = selection(select.split(), ignore.split())
    return [code for code, rule in rules().items() if chosen.wants(rule.code)]


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        pytest.param("", "", ALL, id="everything"),
        pytest.param("E303", "", ["E303"], id="a code"),
        pytest.param("e303", "", ["E303"], id="in small letters"),
        pytest.param("why-names-letter", "", ["E303"], id="a name"),
        pytest.param("K", "", [code for code in ALL if code[0] == "K"], id="a letter"),
        pytest.param("S01", "", ["S010", "S011", "S012", "S013"], id="a prefix"),
        pytest.param("E303 K201", "", ["E303", "K201"], id="two"),
        pytest.param("", "E303", [code for code in ALL if code != "E303"], id="all but one"),
        pytest.param("", "why-names-letter", [code for code in ALL if code != "E303"], id="all but a name"),
        pytest.param("E303", "E303", [], id="of the same, ignoring wins"),
        pytest.param("S01", "S011", ["S010", "S012", "S013"], id="a longer one to ignore decides"),
        pytest.param("S011", "S01", ["S011"], id="a longer one to select decides"),
        pytest.param(
            "S S011", "S01", [c for c in ALL if c[0] == "S" and c not in {"S010", "S012", "S013"}], id="both ways"
        ),
        pytest.param("S011", "S", ["S011"], id="a code against its letter"),
    ],
)
def test_what_is_selected(select: str, ignore: str, codes: list[str]) -> None:
    assert wanted(select, ignore) == codes


@pytest.mark.parametrize("word", ["X", "E3031", "why-names", "Why-Names-Letter", "E 303", "*", "", "E-303"])
def test_what_is_no_rule_is_said(word: str) -> None:
    with pytest.raises(UnknownNameError, match="There is no rule"):
        selection([], [word])
    assert codes_of(word) == frozenset()


def test_a_near_miss_is_guessed() -> None:
    with pytest.raises(UnknownNameError) as error:
        selection(["why-name-letter"], [])

    assert error.value.hint.startswith("Did you mean why-names-letter?")


def test_nothing_asked_is_everything() -> None:
    assert Selection() == selection([], [])


@pytest.mark.parametrize(
    ("select", "ignore", "found"),
    [
        pytest.param("", "E304", ["3 S011", "8 S006"], id="ignored"),
        pytest.param("S011", "", ["3 S011"], id="found by a rule"),
        pytest.param("S006", "", ["8 S006"], id="found while reading"),
        pytest.param("bad-value", "", ["8 S006"], id="by its name"),
        pytest.param("W", "", [], id="nothing of it"),
    ],
)
def test_only_what_is_selected_is_reported(small_bank: str, select: str, ignore: str, found: list[str]) -> None:
    text = small_bank.replace("Small", "No").replace("    options:", "    level: none\n    options:")

    assert lines(text, select, ignore) == found
