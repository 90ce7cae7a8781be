import pytest
from pages import tags

from cps_quiz.pages.blocks import prose, table
from cps_quiz.pages.markup import render


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("One\ntwo\n\nthree", "<p>One\ntwo</p><p>three</p>", id="paragraphs"),
        pytest.param("*a* **b** c", "<p><em>a</em> <strong>b</strong> c</p>", id="emphasis"),
        pytest.param("So:\n- a\n- b\n\nc", "<p>So:</p><ul><li>a</li><li>b</li></ul><p>c</p>", id="list"),
        pytest.param("3. a\n4. b", '<ol><li value="3">a</li><li value="4">b</li></ol>', id="numbers-as-written"),
        pytest.param("- a\n1. b", '<ul><li>a</li></ul><ol><li value="1">b</li></ol>', id="two-lists"),
        pytest.param("<i>*a*</i>", "<p>&lt;i&gt;<em>a</em>&lt;/i&gt;</p>", id="markup"),
        pytest.param("a\u2028b\x85c", r"<p>a\u2028b\x85c</p>", id="other-line-ends"),
        pytest.param(" ", "", id="nothing"),
    ],
)
def test_prose_becomes_elements(text: str, written: str) -> None:
    assert "".join(map(render, prose(text))).replace("\n<", "<") == written


def test_rows_have_a_name_and_numbers_stand_to_the_right() -> None:
    made = render(table(("Topic", "How", "Share"), [("Listening", "well", "50%")], 1))

    assert [(t.name, t.text, t.attributes.get("scope")) for t in tags(made) if t.name in {"th", "td"}] == [
        ("th", "Topic", "col"),
        ("th", "How", "col"),
        ("th", "Share", "col"),
        ("th", "Listening", "row"),
        ("td", "well", None),
        ("td", "50%", None),
    ]
    assert [tag.text for tag in tags(made, class_="number")] == ["Share", "50%"]


def test_only_long_words_may_be_broken_anywhere() -> None:
    made = render(table(("Topic",), [("one two three four five",), ("x" * 15,)], 0))

    assert [tag.text for tag in tags(made, class_="long")] == ["x" * 15]
