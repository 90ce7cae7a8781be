from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cps_quiz.core.memory import forecast
from cps_quiz.core.memory.cards import Memory
from cps_quiz.core.memory.due import Past, Reviews
from cps_quiz.core.memory.forecast import FEWEST, Possible, Prediction, predict
from cps_quiz.core.memory.skills import Skill, SkillKind
from cps_quiz.core.questions.bank import TopicId

NOW = datetime(2026, 3, 20, 18, tzinfo=UTC)
GOALS, CHOICES = TopicId("goals"), TopicId("choices")
OWN, FREE = Skill(SkillKind.OBJECTIVE, "own"), Skill(SkillKind.OBJECTIVE, "free")
NEW = Possible(OWN, GOALS, None, 0.25)


def met(
    days: float = 0,
    *,
    right: bool | None = True,
    stability: float = 10.0,
    reviews: Reviews = Reviews(),  # noqa: B008 - a value
) -> Possible:
    """An item that was answered some days ago, and never since."""
    at = NOW - timedelta(days=days)
    memory = Memory(stability, 5.0, at.date(), at.date(), "key")
    return NEW._replace(past=Past(memory, right is not False, right, round(at.timestamp() * 1000), reviews=reviews))


def both(items: list[Possible], questions: int = 50, **weights: float) -> tuple[Prediction, Prediction]:
    found = predict(items, {TopicId(topic): weight for topic, weight in weights.items()}, NOW, questions)
    assert found.questions_from_here is not None
    assert found.new_questions is not None
    return found.questions_from_here, found.new_questions


@pytest.mark.parametrize(
    ("items", "missing"),
    [
        pytest.param([], FEWEST, id="nothing"),
        pytest.param([NEW] * 50, FEWEST, id="nothing met"),
        pytest.param([met()] * 19, 1, id="nineteen"),
        pytest.param([met()] * 20, 0, id="twenty"),
        pytest.param([met(right=None)] * 50, FEWEST, id="scored by the learner"),
    ],
)
def test_nothing_is_predicted_from_too_few_answers(items: list[Possible], missing: int) -> None:
    found = predict(items, {}, NOW)
    assert found.missing == missing
    assert (found.new_questions is None) is (found.questions_from_here is None) is (missing > 0)


def test_what_was_met_may_be_recalled_and_new_questions_are_not() -> None:
    here, new = both([met(right=False)] * 20)
    assert here.score > new.score + 0.1


def test_without_a_memory_left_both_are_one() -> None:
    here, new = both([met(3, stability=1e-9)] * 20)
    assert here.score == pytest.approx(new.score, abs=0.02)


def test_repeats_tell_of_understanding_too_but_less_than_first_answers() -> None:
    """A right answer to a question that was seen before may be known by heart."""
    missed = [met(5, right=False)] * 10
    once, repeated, fresh = (
        both([*missed, *[met(5, right=right, reviews=reviews)] * 10])[1].score
        for right, reviews in ((False, Reviews()), (False, Reviews(1, 1, 0.7)), (True, Reviews()))
    )
    assert once < repeated < fresh


def test_reviews_tell_how_far_recall_can_be_trusted() -> None:
    worse, usual, better = (
        both([met(5, right=False, reviews=Reviews(5, right, 4.0)), *[met(5, right=False)] * 19])[0].score
        for right in (1, 3, 5)
    )
    assert worse < usual < better


@pytest.mark.parametrize(("right", "likely"), [(0, (0.3, 0.1)), (1, (0.7, 0.9))])
def test_recall_is_weighed_by_hand(monkeypatch: pytest.MonkeyPatch, right: int, likely: tuple[float, float]) -> None:
    """Half or all of a recall foretold as certain, and half of the rest right: by heart 0.9, so 0.7 or 0.9."""
    monkeypatch.setattr(forecast, "HOLDS", (0.5, 1.0))
    item = met(5)
    assert item.past is not None
    reviewed = item._replace(past=item.past._replace(reviews=Reviews(1, right, 1.0)))
    found = forecast.holds([reviewed], lambda _aim, _chance: 0.5)
    mean = (0.5 * likely[0] + likely[1]) / sum(likely)
    assert found.mean == pytest.approx(mean)
    assert found.variance == pytest.approx((mean - 0.5) * (1 - mean))


def test_it_says_on_how_many_answers_it_rests() -> None:
    assert [one.answers for one in both([met()] * 31 + [NEW] * 9)] == [31, 31]


def test_topics_count_by_their_weight_and_not_by_their_items() -> None:
    good = [met(5)] * 30
    bad = [one._replace(aim=FREE, topic=CHOICES) for one in [met(5, right=False)] * 10]
    even, goals, choices = (both(good + bad, goals=weight, choices=1.0)[1].score for weight in (1.0, 9.0, 0.01))
    assert goals > even > choices
    assert even == pytest.approx((both(good + bad, goals=1e9)[1].score + choices) / 2, abs=0.01)


def test_guessing_counts_by_the_options() -> None:
    items = [met(right=False)._replace(chance=chance) for chance in (0.5, 0.0) for _ in range(15)]
    easy, hard = (both([*items, *[NEW._replace(chance=chance)] * 999])[1].score for chance in (0.5, 0.0))
    assert easy > hard + 0.2


def test_a_question_that_cannot_be_missed_does_no_harm() -> None:
    assert both([met()._replace(chance=1.0)] * 20)[1].score > 0.9


def test_the_interval_narrows_with_answers_and_with_questions() -> None:
    def width(answers: int, questions: int) -> float:
        new = both([met(1, right=at % 2 == 0) for at in range(answers)], questions)[1]
        return new.high - new.low

    assert width(200, 50) < width(20, 50)
    assert width(20, 200) < width(20, 50)


MET = st.builds(
    met,
    st.floats(0, 400),
    right=st.sampled_from([True, False, None]),
    stability=st.floats(0.001, 1000),
    reviews=st.builds(Reviews, st.just(5), st.integers(0, 5), st.floats(0, 5)),
)


@settings(deadline=None)
@given(
    items=st.lists(MET, min_size=20, max_size=40),
    aims=st.sampled_from([(OWN,), (OWN, FREE)]),
    chance=st.floats(0, 1),
    questions=st.integers(1, 200),
)
def test_a_prediction_is_a_share_within_its_bounds(
    items: list[Possible], aims: tuple[Skill, ...], chance: float, questions: int
) -> None:
    told = [item._replace(aim=aims[at % len(aims)], chance=chance) for at, item in enumerate(items)]
    found = predict(told, {GOALS: 2.0}, NOW, questions)
    for one in (found.questions_from_here, found.new_questions):
        if one is not None:
            assert 0 <= one.low <= one.score <= one.high <= 1
