import pytest
from reading import places, plain, tree, unmarked

A, B, C = ([("id", name)] for name in "abc")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("items:\n- x: x«S001»: y\n- id: a\n- id: b\n", [A, B], id="first"),
        pytest.param("items:\n- id: a\n- x: «S001»@x\n- id: b\n", [A, B], id="middle"),
        pytest.param("items:\n- id: a\n- id: b\n- x: «S001»'x\n", [A, B], id="last"),
        pytest.param("items:\n  - id: a\n  - x: «S001»@x\n    more: [y]\n\n  - id: b\n", [A, B], id="indented"),
        pytest.param("items:  # mine\n- id: a\n- x: «S001»@x\n", [A], id="comment-behind-items"),
        pytest.param("items:\r\n- id: a\r\n- x: «S001»@x\r\n- id: b\r\n", [A, B], id="windows-line-breaks"),
        pytest.param(
            "items:\n- id: a\n- x: «S001»@x\n- id: b\n- x: «S001»%y\n- id: c\n", [A, B, C], id="two-broken-ones"
        ),
        pytest.param("items:\n- id: a\n- l:\n    - «S001»@x\n    - z\n- id: b\n", [A, B], id="list-within-the-item"),
        pytest.param("items:\n- id: a\n- x: «S001»@x\n", [A], id="nothing-after-it"),
    ],
)
def test_the_broken_item_is_left_out_and_the_others_are_read(text: str, kept: list[object]) -> None:
    clean, expected = unmarked(text)
    node, problems = tree(clean)
    assert places(problems) == expected
    assert plain(node) == [("items", kept)]


def test_what_follows_the_items_is_read_too() -> None:
    clean, expected = unmarked("items:\n- id: a\n- x: «S001»@x\nscenarios:\n  home: text\n")
    node, problems = tree(clean)
    assert places(problems) == expected
    assert plain(node) == [("items", [A]), ("scenarios", [("home", "text")])]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("x: «S001»@x\nitems:\n- id: a\n- id: b\n", [], id="before-the-items"),
        pytest.param("items:\n- id: a\n- id: b\nx: «S001»@x\n", [("items", [A, B])], id="after-the-items"),
        pytest.param("items:\n- x: «S001»@x\n", [("items", [[]])], id="only-item"),
        pytest.param("topics:\n- id: a\n- x: «S001»@x\n", [("topics", [A, []])], id="no-items"),
    ],
)
def test_elsewhere_what_stands_before_the_error_is_kept(text: str, kept: object) -> None:
    clean, expected = unmarked(text)
    node, problems = tree(clean)
    assert places(problems) == expected
    assert plain(node) == kept


def test_ten_syntax_errors_are_reported_and_then_reading_stops() -> None:
    _, problems = tree("items:\n- id: a\n" + "- id: @x\n- id: b\n" * 20)
    assert places(problems) == [("S001", line, 7) for line in range(3, 23, 2)]


def test_other_problems_are_reported_once_however_often_the_text_is_read() -> None:
    clean, expected = unmarked("x: «S007»!tag y\nitems:\n- id: a\n- «S001»@x\n- «S001»@y\n- id: «S007»\u202ex\n")
    assert sorted(places(tree(clean).problems), key=lambda place: place[1:]) == expected
