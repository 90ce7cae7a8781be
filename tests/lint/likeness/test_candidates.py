import pytest

from cps_quiz.lint.likeness.candidates import CROWD, candidates


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        pytest.param("a b c d e", "a b c d f", True, id="most words in common"),
        pytest.param("a b c d e", "v w x y z", False, id="no words in common"),
        pytest.param("a", "a", True, id="one word, the same"),
        pytest.param("", "", False, id="no words"),
    ],
)
def test_bags_meet_when_they_share_rare_words(one: str, other: str, *, meet: bool) -> None:
    first, second = candidates([frozenset(one.split()), frozenset(other.split())])

    assert first == set()
    assert second == ({0} if meet else set())


def test_words_of_every_bag_bring_none_together_when_rarer_ones_differ() -> None:
    common = [f"common{n}" for n in range(20)]
    rare = [[f"rare{n // 2}-{m}" for m in range(8)] for n in range(40)]
    met = list(candidates([frozenset(common + own) for own in rare]))

    assert met == [{n - 1} if n % 2 else set() for n in range(40)]


def test_a_copy_of_many_meets_only_the_first_few() -> None:
    *_, last = candidates([frozenset("abcdefgh")] * 500)
    assert last == set(range(CROWD))


def test_two_words_are_not_enough_where_there_are_more() -> None:
    bags = [frozenset(words.split()) for words in ("a b c d", "c d e f", "e f a b")]
    assert list(candidates(bags)) == [set(), set(), set()]
