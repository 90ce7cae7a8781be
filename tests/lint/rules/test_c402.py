"""C401 and C402: keys much longer or shorter than all distractors."""

import pytest
from choices import found, multiple, single

LONG = "What helps Ana? | {} | To be told what to do | To be left with it | To be given a list"
SHORT = "What helps Ana? | {} | To be told by him what she should do next | To be left alone with it until she calls"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(LONG.format("To be asked what she has tried and what came of it"), id="peer support"),
        pytest.param(
            "Why do cells divide? | So that an organism can grow and replace what is worn out | To rest | To move",
            id="biology",
        ),
        pytest.param(
            "When is a contract void? | When what it promises is against the law of the land | When it is late | Never",
            id="law",
        ),
        pytest.param(
            "Which service stores objects? | Amazon Simple Storage Service | Amazon EBS | Amazon EFS | Amazon RDS",
            id="AWS",
        ),
        pytest.param("What now? | Ask her what “better” would look like, to her | Ask why | Say no", id="curly quotes"),
        pytest.param("What now? | Ask about her day-to-day well-being first | Ask her doctor | Say no", id="hyphens"),
        pytest.param("What now? | Ask what she hopes for this week | Say no", id="one distractor"),
        pytest.param("What now? | Pregunte qué espera él | Dígale que no", id="other letters"),
    ],
)
def test_a_key_that_says_much_more_than_every_distractor_is_too_long(line: str) -> None:
    assert found("C401", line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(LONG.format("To be asked how she is"), id="a little longer"),
        pytest.param(
            "What now? | Ask what she hopes for today | Say no | Tell her what it is that she wants", id="one"
        ),
        pytest.param("Which one? | Nonsteroidal anti-inflammatory drugs | Opioids | Steroids", id="three words"),
        pytest.param("Which one? | Mitochondria | DNA | RNA", id="a name"),
        pytest.param("What now? | Ask | Say what you would do in her place", id="the distractor is long"),
        pytest.param("What now? | aaaa bb cc ddd | aaaa bb ccc", id="at the bound"),
        pytest.param("What now? | Ask her what she means | Tell her what you mean", id="equal"),
        pytest.param("What now? | Sit with her for a while | Say that it gets easier", id="a letter"),
    ],
)
def test_a_key_like_one_of_the_distractors_is_not_too_long(line: str) -> None:
    assert found("C401", line) == []


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(SHORT.format("To be asked"), id="peer support"),
        pytest.param(
            "How do plants gain mass? | From air | By taking up minerals out of the soil | By storing water in roots",
            id="biology",
        ),
        pytest.param(
            "Who bears the burden of proof? | The state | The accused and her counsel | The judge of first instance",
            id="law",
        ),
        pytest.param(
            "Who patches the hypervisor? | AWS | The customer who runs the instance | The vendor of the system",
            id="AWS",
        ),
        pytest.param("What now? | Wait | Tell her a story | Ask her doctor", id="one word"),
        pytest.param(
            "What now? | Ask what hurts | Tell her what hurt you | Tell her where it hurts", id="a third less"
        ),
        pytest.param("What now? | “Go on.” | “You must not say such things.” | “I was the same.”", id="curly quotes"),
        pytest.param("What now? | Ask her | Say what you would do in her place", id="one distractor"),
    ],
)
def test_a_key_that_says_much_less_than_every_distractor_is_too_short(line: str) -> None:
    assert found("C402", line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(SHORT.format("To be asked what would help her"), id="a little shorter"),
        pytest.param("Which service? | AWS IAM | AWS Outposts | Amazon RDS", id="a few letters"),
        pytest.param("How many? | 7 | 12 | 128", id="numbers"),
        pytest.param("Which one? | DNA | Protein | Starch", id="short names"),
        pytest.param("What now? | Ask her | Tell her | Say what you would do in her place", id="one is as short"),
        pytest.param("What now? | Ask | Say no | Leave", id="all short"),
        pytest.param("What now? | aaaaaaaaaaaaaaaaaaaaa | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", id="at the bound"),
        pytest.param("What now? | Ask what she hopes for this week | Say no", id="the key is long"),
    ],
)
def test_a_key_like_one_of_the_distractors_is_not_too_short(line: str) -> None:
    assert found("C402", line) == []


@pytest.mark.parametrize(
    ("keys", "distractors", "code"),
    [
        pytest.param("Ask what she has tried so far | Ask what came of it", "Say no | Tell", "C401", id="all are long"),
        pytest.param("Ask her | Wait", "Tell her what it takes | Show her how it is done", "C402", id="all are short"),
    ],
)
def test_with_several_keys_each_must_stand_out(keys: str, distractors: str, code: str) -> None:
    assert found(code, multiple("Which two?", keys, distractors))
    assert found(code, multiple("Which three?", f"{keys} | {distractors}", distractors)) == []


def test_a_key_that_is_a_distractor_elsewhere_in_its_set_gives_nothing_away() -> None:
    long = single("What now? | Ask what she hopes for this week | Say no | Wait")._replace(set="hopes")
    other = single("And now? | Say no | Ask what she hopes for this week | Wait")._replace(set="hopes")

    assert found("C401", long, other) == []
    assert found("C401", long, other._replace(set="fears"))
    assert found("C401", long)


def test_the_message_has_the_lengths() -> None:
    assert [f.message for f in found("C402", "What now? | Wait | Tell her a story | Ask her doctor")] == [
        "the key has 4 characters, the shortest distractor 14"
    ]
