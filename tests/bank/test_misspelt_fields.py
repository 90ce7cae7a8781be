"""A misspelt field is one problem, told where it stands, and mended by --fix."""

import re

import pytest
from checked import checked, mended

BANK = """\
format: 1
bank: mine
title: Mine
topic: reflection
scenarios:
  dana-waits: Dana waits for a call from her worker about the flat.
references:
  core:
    title: Core competencies
    publisher: SAMHSA
items:
  - id: mine-1
    scenario: dana-waits
    objective: open-questions
    level: apply
    stem: What could Luis say first, while she waits?
    hint: Think of who leads the talk here.
    options:
      - correct: What matters most to you about the flat?
        why: It starts from her own aims and keeps the choice in her hands.
      - wrong: You should call them again today.
        misconception: giving-advice
        why: It offers an answer before anybody knows what the question is for her.
      - wrong: Would you rather call or write?
        misconception: limiting-options
        why: Two doors sound like a choice, but Luis has picked both of them.
    references: [core]
  - id: mine-2
    type: order
    stem: In which order does Luis help Dana, who feels swamped?
    steps:
      - Hear how her week has been
      - Ask what weighs on her most
      - Look for one small step together
    why: A plan made before Dana is heard is a plan for somebody else.
"""


@pytest.mark.parametrize(
    ("field", "slip"),
    [
        (field, slip)
        for field, slips in {
            "format": "fromat formt",
            "bank": "bnak banks",
            "title": "titel tilte tittle",
            "topic": "topci topc",
            "scenarios": "scenarois senarios",
            "references": "refrences",
            "items": "itmes item",
            "id": "di idd",
            "scenario": "senario",
            "objective": "objctive",
            "level": "levle",
            "stem": "stm steem stme",
            "hint": "hnit hints",
            "options": "optons option",
            "correct": "corect corrct",
            "wrong": "worng wrng",
            "why": "wyh whhy whys",
            "misconception": "misconcepton misconceptions",
            "publisher": "publsher",
            "type": "tpye typ",
            "steps": "stpes step",
        }.items()
        for slip in slips.split()
    ],
)
def test_a_slip_is_one_problem(field: str, slip: str) -> None:
    text = re.sub(rf"(?m)^((?: *- | *)){field}:", rf"\g<1>{slip}:", BANK, count=1)

    (row,) = checked(text).report.splitlines()

    line = text[: text.index(f"{slip}:")].count("\n") + 1
    assert row.startswith(f"a.yaml:{line}:")
    assert f"S003 unknown-field: `{slip}` is not a field of" in row
    assert row.endswith(f"did you mean `{field}`?")
    assert mended(text) == BANK


def test_a_slip_never_turns_the_meaning_around() -> None:
    text = BANK.replace("wrong: You", "incorect: You")

    (row,) = checked(text).report.splitlines()

    assert row.startswith("a.yaml:21:9: error S003")
    assert mended(text) == BANK


def test_a_field_that_is_there_is_not_written_over() -> None:
    text = BANK.replace("    hint: Think", "    stme: Another question?\n    hint: Think")

    assert mended(text) == text
