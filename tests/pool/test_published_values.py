"""Published statistics, through the whole way: contribution, pool, SQL, formulas."""

import csv
import os
from pathlib import Path

import pytest
from contributions import digits, sitting
from pools import add_answers, shown

from cps_quiz.core.results.items import ItemResult, Known
from cps_quiz.core.results.report import Results, results
from cps_quiz.core.statistics.group import Version

LSAT7 = {
    "00000": 12, "00001": 19, "00010": 1, "00011": 7, "00100": 3, "00101": 19, "00110": 3, "00111": 17,
    "01000": 10, "01001": 5, "01010": 3, "01011": 7, "01100": 7, "01101": 23, "01110": 8, "01111": 28,
    "10000": 7, "10001": 39, "10010": 11, "10011": 34, "10100": 14, "10101": 51, "10110": 15, "10111": 90,
    "11000": 6, "11001": 25, "11010": 7, "11011": 35, "11100": 18, "11101": 136, "11110": 32, "11111": 308,
}  # fmt: skip
"""People by their pattern of right (1) and wrong answers: Bock & Lieberman 1970, doi 10.1007/BF02291262."""

HCI = os.environ.get("HCI_CSV", "")
"""The Homeostasis Concept Inventory of the R package ShinyItemAnalysis as CSV: item names, keys, people."""

HCI_VALUES = (
    (0.698925, 0.288419), (0.752688, 0.220613), (0.847926, 0.350042), (0.403994, 0.172987), (0.442396, 0.276784),
    (0.362519, 0.341885), (0.546851, 0.100938), (0.705069, 0.325215), (0.433180, 0.212968), (0.648233, 0.264357),
    (0.778802, 0.285112), (0.572965, 0.315593), (0.608295, 0.361218), (0.758833, 0.338558), (0.443932, 0.300564),
    (0.606759, 0.382227), (0.296467, 0.043404), (0.797235, 0.417121), (0.784946, 0.366506), (0.721966, 0.339553),
)  # fmt: skip
"""Mean and r with the rest, from R 4.2.2 with psych 2.2.9."""


def version(number: int) -> Version:
    return Version(f"item-{number}", digits(f"item-{number}", 16))


def by_number(found: Results) -> list[ItemResult]:
    return sorted(found.items, key=lambda item: int(item.version.item.removeprefix("item-")))


def test_lsat_7(tmp_path: Path) -> None:
    people = [pattern for pattern, count in LSAT7.items() for _ in range(count)]
    add_answers(
        tmp_path / "pool",
        (one for n, pattern in enumerate(people) for one in sitting(n, [1 - int(x) for x in pattern], [0] * 5)),
    )

    found = results(shown(tmp_path / "pool"), {})

    assert [item.facility.value for item in by_number(found)] == pytest.approx([0.828, 0.658, 0.772, 0.606, 0.843])
    assert [item.discrimination for item in by_number(found)] == pytest.approx(
        [0.245732, 0.246674, 0.313179, 0.222751, 0.174786], abs=1e-6
    )
    (exam,) = found.exams
    assert (exam.n, exam.items, exam.same_form) == (1000, 5, True)
    assert exam.reliability == pytest.approx(0.4534087354, abs=1e-10)


@pytest.mark.skipif(not HCI, reason="HCI_CSV names no file")
def test_the_homeostasis_concept_inventory(tmp_path: Path) -> None:
    _, key, *people = csv.reader(Path(HCI).read_text(encoding="utf-8").splitlines())
    keys = ["ABCDE".index(letter) for letter in key]
    chosen = [[("ABCDE".index(letter) if letter else None) for letter in person] for person in people]
    options = [1 + max(person[at] or 0 for person in chosen) for at in range(len(keys))]
    options = [max(count, keys[at] + 1) for at, count in enumerate(options)]
    known = {version(at + 1): Known(frozenset({keys[at]}), options[at], single=True) for at in range(len(keys))}
    add_answers(tmp_path / "pool", *(sitting(n, person, keys) for n, person in enumerate(chosen)))

    found = results(shown(tmp_path / "pool"), known)

    for item, (mean, r) in zip(by_number(found), HCI_VALUES, strict=True):
        assert item.n == 651
        assert item.facility.value == pytest.approx(mean, abs=1e-6)
        assert item.discrimination == pytest.approx(r, abs=1e-6)
    (exam,) = found.exams
    assert exam.reliability == pytest.approx(0.7154534786, abs=1e-10)
    assert exam.error == pytest.approx(1.9415, abs=5e-5)
    wrong = [option for item in found.items for option in item.options if option.number is not None and not option.key]
    wrong = [option for option in wrong if option.share.value]
    assert len(wrong) == 55
    assert sum((option.share.value or 0) < 0.05 for option in wrong) == 10
    assert sum((option.r or 0) > 0 for option in wrong) == 2
    assert sum(bool(option.functions) for option in wrong) == 43
