"""What is not said beside its cause, and is said where the cause is not."""

import pytest
from checked import lines

BANK = """\
format: 1
bank: mine
title: Mine
topic: reflection
items:
  - id: mine-1
    stem: What helps Dana most right now?
    options:
      - correct: Ask what matters to her
        why: This is the correct answer.
      - wrong: Hand her a list of groups
        misconception: giving-advice
        why: It offers an answer before anybody knows what the question is for her.
      - wrong: Choose between two doors for her
        misconception: limiting-options
        why: Two doors sound like a choice, but Luis has picked both of them.
"""
POLES = """\
format: 1
bank: mine
title: Mine
topic: reflection
items:
  - id: mine-1
    stem: Should Luis ask Dana what matters to her?
    options:
      - correct: 'Yes'
        why: It starts from her own aims and keeps the choice in her hands.
      - wrong: 'No'
        misconception: giving-advice
        why: It offers an answer before anybody knows what the question is for her.
"""


@pytest.mark.parametrize(
    ("text", "ignored", "found"),
    [
        pytest.param(BANK, "", ["10 E302"], id="it says nothing, in few words"),
        pytest.param(BANK, "E302", ["10 E306"], id="that it says nothing is ignored"),
        pytest.param(BANK.replace("correct answer.", "#2 aim of hers."), "", ["10 S013"], id="cut off"),
        pytest.param(POLES, "", ["7 W503"], id="true and false are two"),
        pytest.param(POLES, "W503", ["9 K205"], id="that they are poles is ignored"),
        pytest.param(
            BANK.replace("answer.", "answer.  # quiz: ignore[E302, E306]"), "", [], id="both silenced, and both used"
        ),
    ],
)
def test_one_mistake_is_one_message(text: str, ignored: str, found: list[str]) -> None:
    assert lines(text, ignore=ignored) == found
