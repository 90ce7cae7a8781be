"""C408: kind keys among distractors that are not."""

import pytest
from choices import found, multiple, single


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "Ana is angry. What helps? | Listen and support her choice | Tell her what to do | Ignore it "
            "| Refuse to discuss it",
            id="villains",
        ),
        pytest.param(
            "What now? | Explore what he hopes for | Change the subject | Wait a week | Ring his doctor",
            id="twice kind among the plain",
        ),
        pytest.param(
            "What now? | Acknowledge that it hurts | Tell him to move on | Ring a doctor", id="once kind, half unkind"
        ),
        pytest.param(
            "What now? | Ask what he makes of it | Dismiss the idea | Insist on the plan | Blame the clinic",
            id="plain among the unkind",
        ),
        pytest.param(
            "How should a teacher answer a wrong guess? | Encourage another try | Ridicule it | Move on | Scold",
            id="teaching",
        ),
        pytest.param(
            "What should a nurse do first? | Validate the patient's fear | Minimize it | Avoid him | Take the pulse",
            id="nursing",
        ),
        pytest.param(
            "What should counsel do? | Respect the client's choice | Decide alone | Force a plea | File a motion",
            id="law",
        ),
        pytest.param(
            "How should a team handle an outage? | Share what was learned together | Punish someone | Do nothing",
            id="operations",
        ),
        pytest.param(
            "What now? | Listen without judging and invite more | Report it | Warn him | Wait", id="denied control"
        ),
        pytest.param("What now? | LISTEN, then invite her | Judge her | Tell her", id="capitals"),
    ],
)
def test_a_kind_key_among_distractors_that_are_not_stands_out(line: str) -> None:
    assert found("C408", line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "What now? | Listen to him | Share your story | Invite him to the group | Respect his wish to be alone",
            id="all are kind",
        ),
        pytest.param(
            "What now? | Listen to him | Tell him off | Validate his plan | Ignore it", id="one other is kind"
        ),
        pytest.param(
            "What now? | Listen to him | Ring a doctor | Write it down | Wait", id="once kind among the plain"
        ),
        pytest.param("What now? | Listen to him | Ring a doctor | Write it down | Avoid him", id="one is unkind"),
        pytest.param("What now? | Ask him | Ring a doctor | Write it down", id="nothing has a tone"),
        pytest.param("What now? | Tell him to stop | Ignore it | Judge it", id="the key is unkind too"),
        pytest.param(
            "What are shared controls? | Controls that both share | Controls of the vendor | Controls of the buyer",
            id="words of the stem",
        ),
        pytest.param("What now? | Share nothing, and do not listen | Wait | Go", id="denied kindness"),
        pytest.param("What now? | Ask him | Never ask | Always wait | Only wait", id="absolute words"),
        pytest.param("How does it cut? | Sharply | Bluntly | Not at all", id="words that begin alike"),
        pytest.param("Which is NOT helpful? | Listen and share | Tell him | Ignore it", id="asking what is not so"),
        pytest.param("All help EXCEPT | Listen and share | Tell him | Ignore it", id="except"),
        pytest.param("What now? | Listen and share | Tell him", id="one distractor"),
    ],
)
def test_keys_that_do_not_stand_out_by_tone(line: str) -> None:
    assert found("C408", line) == []


def test_the_message_names_the_words() -> None:
    assert [f.message for f in found("C408", "What now? | Listen and listen again | Tell him | Wait")] == [
        'only the key sounds kind ("listen"), and distractors controlling ("tell")'
    ]
    assert [f.message for f in found("C408", "What now? | Ask | Tell him | Avoid him")] == [
        'every distractor sounds controlling ("tell", "avoid"), the key does not'
    ]


def test_with_several_keys_each_must_be_kind() -> None:
    assert found("C408", multiple("Which two?", "Listen | Share", "Tell | Ignore"))
    assert found("C408", multiple("Which two?", "Listen | Tell", "Tell | Ignore")) == []


def test_negative_items_and_sets_are_left_alone() -> None:
    kind = single("What now? | Listen and share | Tell him | Ignore it")
    other = single("And now? | Tell him | Listen and share | Ignore it")

    assert found("C408", kind)
    assert found("C408", kind._replace(negative=True)) == []
    assert found("C408", kind._replace(set="times"), other._replace(set="times")) == []
