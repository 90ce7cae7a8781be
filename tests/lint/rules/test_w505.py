"""W505: stems that ask nothing."""

import pytest
from choices import found, multiple


@pytest.mark.parametrize(
    "stem",
    [
        pytest.param("Goal setting.", id="a noun with a full stop"),
        pytest.param("Goal setting", id="a noun"),
        pytest.param("Empowerment:", id="a noun with a colon"),
        pytest.param("Empowerment techniques", id="a plural"),
        pytest.param("Peer support and boundaries", id="two nouns"),
        pytest.param("The role of a peer specialist", id="a phrase"),
        pytest.param("Order of steps.", id="a noun that could be an instruction"),
        pytest.param("Self-determination!", id="an exclamation"),
        pytest.param("Peer specialists help people.", id="a statement"),
        pytest.param("When Dana arrives, she is upset.", id="a statement with when"),
        pytest.param("Luis meets Dana for the first time. She is tired.", id="a situation"),
        pytest.param('Dana says, "Can you help me?"', id="somebody else asks"),
        pytest.param("“I can\u2019t go on.”", id="speech alone"),
        pytest.param("Imagine you meet Ana.", id="an instruction that wants no answer"),
    ],
)
def test_a_stem_that_asks_nothing_is_found(stem: str) -> None:
    assert len(found("W505", f"{stem} | To ask | To tell | To leave")) == 1


@pytest.mark.parametrize(
    "stem",
    [
        pytest.param("What should Luis ask first?", id="a question"),
        pytest.param("What should Luis ask first.", id="a question without its mark"),
        pytest.param("Dana is tired; how should Luis begin", id="a question without any mark"),
        pytest.param("In which order should Luis take these steps", id="in which"),
        pytest.param("Is it right to give advice", id="is it"),
        pytest.param('Dana says, "Can you help me?" What should Luis say?', id="after speech"),
        pytest.param("Put these steps in order.", id="put"),
        pytest.param("You are her peer specialist. Write two to four sentences.", id="write"),
        pytest.param("Choose two.", id="choose"),
        pytest.param("Read the note, then choose the best reply.", id="then choose"),
        pytest.param("True or false: a goal is a plan.", id="true or false"),
        pytest.param("The author's main purpose is to", id="an open end"),
        pytest.param("Recovery means", id="an open end with a verb"),
        pytest.param("According to the passage, Mr. Peters", id="an open end with a name"),
        pytest.param("The narrator indicates that he pays Sempere", id="an open end with a clause"),
        pytest.param("The multiple Regions are an example of:", id="a colon"),
        pytest.param("Luis meets Dana. The best reply is...", id="dots"),
        pytest.param("It can be inferred from the passage that.", id="an open end with a full stop"),
        pytest.param("The ____ is hers.", id="a blank, which W504 finds"),
    ],
)
def test_one_that_asks_or_is_ended_by_the_options_is_not(stem: str) -> None:
    assert found("W505", f"{stem} | To ask | To tell | To leave") == []


def test_a_noun_may_be_the_beginning_of_what_the_options_say() -> None:
    assert found("W505", "A peer specialist | walks beside people | leads people") == []
    assert len(found("W505", "A peer specialist. | walks beside people | leads people")) == 1


def test_the_message_names_the_subject() -> None:
    (finding,) = found("W505", multiple("Goal setting.", "To ask | To wait", "To tell"))
    assert finding.message == '"Goal setting" names a subject and asks nothing'
