import json
from typing import Any

import pytest
import yaml

from cps_quiz.bank.files import shipped
from cps_quiz.bank.library import Library
from cps_quiz.bank.loading import load, load_texts
from cps_quiz.core.questions.bank import Item
from cps_quiz.errors import UnknownNameError
from cps_quiz.journeys.banks import as_data, describe, find_item, in_words
from cps_quiz.source.problems import Problems

BANK = """
format: 1
bank: mixed
title: Mixed bag
topic: goal-setting
references:
  book: {title: A book}
scenarios:
  dana: Dana shrugs.
items:
  - id: full-001
    stem: What now?
    scenario: dana
    objective: whose-goal
    level: analyze
    hint: Look at Dana.
    set: shrugs
    references: [book]
    tags: [new]
    negative: true
    options:
      - {correct: Tell, misconception: judging, why: It closes.}
      - {wrong: Ask, why: It opens.}
  - id: bare-001
    stem: What now?
    options:
      - {correct: Ask, why: It opens.}
      - {wrong: Tell, misconception: judging, why: It closes.}
  - id: order-001
    type: order
    topic: reflection
    stem: Which comes first?
    steps: [Feel, Picture]
    why: So it goes.
    retired: true
"""
ONE = """
format: 1
bank: one
title: Just one
topic: reflection
items:
  - {id: say-001, type: reflection, stem: What would you say?, looks_for: [Asks], example: Hm., why: It counts.}
"""


def loaded(*texts: str) -> Library:
    library = load_texts((f"banks/{at}.yaml", text, True, Problems()) for at, text in enumerate(texts))
    assert library.diagnostics == ()
    return library


LIBRARY = loaded(BANK, ONE)


def test_each_bank_is_described_with_its_items_by_type_and_topic() -> None:
    assert describe(LIBRARY) == [
        {
            "bank": "mixed",
            "title": "Mixed bag",
            "path": "banks/0.yaml",
            "items": 3,
            "retired": 1,
            "types": {"single": 2, "order": 1},
            "topics": {"goal-setting": 2, "reflection": 1},
        },
        {
            "bank": "one",
            "title": "Just one",
            "path": "banks/1.yaml",
            "items": 1,
            "retired": 0,
            "types": {"reflection": 1},
            "topics": {"reflection": 1},
        },
    ]


def test_a_bank_is_told_in_words() -> None:
    assert [in_words(row) for row in describe(LIBRARY)] == [
        "**Mixed bag** (mixed): 3 items (2 single, 1 order, 1 retired).\n\nbanks/0.yaml",
        "**Just one** (one): 1 item (1 reflection).\n\nbanks/1.yaml",
    ]


def test_an_item_is_found_by_its_id_in_any_bank_retired_or_not() -> None:
    assert find_item(LIBRARY, "say-001").type == "reflection"
    assert find_item(LIBRARY, "order-001").retired


def test_an_unknown_item_is_met_with_guesses() -> None:
    with pytest.raises(UnknownNameError) as caught:
        find_item(LIBRARY, "full-01")
    assert caught.value.sentence == 'There is no item "full-01".'
    assert caught.value.hint.startswith("Did you mean full-001")


def test_an_item_as_data_has_every_field_that_its_file_gave() -> None:
    assert as_data(find_item(LIBRARY, "full-001")) == {
        "id": "full-001",
        "type": "single",
        "topic": "goal-setting",
        "stem": "What now?",
        "scenario": "Dana shrugs.",
        "objective": "whose-goal",
        "level": "analyze",
        "hint": "Look at Dana.",
        "set": "shrugs",
        "references": ["book"],
        "tags": ["new"],
        "negative": True,
        "options": [
            {"correct": "Tell", "misconception": "judging", "why": "It closes."},
            {"wrong": "Ask", "why": "It opens."},
        ],
    }


def test_fields_that_were_not_given_are_left_out() -> None:
    assert set(as_data(find_item(LIBRARY, "bare-001"))) == {"id", "type", "topic", "stem", "options"}


def as_bank(items: tuple[Item, ...]) -> str:
    """The items as a bank file; their scenarios under ids of their own."""
    entries: list[dict[str, Any]] = [as_data(item) for item in items]
    scenarios = {f"s-{entry['id']}": entry["scenario"] for entry in entries if "scenario" in entry}
    for entry in entries:
        if "scenario" in entry:
            entry["scenario"] = f"s-{entry['id']}"
    top = {"format": 1, "bank": "again", "title": "Again", "items": entries}
    top |= {"scenarios": scenarios} if scenarios else {}
    return yaml.safe_dump(top)


def told(item: Item) -> Item:
    return item._replace(scenario=item.scenario and item.scenario._replace(id=""))


def test_every_shipped_item_survives_being_written_as_data_and_read_again() -> None:
    items = load([shipped()]).items
    again = loaded(as_bank(items)).items
    assert [told(item) for item in again] == [told(item) for item in items]


def test_every_shipped_item_as_data_can_be_written_as_json() -> None:
    for item in load([shipped()]).items:
        assert json.loads(json.dumps(as_data(item))) == as_data(item)
