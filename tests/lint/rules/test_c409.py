"""C409: marks and clauses that the key alone has."""

import pytest
from choices import found, multiple, single


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        pytest.param("What now? | Your story (if she asks) | A leaflet | A list", "a bracket", id="peer support"),
        pytest.param("Which tool? | Total Cost (TCO) | Budgets | Explorer", "a bracket", id="AWS"),
        pytest.param("Which gas? | Carbon dioxide [CO2] | Oxygen | Neon", "a bracket", id="square brackets"),
        pytest.param('What now? | Ask what "better" means | Wait | Tell her', "a quotation", id="straight quotes"),
        pytest.param(
            "What now? | Ask what \u201cbetter\u201d means | Wait | Tell her", "a quotation", id="curly quotes"
        ),
        pytest.param("What now? | Ask what 'better' means | Wait | Tell her", "a quotation", id="single quotes"),
        pytest.param("What now? | \u201cGo on.\u201d | Tell her. | Leave her.", "a quotation", id="speech"),
        pytest.param("What is a tort? | A wrong; not a crime | A crime | A contract", "a semicolon", id="law"),
        pytest.param("What is DNA? | A chain: bases on sugar | A sugar | A fat", "a colon", id="biology"),
        pytest.param("What now? | Wait\u2014then ask | Tell her | Leave", "a dash", id="em dash"),
        pytest.param("What now? | Wait - then ask | Tell her | Leave", "a dash", id="hyphen as dash"),
        pytest.param("What now? | Ask *her* | Tell her | Leave", "emphasis", id="emphasis"),
        pytest.param("How long may it take? | About 3 weeks | A few days | As long as it takes", "a number", id="days"),
        pytest.param("How long? | Within 24 hours | The next day | A week later", "a number", id="a capital before it"),
        pytest.param("How much of it? | 60% | Half | Most", "a number", id="percent"),
        pytest.param("What is the fee? | A fine of $1,000 | A warning | A night in jail", "a number", id="money"),
        pytest.param("What now? | Wait, then ask | Tell her | Leave | Write", "a comma", id="comma"),
        pytest.param(
            "Why do leaves fall? | Because days shorten | The wind blows | Frost | By chance", "a reason", id="because"
        ),
        pytest.param(
            "What now? | Ask, so that she can choose | Tell her | Leave | Write", "a comma and a reason", id="both"
        ),
    ],
)
def test_a_mark_that_the_key_alone_has(line: str, mark: str) -> None:
    assert [finding.message for finding in found("C409", line)] == [f"of all options only the key has {mark}"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("What now? | Ask (her) | Tell (her) | Leave", id="a distractor has it too"),
        pytest.param("What now? | Ask her | Tell her (twice) | Leave", id="a distractor alone has it"),
        pytest.param("Which service? | Amazon Route 53 | Amazon EC | Amazon Chime", id="a number in a name"),
        pytest.param("Which service? | Amazon S3 | Amazon EBS | Amazon EFS", id="a name with a digit"),
        pytest.param("Who wins? | The author of Passage 1 | Neither | Both", id="a numbered thing"),
        pytest.param("What must she get? | An education. 35 | A house. | A vote.", id="a page number"),
        pytest.param("Which one? | At 9 o'clock | At 10 | At noon", id="a distractor has a number"),
        pytest.param("Whose? | The students' own | The teacher's | Nobody's", id="apostrophes"),
        pytest.param("What now? | Rock 'n roll | Sing | Sit", id="an apostrophe before a word"),
        pytest.param("When? | At 9:30 in May | By 10 | At noon", id="a colon in a number"),
        pytest.param("What now? | A well-known, slow walk | Tell her | Leave", id="a comma among three"),
        pytest.param(
            "What happened? | The council, which had met for years, gave up "
            "| The council which had met for so many years at last gave up its rights and then its seat "
            "| It met | It fell",
            id="a comma among long options",
        ),
        pytest.param("How many? | 1,000 | 200 | 30 | 4", id="a comma in a number"),
        pytest.param("Which mood? | A self-directed one | A low one | A high one", id="a hyphen"),
        pytest.param("What now? | Ask (her) | Tell her", id="one distractor"),
    ],
)
def test_marks_that_do_not_single_the_key_out(line: str) -> None:
    assert found("C409", line) == []


def test_items_with_several_keys_and_sets_are_left_alone() -> None:
    odd = single("What now? | Ask (her) | Tell her | Leave")
    other = single("And now? | Leave | Ask (her) | Tell her")

    assert found("C409", multiple("Which two?", "Ask (her) | Wait (a bit)", "Tell her | Leave")) == []
    assert found("C409", odd._replace(set="times"))
    assert found("C409", odd._replace(set="times"), other._replace(set="times")) == []
