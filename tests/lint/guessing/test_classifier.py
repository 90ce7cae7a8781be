import pytest
from whole_banks import item, matched_set, views

from cps_quiz.lint.guessing.classifier import Classifier

WORDS = ("sun", "rain", "snow")


def test_a_word_of_other_keys_speaks_for_an_option_and_one_of_distractors_against_it() -> None:
    items = views([item("Q? | sun here | rain there | wind"), item("Q? | dusk | sun down | rain up")])
    unknown, for_it, against_it = Classifier(items).evidence(items[1])

    assert against_it < unknown == 0 < for_it


def test_an_item_learns_nothing_from_itself() -> None:
    items = views([item("Q? | sun | rain | snow"), item("Q? | oak | elm | fir")])
    assert Classifier(items).evidence(items[0]) == [0, 0, 0]


def test_an_item_learns_nothing_from_its_set() -> None:
    items = views(matched_set("weather", ["A?", "B?", "C?"], *WORDS))
    assert [Classifier(items).evidence(view) for view in items] == [[0, 0, 0]] * 3


def test_a_set_of_that_name_in_another_file_is_another_set() -> None:
    one = matched_set("weather", ["A?"], *WORDS)
    items = (*views(one, "one.yaml"), *views(one, "two.yaml"))
    key, *distractors = Classifier(items).evidence(items[0])

    assert key > 0 > max(distractors)


def test_a_set_of_which_each_text_is_once_the_key_teaches_others_nothing() -> None:
    items = views([*matched_set("weather", ["A?", "B?", "C?"], *WORDS), item("Q? | sun | rain | fog")])
    assert Classifier(items).evidence(items[3]) == [0, 0, 0]


def test_texts_that_return_without_a_set_are_learnt() -> None:
    items = views([item(f"Q{n}? | All of the above | a{n} | b{n}") for n in range(5)])
    key, *distractors = Classifier(items).evidence(items[0])

    assert key > 1
    assert distractors == [0, 0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("sun rain snow fog", "fog snow rain sun", id="another order"),
        pytest.param("sun sun sun rain", "rain sun", id="a word counts once"),
    ],
)
def test_options_of_the_same_words_tie(one: str, other: str) -> None:
    taught = [item("Q? | sun fog | rain | snow"), item("Q? | snow fog | sun | rain")]
    items = views([*taught, item(f"Q? | {one} | {other} | wind")])
    first, second, _ = Classifier(items).evidence(items[2])

    assert first == second
