import pytest

from cps_quiz.core.exam.certainty import GENTLE, STANDARD, Marks
from cps_quiz.core.memory.cards import Confidence

SURE, UNSURE, GUESSING = Confidence.SURE, Confidence.UNSURE, Confidence.GUESSING


@pytest.mark.parametrize(
    ("table", "right", "wrong"),
    [
        pytest.param(STANDARD, (1, 2, 3), (0, -2, -6), id="standard"),
        pytest.param(GENTLE, (1, 3, 4), (0, -2, -5), id="gentle"),
    ],
)
def test_the_marks_are_those_of_the_table(table: Marks, right: tuple[int, ...], wrong: tuple[int, ...]) -> None:
    said = (GUESSING, UNSURE, SURE)

    assert tuple(table.of(word, right=True) for word in said) == right
    assert tuple(table.of(word, right=False) for word in said) == wrong
    assert table.most == right[-1]


@pytest.mark.parametrize(
    ("table", "certainty", "chance"),
    [
        # p + 0(1-p) = 2p - 2(1-p)  ->  3p = 2;  2p - 2(1-p) = 3p - 6(1-p)  ->  5p = 4
        pytest.param(STANDARD, UNSURE, 2 / 3, id="standard unsure"),
        pytest.param(STANDARD, SURE, 4 / 5, id="standard sure"),
        # p = 3p - 2(1-p)  ->  4p = 2;  3p - 2(1-p) = 4p - 5(1-p)  ->  4p = 3
        pytest.param(GENTLE, UNSURE, 1 / 2, id="gentle unsure"),
        pytest.param(GENTLE, SURE, 3 / 4, id="gentle sure"),
        pytest.param(STANDARD, GUESSING, 0.0, id="guessing always pays"),
    ],
)
def test_more_certainty_pays_from_a_known_chance(table: Marks, certainty: Confidence, chance: float) -> None:
    assert table.pays_from(certainty) == pytest.approx(chance)


@pytest.mark.parametrize("table", [pytest.param(table, id=table.name) for table in (STANDARD, GENTLE)])
def test_honesty_pays(table: Marks) -> None:
    """The certainty with the best expected marks grows with the chance of being right."""

    def best(chance: float) -> int:
        expected = [
            chance * table.of(word, right=True) + (1 - chance) * table.of(word, right=False)
            for word in (GUESSING, UNSURE, SURE)
        ]
        return expected.index(max(expected))

    said = [best(percent / 100) for percent in range(101)]
    assert said == sorted(said)
    assert set(said) == {0, 1, 2}
