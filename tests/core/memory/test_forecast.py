from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cps_quiz.core.memory.cards import Memory
from cps_quiz.core.memory.due import Past
from cps_quiz.core.memory.forecast import Evidence, Possible, Prediction, Reviews, Tries, predict
from cps_quiz.core.questions.bank import TopicId

NOW = datetime(2026, 3, 20, 18, tzinfo=UTC)
TODAY = NOW.date()
GOALS, CHOICES = TopicId("goals"), TopicId("choices")
NEW = Possible(GOALS, None, 0.0)


def met(days: int = 0, stability: float = 10.0, *, topic: TopicId = GOALS) -> Possible:
    """An item that was answered some days ago."""
    ago = timedelta(days=days)
    return Possible(topic, Past(Memory(stability, 5.0, TODAY, TODAY - ago, "key"), True, None, NOW - ago), 0.0)


def evidence(asked: int, right: int, reviews: Reviews = Reviews(0, 0, 0.0)) -> Evidence:  # noqa: B008 - a value
    return Evidence({GOALS: Tries(asked, right)}, reviews)


def sure(prediction: Prediction | None) -> Prediction:
    assert prediction is not None
    return prediction


def rounded(prediction: Prediction | None) -> tuple[float, ...]:
    return tuple(round(value, 4) for value in sure(prediction))


@pytest.mark.parametrize(
    ("told", "enough"),
    [
        pytest.param(evidence(0, 0), False, id="nothing"),
        pytest.param(evidence(19, 19), False, id="nineteen answers"),
        pytest.param(evidence(20, 0), True, id="twenty answers"),
        pytest.param(evidence(10, 5, Reviews(10, 5, 9.0)), True, id="twenty with reviews"),
    ],
)
def test_nothing_is_predicted_from_too_few_answers(told: Evidence, enough: bool) -> None:  # noqa: FBT001 - a table
    assert (predict([NEW], {}, told, TODAY) is not None) is enough


def test_nothing_is_predicted_of_no_items() -> None:
    assert predict([], {}, evidence(50, 40), TODAY) is None


def test_new_items_are_answered_as_first_answers_were() -> None:
    # (10 + 1) / (20 + 2) = 0.5; variance 0.25 / 23 + 0.05² + 0.25 / 50 = 0.01837, times 1.2816 of its root
    assert rounded(predict([NEW], {}, evidence(20, 10), TODAY)) == (0.5, 0.3263, 0.6737)


def test_what_is_recalled_is_right_but_for_slips() -> None:
    # 18 of 20 reviews right, as slips of 0.1 let expect; variance 0.09 / 46 + 0.04² + 0.09 / 50 = 0.005357
    told = evidence(20, 10, Reviews(20, 18, 20.0))
    assert rounded(predict([met()], {}, told, TODAY)) == (0.9, 0.8062, 0.9938)


def test_what_is_not_recalled_is_answered_as_if_new() -> None:
    # recall 0.9 after ten days: 0.9 * 0.9 + 0.1 * 0.5
    assert sure(predict([met(days=10)], {}, evidence(20, 10), TODAY)).score == pytest.approx(0.86)


def test_reviews_that_go_worse_than_expected_lower_the_score() -> None:
    # 8 right where 18 were expected: (8 - 18) / (20 + 25) = -0.2222
    told = evidence(20, 10, Reviews(20, 8, 20.0))
    assert sure(predict([met()], {}, told, TODAY)).score == pytest.approx(0.9 - 0.2222, abs=1e-4)


def test_met_and_new_items_count_by_their_number() -> None:
    # one of four is recalled
    assert sure(predict([met(), NEW, NEW, NEW], {}, evidence(20, 10), TODAY)).score == pytest.approx(
        (0.9 + 3 * 0.5) / 4
    )


def test_topics_count_by_their_weight_and_not_by_their_items() -> None:
    items = [met(), *[NEW._replace(topic=CHOICES)] * 9]
    told = evidence(20, 10)
    assert sure(predict(items, {}, told, TODAY)).score == pytest.approx((0.9 + 0.5) / 2)
    assert sure(predict(items, {GOALS: 3.0, CHOICES: 1.0}, told, TODAY)).score == pytest.approx((3 * 0.9 + 0.5) / 4)


def test_a_topic_leans_on_all_as_far_as_its_own_answers_are_few() -> None:
    told = Evidence({GOALS: Tries(38, 19), CHOICES: Tries(10, 5)})
    better = Evidence({GOALS: Tries(38, 19), CHOICES: Tries(10, 10)})
    pool = [NEW._replace(topic=CHOICES)]
    assert sure(predict(pool, {}, told, TODAY)).score == pytest.approx(0.5)
    # all: 30 / 50 = 0.6; the topic: (10 + 10 * 0.6) / (10 + 10)
    assert sure(predict(pool, {}, better, TODAY)).score == pytest.approx(0.8)


def test_what_is_not_known_is_guessed() -> None:
    # half right at a mean chance of 0.25: a third is known. Blindly right in half: 0.5 + 0.5 / 3
    pool = [Possible(GOALS, None, 0.5), Possible(GOALS, None, 0.0)]
    forgotten = [pool[0], met()]
    assert sure(predict(pool, {}, evidence(20, 10), TODAY)).score == pytest.approx(0.5)
    assert sure(predict(forgotten, {}, evidence(20, 10), TODAY)).score == pytest.approx((0.9 + 2 / 3) / 2)


def test_less_is_expected_the_longer_ago_but_never_less_than_of_new_items() -> None:
    scores = [sure(predict([met(days)], {}, evidence(20, 10), TODAY)).score for days in (0, 10, 100, 10_000)]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] > 0.5


def test_the_interval_narrows_with_answers_and_with_questions() -> None:
    def width(asked: int, questions: int) -> float:
        found = sure(predict([NEW, met()], {}, evidence(asked, asked // 2), TODAY, questions))
        return found.high - found.low

    assert width(200, 50) < width(20, 50)
    assert width(20, 200) < width(20, 50)


TRIES = st.integers(0, 300).flatmap(lambda asked: st.builds(Tries, st.just(asked), st.integers(0, asked)))
REVIEWS = st.integers(0, 300).flatmap(
    lambda asked: st.builds(Reviews, st.just(asked), st.integers(0, asked), st.floats(0, asked))
)
ITEMS = st.builds(
    Possible,
    st.sampled_from([GOALS, CHOICES]),
    st.one_of(st.none(), st.builds(lambda days: met(days).past, st.integers(0, 400))),
    st.floats(0, 0.5),
)


@given(
    items=st.lists(ITEMS, min_size=1, max_size=20),
    goals=TRIES,
    choices=TRIES,
    reviews=REVIEWS,
    questions=st.integers(1, 200),
)
def test_a_prediction_is_a_share_within_its_bounds(
    items: list[Possible], goals: Tries, choices: Tries, reviews: Reviews, questions: int
) -> None:
    found = predict(items, {GOALS: 2.0}, Evidence({GOALS: goals, CHOICES: choices}, reviews), TODAY, questions)
    if found is not None:
        assert 0 <= found.low <= found.score <= found.high <= 1
