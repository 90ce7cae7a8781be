"""R106: what counts as a use, and where the rule points."""

import pytest
from reading import library, places

from cps_quiz.lint.rules import rules
from cps_quiz.lint.run import run
from cps_quiz.source.diagnostic import Diagnostic

SCENARIOS = """
scenarios:
  dana: Dana is late.
"""
REFERENCES = """
references:
  notes: {title: Notes}
"""
MISCONCEPTIONS = """
misconceptions:
  rushing: {name: Rushing, means: Too fast., harms: It tires., instead: Wait., confused_with: [pushing]}
  pushing: {name: Pushing, means: Too hard., harms: It hurts., instead: Ask.}
"""
ITEM = """
  - id: a-1
    stem: What now?
    options:
      - correct: To ask
        why: Nobody else can say.
      - wrong: To tell
        why: It skips the person.
"""
BANK = "format: 1\nbank: a\ntitle: A\ntopic: goal-setting{definitions}items:{items}"


def found(text: str) -> list[Diagnostic]:
    return run(library(text), [rules()["R106"]])


def bank(definitions: str, *items: str) -> str:
    return BANK.format(definitions=definitions, items="".join(items) or ITEM)


def with_field(line: str, id_: str = "a-1") -> str:
    return ITEM.replace("    stem:", f"    {line}\n    stem:").replace("a-1", id_)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(bank(SCENARIOS), ("R106", 6, 3), id="scenario"),
        pytest.param(bank(REFERENCES), ("R106", 6, 3), id="reference"),
        pytest.param(bank(MISCONCEPTIONS), ("R106", 6, 3), id="misconception"),
        pytest.param(bank(SCENARIOS + "  ben: Ben.\n", with_field("scenario: dana")), ("R106", 7, 3), id="one of two"),
        pytest.param(bank(SCENARIOS.replace("  dana", '  "dana"')), ("R106", 6, 3), id="name in quotes"),
        pytest.param(bank("\nscenarios: {dana: Dana is late.}\n"), ("R106", 5, 13), id="on one line"),
        pytest.param(
            bank(SCENARIOS, with_field("references: [dana]")), ("R106", 6, 3), id="named as another kind of thing"
        ),
        pytest.param(bank(SCENARIOS, with_field("hint: dana")), ("R106", 6, 3), id="only the word"),
        pytest.param(bank(SCENARIOS, with_field("# scenario: dana")), ("R106", 6, 3), id="commented out"),
        pytest.param(bank(SCENARIOS, ITEM, "  # scenario: dana\n"), ("R106", 6, 3), id="comment between items"),
        pytest.param(
            bank(
                MISCONCEPTIONS.replace("[pushing]", "[rushing]"),
                with_field("tags: [x]").replace("To tell\n", "To tell\n        misconception: pushing\n"),
            ),
            ("R106", 6, 3),
            id="misconception confused with itself",
        ),
        pytest.param(
            bank(SCENARIOS, ITEM, with_field("scenario: luis", "a-2")), ("R106", 6, 3), id="broken item names another"
        ),
    ],
)
def test_an_unused_definition_is_found_at_its_name(text: str, place: tuple[str, int, int]) -> None:
    assert places(found(text)) == [place]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(bank(SCENARIOS, with_field("scenario: dana")), id="scenario"),
        pytest.param(bank(REFERENCES, with_field("references: [notes]")), id="reference"),
        pytest.param(
            bank(MISCONCEPTIONS, ITEM.replace("To tell\n", "To tell\n        misconception: rushing\n")),
            id="misconception of an option, and the one confused with it",
        ),
        pytest.param(bank(SCENARIOS, with_field("scenario: dana\n    retired: true")), id="retired item"),
        pytest.param(bank(SCENARIOS, with_field("scenario: dana\n    level: easy")), id="broken item"),
        pytest.param(
            bank(SCENARIOS, ITEM, with_field("scenario: dana\n    type: sngle", "a-2")), id="item of unknown type"
        ),
        pytest.param(
            bank(SCENARIOS, ITEM, with_field("scenario: dana\n    hint: a: b", "a-2")),
            id="last item has a syntax error",
        ),
        pytest.param(
            bank(SCENARIOS, with_field("scenario: dana\n    hint: a: b"), with_field("tags: [x]", "a-2")),
            id="first item has a syntax error",
        ),
        pytest.param(bank(SCENARIOS, with_field("mine: a: b")), id="syntax error in the only item"),
        pytest.param(bank(SCENARIOS, with_field("mine: a: b"), "license: MIT\n"), id="cut off"),
        pytest.param("format: 1\nbank: a\ntitle: A\ntopic: goal-setting" + SCENARIOS, id="no items yet"),
        pytest.param(
            "format: 1\ncurriculum: a\ntitle: A\ntopics:\n  b: {title: B}" + MISCONCEPTIONS + REFERENCES,
            id="curriculum",
        ),
        pytest.param(bank("\n"), id="nothing defined"),
    ],
)
def test_what_is_used_or_may_be_is_not(text: str) -> None:
    assert found(text) == []


def test_items_may_stand_before_the_definitions() -> None:
    text = "format: 1\nbank: a\ntitle: A\ntopic: goal-setting\nitems:" + with_field("level: easy") + SCENARIOS[1:]

    assert places(found(text)) == [("R106", 15, 3)]


def test_the_message_names_it() -> None:
    (problem,) = found(bank(MISCONCEPTIONS))

    assert problem.message == 'nothing in this file uses the misconception "rushing"'
