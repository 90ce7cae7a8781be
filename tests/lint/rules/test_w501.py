"""W501: stems that ask for what is not so."""

import pytest
from choices import found, single

OPTIONS = " | To ask | To tell | To leave"


@pytest.mark.parametrize(
    ("stem", "word"),
    [
        pytest.param("Which is NOT a step?", "NOT", id="NOT"),
        pytest.param("Which of these is something that a peer specialist should NOT do?", "NOT", id="NOT after that"),
        pytest.param("Which of the following is not a technique?", "not", id="not"),
        pytest.param("Dana says little. Which of these would not help?", "not", id="after a situation"),
        pytest.param('Dana says "I won\'t." Which of these is not a good reply?', "not", id="after speech"),
        pytest.param("Which of these doesn't belong to the role?", "doesn't", id="a contraction"),
        pytest.param("Which of these shouldn\u2019t he do?", "shouldn\u2019t", id="a curly apostrophe"),
        pytest.param("Which of these can't be a first step?", "can't", id="can't"),
        pytest.param("If F is third, which one of the following CANNOT be true?", "CANNOT", id="CANNOT"),
        pytest.param("What should a peer specialist never do?", "never", id="never"),
        pytest.param("What should Luis not say?", "not", id="should ... not"),
        pytest.param("All of the following support autonomy EXCEPT", "EXCEPT", id="EXCEPT"),
        pytest.param("All of the following are part of the role except:", "except", id="except"),
        pytest.param("Everything here helps except which one?", "except", id="except which"),
        pytest.param("Each of the following, if true, weakens the case EXCEPT:", "EXCEPT", id="after a clause"),
        pytest.param("Which reply is least likely to help?", "least", id="least likely"),
        pytest.param("Which of these would be the least helpful?", "least", id="the least helpful"),
        pytest.param("Which of these, if true, LEAST weakens the case?", "LEAST", id="LEAST"),
        pytest.param("Which statement is incorrect?", "incorrect", id="incorrect"),
        pytest.param("Which of these statements about goals is false?", "false", id="false"),
        pytest.param("Choose the reply that does not take over.", "not", id="an instruction"),
        pytest.param("A peer specialist should not", "not", id="an open end"),
        pytest.param("A CPS would never:", "never", id="an open end with a colon"),
        pytest.param("It is not the role of a CPS to", "not", id="it is not the role"),
    ],
)
def test_a_question_turned_around_is_found(stem: str, word: str) -> None:
    assert [finding.phrase for finding in found("W501", stem + OPTIONS)] == [word]


@pytest.mark.parametrize(
    "stem",
    [
        pytest.param("What should Ana do if she does not want to go?", id="if"),
        pytest.param("Which reply helps Dana, who has not slept?", id="who"),
        pytest.param("What does this bring that Milena did not have yet?", id="that"),
        pytest.param("What should Luis ask when Dana cannot decide?", id="when"),
        pytest.param("Which words show why she did not go?", id="why inside"),
        pytest.param("Why should a peer specialist not give advice?", id="why"),
        pytest.param("Dana does not know. What should Luis ask?", id="told before"),
        pytest.param("They need a room that is NOT shared. Which one fits?", id="told in capitals"),
        pytest.param('What do you say to "Why not?"', id="quoted"),
        pytest.param("What do you say to “I will never go”?", id="quoted with curly quotes"),
        pytest.param("Which plan takes the least effort?", id="the least effort"),
        pytest.param("Which is the least restrictive setting?", id="least restrictive"),
        pytest.param("Which plan lasts at least a year?", id="at least"),
        pytest.param("What is the Principle of Least Privilege?", id="a name"),
        pytest.param("What can Luis do to help Dana not feel alone?", id="help ... not"),
        pytest.param("What would help Dana not to worry?", id="not to"),
        pytest.param("Which reply leaves her the choice and does not hurry her?", id="and does not"),
        pytest.param("Which reply is not only kind but also true?", id="not only"),
        pytest.param("Whether or not she goes, what helps most?", id="whether or not"),
        pytest.param("What is wrong with this reply?", id="what is wrong with"),
        pytest.param("What is missing from a plan that everyone except Ana signed?", id="except Ana"),
        pytest.param("The passage suggests that he did not", id="an open end after that"),
        pytest.param("Which scene describes a room in which a door will NOT close?", id="in which"),
    ],
)
def test_a_word_that_turns_nothing_around_is_not(stem: str) -> None:
    assert found("W501", stem + OPTIONS) == []


def test_an_item_that_says_so_is_left_alone() -> None:
    assert found("W501", single(f"Which is NOT a step?{OPTIONS}")._replace(negative=True)) == []
