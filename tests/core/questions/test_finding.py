import pytest

from cps_quiz.core.questions.finding import Text, find

TEXTS = [
    Text("a", "Clarence was given a guardian by a judge during his hospital stay."),
    Text("b", "What helps someone with a form at the hospital?"),
    Text("c", "Her guardian wants a say in where she lives."),
    Text("d", "A goal that's too big."),
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("guardian hospital", ["a", "b", "c"], id="more-words-first"),
        pytest.param("guard", ["a", "c"], id="a-beginning"),
        pytest.param("hopsital", ["a", "b"], id="misspelled"),
        pytest.param("Guardian JUDGE", ["a", "c"], id="any-case"),
        pytest.param("that\u2019s", ["d"], id="another-apostrophe"),
        pytest.param("elephant", [], id="nothing"),
        pytest.param("guardian elephant castle", [], id="too-few-of-the-words"),
        pytest.param("", [], id="no-words"),
    ],
)
def test_texts_are_found_by_their_words(query: str, found: list[str]) -> None:
    assert find(query, TEXTS, 9) == found


def test_no_more_are_found_than_wanted() -> None:
    assert find("guardian hospital", TEXTS, 1) == ["a"]
