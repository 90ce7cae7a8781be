from pathlib import Path

import pytest
from reading import library, places, unmarked

from cps_quiz.bank import files
from cps_quiz.bank.loading import NO_CURRICULUM, load, shipped_curriculum
from cps_quiz.core.questions.bank import Bank, Level, Misconception, Source
from cps_quiz.core.questions.curriculum import Topic
from cps_quiz.core.questions.interaction import ChooseOne, MisconceptionId, Option
from cps_quiz.errors import NoBankError, PathNotFoundError

CURRICULUM = """\
format: 1
curriculum: c
title: C
topics: {sleep: {title: Sleep, weight: 0.5, objectives: {rest: {title: Rest, notes: Lie down.}}}}
misconceptions: {rushing: {name: Rushing, means: M, harms: H, instead: I, sounds_like: [Now!]}}
"""
OPTIONS = "[{correct: A, why: W}, {wrong: B, why: W}]"
SECOND_BANK = f"format: 1\nbank: b2\ntitle: B\ntopic: sleep\nitems:\n- id: two\n  stem: S?\n  options: {OPTIONS}\n"
BANK = """\
format: 1
bank: b
title: Sleep well
topic: sleep
license: CC-BY-4.0
authors: [Jo Park]
scenarios: {late: Dana is up late.}
misconceptions: {own: {name: Own, means: M, harms: H, instead: I, confused_with: [rushing]}}
references: {paper: {title: On sleep, publisher: P, year: 2015, url: u}, note: {title: N}}
items:
- id: one
  stem: |
    What now?
  scenario: late
  objective: rest
  level: apply
  hint: Look again.
  references: [paper]
  tags: [night]
  set: nights
  negative: true
  retired: false
  options:
  - correct: No
    why: 1.0
    misconception: own
  - wrong: 2024-01-01
    why: null
    misconception: rushing
"""


def test_a_bank_is_read_in_full() -> None:
    loaded = library(BANK, CURRICULUM)
    assert loaded.diagnostics == ()
    ((_, bank),) = loaded.banks()
    (item,) = bank.items
    own = Misconception(MisconceptionId("own"), "Own", "M", "H", "I", (), (MisconceptionId("rushing"),))
    references = (("paper", Source("On sleep", "P", 2015, "u")), ("note", Source("N")))
    assert bank == Bank(
        "b", "Sleep well", (item,), item.topic, "CC-BY-4.0", ("Jo Park",), bank.scenarios, (own,), references
    )
    assert (item.id, item.topic, item.type, item.stem, item.objective) == (
        "one",
        "sleep",
        "single",
        "What now?",
        "rest",
    )
    assert item.scenario == bank.scenarios[0]
    assert bank.scenarios[0].text == "Dana is up late."
    assert (item.level, item.hint, item.references) == (Level.APPLY, "Look again.", ("paper",))
    assert (item.tags, item.set, item.negative, item.retired) == (("night",), "nights", True, False)
    correct = Option("No", correct=True, why="1.0", misconception=MisconceptionId("own"))
    wrong = Option("2024-01-01", correct=False, why="null", misconception=MisconceptionId("rushing"))
    assert item.body.interaction() == ChooseOne((correct, wrong))


def test_a_curriculum_is_read_in_full() -> None:
    loaded = library(CURRICULUM)
    assert loaded.diagnostics == ()
    (topic,) = loaded.curriculum.topics.values()
    (objective,) = topic.objectives
    assert topic == Topic(topic.id, "Sleep", "", 0.5, (objective,))
    assert (objective.id, objective.title, objective.notes) == ("rest", "Rest", "Lie down.")
    (misconception,) = loaded.misconceptions.values()
    assert misconception == Misconception(MisconceptionId("rushing"), "Rushing", "M", "H", "I", ("Now!",))


@pytest.mark.parametrize("breaks", ["\r\n", "\r"])
def test_line_breaks_of_other_systems_change_nothing(breaks: str) -> None:
    loaded = library(BANK.replace("\n", breaks), CURRICULUM)
    assert loaded.diagnostics == ()
    assert [bank for _, bank in loaded.banks()] == [bank for _, bank in library(BANK, CURRICULUM).banks()]


def test_many_problems_of_one_file_are_reported_at_once_in_the_order_of_the_file() -> None:
    text, expected = unmarked(f"""\
format: 1
bank: «S006»My bank
«S003»tittle: B
topic: «R103»nowhere
items:
- id: one
  stem:«S004»
  level: «S006»hard
  options: {OPTIONS}
- «S005»two
- id: «S006»Three
  stem: S?
  scenario: «R105»nowhere
  options: «K202»[{{correct: A, why: W}}, {{«E301»correct: B}}, {{wrong: C, why: W, misconception: «R102»x}}]
  «S002»stem: S!
- id: four
  stem: S«S001»: S
""")
    found = library(text, CURRICULUM).diagnostics
    assert places(found) == expected
    assert [d.item for d in found if d.span.line in {7, 8, 10, 13}] == ["one", "one", None, "Three"]


def test_a_broken_item_hides_nothing_of_the_others() -> None:
    bad = "- «S004»id: bad\n  stem: «S005»[S]\n"
    two = "- id: two\n  stem: S?\n  options: «S005»{}\n  references: [«R104»x]\n"
    text, expected = unmarked(BANK + bad + two)
    loaded = library(text, CURRICULUM)
    assert places(loaded.diagnostics) == expected
    decoded = loaded.files[0].decoded
    assert decoded is not None
    assert [item.id for item in decoded.bank.items] == ["one", "bad", "two"]
    assert decoded.broken == {1, 2}


def test_an_item_with_a_syntax_error_hides_nothing_of_those_before_and_after_it() -> None:
    broken = "- id: broken\n  stem: One«S001»: two\n"
    after = f"- id: after\n  stem: S?\n  level: «S006»hard\n  options: {OPTIONS}\n"
    text, expected = unmarked(SECOND_BANK.replace("S?", "S?\n  level: «S006»x") + broken + after + broken + after)
    found = library(text.replace("after", "last", 1).replace("broken", "other", 1), CURRICULUM).diagnostics
    assert places(found) == expected
    assert [d.item for d in found] == ["two", None, "last", None, "after"]


def test_what_stands_before_a_syntax_error_is_checked_and_what_it_cut_off_is_not_blamed() -> None:
    marked = "format: 1\nbank: b\ntopic: «S006»T\nitems:\n- id: one\n  level: «S006»x\n  options:\n  - mine: «S001»'A\n"
    text, expected = unmarked(marked)
    loaded = library(text, CURRICULUM)
    assert places(loaded.diagnostics) == expected
    decoded = loaded.files[0].decoded
    assert decoded is not None
    assert decoded.broken == {0}


def test_one_broken_file_hides_nothing_of_another() -> None:
    loaded = library("items: @", BANK.replace("apply", "hard"), "", CURRICULUM)
    assert [(d.path, d.code.id) for d in loaded.diagnostics] == [
        ("0.yaml", "S001"),
        ("1.yaml", "S006"),
        ("2.yaml", "S009"),
    ]


def test_a_curriculum_cut_off_by_a_syntax_error_brings_no_avalanche_down_on_the_banks() -> None:
    broken = CURRICULUM.replace("topics: {", "topics: {'").replace("}\n", "", 1)
    loaded = library(BANK, broken, SECOND_BANK)
    assert {(d.path, d.code.id) for d in loaded.diagnostics} == {("1.yaml", "S001")}


def test_an_id_is_taken_once_among_all_files() -> None:
    loaded = library(BANK, BANK, CURRICULUM, CURRICULUM)
    assert [(d.path, d.code.id, d.span.line, d.span.column) for d in loaded.diagnostics] == [
        ("1.yaml", "R101", 2, 7),
        ("1.yaml", "R101", 11, 7),
        ("3.yaml", "R101", 2, 13),
    ]
    assert "0.yaml:2" in loaded.diagnostics[0].message
    assert "0.yaml:11" in loaded.diagnostics[1].message


def test_ids_that_are_missing_are_not_doubled_ids() -> None:
    nameless = SECOND_BANK.replace("bank: b2\n", "").replace("id: two\n  ", "")
    codes = {d.code.id for d in library(nameless, nameless, CURRICULUM).diagnostics}
    assert codes == {"S004"}


def test_a_bank_may_use_what_another_bank_loaded_with_it_defines() -> None:
    borrower = SECOND_BANK.replace("wrong: B, why: W", "wrong: B, why: W, misconception: own")
    borrower = borrower.replace("  stem", "  references: [paper]\n  stem")
    assert library(BANK, borrower, CURRICULUM).diagnostics == ()
    assert [d.code.id for d in library(borrower, CURRICULUM).diagnostics] == ["R104", "R102"]


def test_without_a_curriculum_of_their_own_banks_go_with_the_shipped_one() -> None:
    assert [d.code.id for d in library(SECOND_BANK).diagnostics] == ["R103"]
    assert library(SECOND_BANK.replace("topic: sleep", "topic: goal-setting")).diagnostics == ()


def test_the_same_file_named_twice_is_loaded_once(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(SECOND_BANK.replace("sleep", "goal-setting"))
    loaded = load([tmp_path, tmp_path / "b.yaml"])
    assert len(loaded.files) == 1
    assert loaded.diagnostics == ()


def test_what_is_not_there_is_an_error_and_not_a_diagnostic(tmp_path: Path) -> None:
    with pytest.raises(NoBankError):
        load([tmp_path])
    with pytest.raises(PathNotFoundError):
        load([tmp_path / "b.yaml"])


def test_the_shipped_files_are_sound() -> None:
    loaded = load([files.shipped()])
    assert loaded.diagnostics == ()
    assert loaded.curriculum == shipped_curriculum() != NO_CURRICULUM
