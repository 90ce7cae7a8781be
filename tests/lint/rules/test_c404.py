"""C404: absolute words in two or more distractors and not in the key."""

import pytest
from choices import found, multiple, single


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "What is good support? | To follow her lead | Always to give advice | Never to talk about the past",
            id="peer support",
        ),
        pytest.param(
            "What must be agreed on? | How to meet | Only the peer picks goals | You must come each week | A date",
            id="only and must",
        ),
        pytest.param(
            "What do enzymes do? | They speed up reactions | They always need light | They never change | They rot",
            id="biology",
        ),
        pytest.param(
            "What is hearsay? | It is often kept out | It is absolutely barred | It is completely free | It is a crime",
            id="law",
        ),
        pytest.param(
            "Which is true of the root user? | It can close it | Only it can sign in | It must have keys | It pays",
            id="AWS",
        ),
        pytest.param("What now? | Ask | NEVER ask | Always ask", id="capitals"),
        pytest.param("What now? | Ask her | Tell everyone | Talk to no one", id="everyone and no one"),
        pytest.param("What now? | Some heal | All people heal | Every person heals", id="all distractors count"),
        pytest.param("What now? | Some heal | All heal | Nobody heals | They rest", id="a stronger word with all"),
        pytest.param("What now? | Ask her | “Never!” | “Always.”", id="curly quotes"),
    ],
)
def test_two_short_distractors_with_absolute_words_are_enough(line: str) -> None:
    assert found("C404", line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("What now? | Ask | Never ask | Wait | Leave", id="one distractor"),
        pytest.param("What now? | Always ask | Never ask | Always wait", id="the key has one too"),
        pytest.param("What now? | Ask | Take all notes | Read every page | Wait", id="counting words alone"),
        pytest.param(
            "Who may vote? | Citizens | Not all citizens | Not every citizen | Not always the same people",
            id="denied by not",
        ),
        pytest.param("What holds? | She may | She needn't always | She isn\u2019t only | She may", id="denied by n't"),
        pytest.param("What now? | Ask | Say nothing at all | After all, wait | Above all, rest", id="turns of phrase"),
        pytest.param("When? | Now and then | Every day | Every other week | Every time", id="how often"),
        pytest.param("Which mode? | Shared | Read-only | Write-only | None", id="compounds"),
        pytest.param("What is it? | Mustard | Mustang | Overall | Nonetheless", id="parts of words"),
        pytest.param(
            "What follows? | That prices fell "
            "| That prices which fell for as long as anyone had kept a record of them at the market always rise again "
            "| That prices which rose for as long as anyone had kept a record of them at the market never fall again",
            id="long options",
        ),
        pytest.param("Which is NOT true? | She may | She must ask | She never asks", id="asking what is not so"),
    ],
)
def test_other_items_are_left_alone(line: str) -> None:
    assert found("C404", line) == []


def test_the_first_absolute_word_is_pointed_at() -> None:
    (finding,) = found("C404", "What now? | Ask | Wait | Always tell | She must go")

    assert (finding.route, finding.phrase) == (("options", 2, "wrong"), "Always")
    assert finding.message == '2 distractors have absolute words ("always" and "must"), the key has none'


def test_with_several_keys_none_may_have_one() -> None:
    distractors = "Never ask | Always tell"

    assert found("C404", multiple("Which two?", "Ask | Wait", distractors))
    assert found("C404", multiple("Which two?", "Ask | Always wait", distractors)) == []


def test_negative_items_are_left_alone() -> None:
    assert found("C404", single("Which fails? | Ask | Never ask | Always tell")._replace(negative=True)) == []
