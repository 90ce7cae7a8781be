import pytest
from pages import Tag, tags

from cps_quiz.core.exam.report import Part
from cps_quiz.pages.charts import WIDTH, Column, Limit, counts, shares, times
from cps_quiz.pages.markup import Element, render

PARTS = [("Listening", Part("listening", 3, 4)), ("Planning", Part("planning", 0, 2))]


def drawn(chart: Element, name: str, class_: str = "") -> list[Tag]:
    return tags(render(chart), name, class_)


def number(tag: Tag, name: str) -> float:
    return float(tag.attributes[name])


def test_bars_are_as_long_as_their_shares() -> None:
    bars = drawn(shares("Right", PARTS), "rect")

    full = number(drawn(shares("Right", [("All", Part("all", 5, 5))]), "rect")[0], "width")
    assert [number(bar, "width") for bar in bars] == [full * 0.75, 0]


def test_a_share_stands_beside_its_name_and_in_the_description() -> None:
    chart = shares("Right", PARTS)

    assert [t.text for t in drawn(chart, "text")] == ["Listening: 75%", "Planning: 0%", "0%", "50%", "100%"]
    assert drawn(chart, "title")[0].text == "Right"
    assert "Listening: 3 of 4; Planning: 0 of 2" in drawn(chart, "desc")[0].text


def test_whiskers_span_the_interval() -> None:
    (whisker,) = drawn(shares("Right", [("Half", Part("half", 5, 10))]), "path", "mark")
    low, high = Part("half", 5, 10).interval
    start, end = whisker.attributes["d"].removeprefix("M").split(" ")[0], whisker.attributes["d"].split("H")[1]

    assert float(start) == pytest.approx(12 + 296 * low, abs=0.1)
    assert float(end.split("m")[0]) == pytest.approx(12 + 296 * high, abs=0.1)


@pytest.mark.parametrize(("share", "anchor"), [(0.0, "start"), (0.25, "start"), (0.8, "end"), (1.0, "end")])
def test_a_limit_is_a_labelled_line_at_its_share(share: float, anchor: str) -> None:
    chart = shares("Right", PARTS, [Limit("your target", share, "long")])
    (line,) = drawn(chart, "line", "long")
    label = next(t for t in drawn(chart, "text") if t.text == f"your target {share:.0%}")

    assert number(line, "x1") == number(line, "x2") == pytest.approx(12 + 296 * share)
    assert label.attributes["text-anchor"] == anchor
    assert abs(number(label, "x") - number(line, "x1")) == 4


def test_limits_that_are_near_each_other_have_labels_on_lines_of_their_own() -> None:
    chart = shares("Right", PARTS, [Limit("guessing", 0.5, "dashed"), Limit("target", 0.5, "long")])
    heights = [number(t, "y") for t in drawn(chart, "text")]

    assert heights[1] - heights[0] >= 12
    assert len(set(heights[:4])) == 4


def test_counts_are_held_against_the_most() -> None:
    chart = counts("Chosen", [("Giving tips", 4), ("False cheer", 1)], 8)
    first, second = (number(bar, "width") for bar in drawn(chart, "rect"))

    assert [t.text for t in drawn(chart, "text")] == ["Giving tips: 4", "False cheer: 1"]
    assert first == 4 * second == (WIDTH - 24) / 2


def test_missed_and_open_questions_have_a_shape_of_their_own() -> None:
    columns = [Column(1, 10), Column(2, 20, missed=True), Column(3, 0, open=True)]
    chart = times("Time", columns, 20)
    heights = [number(bar, "height") for bar in drawn(chart, "rect")]

    assert heights == [35, 70, 0]
    assert [bar.attributes["class"] for bar in drawn(chart, "rect")] == ["bar", "miss", "bar"]
    assert len(drawn(chart, "path", "miss")) == len(drawn(chart, "circle", "open")) == 1
    assert "1: 10, 2: 20, 3: 0" in drawn(chart, "desc")[0].text


def test_an_exam_without_any_time_can_be_drawn() -> None:
    assert [number(bar, "height") for bar in drawn(times("Time", [Column(5, 0)], 0), "rect")] == [0]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("x" * 46, "x" * 46, id="fits"),
        pytest.param("x" * 47, "x" * 46 + "\u2026", id="cut"),
        pytest.param("\u6f22" * 24, "\u6f22" * 23 + "\u2026", id="wide-letters"),
    ],
)
def test_long_names_are_cut_in_the_plot_alone(name: str, shown: str) -> None:
    chart = counts("Chosen", [(name, 1)], 1)

    assert drawn(chart, "text")[0].text == f"{shown}: 1"
    assert f"{name}: 1" in drawn(chart, "desc")[0].text
